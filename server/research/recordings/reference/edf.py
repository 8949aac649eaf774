"""What MNE-Python reads in the EDF+ file that our writer makes of the example of the tests.

    node --import tsx -e "import('./server/research/recordings/testing/exampleEdf.testing.ts')
        .then(({ writeExampleEdf }) => writeExampleEdf('example.edf'))"
    python server/research/recordings/reference/edf.py example.edf > server/research/recordings/reference/edf.json
"""

import hashlib
import json
import sys

import mne

path = sys.argv[1]
names = mne.io.read_raw_edf(path, verbose="error").ch_names


def channel(name):
    # Alone, so that it keeps its own rate.
    raw = mne.io.read_raw_edf(path, include=[name], preload=True, verbose="error")
    volts = raw.get_data()[0]
    return {
        "name": name,
        "unit": raw._orig_units[name],
        "rateHz": raw.info["sfreq"],
        "samples": len(volts),
        "firstVolts": volts[:5].tolist(),
        "lastVolts": volts[-5:].tolist(),
        "sumOfVolts": float(volts.sum()),
    }


raw = mne.io.read_raw_edf(path, verbose="error")
print(
    json.dumps(
        {
            "mne": mne.__version__,
            "sha256": hashlib.sha256(open(path, "rb").read()).hexdigest(),
            "startedAt": raw.info["meas_date"].isoformat(),
            "participant": raw.info["subject_info"]["his_id"],
            "lowPassHz": raw.info["lowpass"],
            "channels": [channel(name) for name in names],
            "annotations": [
                {"onsetSeconds": a["onset"], "durationSeconds": a["duration"], "label": a["description"]}
                for a in raw.annotations
            ],
        },
        indent=2,
        ensure_ascii=False,
    )
)
