"""For eeglab.test.ts: data sets of EEGLAB as scipy and h5py write them: python3 matFiles.py writes matFiles.json beside it.

scipy 1, h5py 3. The files of version 7.3 follow MATLAB's layout (MATLAB_class, references for struct arrays, words as
16-bit numbers, a header of 512 bytes), which the files of ../shared/neuro/lea_matlab show.
"""

import base64
import io
import json
import os
import tempfile

import h5py
import numpy as np
import scipy
from scipy.io import savemat

random = np.random.default_rng(7)
here = os.path.dirname(os.path.abspath(__file__))


def one_set(channels, points, trials, number_type):
    shape = (channels, points) if trials == 1 else (channels, points, trials)
    data = (random.normal(size=shape) * 20).astype(number_type)
    events = [
        {"type": "square", "latency": 11.5, "duration": 0.0},
        {"type": 7.0, "latency": 3.0, "duration": 4.0},
        {"type": "boundary", "latency": 20.0, "duration": np.zeros((0, 0))},
    ]
    places = [{"labels": f"E{index + 1}", "type": "EOG" if index == 1 else "", "X": 0.5} for index in range(channels)]
    return {
        "setname": "t",
        "nbchan": channels,
        "pnts": points,
        "trials": trials,
        "srate": 50.0,
        "xmin": 0.0,
        "data": data,
        "chanlocs": places,
        "event": events,
        "reject": {"rejjp": np.arange(4.0)},
        "history": "a\nb",
    }


def record_array(items):
    names = list(items[0])
    made = np.zeros((1, len(items)), dtype=[(name, object) for name in names])
    for index, item in enumerate(items):
        made[0, index] = tuple(item[name] for name in names)
    return made


def by_scipy(eeg, packed, whole):
    content = {**eeg, "chanlocs": record_array(eeg["chanlocs"]), "event": record_array(eeg["event"])}
    buffer = io.BytesIO()
    savemat(buffer, {"EEG": content} if whole else content, do_compression=packed)
    return buffer.getvalue()


def write_value(group, name, value):
    if isinstance(value, str):
        kept = np.array([[ord(letter)] for letter in value], dtype="u2") if value else np.array([0, 0], dtype="u8")
        made, kind = group.create_dataset(name, data=kept), "char"
        if not value:
            made.attrs["MATLAB_empty"] = np.uint8(1)
    else:
        array = np.atleast_2d(np.asarray(value))
        kind = "single" if array.dtype == np.float32 else "double"
        if array.size == 0:
            made = group.create_dataset(name, data=np.array(array.shape, dtype="u8"))
            made.attrs["MATLAB_empty"] = np.uint8(1)
        elif array.size > 100:
            made = group.create_dataset(name, data=array.T, compression="gzip", chunks=True)
        else:
            made = group.create_dataset(name, data=array.T)
    made.attrs["MATLAB_class"] = np.bytes_(kind)
    return made


def write_struct_array(file, group, name, items):
    made = group.create_group(name)
    made.attrs["MATLAB_class"] = np.bytes_("struct")
    references = file.require_group("#refs#")
    for field in items[0]:
        found = [[write_value(references, f"r{len(references)}", item[field]).ref] for item in items]
        made.create_dataset(field, data=np.array(found, dtype=h5py.ref_dtype), dtype=h5py.ref_dtype)


def by_h5py(eeg, whole):
    with tempfile.TemporaryDirectory() as place:
        path = os.path.join(place, "a.mat")
        with h5py.File(path, "w", userblock_size=512) as file:
            group = file.create_group("EEG") if whole else file
            if whole:
                group.attrs["MATLAB_class"] = np.bytes_("struct")
            for name, value in eeg.items():
                if isinstance(value, list):
                    write_struct_array(file, group, name, value)
                elif isinstance(value, dict):
                    inner = group.create_group(name)
                    inner.attrs["MATLAB_class"] = np.bytes_("struct")
                    for key, entry in value.items():
                        write_value(inner, key, entry)
                else:
                    write_value(group, name, value)
        content = bytearray(open(path, "rb").read())
    head = b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(116) + b" " * 8 + b"\x00\x02IM"
    content[: len(head)] = head
    return bytes(content)


def case(name, eeg, content):
    samples = eeg["data"].reshape(eeg["nbchan"], -1, order="F").astype(np.float64)
    return {"name": name, "base64": base64.b64encode(content).decode(), "trials": eeg["trials"], "samples": samples.tolist()}


cases = []
for name, shape in (("continuous", (3, 60, 1, "f4")), ("epochs", (2, 20, 3, "f8")), ("whole numbers", (3, 30, 1, "i2"))):
    eeg = one_set(*shape)
    cases.append(case(f"{name}, plain", eeg, by_scipy(eeg, False, True)))
    cases.append(case(f"{name}, packed", eeg, by_scipy(eeg, True, True)))
    cases.append(case(f"{name}, fields as variables", eeg, by_scipy(eeg, True, False)))
    if shape[3] != "i2":
        cases.append(case(f"{name}, 7.3", eeg, by_h5py(eeg, True)))
        cases.append(case(f"{name}, 7.3, fields as variables", eeg, by_h5py(eeg, False)))

dump = {
    "command": "python3 matFiles.py",
    "versions": {"scipy": scipy.__version__, "h5py": h5py.__version__, "numpy": np.__version__},
    "cases": cases,
}
with open(os.path.join(here, "matFiles.json"), "w") as file:
    json.dump(dump, file, separators=(",", ":"))
    file.write("\n")
