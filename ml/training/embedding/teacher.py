"""What MusiCNN (Pons and Serra 2019) says of the corpus: the targets of the distillation."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

PATCH_FRAMES = 187
PATCH_HOP_FRAMES = 187.5
"""Three seconds, six half seconds: patches stay in step with the embedding's half seconds."""

MOST_PATCHES = 16
"""48 s of a track: more of the same piece teaches little."""

WEIGHTS = ("MSD_musicnn", "MTT_musicnn")
OUTPUTS = ("dense_biasadd", "tags", "max_pool", "mean_pool")

_sessions: dict = {}


def patch_starts(frame_count: int) -> np.ndarray:
    """First frames of the patches that lie wholly within a track, MOST_PATCHES at most."""
    count = int((frame_count - PATCH_FRAMES) // PATCH_HOP_FRAMES) + 1
    return np.round(np.arange(min(max(count, 0), MOST_PATCHES)) * PATCH_HOP_FRAMES).astype(int)


def teach(frames: np.ndarray, models: Path) -> dict[str, np.ndarray]:
    """Outputs of both weight files for every patch of a track, float16, under `MSD_musicnn/tags` and so on."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    patches = np.stack([frames[start : start + PATCH_FRAMES] for start in patch_starts(len(frames))]).astype(np.float32)
    answers = {}
    for weights in WEIGHTS:
        if weights not in _sessions:
            _sessions[weights] = onnxruntime.InferenceSession(str(models / f"{weights}.onnx"), options)
        parts = [_sessions[weights].run(OUTPUTS, {"mel": patches[i : i + 8]}) for i in range(0, len(patches), 8)]
        for name, values in zip(OUTPUTS, zip(*parts)):
            answers[f"{weights}/{name}"] = np.concatenate(values).astype(np.float16)
    return answers


def _cache_one(task: tuple[Path, Path, Path]) -> None:
    frames_path, target, models = task
    frames = np.load(frames_path)
    if len(frames) < PATCH_FRAMES:
        return
    partial = target.with_suffix(".partial.npz")
    np.savez(partial, **teach(frames, models))
    partial.rename(target)


def cache_teacher(frames: dict[str, Path], cache: Path, models: Path, processes: int) -> dict[str, Path]:
    """The teacher's outputs of every track as .npz in `cache`; tracks shorter than a patch are left out."""
    cache.mkdir(parents=True, exist_ok=True)
    targets = {key: cache / f"{key}.npz" for key in frames}
    missing = [(path, targets[key], models) for key, path in frames.items() if not targets[key].exists()]
    print(f"teacher: {len(missing)} of {len(frames)} tracks to compute", flush=True)
    with ProcessPoolExecutor(processes) as pool:
        for done, _ in enumerate(pool.map(_cache_one, missing, chunksize=4), start=1):
            if done % 200 == 0:
                print(f"  {done} of {len(missing)}", flush=True)
    return {key: path for key, path in targets.items() if path.exists()}
