"""Everything compared: from training songs to predictions for others, tuned on one inner fold."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np
from sklearn.cross_decomposition import PLSRegression

from static.folds import Split, splits
from static.kernel_regression import KERNEL_RIDGE, SUPPORT_VECTORS, Choice, Family, choose, fit
from static.labelled_songs import LabelledSongs
from static.reducers import Description, partial_least_squares, principal_components, scaled
from static.triplet_regression import TripletChoices, fit_triplet_regression

INNER_FOLDS = 4
COMPONENTS = (1, 2, 3, 5, 8, 13, 20)

Reducer = Callable[[LabelledSongs, int], Description]


@dataclass(frozen=True)
class Task:
    """train: songs to learn from. inner: the same songs parted by group, to choose by. outputs: how many numbers the
    description may have. seed: of networks."""

    train: LabelledSongs
    inner: Split
    outputs: int
    seed: int
    networks: TripletChoices


@dataclass(frozen=True)
class Fitted:
    """predict: features [n, F] -> valence and arousal [n, 2]. chosen: what the inner fold chose, for the record."""

    predict: Callable[[np.ndarray], np.ndarray]
    chosen: dict


Method = Callable[[Task], Fitted]


def task(train: LabelledSongs, outputs: int, seed: int, networks: TripletChoices) -> Task:
    """A task whose inner fold is one of four, dealt out by group."""
    return Task(train, next(splits(train, INNER_FOLDS, seed)), outputs, seed, networks)


def chosen_by_axis(chosen: tuple[Choice, Choice]) -> dict:
    return {axis: asdict(choice) for axis, choice in zip(("valence", "arousal"), chosen)}


def reduced_regression(reducer: Reducer, family: Family) -> Method:
    """Describe by `reducer`, then regress with a kernel; reducer and scaling are fitted again for the inner fold."""

    def run(job: Task) -> Fitted:
        inner = reducer(job.inner.train, job.outputs)
        rows = [(inner(part.features), part.labels) for part in (job.inner.train, job.inner.held_out)]
        chosen = choose(family, *rows)
        describe = reducer(job.train, job.outputs)
        model = fit(family, (describe(job.train.features), job.train.labels), chosen)
        return Fitted(lambda features: model.predict(describe(features)), chosen_by_axis(chosen))

    return run


def linear_partial_least_squares(job: Task) -> Fitted:
    """Partial least squares regression; the number of components, at most `outputs`, chosen for both axes together."""

    def error(components: int) -> float:
        model = PLSRegression(components).fit(job.inner.train.features, job.inner.train.labels)
        residual = model.predict(job.inner.held_out.features) - job.inner.held_out.labels
        return float((residual**2).mean(axis=0) @ (1 / job.inner.train.labels.var(axis=0)))

    best = min((count for count in COMPONENTS if count <= job.outputs), key=error)
    return Fitted(PLSRegression(best).fit(job.train.features, job.train.labels).predict, {"components": best})


def triplet_support_vectors(job: Task) -> Fitted:
    """The triplet network, then support vectors on what it learned."""
    model, chosen, network = fit_triplet_regression(job.train, job.inner, job.outputs, (job.seed, job.networks))
    return Fitted(model.predict, {"network": asdict(network), **chosen_by_axis(chosen)})


FULL: dict[str, Method] = {
    "SVR": reduced_regression(scaled, SUPPORT_VECTORS),
    "kernel ridge": reduced_regression(scaled, KERNEL_RIDGE),
    "PLS": linear_partial_least_squares,
    "TNN + SVR": triplet_support_vectors,
}
"""With as many numbers as there are features."""

REDUCED: dict[str, Method] = {
    "PCA + SVR": reduced_regression(principal_components, SUPPORT_VECTORS),
    "PCA + kernel ridge": reduced_regression(principal_components, KERNEL_RIDGE),
    "PLS": linear_partial_least_squares,
    "PLS + SVR": reduced_regression(partial_least_squares, SUPPORT_VECTORS),
    "TNN + SVR": triplet_support_vectors,
}
"""With a tenth."""
