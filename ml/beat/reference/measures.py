"""Writes measures.json: beats moved, dropped, doubled and halved at random, and what mir_eval says of them."""

import json
from pathlib import Path

import mir_eval.beat
import numpy as np

random = np.random.default_rng(5)


def moved(beats, kind):
    found = beats + random.normal(0, 0.03, len(beats))
    if kind == "dropped":
        found = found[random.random(len(found)) > 0.2]
    if kind == "double":
        found = np.sort(np.concatenate([found, (found[1:] + found[:-1]) / 2]))
    if kind == "half":
        found = found[1::2]
    if kind == "off":
        found = (found[1:] + found[:-1]) / 2
    if kind == "random":
        found = np.sort(random.uniform(0, beats[-1], len(beats)))
    return np.sort(found)


cases = []
for kind in ["near", "dropped", "double", "half", "off", "random"]:
    for seconds in [0.4, 0.65]:
        truth = np.cumsum(seconds + random.normal(0, 0.01, 60))
        found = moved(truth, kind)
        pair = [mir_eval.beat.trim_beats(beats) for beats in (truth, found)]
        _, correct, _, anywhere = mir_eval.beat.continuity(*pair)
        cases.append(
            {
                "kind": kind,
                "truth": [round(float(time), 6) for time in truth],
                "found": [round(float(time), 6) for time in found],
                "fMeasure": mir_eval.beat.f_measure(*pair),
                "correctLevel": correct,
                "anyLevel": anywhere,
            }
        )
Path(__file__).with_name("measures.json").write_text(json.dumps(cases))
