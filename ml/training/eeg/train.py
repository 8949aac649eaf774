"""EEG and music in a common space: evaluation, baselines and the models, from a training set to a folder."""

import argparse
import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from eeg.evaluation import Plan, comparisons, dimension_groups, evaluate, questions, trainings
from eeg.labels import PUBLISHED_THRESHOLD, WHOSE, LabelRule
from eeg.latent import latent
from eeg.moments import moments
from eeg.progress import Progress, write
from eeg.published import tables
from eeg.report import report
from eeg.scores import Chance
from eeg.settings import PRESETS, Objective, Settings
from eeg.shipped import ship, shippings
from eeg.splits import SCHEMES
from eeg.synthetic import Planted, synthetic_set
from eeg.training_set import InvalidSet, TrainingSet, load_set
from eeg.variants import VARIANTS
from eeg.whole_set import Shipping
from eeg.workers import Workers, one_thread
from packages import versions

FORMAT = "circumplex-eeg-1"
HEADLINES = ("tracks", "both")
OTHER_THRESHOLDS = (4.5, 5.5)
MOMENTS_PERMUTATIONS = 500
TINY_SHAPE = (2, 8, 4)
"""Participants, tracks, windows of each."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What this family takes besides --data (a training set), --out (the model's folder), --processes and --tiny."""
    parser.add_argument("--preset", choices=("published", "reduced"), default="reduced", help="sizes of the networks")
    parser.add_argument("--joint", action="store_true", help="one network for valence and arousal")
    parser.add_argument("--personal", action="store_true", help="also a model for each participant")
    parser.add_argument("--schemes", nargs="*", choices=tuple(SCHEMES), default=list(SCHEMES), help="how to evaluate")
    parser.add_argument("--eeg-labels", choices=WHOSE, default="own", help="whose ratings label EEG")
    parser.add_argument("--music-labels", choices=WHOSE, default="mean", help="whose ratings label music")
    parser.add_argument("--threshold", type=float, default=PUBLISHED_THRESHOLD, help="high is over it, on 1..9")
    parser.add_argument("--no-sensitivity", action="store_true", help="leave out the other thresholds")
    parser.add_argument("--epochs", type=int, help="at most, instead of the preset's")
    parser.add_argument(
        "--weights", nargs=3, type=float, metavar=("EEG", "MUSIC", "DISCRIMINATOR"), help="of the objective"
    )
    parser.add_argument("--alignment", type=float, help="weight of the contrast between EEG and music of one emotion")
    parser.add_argument("--seed", type=int, default=1)


@dataclass(frozen=True)
class Run:
    """All that a training run goes by."""

    training_set: TrainingSet
    settings: Settings
    plan: Plan
    preset: str
    processes: int
    personal: bool
    sensitivity: bool


def run(arguments: argparse.Namespace) -> None:
    """Evaluate, train and write the folder --out; exits with 2 where the training set is invalid."""
    one_thread()
    try:
        wanted = run_of(arguments)
    except InvalidSet as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from error
    with unfinished(arguments.out) as folder:
        make(wanted, folder)
    write({"stage": "done", "fraction": 1, "out": str(arguments.out)})


def run_of(arguments: argparse.Namespace) -> Run:
    preset = "tiny" if arguments.tiny else arguments.preset
    settings = PRESETS[preset]
    if arguments.epochs:
        settings = replace(settings, epochs=arguments.epochs)
    settings = replace(settings, objective=weighed(settings.objective, arguments))
    training_set = synthetic_set(Planted(effect=0.5), TINY_SHAPE, 1) if arguments.tiny else load_set(arguments.data)
    rule = LabelRule(arguments.eeg_labels, arguments.music_labels, arguments.threshold)
    plan = Plan(
        {s: VARIANTS if s in HEADLINES else variants_of(s) for s in arguments.schemes},
        arguments.joint,
        rule,
        arguments.seed,
    )
    sensitivity = not arguments.no_sensitivity and "tracks" in plan.schemes
    return Run(training_set, settings, plan, preset, arguments.processes, arguments.personal, sensitivity)


def weighed(objective: Objective, arguments: argparse.Namespace) -> Objective:
    """The preset's objective with the weights that were given."""
    if arguments.weights:
        objective = replace(objective, **dict(zip(("eeg", "music", "discriminator"), arguments.weights)))
    return objective if arguments.alignment is None else replace(objective, alignment=arguments.alignment)


def variants_of(scheme: str) -> tuple[str, ...]:
    """Besides the headlines: the paper's ablation under its own splits, the model and the linear one elsewhere."""
    return ("full", "noDiscriminator", "eegOnly", "linear") if scheme == "shuffle" else ("full", "linear")


def make(wanted: Run, folder: Path) -> None:
    """Everything that the model's folder holds; model.json comes last."""
    plans = {t: sensitive(wanted.plan, t) for t in OTHER_THRESHOLDS} if wanted.sensitivity else {}
    progress = Progress(total(wanted, plans))
    workers = Workers(wanted.training_set, wanted.settings, wanted.processes, progress)
    evaluations = evaluate(wanted.training_set, wanted.plan, wanted.settings, workers)
    others = [
        {"threshold": threshold, **written(of)}
        for threshold, plan in plans.items()
        for of in evaluate(wanted.training_set, plan, wanted.settings, workers)
    ]
    shipping = Shipping(wanted.training_set, wanted.plan, wanted.settings, folder, progress)
    networks = ship(shipping, wanted.personal)
    spaces = [latent(shipping, dimensions) for dimensions in dimension_groups(wanted.plan.joint)]
    record = record_of(wanted, networks, evaluations, others)
    write_json(folder / "latent.json", [space for space in spaces if space])
    write_json(folder / "moments.json", all_moments(wanted, evaluations))
    (folder / "report.md").write_text(report(record))
    write_json(folder / "model.json", record)


def sensitive(plan: Plan, threshold: float) -> Plan:
    """The full model within participants at another threshold."""
    return replace(plan, schemes={"tracks": ("full",)}, rule=replace(plan.rule, threshold=threshold))


def total(wanted: Run, plans: dict[float, Plan]) -> int:
    """Trainings of the whole run."""
    asked = [
        q for plan in (wanted.plan, *plans.values()) for q in questions(wanted.training_set, plan, wanted.settings)
    ]
    return trainings(asked) + shippings(wanted.plan, len(wanted.training_set.participants), wanted.personal)


def record_of(wanted: Run, networks: list[dict], evaluations: list[dict], others: list[dict]) -> dict:
    """model.json, as README.md describes it."""
    of, rule = wanted.training_set, wanted.plan.rule
    chance = Chance(wanted.settings.permutations, wanted.settings.resamples, wanted.plan.seed)
    return {
        "format": FORMAT,
        "seed": wanted.plan.seed,
        "preset": wanted.preset,
        "settings": asdict(wanted.settings),
        "versions": versions(),
        "simulated": of.description["simulated"],
        "set": {**of.description, "participants": of.participants, "tracks": rated(of), "windows": len(of.start)},
        "labels": asdict(rule),
        "networks": networks,
        "evaluations": [written(e) for e in evaluations],
        "comparisons": comparisons(evaluations, chance),
        "sensitivity": others,
        "tables": tables(evaluations),
    }


def rated(of: TrainingSet) -> list[dict]:
    """Tracks with the raters' means, null where there are none."""
    means = {d: [None if v != v else float(v) for v in values] for d, values in of.mean.items()}
    return [
        {"name": name, "valence": valence, "arousal": arousal}
        for name, valence, arousal in zip(of.tracks, means["valence"], means["arousal"])
    ]


def written(evaluation: dict) -> dict:
    return {key: value for key, value in evaluation.items() if key != "tables"}


def all_moments(wanted: Run, evaluations: list[dict]) -> list[dict]:
    """Of the full model under the headline schemes: [{scheme, dimension, tracks}]."""
    chance = Chance(
        min(MOMENTS_PERMUTATIONS, wanted.settings.permutations), wanted.settings.resamples, wanted.plan.seed
    )
    return [
        {"scheme": e["scheme"], "dimension": e["dimension"], "tracks": moments(e["tables"], chance)}
        for e in evaluations
        if e["variant"] == "full" and e["scheme"] in HEADLINES
    ]


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, allow_nan=False) + "\n")


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A folder in `out` whose files come to lie in `out` once all is done; it is removed otherwise, also on SIGTERM."""
    previous = signal.signal(signal.SIGTERM, stop)
    folder = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=out))
    try:
        yield folder
        for part in sorted(folder.rglob("*"), key=lambda path: path.name == "model.json"):
            if part.is_file():
                place = out / part.relative_to(folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                part.replace(place)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(signal.SIGTERM, previous)


def stop(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
