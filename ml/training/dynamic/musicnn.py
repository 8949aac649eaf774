"""MusiCNN's 200 numbers every half second, as a stand-in for the project's own embedding and as a row of its own."""

from pathlib import Path

import numpy as np
import onnxruntime

PATCH_FRAMES = 187
HOP_FRAMES = 62.5
"""A patch a second; half seconds between two patches are interpolated."""


def musicnn_half_seconds(frames: np.ndarray, half_seconds: int, session: onnxruntime.InferenceSession) -> np.ndarray:
    """The `dense_biasadd` output at the middle of every half second, float16 [half_seconds, 200].

    frames: log-mel [n, 96]. Patches are centred on the middles of the seconds and moved inside the track at its ends.
    """
    padded = np.pad(frames.astype(np.float32), ((0, max(0, PATCH_FRAMES - len(frames))), (0, 0)))
    centres = np.arange(HOP_FRAMES / 2, max(half_seconds * HOP_FRAMES / 2, HOP_FRAMES), HOP_FRAMES)
    starts = np.clip(np.round(centres - PATCH_FRAMES / 2), 0, len(padded) - PATCH_FRAMES).astype(int)
    patches = padded[starts[:, None] + np.arange(PATCH_FRAMES)]
    parts = [session.run(["dense_biasadd"], {"mel": patches[i : i + 16]})[0] for i in range(0, len(patches), 16)]
    values = np.concatenate(parts)
    middles = np.arange(half_seconds) * HOP_FRAMES / 2 + HOP_FRAMES / 4
    at = np.clip((middles - centres[0]) / HOP_FRAMES, 0, len(values) - 1)
    below = np.floor(at).astype(int)
    above = np.minimum(below + 1, len(values) - 1)
    share = (at - below)[:, None]
    return ((1 - share) * values[below] + share * values[above]).astype(np.float16)


def cache_musicnn(frames: dict[str, Path], lengths: dict[str, int], model: Path, cache: Path) -> dict[str, Path]:
    """The numbers of every track as .npy files in `cache`; files already there are kept."""
    cache.mkdir(parents=True, exist_ok=True)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    targets = {key: cache / f"{key}.npy" for key in frames}
    missing = [key for key in frames if not targets[key].exists()]
    print(f"MusiCNN: {len(missing)} of {len(frames)} tracks to compute", flush=True)
    for done, key in enumerate(missing, start=1):
        values = musicnn_half_seconds(np.load(frames[key]), lengths[key], session)
        np.save(targets[key].with_suffix(".partial.npy"), values)
        targets[key].with_suffix(".partial.npy").rename(targets[key])
        if done % 50 == 0:
            print(f"  {done} of {len(missing)}", flush=True)
    return targets
