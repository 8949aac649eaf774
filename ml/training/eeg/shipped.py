"""The models that are shipped: of everybody for any listener, and one of each participant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from eeg.evaluation import Plan, dimension_groups, splitting_of
from eeg.export import export
from eeg.fitting import Fitted
from eeg.labels import Labels
from eeg.material import gather
from eeg.splits import Split, Splitting, rated_tracks, with_watched
from eeg.tuning import tuned
from eeg.whole_set import Shipping, fit_split, learnable
from eeg.windows import strided

EXAMPLES = 16


@dataclass(frozen=True)
class Whole:
    """A network of these dimensions that was trained on the whole of a set, and the baselines that were taken off."""

    dimensions: tuple[str, ...]
    labels: Sequence[Labels]
    split: Split
    fitted: Fitted
    baseline: np.ndarray | None


def ship(shipping: Shipping, personal: bool) -> list[dict]:
    """Train on all tracks but the watched ones, and write the graphs; the list `networks` of model.json."""
    networks = []
    for dimensions in dimension_groups(shipping.plan.joint):
        splitting, labels = splitting_of(shipping.training_set, dimensions, (shipping.plan, shipping.settings))
        everybody = trained(shipping, splitting, (dimensions, labels), None)
        networks += [written(shipping, everybody, None)] if everybody else []
        for person in splitting.everybody() if personal else ():
            if shipping.settings.tuning:
                own = everybody and tuned_to(shipping, everybody, person)
                shipping.progress.finished()
            else:
                own = trained(shipping, splitting, (dimensions, labels), person)
            networks += [written(shipping, own, int(person))] if own else []
    return networks


def shippings(plan: Plan, people: int, personal: bool) -> int:
    """How many networks `ship` and `latent` train."""
    return len(dimension_groups(plan.joint)) * (2 + (people if personal else 0))


def trained(
    shipping: Shipping, splitting: Splitting, told: tuple[tuple[str, ...], Sequence[Labels]], person: int | None
) -> Whole | None:
    """The network of a participant, or of everybody where it is None; none where labels are all alike."""
    dimensions, labels = told
    people = splitting.everybody() if person is None else np.array([person])
    random = np.random.default_rng([shipping.plan.seed, 6])
    training, watched = with_watched(splitting, people, rated_tracks(splitting, people), random)
    if not learnable(shipping.training_set, training, labels):
        shipping.progress.finished()
        return None
    split = Split(training, watched, watched, people, person is None)
    about = {"stage": "ship", "dimension": place_of(shipping, dimensions), "variant": "full"}
    return Whole(dimensions, labels, split, *fit_split(shipping, split, labels, about))


def tuned_to(shipping: Shipping, everybody: Whole, person: int) -> Whole:
    """Everybody's network, tuned to a participant."""
    of, settings = shipping.training_set, shipping.settings
    windows = strided(of, everybody.split.training, settings.stride)
    own = gather(of, windows[of.participant[windows] == person], everybody.labels, everybody.baseline)
    network = tuned(everybody.fitted.network, own, settings, shipping.plan.seed)
    return replace(everybody, fitted=replace(everybody.fitted, network=network))


def place_of(shipping: Shipping, dimensions: tuple[str, ...]) -> str:
    return "joint" if shipping.plan.joint else dimensions[0]


def written(shipping: Shipping, whole: Whole, person: int | None) -> dict:
    """What model.json says of a network whose graphs are now written; a participant's knows its own baseline."""
    of, place = shipping.training_set, place_of(shipping, whole.dimensions)
    folder = place if person is None else f"personal/{person}/{place}"
    windows = whole.split.watched
    whose = of.participant[windows[0]] if person is None else person
    windows = windows[of.participant[windows] == whose][:EXAMPLES]
    examples = {"features": of.eeg[windows], "embedding": of.music[windows]}
    level = None if whole.baseline is None else whole.baseline[whose]
    if person is None:
        examples["baseline"], level = level, None
    return {
        "dimension": place,
        "folder": folder,
        "participant": person,
        "epochs": whole.fitted.epochs,
        "exportDifference": export((whole.fitted.network, level), whole.dimensions, shipping.folder / folder, examples),
    }
