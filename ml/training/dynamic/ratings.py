"""How well the raters of VGMIDI agree among themselves, and so how well any model can agree with their median."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pretty_midi

from data_sets import BEATS_PER_RATING, HOP_SECONDS
from dynamic.figures import AXES, by_axis, correlation_between, correlation_of_pieces, correlation_within


@dataclass(frozen=True)
class Panel:
    """The raters of a piece: ratings [raters, measures, 2], and the measure heard in every half second."""

    ratings: np.ndarray
    measure: np.ndarray

    def median(self, raters: np.ndarray) -> np.ndarray:
        """The median of some raters at every half second, [halfSeconds, 2]."""
        return np.median(self.ratings[raters], axis=0)[self.measure]


def load_panels(data: Path) -> dict[str, Panel]:
    """The panels of VGMIDI by the base name of the piece; raters who left measures out are left out."""
    panels = {}
    for number in (1, 2):
        raw = json.loads((data / "vgmidi" / f"vgmidi_raw_{number}.json").read_text())
        ratings = defaultdict(list)
        for key, annotation in raw["annotations"].items():
            ratings[key.rsplit("_", 1)[0]].append([_numbers(annotation[axis]) for axis in AXES])
        for piece, record in raw["pieces"].items():
            measures = record["measures"]
            whole = [[v[:measures], a[:measures]] for v, a in ratings[piece] if min(len(v), len(a)) >= measures]
            source = data / "vgmidi" / "labelled" / "midi" / record["midi"]
            panels[source.stem] = Panel(np.array(whole).transpose(0, 2, 1), _measures_heard(source, measures))
    return panels


def _numbers(value: list | str) -> list[float]:
    return [float(x) for x in (json.loads(value) if isinstance(value, str) else value)]


def _measures_heard(midi_path: Path, measures: int) -> np.ndarray:
    midi = pretty_midi.PrettyMIDI(str(midi_path))
    starts = [midi.tick_to_time(round(k * BEATS_PER_RATING * midi.resolution)) for k in range(measures)]
    middles = np.arange(HOP_SECONDS / 2, midi.get_end_time(), HOP_SECONDS)
    return np.clip(np.searchsorted(starts, middles, side="right") - 1, 0, measures - 1)


def ceiling(panels: list[Panel], splits: int, seed: int) -> dict:
    """Split-half agreement of the panels and what follows for a model, for each axis.

    splitHalf: mean r of the medians of two random halves of every panel; reliability: that of the whole panel by
    Spearman and Brown, 2 r / (1 + r); ceiling: its root, the highest r with the panel's median that a model without
    errors of its own can reach (attenuation). raterWithin: standard deviation of one rater within a piece.
    """
    random = np.random.default_rng(seed)
    measures = {"between": correlation_between, "within": correlation_within, "meanOfPieces": correlation_of_pieces}
    halves: dict[str, list] = {name: [] for name in measures}
    for _ in range(splits):
        first, second = zip(*(_two_medians(panel, random) for panel in panels))
        for name, measure in measures.items():
            halves[name].append(measure(first, second))
    result: dict = {"splits": splits, "seed": seed, "ratersPerPiece": _spread([len(p.ratings) for p in panels])}
    for name, values in halves.items():
        r = np.mean(values, axis=0)
        reliability = 2 * r / (1 + r)
        figures = {"splitHalf": r, "splitHalfDeviation": np.std(values, axis=0), "reliability": reliability}
        figures["ceiling"] = np.sqrt(reliability)
        result[name] = {key: by_axis(value) for key, value in figures.items()}
    own = np.mean([p.ratings[:, p.measure].std(axis=1).mean(axis=0) for p in panels], axis=0)
    return {**result, "raterWithin": by_axis(own)}


def _two_medians(panel: Panel, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    order = random.permutation(len(panel.ratings))
    half = len(order) // 2
    return panel.median(order[:half]), panel.median(order[half : 2 * half])


def _spread(values: list[int]) -> dict[str, float]:
    return {"least": int(min(values)), "median": float(np.median(values)), "most": int(max(values))}
