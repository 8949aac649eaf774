"""How well rankings put the right things first."""

import numpy as np

TOP = 10
MEASURES = ("p1", "p10", "map", "publishedAp10")


def ranking_measures(hits: np.ndarray) -> np.ndarray:
    """hits [queries, gallery], true where the item at that rank is right -> [queries, 4] as MEASURES names them.

    p1, p10: share of right ones among the first 1 and 10. map: average precision, the mean over the right items of
    precision at their ranks. publishedAp10: the same over the right ones among the first 10 alone, 0 where there are
    none, which Avramidis et al. report as P@10. NaN for p and map where nothing in the gallery is right.
    """
    hits = hits.astype(float)
    precision = hits.cumsum(axis=1) / np.arange(1, hits.shape[1] + 1)
    found = hits.sum(axis=1)
    none = np.where(found > 0, 1.0, np.nan)
    first = hits[:, :TOP]
    top = (precision[:, :TOP] * first).sum(axis=1) / np.maximum(first.sum(axis=1), 1)
    average = (precision * hits).sum(axis=1) / np.maximum(found, 1)
    return np.stack([hits[:, 0] * none, first.mean(axis=1) * none, average * none, top * none], axis=1)


def ranked(similarity: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Gallery indices from most to least similar, [queries, gallery]; ties in one random order for all queries."""
    shuffled = random.permutation(similarity.shape[1])
    return shuffled[np.argsort(-similarity[:, shuffled], axis=1, kind="stable")]


def cosine(queries: np.ndarray, gallery: np.ndarray) -> np.ndarray:
    """Of vectors of unit length, [queries, gallery]."""
    return queries @ gallery.T


def agreement(queries: np.ndarray, gallery: np.ndarray) -> np.ndarray:
    """Late fusion: the probability that both are high or both low, by the streams' own classifiers."""
    high = queries[:, None] * gallery
    return high + (1 - queries)[:, None] * (1 - gallery)
