"""Everything that scores need of one person's tested tracks, by track: labels may be permuted without ranking anew."""

from dataclasses import dataclass

import numpy as np

from eeg.ranking import MEASURES, ranked, ranking_measures


@dataclass(frozen=True)
class Gallery:
    """Segments of music: their track and label (1 high, 0 low), both [gallery]."""

    track: np.ndarray
    label: np.ndarray


@dataclass(frozen=True)
class Moments:
    """Of each window [n]: start in seconds, index into the tested tracks, and emotion's average precision [n, 2], as if
    its track were low, high."""

    start: np.ndarray
    track: np.ndarray
    precision: np.ndarray


@dataclass(frozen=True)
class TrackTables:
    """Of one person in one split, T tested tracks.

    label: [T], the EEG's. prior: label that most training tracks have. counts: windows [T]. high: share of windows
    called high [T]. beats: [T, T], share of window pairs in which the first track's is the likelier high.
    emotion: [T, 2, measures], mean over a track's queries as if it were low, high. track: [T, T, measures], as if the
    query were of that track. emotion_middle, track_middle: alike, but medians over the queries of average precision at
    10 and in full, [T, 2, 2] and [T, T, 2], as published. Retrieval is None where the variant has none.
    """

    person: int
    tracks: np.ndarray
    label: np.ndarray
    prior: int
    counts: np.ndarray
    high: np.ndarray
    beats: np.ndarray
    emotion: np.ndarray | None = None
    track: np.ndarray | None = None
    emotion_middle: np.ndarray | None = None
    track_middle: np.ndarray | None = None
    moments: Moments | None = None


@dataclass(frozen=True)
class Queries:
    """Windows of one person: track and start [n], probability of high [n], similarity to the gallery [n, gallery]."""

    track: np.ndarray
    start: np.ndarray
    probability: np.ndarray
    similarity: np.ndarray | None = None


def tables_of(
    queries: Queries, gallery: Gallery, about: tuple[int, np.ndarray, int], random: np.random.Generator
) -> TrackTables:
    """@param about the person, the EEG's labels of all tracks, and the label that most training tracks have."""
    person, labels, prior = about
    tracks = np.unique(queries.track)
    groups = [queries.track == t for t in tracks]
    plain = (
        person,
        tracks,
        labels[tracks].astype(int),
        prior,
        np.array([g.sum() for g in groups]),
        np.array([(queries.probability[g] > 0.5).mean() for g in groups]),
        pair_shares([queries.probability[g] for g in groups]),
    )
    if queries.similarity is None:
        return TrackTables(*plain)
    order = ranked(queries.similarity, random)
    emotion = np.stack([ranking_measures(gallery.label[order] == label) for label in (0, 1)], axis=1)
    track = np.stack([ranking_measures(gallery.track[order] == t) for t in tracks], axis=1)
    means = [np.stack([values[g].mean(axis=0) for g in groups]) for values in (emotion, track)]
    published = [MEASURES.index("publishedAp10"), MEASURES.index("map")]
    medians = [np.stack([np.median(v[g], axis=0) for g in groups])[..., published] for v in (emotion, track)]
    moments = Moments(queries.start, np.searchsorted(tracks, queries.track), emotion[..., MEASURES.index("map")])
    return TrackTables(*plain, *means, *medians, moments)


def pair_shares(probabilities: list[np.ndarray]) -> np.ndarray:
    """[T, T]: of all pairs of windows of two tracks, the share in which the first's is higher; ties count half."""
    count = len(probabilities)
    shares = np.full((count, count), 0.5)
    ordered = [np.sort(p) for p in probabilities]
    for i, j in zip(*np.triu_indices(count, 1)):
        below = np.searchsorted(ordered[j], probabilities[i], "left") + np.searchsorted(
            ordered[j], probabilities[i], "right"
        )
        shares[i, j] = below.mean() / (2 * len(ordered[j]))
        shares[j, i] = 1 - shares[i, j]
    return shares
