"""The models that are shipped: of everybody for any listener, and one of each participant."""

from collections.abc import Iterator

import numpy as np

from eeg.evaluation import Plan, dimension_groups, splitting_of
from eeg.export import export
from eeg.splits import Split, rated_tracks, with_watched
from eeg.training_set import TrainingSet
from eeg.whole_set import Shipping, fit_split, learnable

EXAMPLES = 16


def ship(shipping: Shipping, personal: bool) -> list[dict]:
    """Train on all tracks but the watched ones, and write the graphs; the list `networks` of model.json."""
    people = [None, *np.unique(shipping.training_set.participant).tolist()] if personal else [None]
    return [
        one
        for participant in people
        for dimensions in dimension_groups(shipping.plan.joint)
        for one in shipped(shipping, participant, dimensions)
    ]


def shippings(plan: Plan, people: int, personal: bool) -> int:
    """How many networks `ship` and `latent` train."""
    return len(dimension_groups(plan.joint)) * (2 + (people if personal else 0))


def shipped(shipping: Shipping, participant: int | None, dimensions: tuple[str, ...]) -> Iterator[dict]:
    """The network of a participant, or of everybody where it is None; nothing where labels are all alike."""
    dimension = "joint" if shipping.plan.joint else dimensions[0]
    splitting, labels = splitting_of(shipping.training_set, dimensions, (shipping.plan, shipping.settings))
    everybody = splitting.everybody()
    people = everybody if participant is None else np.array([participant])
    random = np.random.default_rng([shipping.plan.seed, 6])
    tracks = rated_tracks(splitting, people)
    training, watched = with_watched(splitting, people, tracks, random)
    if not learnable(shipping.training_set, training, labels):
        shipping.progress.finished()
        return
    split = Split(training, watched, watched, people, participant is None)
    about = {"stage": "ship", "dimension": dimension, "variant": "full"}
    fitted, baseline = fit_split(shipping, split, labels, about)
    place = dimension if participant is None else f"personal/{participant}/{dimension}"
    examples = examples_of(shipping.training_set, watched, baseline)
    yield {
        "dimension": dimension,
        "folder": place,
        "participant": participant,
        "epochs": fitted.epochs,
        "exportDifference": export(fitted.network, dimensions, shipping.folder / place, examples),
    }


def examples_of(training_set: TrainingSet, windows: np.ndarray, baseline: np.ndarray | None) -> dict:
    """Some windows of one person, to try a graph on."""
    windows = windows[training_set.participant[windows] == training_set.participant[windows[0]]][:EXAMPLES]
    examples = {"features": training_set.eeg[windows], "embedding": training_set.music[windows]}
    if baseline is not None:
        examples["baseline"] = baseline[training_set.participant[windows[0]]]
    return examples
