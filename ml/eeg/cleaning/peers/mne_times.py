"""Seconds and largest memory of MNE-Python's filters, SciPy's change of rate and an average reference: 64 channels at
512 Hz, as many seconds as told, generated before the clock starts, on one thread."""

import json
import os
import resource
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import mne
import numpy as np
from scipy import signal

mne.set_log_level("ERROR")
samples = int(float(sys.argv[1]) * 512)
rng = np.random.default_rng(1)
data = 100 + 20 * rng.standard_normal((64, samples))
start = time.perf_counter()
data = mne.filter.filter_data(data, 512, 1, 45, copy=False)
data = mne.filter.notch_filter(data, 512, [50.0], copy=False)
data = signal.resample_poly(data, 1, 4, axis=-1)
data -= data.mean(axis=0)
seconds = time.perf_counter() - start
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": round(seconds, 2), "megabytes": round(megabytes)}))
