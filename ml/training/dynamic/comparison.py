"""All models of the comparison on the same folds, their figures, and the tests between them."""

import hashlib
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dynamic.figures import curve_figures, permutation_test
from dynamic.linear import MovementFeatures, choose_lag, movement_sums
from dynamic.linear_models import clock_only, constant, ridge_causal_means, static_slid, two_heads
from dynamic.pieces import Fold, Piece
from dynamic.recurrent import RecurrentSettings
from dynamic.recurrent_models import RecurrentPlan, recurrent
from dynamic.result import Result, mean_of

LAGS = tuple(range(9))
"""Half seconds tried, 0 to 4 s."""


@dataclass(frozen=True)
class Setting:
    """Pieces, folds, the lag of each, the LSTMs' basic settings and seeds, where results are kept, models left out."""

    pieces: Sequence[Piece]
    folds: Sequence[Fold]
    lags: Sequence[int]
    base: RecurrentSettings
    seeds: tuple[int, ...]
    work: Path | None
    without: tuple[str, ...] = ()


def choose_lags(pieces: Sequence[Piece], folds: Sequence[Fold]) -> tuple[list[int], list[dict]]:
    """The ratings' lag of every fold, by ridge on the VAE's codes inside its training series."""
    sums = movement_sums(pieces, MovementFeatures("vaeCodes", (4, 15)), LAGS)
    found = [choose_lag(sums, fold) for fold in folds]
    return [lag for lag, _ in found], [left for _, left in found]


def plans(setting: Setting) -> dict[str, RecurrentPlan]:
    """The LSTM models by name. Each may choose between two sizes and weights of the movement, or is given one."""
    base, seeds = setting.base, setting.seeds
    pair = (base, replace(base, hidden=2 * base.hidden // 3, within_weight=3.0, dropout=0.5))
    wide = tuple(replace(o, projection=base.hidden // 2) for o in pair)
    found = {
        "vaeLstm": RecurrentPlan("vaeCodes", pair, seeds),
        "aeLstm": RecurrentPlan("aeCodes", pair, seeds),
        "blstmHandMade": RecurrentPlan("handMade", tuple(replace(o, bidirectional=True) for o in wide), seeds),
        "cnnLstm": RecurrentPlan("coarseWindows", (replace(base, channels=(48, 32)),), seeds),
    }
    for name in ("musicnn", "embedding"):
        if name in setting.pieces[0].inputs:
            found[f"{name}Lstm"] = RecurrentPlan(name, wide, seeds)
    return found


def kept(setting: Setting, name: str, compute: Callable[[], Result]) -> Result:
    """A result from the folder of work, or computed and put there; the name holds a digest of what it depends on."""
    if setting.work is None:
        return compute()
    digest = hashlib.sha256(repr((plans(setting).get(name), list(setting.lags))).encode()).hexdigest()[:10]
    path = setting.work / f"{name}-{digest}.pickle"
    if not path.exists():
        print(f"model {name}", flush=True)
        path.write_bytes(pickle.dumps(compute()))
    return pickle.loads(path.read_bytes())


def all_results(setting: Setting) -> dict[str, Result]:
    """Every model's out-of-fold curves by its name."""
    pieces, folds, lags = setting.pieces, setting.folds, setting.lags
    jobs: dict[str, Callable[[], Result]] = {
        "constant": lambda: constant(pieces, folds),
        "clock": lambda: clock_only(pieces, folds),
        "staticSlid": lambda: static_slid(pieces, folds, lags),
        "handMadeTwoHeads": lambda: two_heads(pieces, folds, (("handMade",), "handMade"), lags),
        "vaeTwoHeads": lambda: two_heads(pieces, folds, (("vaeCodes",), "vaeCodes"), lags),
    }
    for name in ("musicnn", "embedding"):
        if name in pieces[0].inputs:
            jobs[f"{name}Ridge"] = lambda name=name: ridge_causal_means(pieces, folds, name, lags)
            heads = ((name, "handMade", f"{name}+handMade"), name)
            jobs[f"{name}TwoHeads"] = lambda heads=heads: two_heads(pieces, folds, heads, lags)
    for name, plan in plans(setting).items():
        jobs[name] = lambda plan=plan: recurrent(pieces, folds, lags, plan)
    results = {name: kept(setting, name, compute) for name, compute in jobs.items() if name not in setting.without}
    for name in ("musicnn", "embedding"):
        if name in pieces[0].inputs:
            members = [m for m in (f"{name}TwoHeads", f"{name}Lstm", "handMadeTwoHeads") if m in results]
            results[f"{name}Successor"] = mean_of([results[member] for member in members])
    return results


def figures(results: dict[str, Result], truth: list[np.ndarray], agreement: dict) -> dict:
    """Every model's figures: of the mean over seeds, and of each seed alone."""
    return {
        name: {
            "parameters": result.parameters,
            **curve_figures(result.mean, truth, agreement),
            "seeds": [curve_figures(curves, truth) for curves in result.curves] if len(result.curves) > 1 else [],
            "notes": result.notes,
        }
        for name, result in results.items()
    }


def tests(results: dict[str, Result], pieces: Sequence[Piece], ours: Sequence[str]) -> dict:
    """Permutation tests over series of each of our models against all others."""
    truth, groups = [p.truth for p in pieces], [p.group for p in pieces]

    def against_all(own: str) -> dict:
        others = {name: result for name, result in results.items() if name != own}
        return {name: permutation_test(results[own].mean, r.mean, truth, groups) for name, r in others.items()}

    return {own: against_all(own) for own in ours}
