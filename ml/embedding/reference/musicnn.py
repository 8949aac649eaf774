"""What MusiCNN says of a sound that both languages can make, by librosa and onnxruntime, for musicnn.test.ts.

Run: pip install librosa==0.11.0 onnxruntime; python musicnn.py FOLDER_OF_MODELS > musicnn.json
"""

import json
import sys
from pathlib import Path

import librosa
import numpy as np
import onnxruntime

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "audio" / "reference"))
from signals import SIGNALS  # noqa: E402

SIGNAL, SAMPLES = "chord", 80000


def patches(sound: np.ndarray) -> np.ndarray:
    """[patches, 187, 96]"""
    mel = librosa.feature.melspectrogram(
        y=sound, sr=16000, n_fft=512, hop_length=256, n_mels=96, pad_mode="reflect", fmin=0, fmax=8000
    )
    frames = np.log10(1 + 10000 * mel).T.astype(np.float32)
    return np.stack([frames[start : start + 187] for start in range(0, len(frames) - 186, 93)])


def answers(graph: Path, outputs: list[str], windows: np.ndarray) -> dict[str, list]:
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    found = session.run(outputs, {"mel": windows})
    return {name: rows.astype(float).round(6).tolist() for name, rows in zip(outputs, found)}


folder = Path(sys.argv[1])
windows = patches(SIGNALS[SIGNAL](SAMPLES).astype(np.float32))
models = {
    name: answers(folder / f"{name}_musicnn.onnx", ["tags", "dense_biasadd"], windows) for name in ("MSD", "MTT")
}
versions = {"librosa": librosa.__version__, "onnxruntime": onnxruntime.__version__}
json.dump({**versions, "signal": SIGNAL, "samples": SAMPLES, "models": models}, sys.stdout, separators=(",", ":"))
print()
