"""report.md: the scores for reading."""

from collections.abc import Sequence

from eeg.published import ABLATIONS, DIMENSIONS

SCHEMES = {
    "tracks": "(i) within participants, tracks left out",
    "participants": "(ii) participants left out",
    "both": "(iii) participants and tracks left out",
    "shuffle": "(iv) the five published shuffle splits",
}
SHOWN = (
    "eeg.accuracy",
    "eeg.aggregatedAccuracy",
    "eeg.balancedAccuracy",
    "eeg.auc",
    "emotion.p1",
    "emotion.p10",
    "emotion.map",
)
TRACK_SHOWN = ("track.p1", "track.p10", "track.map")


def report(record: dict) -> str:
    """Markdown of model.json."""
    simulated = (
        "\n**These participants are simulated: their EEG was made by a program.**\n" if record["simulated"] else ""
    )
    parts = [f"# EEG and music: {record['set']['title']}\n{simulated}", about(record)]
    for scheme in dict.fromkeys(e["scheme"] for e in record["evaluations"]):
        parts.append(f"## {SCHEMES[scheme]}\n")
        parts.append(scores([e for e in record["evaluations"] if e["scheme"] == scheme]))
    parts += [compared(record["comparisons"])] if record["comparisons"] else []
    parts += [beside_published(of) for of in record["tables"]]
    return "\n".join(parts)


def about(record: dict) -> str:
    labels = record["labels"]
    of = record["set"]
    return (
        f"{len(of['participants'])} participants, {len(of['tracks'])} tracks, {of['windows']} windows of "
        f"{of['windowSeconds']} s. High is over {labels['threshold']:g} by {whose(labels['eeg'])} for EEG and by "
        f"{whose(labels['music'])} for music. Scores in per cent, with the 95 % interval over participants in "
        "brackets, then chance by permuting labels over tracks within participants, and p.\n"
    )


def whose(name: str) -> str:
    return "the participant's own rating" if name == "own" else "the raters' mean"


def scores(evaluations: Sequence[dict]) -> str:
    lines = [row(("dimension", "model", "score", "mean", "chance", "p")), row(["---"] * 6)]
    for evaluation in evaluations:
        for path in (*SHOWN, *TRACK_SHOWN):
            group, name = path.split(".")
            if score := evaluation[group][name]:
                about = (evaluation["dimension"], evaluation["variant"], path.replace(".", " "))
                lines.append(row((*about, bracketed(score), f"{100 * score['chance']:.1f}", f"{score['p']:.3f}")))
        for name, score in (
            ("music accuracy", evaluation["music"]["accuracy"]),
            ("modality probe", evaluation["probe"]),
        ):
            if score:
                lines.append(row((evaluation["dimension"], evaluation["variant"], name, bracketed(score), "", "")))
    return "\n".join(lines) + "\n"


def compared(comparisons: Sequence[dict]) -> str:
    lines = ["## Differences, paired over participants\n"]
    lines += [row(("scheme", "dimension", "score", "of", "over", "difference")), row(["---"] * 6)]
    for c in comparisons:
        about = [c[key] for key in ("scheme", "dimension", "score", "better", "worse")]
        lines.append(row((*about, bracketed(c["difference"]))))
    return "\n".join(lines) + "\n"


def beside_published(of: dict) -> str:
    """Tables 1 to 3 of the paper, each cell ours (published)."""
    one, two, three = of["table1"], of["table2"], of["table3"]
    lines = [f"## As published, {SCHEMES[of['scheme']]}\n", "Ours (published: DEAP, 32 participants).\n"]
    lines += [row(("Table 1: accuracy, EEG - music", "by window", "aggregated")), row(["---"] * 3)]
    for d in DIMENSIONS:
        pairs = [f"{both(one[d]['eeg'][n])} - {both(one[d]['music'][n])}" for n in ("accuracy", "aggregatedAccuracy")]
        lines.append(row((d, *pairs)))
    lines += ["", row(("Table 2: retrieval, track - emotion", "average precision at 10", "mAP")), row(["---"] * 3)]
    for d in DIMENSIONS:
        cells = [two[d][n] for n in ("publishedAp10", "publishedMap")]
        lines.append(row((d, *(f"{both(c['track'])} - {both(c['emotion'])}" for c in cells))))
    lines += ["", row(("Table 3: objective, valence - arousal", *ABLATIONS.values())), row(["---"] * 4)]
    for name, variants in three.items():
        cells = [f"{both(variants[v]['valence'])} - {both(variants[v]['arousal'])}" for v in ABLATIONS]
        lines.append(row((name, *cells)))
    note = "With l_a only the music stream is not trained: that retrieval fails there says little."
    return "\n".join([*lines, "", note]) + "\n"


def both(cell: dict) -> str:
    ours = "not run" if cell["ours"] is None else f"{cell['ours']:.1f}"
    return f"{ours} ({cell['published']:.1f})"


def bracketed(score: dict | None) -> str:
    if score is None:
        return ""
    limits = "" if score["low"] is None else f" [{100 * score['low']:.1f}, {100 * score['high']:.1f}]"
    return f"{100 * score['mean']:.1f}{limits}"


def row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
