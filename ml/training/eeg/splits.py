"""Who and what is left out: tracks, people, both, the published shuffles, and windows (which leaks)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from eeg.training_set import TrainingSet

SHUFFLES = 5
SHUFFLED_SHARE = 0.2
WATCHED_FOLDS = 5


@dataclass(frozen=True)
class Split:
    """Indices of windows. watched: of tracks of the training part, kept aside to stop by. people: the tested ones.
    pooled: whether it is trained on several people, whose baselines are then taken off. tuned: whether its people are
    among those trained on, and its networks are then tuned to each."""

    training: np.ndarray
    watched: np.ndarray
    tested: np.ndarray
    people: np.ndarray
    pooled: bool
    tuned: bool = False


@dataclass(frozen=True)
class Splitting:
    """What all schemes go by. labels: [participants, tracks] to stratify by, NaN where none, which leaves them out;
    folds of tracks; groups of people, at most."""

    training_set: TrainingSet
    labels: np.ndarray
    folds: int
    groups: int
    seed: int

    def windows(self, people: np.ndarray, tracks: np.ndarray) -> np.ndarray:
        """Windows of these people with these tracks, of those that are labelled."""
        of = self.training_set
        labelled = ~np.isnan(self.labels[of.participant, of.track])
        return np.flatnonzero(np.isin(of.participant, people) & np.isin(of.track, tracks) & labelled)

    def everybody(self) -> np.ndarray:
        return np.unique(self.training_set.participant)


def dealt(labels: np.ndarray, folds: int, random: np.random.Generator) -> np.ndarray:
    """A fold for each item, [n] of 0..folds-1: of every label, folds get as many as can be, in random order."""
    order = np.concatenate([random.permutation(np.flatnonzero(labels == label)) for label in np.unique(labels)])
    fold = np.empty(len(labels), int)
    fold[order] = np.arange(len(labels)) % folds
    return fold


def with_watched(
    splitting: Splitting, people: np.ndarray, tracks: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Training windows and watched windows: about a fifth of the training tracks is watched."""
    fold = dealt(commonest(splitting.labels[people][:, tracks]), min(WATCHED_FOLDS, len(tracks)), random)
    return splitting.windows(people, tracks[fold > 0]), splitting.windows(people, tracks[fold == 0])


def commonest(labels: np.ndarray) -> np.ndarray:
    """Labels [people, tracks], NaN where none -> the one that most people give [tracks]; the lower in a tie."""
    values = np.unique(labels[~np.isnan(labels)])
    return values[np.stack([(labels == value).sum(axis=0) for value in values]).argmax(axis=0)]


def rated_tracks(splitting: Splitting, people: np.ndarray) -> np.ndarray:
    """Tracks that one of these people both heard and rated."""
    return np.unique(splitting.training_set.track[splitting.windows(people, np.arange(splitting.labels.shape[1]))])


def track_folds(splitting: Splitting, random: np.random.Generator) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Tracks trained on and tracks tested, the same for everybody, stratified by the label that most people give. Only
    then can labels be permuted over tracks in all people alike, which music that all of them heard asks for."""
    tracks = rated_tracks(splitting, splitting.everybody())
    fold = dealt(commonest(splitting.labels[:, tracks]), splitting.folds, random)
    for number in range(splitting.folds):
        yield tracks[fold != number], tracks[fold == number]


def within_people(splitting: Splitting) -> Iterator[Split]:
    """(i) One person at a time, tracks left out, each tested once."""
    for trained, tested in track_folds(splitting, np.random.default_rng([splitting.seed, 1])):
        yield from each_person(splitting, trained, tested)


def within_all(splitting: Splitting) -> Iterator[Split]:
    """(i) as well, for networks of everybody that are tuned to each person: the same tracks left out for all."""
    people = splitting.everybody()
    for trained, tested in track_folds(splitting, np.random.default_rng([splitting.seed, 1])):
        random = np.random.default_rng([splitting.seed, 9, tested[0]])
        training, watched = with_watched(splitting, people, trained, random)
        yield Split(training, watched, splitting.windows(people, tested), people, True, tuned=True)


def each_person(splitting: Splitting, trained: np.ndarray, tested: np.ndarray) -> Iterator[Split]:
    """A split of these tracks for everybody who rated some of both."""
    for person in splitting.everybody():
        people = np.array([person])
        own = np.intersect1d(rated_tracks(splitting, people), trained)
        windows = splitting.windows(people, tested)
        if len(own) and len(windows):
            random = np.random.default_rng([splitting.seed, 8, person, tested[0]])
            yield Split(*with_watched(splitting, people, own, random), windows, people, False)


def people_left_out(splitting: Splitting) -> Iterator[Split]:
    """(ii) People left out, on tracks that others were trained on."""
    random = np.random.default_rng([splitting.seed, 2])
    for people, others in groups_of_people(splitting, random):
        tracks = rated_tracks(splitting, others)
        yield Split(*with_watched(splitting, others, tracks, random), splitting.windows(people, tracks), people, True)


def both_unseen(splitting: Splitting) -> Iterator[Split]:
    """(iii) Neither the people nor the tracks were trained on."""
    random = np.random.default_rng([splitting.seed, 3])
    folds = list(track_folds(splitting, random))
    for people, others in groups_of_people(splitting, random):
        for trained, tested in folds:
            training, watched = with_watched(splitting, others, trained, random)
            yield Split(training, watched, splitting.windows(people, tested), people, True)


def groups_of_people(splitting: Splitting, random: np.random.Generator) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """People left out together, and the others."""
    everybody = splitting.everybody()
    group = np.arange(len(everybody)) % min(splitting.groups, len(everybody))
    group = random.permutation(group)
    for number in range(group.max() + 1):
        yield everybody[group == number], everybody[group != number]


def published_shuffles(splitting: Splitting) -> Iterator[Split]:
    """(iv) As published: five random fifths of the tracks, stratified; a track may be tested twice or never."""
    random = np.random.default_rng([splitting.seed, 4])
    tracks = rated_tracks(splitting, splitting.everybody())
    for _ in range(SHUFFLES):
        fold = dealt(commonest(splitting.labels[:, tracks]), round(1 / SHUFFLED_SHARE), random)
        yield from each_person(splitting, tracks[fold > 0], tracks[fold == 0])


def windows_split(splitting: Splitting, pooled: bool) -> Iterator[Split]:
    """Windows of the same tracks on both sides. It leaks: only to show what the other schemes keep out."""
    everybody = splitting.everybody()
    for people in [everybody] if pooled else everybody[:, None]:
        random = np.random.default_rng([splitting.seed, 5, people[0]])
        windows = splitting.windows(people, rated_tracks(splitting, people))
        fold = random.permutation(np.arange(len(windows)) % 5)
        yield Split(windows[fold > 1], windows[fold == 1], windows[fold == 0], people, False)


SCHEMES: dict[str, Callable[[Splitting], Iterator[Split]]] = {
    "tracks": within_people,
    "participants": people_left_out,
    "both": both_unseen,
    "shuffle": published_shuffles,
}
"""The schemes that are reported, by their names in model.json."""
