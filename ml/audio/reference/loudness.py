"""Integrated loudness by two other implementations, for loudnessMeter.test.ts.

Run: pip install pyloudnorm==0.2.0, ffmpeg on the path; python loudness.py > loudness.json
The sounds are white noise whose level changes in steps, so that both gates matter.
"""

import json
import re
import subprocess
import sys

import numpy as np
import pyloudnorm

from signals import noise

# Rate in Hz, ffmpeg's name of the layout, number of channels.
CASES = [
    (8000, "mono", 1),
    (11025, "mono", 1),
    (22050, "stereo", 2),
    (44100, "stereo", 2),
    (48000, "stereo", 2),
    (48000, "quad", 4),
    (48000, "5.0", 5),
    (48000, "5.1", 6),
    (96000, "mono", 1),
]
# Gain of each half second.
GAINS = [0.1, 0.5, 0.0001, 0.02, 0.3, 0.001]


def sound(rate_hz: int, channels: int) -> np.ndarray:
    count = rate_hz // 2
    columns = []
    for channel in range(channels):
        white = noise(count * len(GAINS), seed=channel + 1)
        columns.append(white * np.repeat(GAINS, count) / (channel + 1))
    return np.stack(columns, axis=1).astype(np.float32)


def by_ffmpeg(samples: np.ndarray, rate_hz: int, layout: str) -> float | None:
    # It cuts the 100 ms between blocks to whole samples, which moves blocks over the edges of these sounds.
    if rate_hz % 10 != 0:
        return None
    command = ["ffmpeg", "-hide_banner", "-f", "f32le", "-ar", str(rate_hz)]
    command += ["-ac", str(samples.shape[1]), "-channel_layout", layout, "-i", "-", "-af", "ebur128", "-f", "null", "-"]
    log = subprocess.run(command, input=samples.tobytes(), capture_output=True, check=True).stderr.decode()
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", log)[-1])


def by_pyloudnorm(samples: np.ndarray, rate_hz: int, layout: str) -> float | None:
    # It knows up to five channels, in the order L R C Ls Rs.
    if layout == "quad":
        return None
    known = np.delete(samples, 3, axis=1) if layout == "5.1" else samples
    return round(float(pyloudnorm.Meter(rate_hz, filter_class="DeMan").integrated_loudness(known.astype(np.float64))), 4)


cases = []
for rate_hz, layout, channels in CASES:
    samples = sound(rate_hz, channels)
    cases.append(
        {
            "sampleRateHz": rate_hz,
            "layout": layout,
            "channels": channels,
            "ffmpegLufs": by_ffmpeg(samples, rate_hz, layout),
            "pyloudnormLufs": by_pyloudnorm(samples, rate_hz, layout),
        }
    )
json.dump({"pyloudnorm": "0.2.0", "ffmpeg": "5.1", "gains": GAINS, "cases": cases}, sys.stdout, indent=1)
print()
