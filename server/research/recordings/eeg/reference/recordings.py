"""For againstMne.test.ts: what MNE-Python says of real recordings: python3 recordings.py FOLDER writes recordings.json beside it.

FOLDER is ../shared/neuro/eeg_files. MNE-Python 1.13.2, scipy, pandas. MNE gives volts; here everything is in the unit
that the file names (a stored value of 1 uV is 1). Each channel is read alone where rates differ, for MNE resamples
channels of a slower rate when it reads them together. Per channel: number of samples, mean, standard deviation, first,
last and every n-th sample, and a checksum: the sum over i (counted from 0) of sample[i] * ((i mod 97) + 1), relative to
the sum of absolute values, so that no sample can be wrong or out of its place unseen.
"""

import json
import os
import sys
import warnings

import mne
import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
mne.set_log_level("error")
root = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
every = 211

edf = [
    "eeglab/test.edf",
    "mne/duplicate_channel_labels.edf",
    "mne/test.bdf",
    "mne/test.edf",
    "mne/test_bdf_stim_channel.bdf",
    "mne/test_edf_stim_channel.edf",
    "mne/test_stim_channel.edf",
    "pyedflib/test_generator.bdf",
    "pyedflib/test_subsecond.edf",
    "pyedflib/test_utf8.edf",
]
vision = ["mne/test.vhdr", "eeglab/testbva.vhdr"]
sets = ["eeglab/eeglab_data.set"]


def summary(values):
    values = np.asarray(values, dtype=np.float64)
    weights = (np.arange(len(values)) % 97) + 1
    return {
        "samples": len(values),
        "mean": float(values.mean()),
        "standardDeviation": float(values.std()),
        "first": float(values[0]),
        "last": float(values[-1]),
        "every": [float(f"{value:.12g}") for value in values[::every][:24]],
        "checksum": float((values * weights).sum() / max(1e-300, np.abs(values * weights).sum())),
    }


def events(raw):
    annotations = raw.annotations
    found = [
        [float(onset), float(duration), str(label)]
        for onset, duration, label in zip(annotations.onset, annotations.duration, annotations.description)
    ]
    # Triggers of status channels: every change of the 16 lower bits to another number than 0.
    for index, kind in enumerate(raw.get_channel_types()):
        if kind != "stim":
            continue
        triggers = mne.find_events(
            raw,
            stim_channel=raw.ch_names[index],
            shortest_event=1,
            consecutive=True,
            mask=0xFFFF,
            mask_type="and",
            min_duration=0,
        )
        found += [[float((sample - raw.first_samp) / raw.info["sfreq"]), 0.0, str(int(code))] for sample, _, code in triggers]
    return sorted(found, key=lambda event: (event[0], event[2]))


def scale(raw, index):
    """What a value of MNE is to be multiplied by to be in the file's unit."""
    unit = raw._orig_units.get(raw.ch_names[index], "")
    return {"µV": 1e6, "uV": 1e6, "mV": 1e3, "µS": 1e6, "uS": 1e6}.get(unit, 1)


def edf_file(name):
    path = os.path.join(root, name)
    read = mne.io.read_raw_bdf if name.endswith(".bdf") else mne.io.read_raw_edf
    raw = read(path, preload=True)
    extras = raw._raw_extras[0]
    rates = extras["n_samps"][extras["sel"]]
    channels = []
    for index, channel in enumerate(raw.ch_names):
        alone = raw
        if len(set(rates)) > 1:
            alone = read(path, include=[channel], preload=True)
            values, kind = alone.get_data()[0], alone.get_channel_types()[0]
            factor = scale(alone, 0)
        else:
            values, kind = raw.get_data(picks=[index])[0], raw.get_channel_types()[index]
            factor = scale(raw, index)
        # MNE names one unit for a file whose channels are all voltages; status lines have none.
        factor = 1 if kind == "stim" else factor
        channels.append({"name": channel, "rateHz": float(alone.info["sfreq"]), **summary(values * factor)})
    return {"name": name, "channels": channels, "events": events(raw), "seconds": float(raw.n_times / raw.info["sfreq"])}


def other_file(name, raw, factor):
    channels = [
        {"name": channel, "rateHz": float(raw.info["sfreq"]), **summary(raw.get_data(picks=[index])[0] * factor(raw, index))}
        for index, channel in enumerate(raw.ch_names)
    ]
    return {"name": name, "channels": channels, "events": events(raw), "seconds": float(raw.n_times / raw.info["sfreq"])}


files = [edf_file(name) for name in edf]
# MNE keeps what it multiplies a BrainVision channel's unit by as its range.
files += [
    other_file(name, mne.io.read_raw_brainvision(os.path.join(root, name), preload=True), lambda raw, index: 1 / raw.info["chs"][index]["range"])
    for name in vision
]
files += [other_file(name, mne.io.read_raw_eeglab(os.path.join(root, name), preload=True), lambda *_: 1e6) for name in sets]

# MNE reads no CSV of Mind Monitor: pandas does.
muse_name = "eeglab/testmusemonitor.csv"
lines = open(os.path.join(root, muse_name)).read().splitlines()
names = lines[0].split(",")
table = pd.DataFrame([row.split(",") + [""] * (len(names) - len(row.split(","))) for row in lines[1:]], columns=names)
seconds = pd.to_datetime(table["TimeStamp"])
muse = {
    "name": muse_name,
    "meanRateHz": float((len(table) - 1) / (seconds.iloc[-1] - seconds.iloc[0]).total_seconds()),
    "channels": [{"name": name, **summary(table[name].astype(float))} for name in names[1:-1]],
}

dump = {
    "command": "python3 recordings.py ../shared/neuro/eeg_files",
    "versions": {"mne": mne.__version__, "numpy": np.__version__, "pandas": pd.__version__},
    "every": every,
    "files": files,
    "muse": muse,
}
with open(os.path.join(here, "recordings.json"), "w") as file:
    json.dump(dump, file, ensure_ascii=False, separators=(",", ":"))
    file.write("\n")
