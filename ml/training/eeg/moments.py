"""Retrieval across time within tracks: at which moments EEG finds music of the same emotion."""

from collections.abc import Sequence

import numpy as np

from eeg.scores import Chance, interval, permuted
from eeg.track_tables import TrackTables


def moments(tables: Sequence[TrackTables], chance: Chance) -> list[dict]:
    """For each track that was tested: {track, startSeconds, mean, low, high, envelopeLow, envelopeHigh, envelopeMost}.

    mean: over people, of the average precision of emotion retrieval by the windows that start then, low..high its 95 %
    bootstrap interval over people (null for one person). envelopeLow..envelopeHigh: middle 95 % of the same mean with
    labels permuted over tracks; envelopeMost: 95 % quantile of its largest over the track, against which any moment of
    the track may be held. Tracks whose gallery held one emotion only are left out.
    """
    rows: dict[int, list] = {}
    for number, table in enumerate(tables):
        random = np.random.default_rng([chance.seed, 9, number])
        labels = table.label[permuted(len(table.tracks), chance.permutations, random)]
        for index, track in enumerate(table.tracks):
            own = (table.moments.track == index) & ~np.isnan(table.moments.precision).any(axis=1)
            values = table.moments.precision[own][:, labels[:, index]]
            rows.setdefault(int(track), []).append((table.moments.start[own], values))
    heard = {track: [p for p in people if len(p[0])] for track, people in rows.items()}
    return [{"track": track, **over_people(people, chance)} for track, people in sorted(heard.items()) if people]


def over_people(people: list[tuple[np.ndarray, np.ndarray]], chance: Chance) -> dict:
    """people: starts [n] and values [n, permutations + 1] of each; a moment is the mean of those who have it."""
    starts = np.unique(np.concatenate([start for start, _ in people]))
    values = np.full((len(people), len(starts), people[0][1].shape[1]), np.nan)
    for person, (start, own) in enumerate(people):
        values[person, np.searchsorted(starts, start)] = own
    means = np.nanmean(values, axis=0)
    random = np.random.default_rng([chance.seed, 10])
    band = [interval(at[~np.isnan(at)], chance.resamples, random) for at in values[:, :, 0].T]
    low, high = np.quantile(means[:, 1:], [0.025, 0.975], axis=1)
    return {
        "startSeconds": starts.tolist(),
        "mean": rounded(means[:, 0]),
        "low": rounded([b[0] for b in band]),
        "high": rounded([b[1] for b in band]),
        "envelopeLow": rounded(low),
        "envelopeHigh": rounded(high),
        "envelopeMost": round(float(np.quantile(means[:, 1:].max(axis=0), 0.95)), 4),
    }


def rounded(values: Sequence[float | None]) -> list[float | None]:
    return [None if v is None or np.isnan(v) else round(float(v), 4) for v in values]
