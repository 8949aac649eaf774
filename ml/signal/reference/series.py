"""What ridge_utils, scipy, numpy and scikit-learn make of series that both languages can write down.

Run: pip install numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
     git clone https://github.com/HuthLab/deep-fMRI-dataset (at eaaa5cd)
     PYTHONPATH=deep-fMRI-dataset/encoding/ridge_utils python series.py > series.json
"""

import json

import numpy as np
from interpdata import lanczosinterp2D
from scipy import fft, stats
from scipy.spatial.distance import cosine, euclidean
from sklearn.decomposition import PCA


def series(rows: int, columns: int) -> np.ndarray:
    row, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    return np.sin(0.21 * row * (1 + column)) + 0.3 * np.cos(1.7 * row + column**2) + 0.01 * row * (column + 1)


def lanczos() -> dict:
    values = series(200, 3)
    even, uneven = 0.1 * np.arange(200), 0.1 * np.arange(200) + 0.04 * np.sin(np.arange(200))
    new = 1.0 + 2.0 * np.arange(9)
    return {
        "even": lanczosinterp2D(values, even, new).tolist(),
        "uneven": lanczosinterp2D(values, uneven, new, window=2).tolist(),
        "beyond": lanczosinterp2D(values, even, 14.0 + 2.0 * np.arange(6)).tolist(),
    }


def residual(values: np.ndarray, regressors: np.ndarray) -> np.ndarray:
    design = np.column_stack([np.ones(len(values)), regressors])
    return values - design @ np.linalg.lstsq(design, values, rcond=None)[0] + values.mean(axis=0)


def cleaning() -> dict:
    values, confounds = series(90, 3), np.cos(0.4 * np.arange(90)[:, None] * np.array([1, 2])) ** 3
    # Rows of the inverse transform of the identity are the cosines: 2 * 90 * 2 s * 0.02 Hz = 7.2 of them.
    cosines = fft.idct(np.eye(90), norm="ortho", axis=0)[:, 1:8]
    powers = np.vander(np.arange(90.0) / 90, 4, increasing=True)[:, 1:]
    return {
        "highPass": residual(values, cosines).tolist(),
        "cubic": residual(values, powers).tolist(),
        "all": residual(values, np.column_stack([cosines, powers[:, :1], confounds])).tolist(),
    }


def changes() -> dict:
    values = series(12, 4)
    pairs = list(zip(values[:-1], values[1:]))
    pca = PCA(1, svd_solver="full").fit(values)
    weights = pca.components_[0] * np.sign(pca.components_[0][np.argmax(np.abs(pca.components_[0]))])
    return {
        "signed": np.diff(values, axis=0).tolist(),
        "euclidean": [euclidean(*pair) for pair in pairs],
        "cosine": [cosine(*pair) for pair in pairs],
        "weights": weights.tolist(),
        "principal": np.diff((values - values.mean(axis=0)) @ weights).tolist(),
    }


def haemodynamic() -> dict:
    time = 0.8 * np.arange(41)
    response = stats.gamma.pdf(time, 6) - stats.gamma.pdf(time, 16) / 6
    kernel = response / response.sum()
    return {"response": kernel.tolist(), "convolved": np.convolve(series(60, 1)[:, 0], kernel)[:60].tolist()}


print(
    json.dumps(
        {
            "lanczos": lanczos(),
            "cleaning": cleaning(),
            "zScored": stats.zscore(series(40, 2)).tolist(),
            "changes": changes(),
            "haemodynamic": haemodynamic(),
        }
    )
)
