"""Write the tiny graphs beside this file, and what PyTorch says of windows that TypeScript makes too, for the tests.

python ml/eeg/model/reference/streams.py
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "training"))

from eeg.export import EegGraph, MusicGraph, export  # noqa: E402
from eeg.network import build  # noqa: E402
from eeg.settings import NetworkSizes  # noqa: E402

WINDOWS, STEPS, FEATURES, WIDTH = 5, 4, 6, 8
SIZES = NetworkSizes(first=5, second=7, described=6, attention=3, common=32, discriminator=4)
GRAPHS = {"joint": (("valence", "arousal"), True), "personalArousal": (("arousal",), False)}


def waves(*shape: int) -> np.ndarray:
    """What TypeScript makes too."""
    return np.sin(np.arange(np.prod(shape)) * 1.3).reshape(shape).astype(np.float32)


def answers(graph: torch.nn.Module, inputs: list[np.ndarray], names: list[str]) -> dict:
    with torch.no_grad():
        outputs = graph.eval()(*map(torch.from_numpy, inputs))
    return {name: values.numpy().astype(float).round(7).tolist() for name, values in zip(names, outputs)}


def main() -> None:
    features, embedding, baseline = waves(WINDOWS, STEPS, FEATURES), waves(WINDOWS, WIDTH), waves(FEATURES) / 2
    told = {}
    for seed, (name, (dimensions, any_listener)) in enumerate(GRAPHS.items()):
        torch.manual_seed(seed)
        network = build((features.reshape(-1, FEATURES), embedding), SIZES, len(dimensions)).eval()
        examples = {"features": features, "embedding": embedding, **({"baseline": baseline} if any_listener else {})}
        export(network, dimensions, HERE / name, examples)
        given = [features, *([baseline] if any_listener else [])]
        outputs = ["common", *dimensions]
        told[name] = {
            "eeg": answers(EegGraph(network), given, [*outputs, "attention"]),
            "music": answers(MusicGraph(network), [embedding], outputs),
        }
    (HERE / "streams.json").write_text(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
