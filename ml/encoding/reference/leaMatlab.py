"""
The authors' own run of lea's demo, as MATLAB kept it (shared/neuro/lea_matlab, CC0): what its benchmark shows beside ours.

    python3 ml/encoding/reference/leaMatlab.py ../shared/neuro/lea_matlab > ml/encoding/reference/leaMatlab.json
"""

import json
import sys
from pathlib import Path

import h5py

folder = Path(sys.argv[1])
with h5py.File(folder / "mdl2_mdl.mat") as model, h5py.File(folder / "mdl2_rnd.mat") as null:
    job = model["Job"]
    accuracy = model["Mdl/Acc"][()].reshape(2, 7).tolist()
    p = null["Rnd/PvalUnc"][()].ravel().tolist()
    print(
        json.dumps(
            {
                "delaysSeconds": job["DelaysSmp"][()].ravel().tolist(),
                "highPassHz": job["HighPassHz"][()].item(),
                "trimSeconds": job["RelToiSec"][()].ravel()[0].item(),
                "nulls": job["nRands"][()].item(),
                "scales": {
                    name: {"rPerSong": accuracy[index], "p": p[index]} for index, name in enumerate(["touched", "beauty"])
                },
            },
            indent=1,
        )
    )
