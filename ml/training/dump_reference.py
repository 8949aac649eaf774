"""Write ml/emotion/reference.json: what Python says of frames that both languages can make, for the TypeScript tests.

    python ml/training/dump_reference.py
"""

import json
import os
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the runtime is loaded

import numpy as np
import onnxruntime

from emotion.movement import window_means
from emotion.pieces import statistics
from emotion.sources import embedder
from harmony import harmony

ML = Path(__file__).resolve().parent.parent
VERSION = "emotion-3"
FRAMES = 700
BANDS = 96


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


def reference_pitch_classes(half_seconds: int) -> np.ndarray:
    """Pitch classes that swell and fade, [halfSeconds, 12]."""
    half_second, pitch_class = np.divmod(np.arange(half_seconds * 12), 12)
    swell = np.sin(half_second / 9 + pitch_class * pitch_class) + 0.4 * np.cos(half_second * pitch_class)
    return np.maximum(0, swell).astype(np.float32).reshape(-1, 12)


def movement_of(rows: np.ndarray, windows: list[dict]) -> np.ndarray:
    """Movement of every half second, [h, 2], with mean 0."""
    maps = [np.array([w["valence"], w["arousal"]]).T for w in windows]
    parts = [window_means(rows, w["kind"], w["halfSeconds"]) @ own for w, own in zip(windows, maps)]
    total = np.sum(parts, axis=0)
    return total - total.mean(axis=0)


def main() -> None:
    definition = json.loads((ML / "models" / f"{VERSION}.json").read_text())
    embedding, presence = embedder(ML / "models" / definition["network"])(reference_frames())
    tonal = harmony(reference_pitch_classes(len(embedding)))
    rows = np.hstack([embedding, tonal])
    features = statistics(rows, presence)[: rows.shape[1]]
    head = onnxruntime.InferenceSession(ML / "models" / f"{VERSION}.onnx")
    given = {"features": features[None].astype(np.float32)}
    point, deviation = (v[0] for v in head.run(["emotion", "deviation"], given))
    factor = np.array([definition["movement"]["factor"][axis] for axis in ("valence", "arousal")])
    curve = np.clip(point + factor * movement_of(rows, definition["movement"]["windows"]), -1, 1)
    answer = {
        "frames": FRAMES, "embedding": features[:200], "harmony": tonal, "thirdEmbedding": embedding[2],
        "presence": presence, "point": point, "pointDeviation": deviation, "curve": curve,
    }
    plain = {k: v if isinstance(v, int) else np.asarray(v, float).round(7).tolist() for k, v in answer.items()}
    (ML / "emotion" / "reference.json").write_text(json.dumps(plain) + "\n")


if __name__ == "__main__":
    main()
