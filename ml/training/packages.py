"""The versions that a model was trained with, for its record."""

import platform
from importlib.metadata import PackageNotFoundError, version

NAMES = (
    "numpy",
    "scipy",
    "scikit-learn",
    "torch",
    "onnx",
    "onnxruntime",
    "soundfile",
    "soxr",
    "pretty_midi",
    "opensmile",
)


def versions() -> dict[str, str]:
    """Python and every package of requirements.txt that is installed."""
    found = {"python": platform.python_version()}
    for name in NAMES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
