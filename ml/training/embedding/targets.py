"""The teacher's outputs as targets: standardised, correlated ones joined, each group of outputs weighing its share."""

from pathlib import Path

import numpy as np

from embedding.teacher import OUTPUTS, WEIGHTS

COMPONENTS = {"dense_biasadd": 200, "tags": 50, "max_pool": 160, "mean_pool": 160}
SHARES = {"dense_biasadd": 2.0, "tags": 1.0, "max_pool": 1.0, "mean_pool": 1.0}


def load_targets(files: dict[str, Path], fitted_on: set[str]) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Targets of every track, float32 [patches, T], and the weight of each target in the loss, [T].

    Every output is standardised and the pooled layers are brought to their first principal components, with means and
    components of the tracks `fitted_on`. Within a group the components keep their variance and sum to one.
    """
    parts: dict[str, list[np.ndarray]] = {key: [] for key in files}
    weights = []
    for model in WEIGHTS:
        for output in OUTPUTS:
            raw = {key: _values(path, model, output) for key, path in files.items()}
            mean, basis, scale = _basis(
                np.concatenate([raw[key] for key in files if key in fitted_on]), COMPONENTS[output]
            )
            for key, values in raw.items():
                parts[key].append(((values - mean) / scale @ basis).astype(np.float32))
            weights.append(np.full(basis.shape[1], SHARES[output] / len(scale)))
    return {key: np.hstack(values) for key, values in parts.items()}, np.concatenate(weights)


def _values(path: Path, model: str, output: str) -> np.ndarray:
    values = np.load(path)[f"{model}/{output}"].astype(np.float32)
    if output != "tags":
        return values
    share = np.clip(values, 1e-4, 1 - 1e-4)
    return np.log(share / (1 - share))


def _basis(values: np.ndarray, components: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    mean, scale = values.mean(axis=0), values.std(axis=0) + 1e-3
    standard = (values - mean) / scale
    _, vectors = np.linalg.eigh(standard.T @ standard / len(standard))
    return mean, vectors[:, ::-1][:, :components], scale
