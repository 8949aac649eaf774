"""The LSTM models: networks for every fold, options by its inner folds, seeds averaged."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from dynamic.pieces import Fold, Piece
from dynamic.recurrent import CurveNetwork, RecurrentSettings, Task, parameter_count, rating_time_curves, train
from dynamic.result import Result


@dataclass(frozen=True)
class RecurrentPlan:
    """name: of the input heard; options: settings that the inner folds choose from."""

    name: str
    options: tuple[RecurrentSettings, ...]
    seeds: tuple[int, ...]


@dataclass(frozen=True)
class Trained:
    """The networks of one fold, one for each inner fold that stopped it early."""

    networks: list[CurveNetwork]
    epochs: list[int]
    loss: float


def train_inside(task: Task, fold: Fold, settings: RecurrentSettings, seed: int) -> Trained:
    """A network for each inner fold; loss: the mean of what the inner folds saw."""
    pairs = [train(task, split, settings, seed * 100 + k) for k, split in enumerate(fold.inner)]
    networks, ways = zip(*pairs)
    return Trained(list(networks), [way["epochs"] for way in ways], float(np.mean([way["loss"] for way in ways])))


def fold_networks(task: Task, fold: Fold, plan: RecurrentPlan) -> tuple[dict[int, Trained], dict]:
    """Every seed's networks with the option that the inner folds of the first seed like best, and what was seen."""
    trials = [train_inside(task, fold, settings, plan.seeds[0]) for settings in plan.options]
    best = int(np.argmin([t.loss for t in trials]))
    found = {plan.seeds[0]: trials[best]}
    for seed in plan.seeds[1:]:
        found[seed] = train_inside(task, fold, plan.options[best], seed)
    losses = [round(t.loss, 4) for t in trials]
    notes = {"chosen": best, "innerLosses": losses, "epochs": trials[best].epochs, "lag": task.lag}
    return found, notes


def recurrent(pieces: Sequence[Piece], folds: Sequence[Fold], lags: Sequence[int], plan: RecurrentPlan) -> Result:
    """Out-of-fold curves of the plan; a seed's curve is the mean over its networks."""
    curves: list[list] = [[None] * len(pieces) for _ in plan.seeds]
    notes, parameters = [], 0
    for fold, lag in zip(folds, lags):
        task = Task(pieces, plan.name, lag)
        found, note = fold_networks(task, fold, plan)
        for own, trained in zip(curves, found.values()):
            predicted = [rating_time_curves(network, task, fold.held_out) for network in trained.networks]
            for at, i in enumerate(fold.held_out):
                own[i] = np.mean([p[at] for p in predicted], axis=0)
        parameters = parameter_count(found[plan.seeds[0]].networks[0])
        notes.append(note)
        print(f"  {plan.name} {note}", flush=True)
    return Result(curves, parameters, {"options": [asdict(o) for o in plan.options], "folds": notes})
