"""Ways to describe songs by fewer numbers, each learned from training songs alone."""

from collections.abc import Callable

import numpy as np
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

from static.labelled_songs import LabelledSongs

Description = Callable[[np.ndarray], np.ndarray]
"""Features [n, F] -> description [n, outputs]."""


def scaled(train: LabelledSongs, outputs: int) -> Description:
    """Every feature standardised; `outputs` is their number."""
    if outputs != train.features.shape[1]:
        raise ValueError(f"invalid outputs: {outputs}, scaling alone keeps all {train.features.shape[1]}")
    return StandardScaler().fit(train.features).transform


def principal_components(train: LabelledSongs, outputs: int) -> Description:
    """Principal components of the standardised features, not whitened."""
    scaler = StandardScaler().fit(train.features)
    pca = PCA(outputs, svd_solver="covariance_eigh").fit(scaler.transform(train.features))
    return lambda features: pca.transform(scaler.transform(features))


def partial_least_squares(train: LabelledSongs, outputs: int) -> Description:
    """Scores of partial least squares (features scaled) against both labels."""
    model = PLSRegression(outputs).fit(train.features, train.labels)
    return model.transform
