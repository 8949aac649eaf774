"""For otherWriters.test.ts: small files with the habits of many writers, and what MNE-Python reads in them.

python3 otherWriters.py writes otherWriters.json beside it. MNE-Python 1.13.2 with edfio, pybv, eeglabio, pyEDFlib and
h5py. Each case holds its files (packed by gzip, in base64) and MNE's answer: names, rate, number of samples, the first
samples of the first channel in volts, events and the start. Where MNE is known to differ, the test says why.
"""

import base64
import gzip
import json
import os
import tempfile
import warnings
from datetime import datetime

import eeglabio.raw
import h5py
import mne
import numpy as np
import pybv
import pyedflib
from scipy.io import savemat

warnings.simplefilter("ignore")
mne.set_log_level("error")
here = os.path.dirname(os.path.abspath(__file__))
folder = tempfile.mkdtemp()
rng = np.random.default_rng(0)
cases = []


def place(name):
    return os.path.join(folder, name)


def write(name, content):
    with open(place(name), "wb") as file:
        file.write(content)


def add(name, *beside):
    cases.append((name, beside))


# EDF and BDF, byte by byte.


def field(text, width):
    content = text if isinstance(text, bytes) else str(text).encode("utf8")
    return content[:width].ljust(width)


def records(samples, count=4):
    return [
        np.clip(np.round(900 * np.sin(np.arange(samples) * 0.3 + k) + rng.integers(-50, 50, samples)), -1000, 1000)
        for k in range(count)
    ]


def at(second):
    return f"+{second}\x14\x14\0".encode()


def note(onset, text, duration=None):
    lasts = "" if duration is None else f"\x15{duration}"
    return f"{onset}{lasts}\x14{text}\x14\0".encode("utf8")


def notes(*lists, size=60):
    return {"label": "EDF Annotations", "lists": [b"".join(each).ljust(size, b"\0") for each in lists]}


def edf(name, signals, seconds="1", bdf=False, version=None, reserved="", date="02.03.04", time="05.06.07", claimed=None, behind=b""):
    count, width = len(signals), 3 if bdf else 2
    lengths = [s.get("length", len(s["lists"][0]) // width if "lists" in s else len(s["samples"][0])) for s in signals]
    number = len(signals[0].get("lists", signals[0].get("samples")))

    def all_of(key, size, default):
        return b"".join(field(s.get(key, default), size) for s in signals)

    content = version or (b"\xffBIOSEMI" if bdf else field("0", 8))
    content += field("X X X X", 80) + field("Startdate X X X X", 80) + field(date, 8) + field(time, 8)
    content += field(256 * (count + 1), 8) + field(reserved, 44) + field(number if claimed is None else claimed, 8)
    content += field(seconds, 8) + field(count, 4) + all_of("label", 16, "Cz") + all_of("transducer", 80, "")
    content += all_of("unit", 8, "uV") + all_of("lowest", 8, "-100") + all_of("highest", 8, "100")
    content += all_of("digitalLowest", 8, "-1000") + all_of("digitalHighest", 8, "1000") + all_of("prefilter", 80, "")
    content += b"".join(field(length, 8) for length in lengths) + field("", 32) * count
    for record in range(number):
        for signal in signals:
            if "lists" in signal:
                content += signal["lists"][record]
                continue
            values = np.asarray(signal["samples"][record], "<i4")
            content += values.view("u1").reshape(-1, 4)[:, :3].tobytes() if bdf else values.astype("<i2").tobytes()
    write(name, content + behind)
    add(name)


def one(**changes):
    return {"samples": records(16), **changes}


plain = [at(k) for k in range(4)]
plus = {"reserved": "EDF+C"}
edf("annotations first.edf", [notes(*[[t, note("+1.25", "hello", 0.5)] if k == 1 else [t] for k, t in enumerate(plain)]), one()], **plus)
edf("two annotation signals.edf", [one(), notes(*[[t, note(f"+{k}.1", "one")] for k, t in enumerate(plain)]), one(label="Fz"), notes(*[[note(f"+{k}.2", "two", 0.5)] for k in range(4)])], **plus)
edf("annotation without text.edf", [one(), notes(*[[t, b"+2.5\x150.5\x14\x14\0"] if k == 2 else [t] for k, t in enumerate(plain)])], **plus)
edf("several texts.edf", [one(), notes(*[[t, b"+2.5\x150.5\x14first\x14second\x14\0+3\x14caf\xc3\xa9\x14\0"] if k == 2 else [t] for k, t in enumerate(plain)])], **plus)
edf("starts within a second.edf", [one(), notes(*[[at(k + 0.25), note("+1.75", "x")] if k == 1 else [at(k + 0.25)] for k in range(4)])], **plus)
edf("zeros between lists.edf", [one(), notes(*[[t, b"\0\0\0", note(f"+{k}.5", "late")] for k, t in enumerate(plain)])], **plus)
edf("list to the end.edf", [one(), notes(*[[(t + b"+1\x14" + b"x" * 100)[:58] + b"\x14\0"] for t in plain])], **plus)
edf("gapless D.edf", [one(), notes(*[[t] for t in plain])], reserved="EDF+D")
edf("plus without annotations.edf", [one()], **plus)
edf("decimal comma.edf", [one(lowest="-100,5", highest="100,5")])
edf("exponents.edf", [one(lowest="-1.0E2", highest="1.0E+2")])
edf("digital turned.edf", [one(digitalLowest="1000", digitalHighest="-1000")])
edf("physical turned.edf", [one(lowest="100", highest="-100")])
edf("still open.edf", [one()], claimed="-1")
edf("open and cut.edf", [one()], claimed="-1", behind=b"\1\2\3")
edf("year 84.edf", [one()], date="01.01.84")
edf("year 85.edf", [one()], date="01.01.85")
edf("no date.edf", [one()], date="XX.XX.XX", time="99.99.99")
edf("micro sign.edf", [one(unit=b"\xb5V", label="Cz")])
edf("label cut by zero.edf", [one(label=b"Cz\0junk")])
edf("uneven rates.edf", [one(), {"samples": records(4), "label": "Resp"}, {"samples": records(1), "label": "Temp"}])
edf("eighths of a second.edf", [one()], seconds="0.125")
edf("ten seconds.edf", [{"samples": records(25)}], seconds="10")
edf("units.edf", [one(label=name, unit=unit) for name, unit in zip("abcde", ["mV", "V", "nV", "uv", "%"])])
edf("version with zeros.edf", [one()], version=b"0\0\0\0\0\0\0\0")
edf("prefixes.edf", [one(label="EEG Fp1-Ref"), one(label="POL $A1"), one(label="ECG EKG1")])
edf("odd count of 24 bits.bdf", [{"samples": records(15)}, {"samples": records(15), "label": "Fz"}], bdf=True, reserved="24BIT")
edf("annotations.bdf", [{"samples": records(15)}, {**notes(*[[t, note(f"+{k}.1", "one", 0.5)] for k, t in enumerate(plain)]), "label": "BDF Annotations"}], bdf=True, reserved="BDF+C")

# BrainVision.

samples = np.round(200 * np.sin(np.arange(120) * 0.2)[None] + rng.integers(-50, 50, (3, 120)))
types = {"INT_16": "<i2", "INT_32": "<i4", "IEEE_FLOAT_32": "<f4"}
marks = [
    "New Segment,,1,1,0,20131113161403794232",
    "Stimulus,S  1,20,1,0",
    "Response,R 12,40,5,0",
    "Comment,a\\1 b,60,1,2",
    "SyncStatus,Sync On,80,1,0",
    "Stimulus,,90,1,0",
]


def vision(name, number="INT_16", order="MULTIPLEXED", channels=("Fp1,,0.5,µV", "Cz,,1,µV", "Pz,,0.1,µV"), code="utf8", markers=marks, first="Brain Vision Data Exchange Header File Version 1.0", line="\r\n", more=()):
    stem = name[: -len(".vhdr")]
    lines = [first, "", "[Common Infos]", f"Codepage={'UTF-8' if code == 'utf8' else 'ANSI'}", f"DataFile={stem}.eeg"]
    lines += [f"MarkerFile={stem}.vmrk"] if markers else []
    lines += ["DataFormat=BINARY", f"DataOrientation={order}", "NumberOfChannels=3", "SamplingInterval=4000", *more]
    lines += ["[Binary Infos]", f"BinaryFormat={number}", "[Channel Infos]"]
    lines += [f"Ch{index + 1}={channel}" for index, channel in enumerate(channels)]
    write(name, line.join(lines).encode(code))
    ordered = samples.T if order == "MULTIPLEXED" else samples
    write(f"{stem}.eeg", np.ascontiguousarray(ordered).astype(types[number]).tobytes())
    beside = [f"{stem}.eeg"]
    if markers:
        head = ["Brain Vision Data Exchange Marker File, Version 1.0", "[Common Infos]", f"DataFile={stem}.eeg", "[Marker Infos]"]
        write(f"{stem}.vmrk", line.join(head + [f"Mk{i + 1}={mark}" for i, mark in enumerate(markers)]).encode(code))
        beside.append(f"{stem}.vmrk")
    add(name, *beside)


vision("16 bits.vhdr")
vision("32 bits.vhdr", number="INT_32")
vision("floats.vhdr", number="IEEE_FLOAT_32")
vision("vectorized.vhdr", order="VECTORIZED")
vision("vectorized floats.vhdr", number="IEEE_FLOAT_32", order="VECTORIZED")
vision("ansi.vhdr", code="latin1")
vision("commas and units.vhdr", channels=("Fp\\11,,0.5,µV", "Cz,Ref,1,mV", "Pz,,0.1,V"))
vision("no units.vhdr", channels=("Fp1,,0.5", "Cz,,,", "Pz,,0.1,"))
vision("more cells.vhdr", channels=("Fp1,,0.5,µV,extra", "Cz,Ref,1,uV", "Pz,,0.1,nV"))
vision("no markers.vhdr", markers=())
vision("lines of unix.vhdr", line="\n", first="Brain Vision Core Data Exchange Header File Version 2.0")
vision("two segments.vhdr", markers=[*marks, "New Segment,,100,1,0,20131113161503794232", "Stimulus,S  2,110,1,0"])
pybv.write_brainvision(data=samples * 1e-6, sfreq=250.0, ch_names=["Fp1", "Cz", "Pz"], fname_base="pybv", folder_out=folder, events=np.array([[10, 1], [20, 2]]), unit="µV", meas_date="20200101120000000000")
add("pybv.vhdr", "pybv.eeg", "pybv.vmrk")

# EEGLAB.


def rows(names, values):
    return np.array([tuple(value) for value in values], dtype=[(name, "O") for name in names])


def eeglab(name, packed=False, top=False, **changes):
    fields = {
        "setname": "s", "nbchan": 3.0, "pnts": 120.0, "trials": 1.0, "srate": 250.0, "xmin": 0.0, "xmax": 119 / 250,
        "data": samples.astype("f4"), "chanlocs": rows(["labels"], [["Fp1"], ["Cz"], ["Pz"]]), "event": np.array([]),
        "icawinv": np.array([]), "icaweights": np.array([]), "icasphere": np.array([]), "epoch": np.array([]), "etc": np.array([]), **changes,
    }  # fmt: skip
    savemat(place(name), fields if top else {"EEG": fields}, appendmat=False, do_compression=packed)
    add(name)


stimuli = rows(["type", "latency", "duration"], [["stim", 10.0, 0.0], ["resp", 20.5, 5.0], ["boundary", 60.5, 30.0], ["stim", 90.0, 0.0]])
eeglab("packed.set", packed=True, event=stimuli)
eeglab("fields alone.set", packed=True, top=True, event=stimuli)
eeglab("whole numbers.set", packed=True, srate=np.array([[250]], "u2"), nbchan=np.array([[3]], "u1"), data=samples.astype("i2"))
eeglab("kinds.set", packed=True, chanlocs=rows(["labels", "type"], [["Fp1", "EEG"], ["HEO", "EOG"], ["M1", ""]]))
eeglab("no durations.set", packed=True, event=rows(["type", "latency"], [["a", 10.0], ["b", 20.0]]))
eeglabio.raw.export_set(place("eeglabio.set"), samples * 1e-6, 250.0, ["Fp1", "Cz", "Pz"], annotations=[np.array(["a", "b"]), np.array([0.1, 0.2]), np.array([0.0, 0.1])])
add("eeglabio.set")


def matlab73(name):
    with h5py.File(place(name), "w", userblock_size=512) as file:
        references, group = file.create_group("#refs#"), file.create_group("EEG")

        def told(where, key, value, kind):
            data = where.create_dataset(key, data=value)
            data.attrs["MATLAB_class"] = np.bytes_(kind)
            return data

        def reference(value):
            key = f"r{len(references)}"
            if isinstance(value, str):
                text = np.array([[ord(letter)] for letter in value], "u2")
                data = told(references, key, text, "char")
                data.attrs["MATLAB_int_decode"] = np.int32(2)
                return data.ref
            return told(references, key, np.array([[float(value)]]), "double").ref

        for key, value in {"nbchan": 3, "pnts": 120, "trials": 1, "srate": 250, "xmin": 0, "xmax": 119 / 250}.items():
            told(group, key, np.array([[float(value)]]), "double")
        told(group, "data", samples.T.astype("f4"), "single")
        for key in ["icawinv", "icaweights", "icasphere", "epoch", "etc"]:
            told(group, key, np.array([0, 0], "u8"), "double").attrs["MATLAB_empty"] = np.int32(1)
        table = {"chanlocs": {"labels": ["Fp1", "Cz", "Pz"]}, "event": {"type": ["stim", "boundary"], "latency": [10, 60.5], "duration": [0, 30]}}
        for struct, columns in table.items():
            inner = group.create_group(struct)
            inner.attrs["MATLAB_class"] = np.bytes_("struct")
            for key, values in columns.items():
                cells = inner.create_dataset(key, (len(values), 1), dtype=h5py.ref_dtype)
                for index, value in enumerate(values):
                    cells[index, 0] = reference(value)
    with open(place(name), "r+b") as file:
        file.write(b"MATLAB 7.3 MAT-file, Platform: PCWIN64".ljust(124) + b"\0\2IM")
    add(name)


matlab73("version 7.3.set")

# Other writers of EDF.

raw = mne.io.RawArray(samples * 1e-6, mne.create_info(["Fp1", "Cz", "Pz"], 250.0, "eeg"))
raw.set_annotations(mne.Annotations([0.1, 0.2], [0, 0.1], ["a", "bé"]))
raw.export(place("edfio.edf"))
add("edfio.edf")
writer = pyedflib.EdfWriter(place("pyedflib.edf"), 3, file_type=pyedflib.FILETYPE_EDFPLUS)
shared = dict(dimension="uV", sample_frequency=120, physical_max=500, physical_min=-500, digital_max=32767, digital_min=-32768, prefilter="HP:0.1Hz LP:70Hz", transducer="")
writer.setSignalHeaders([dict(label=name, **shared) for name in ["Fp1", "Cz", "Pz"]])
writer.setStartdatetime(datetime(2020, 2, 3, 4, 5, 6))
writer.writeAnnotation(0.25, -1, "no duration")
writer.writeAnnotation(0.5, 0.25, "a duration")
writer.writeSamples(list(samples))
writer.close()
add("pyedflib.edf")


def answer(name):
    path = place(name)
    if name.endswith(".vhdr"):
        raw = mne.io.read_raw_brainvision(path, preload=True)
    elif name.endswith(".set"):
        raw = mne.io.read_raw_eeglab(path, preload=True)
    else:
        raw = (mne.io.read_raw_bdf if name.endswith(".bdf") else mne.io.read_raw_edf)(path, preload=True)
    noted = zip(raw.annotations.onset, raw.annotations.duration, raw.annotations.description)
    start = raw.info["meas_date"]
    return {
        "channels": raw.ch_names,
        "rateHz": float(raw.info["sfreq"]),
        "samples": int(raw.n_times),

        "first": [float(f"{value:.10g}") for value in raw.get_data(picks=[0])[0][:: max(1, raw.n_times // 16)]],
        "events": sorted([round(float(o), 6), round(float(d), 6), str(label)] for o, d, label in noted),
        "startedAt": None if start is None else start.strftime("%Y-%m-%dT%H:%M:%S"),
    }


def packed(name):
    with open(place(name), "rb") as file:
        return base64.b64encode(gzip.compress(file.read(), 9, mtime=0)).decode()


with open(os.path.join(here, "otherWriters.json"), "w") as file:
    told = [{"name": name, "files": {each: packed(each) for each in (name, *beside)}, **answer(name)} for name, beside in cases]
    json.dump({"mne": mne.__version__, "cases": told}, file, ensure_ascii=False, separators=(",", ":"))
    file.write("\n")
