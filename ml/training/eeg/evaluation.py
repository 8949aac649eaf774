"""All schemes: their splits as questions, run by several processes, and the scores of what was found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from eeg.experiment import networks_needed, undetermined
from eeg.labels import LabelRule, Labels, labels_of
from eeg.question import Found, Question
from eeg.scores import Chance, all_scores, difference, plain_summary
from eeg.settings import Settings
from eeg.splits import SCHEMES, Splitting, within_all
from eeg.training_set import TrainingSet
from eeg.workers import Workers

COMPARED = (
    ("emotion.map", "full", "lateFusion"),
    ("emotion.p10", "full", "lateFusion"),
    ("emotion.map", "full", "noDiscriminator"),
    ("emotion.map", "full", "eegOnly"),
    ("eeg.aggregatedAccuracy", "full", "eegOnly"),
    ("eeg.aggregatedAccuracy", "full", "linear"),
    ("probe", "noDiscriminator", "full"),
)
"""Score, the variant that should be higher, the one that should be lower."""


@dataclass(frozen=True)
class Plan:
    """schemes: variants of each scheme to run. joint: one network for both dimensions. rule: of labels."""

    schemes: dict[str, tuple[str, ...]]
    joint: bool
    rule: LabelRule
    seed: int


@dataclass(frozen=True)
class Asked:
    """A question and where it comes from."""

    scheme: str
    question: Question


def dimension_groups(joint: bool) -> tuple[tuple[str, ...], ...]:
    """The dimensions that one network tells together."""
    return (("valence", "arousal"),) if joint else (("valence",), ("arousal",))


def questions(training_set: TrainingSet, plan: Plan, settings: Settings) -> Iterator[Asked]:
    """Every split of every scheme and group of dimensions."""
    for scheme, variants in plan.schemes.items():
        for dimensions in dimension_groups(plan.joint):
            splitting, labels = splitting_of(training_set, dimensions, (plan, settings))
            splits = within_all if scheme == "tracks" and settings.tuning else SCHEMES[scheme]
            for number, split in enumerate(splits(splitting)):
                seed = int(np.random.default_rng([plan.seed, number, *map(ord, scheme)]).integers(2**31))
                yield Asked(scheme, Question(split, dimensions, labels, variants, seed))


def splitting_of(
    training_set: TrainingSet, dimensions: Sequence[str], how: tuple[Plan, Settings]
) -> tuple[Splitting, tuple[Labels, ...]]:
    """What splits go by, and the labels of these dimensions; tracks are stratified by all of them together."""
    plan, settings = how
    labels = tuple(labels_of(training_set, dimension, plan.rule) for dimension in dimensions)
    classes = sum(of.eeg * 2**index for index, of in enumerate(labels))
    return Splitting(training_set, classes, settings.folds, settings.groups, plan.seed), labels


def trainings(asked: Sequence[Asked]) -> int:
    """How many networks a list of questions needs, for the fraction that is told."""
    return sum(len(networks_needed(a.question.variants)) for a in asked)


def evaluate(training_set: TrainingSet, plan: Plan, settings: Settings, workers: Workers) -> list[dict]:
    """The list `evaluations` of model.json, each with its `tables` (of track_tables), which are not written."""
    skipped: dict[tuple[str, str], list[dict]] = {}
    determined = []
    for one in questions(training_set, plan, settings):
        reason = undetermined(training_set, one.question)
        if reason is None:
            determined.append(one)
        else:
            note(skipped, one, reason, training_set)
            workers.progress.finished(len(networks_needed(one.question.variants)))
    found: dict[tuple[str, str, str], list[Found]] = {}
    for one, answers in workers.run(determined):
        for answer in answers:
            found.setdefault((one.scheme, answer.dimension, answer.variant), []).append(answer)
    chance = Chance(settings.permutations, settings.resamples, plan.seed)
    return [
        {
            "scheme": scheme,
            "dimension": dimension,
            "variant": variant,
            **scored(answers, len(training_set.participants), chance),
            "skipped": skipped.get((scheme, dimension), []),
            "tables": [table for answer in answers for table in answer.tables],
        }
        for (scheme, dimension, variant), answers in found.items()
    ]


def note(skipped: dict, one: Asked, reason: str, training_set: TrainingSet) -> None:
    """Say of everybody tested in this split that it could not be learnt."""
    for dimension in one.question.dimensions:
        told = skipped.setdefault((one.scheme, dimension), [])
        names = [training_set.participants[person] for person in one.question.split.people]
        told += [{"participant": name, "reason": reason} for name in names]


def scored(answers: Sequence[Found], people: int, chance: Chance) -> dict:
    """{eeg, emotion, track, music, probe} of one variant; the mean of a person's splits where there are several."""
    tables = [table for answer in answers for table in answer.tables]
    scores = all_scores(tables, people, chance)
    music = per_person(answers, people, lambda answer: answer.music, 2)
    probe = per_person(answers, people, lambda answer: [[p] for p in answer.probe], 1)
    if answers[0].variant == "musicOnly":
        scores["eeg"] = dict.fromkeys(scores["eeg"])
    return {
        **scores,
        "music": {
            "accuracy": plain_summary(music[:, 0], chance),
            "aggregatedAccuracy": plain_summary(music[:, 1], chance),
        },
        "probe": plain_summary(probe[:, 0], chance),
    }


def per_person(answers: Sequence[Found], people: int, values_of: Callable[[Found], Sequence], width: int) -> np.ndarray:
    """[people, width], mean over the splits in which somebody was tested, NaN where never."""
    values: list[list] = [[] for _ in range(people)]
    for answer in answers:
        for table, value in zip(answer.tables, values_of(answer)):
            if not np.isnan(value).any():
                values[table.person].append(value)
    return np.array([np.mean(own, axis=0) if own else np.full(width, np.nan) for own in values])


def comparisons(evaluations: Sequence[dict], chance: Chance) -> list[dict]:
    """The list `comparisons` of model.json."""
    by = {(e["scheme"], e["dimension"], e["variant"]): e for e in evaluations}
    told = []
    for scheme, dimension, variant in by:
        for score, better, worse in COMPARED:
            pair = [by.get((scheme, dimension, name)) for name in (better, worse)]
            if variant != better or None in pair:
                continue
            scores = [score_at(of, score) for of in pair]
            if None not in scores:
                about = {"scheme": scheme, "dimension": dimension, "score": score, "better": better, "worse": worse}
                told.append({**about, "difference": difference(*scores, chance)})
    return told


def score_at(evaluation: dict, path: str) -> dict | None:
    """The score "emotion.map" or "probe" of an evaluation."""
    for key in path.split("."):
        evaluation = evaluation[key]
    return evaluation
