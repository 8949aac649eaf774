"""Write ml/emotion/reference.json: what Python says of frames that both languages can make, for the TypeScript tests.

    python ml/training/dump_reference.py
"""

import json
from pathlib import Path

import numpy as np
import onnxruntime

from front_end import load_front_end
from mel_pool import BANDS, all_window_features, gate, half_second_sums, window_features

ML = Path(__file__).resolve().parent.parent
FRAMES = 700


def reference_frames() -> np.ndarray:
    """Log-mel frames of a sound that pulses and swells: a slow and a fast sine over bands and time, and noise of the
    linear congruential generator of Numerical Recipes."""
    state, noise = 1, np.empty(FRAMES * BANDS)
    for i in range(len(noise)):
        state = (1664525 * state + 1013904223) % 2**32
        noise[i] = state / 2**32
    frame, band = np.divmod(np.arange(FRAMES * BANDS), BANDS)
    swell = 2 + np.sin(frame / 150) + 0.8 * np.sin(frame * 0.7 + band * 0.05)
    return np.maximum(0, swell + noise - band / 40).astype(np.float32).reshape(FRAMES, BANDS)


def main() -> None:
    definition = json.loads((ML / "models" / "emotion-1.json").read_text())
    session = onnxruntime.InferenceSession(ML / "models" / "emotion-1.onnx", providers=["CPUExecutionProvider"])
    sums = half_second_sums(reference_frames(), load_front_end())
    windows = all_window_features(sums, definition["windowHalfSeconds"]).astype(np.float32)
    whole = window_features(sums, 0, len(sums)).astype(np.float32)
    embedding, _, _ = session.run(None, {"features": whole[None]})
    _, emotion, deviation = session.run(None, {"features": windows})
    weights = gate(sums)
    point = weights @ emotion / weights.sum()
    factor = np.array(list(definition["movement"]["factor"].values()))
    curve = np.clip(point + factor * (emotion - point), -1, 1)
    answer = {
        "frames": FRAMES,
        "halfSeconds": len(sums),
        "wholeFeatures": whole, "thirdWindowFeatures": windows[2], "gate": weights, "embedding": embedding[0],
        "point": point, "pointDeviation": weights @ deviation / weights.sum(), "curve": curve,
    }
    plain = {k: v if isinstance(v, int) else np.asarray(v, float).round(7).tolist() for k, v in answer.items()}
    (ML / "emotion" / "reference.json").write_text(json.dumps(plain) + "\n")


if __name__ == "__main__":
    main()
