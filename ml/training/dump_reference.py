"""Write ml/emotion/reference.json: what Python says of frames that both languages can make, for the TypeScript tests.

    python ml/training/dump_reference.py
"""

import json
import os
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the runtime is loaded

import numpy as np
import onnxruntime
from scipy.optimize import brentq

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


def eased(movement: np.ndarray, level: np.ndarray) -> np.ndarray:
    """Movement [h, 2] whose quiet ends, of at most 10 s, are drawn to the mean of the 2.5 s behind them."""
    share = np.minimum(1, level / (0.5 * np.median(level)))
    for _ in range(2):
        begun = np.maximum.accumulate(share)
        fade = min(int(np.argmax(begun >= 1)) if begun[-1] >= 1 else len(begun) - 1, 20)
        after = movement[fade : fade + 5].mean(axis=0)
        movement = np.vstack([after + begun[:fade, None] * (movement[:fade] - after), movement[fade:]])[::-1]
        share = share[::-1]
    return movement


def softened(values: np.ndarray) -> np.ndarray:
    """Values up to 0.5 as they are, beyond bent to stay below 1."""
    beyond = np.maximum(0, np.abs(values) - 0.5) / 0.5
    return np.sign(values) * (np.minimum(np.abs(values), 0.5) + 0.5 * beyond / np.sqrt(1 + beyond**2))


def about(point: float, movement: np.ndarray) -> np.ndarray:
    """The softened curve that moves so and has its mean at the point."""
    return softened(movement + brentq(lambda middle: softened(movement + middle).mean() - point, -4, 4, xtol=1e-12))


def half_second_levels(frames: np.ndarray, half_seconds: int) -> np.ndarray:
    """The mean of each half second's log-mel frames, of which 62.5 are a second."""
    of = np.floor(np.arange(len(frames)) / 31.25).astype(int)
    return np.array([frames[of == min(h, of[-1])].mean() for h in range(half_seconds)])


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
    level = half_second_levels(reference_frames(), len(rows))
    moved = factor * eased(movement_of(rows, definition["movement"]["windows"]), level)
    curve = np.stack([about(point[axis], moved[:, axis]) for axis in (0, 1)], axis=1)
    answer = {
        "frames": FRAMES, "embedding": features[:200], "harmony": tonal, "thirdEmbedding": embedding[2],
        "presence": presence, "point": point, "pointDeviation": deviation, "curve": curve,
    }
    plain = {k: v if isinstance(v, int) else np.asarray(v, float).round(7).tolist() for k, v in answer.items()}
    (ML / "emotion" / "reference.json").write_text(json.dumps(plain) + "\n")


if __name__ == "__main__":
    main()
