"""The model card: the tables of the record within the text of card.txt."""

from pathlib import Path
from string import Template

TEXT_PATH = Path(__file__).resolve().parent / "card.txt"
AXES = ("valence", "arousal")

TITLES = {
    "constant": "constant (mean of the training half seconds)",
    "clock": "the clock alone (time since the start)",
    "staticSlid": "static model slid over time (ridge, 8.5 s windows)",
    "handMadeTwoHeads": "two heads on hand-made features",
    "vaeTwoHeads": "two heads on the VAE's codes",
    "musicnnRidge": "one ridge on MusiCNN (means over 4 s, 15 s, piece)",
    "musicnnTwoHeads": "two heads on MusiCNN",
    "musicnnLstm": "LSTM on MusiCNN",
    "musicnnSuccessor": "successor on MusiCNN",
    "embeddingRidge": "one ridge on the project's embedding and harmony",
    "embeddingTwoHeads": "two heads on the project's embedding and harmony",
    "embeddingLstm": "LSTM on the project's embedding and harmony",
    "embeddingSuccessor": "successor on the project's embedding and harmony",
    "vaeLstm": "**VAE-LSTM**",
    "aeLstm": "AE-LSTM",
    "cnnLstm": "CNN-LSTM, end to end",
    "blstmHandMade": "BLSTM on hand-made features",
}


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def pair(values: dict[str, float]) -> str:
    return " / ".join(f"{values[axis]:.3f}" for axis in AXES)


def ceiling_table(ceiling: dict) -> str:
    names = {
        "between": "between pieces",
        "within": "within pieces, pooled",
        "meanOfPieces": "within pieces, mean of each piece's r",
    }
    rows = [
        [title, pair(ceiling[name]["splitHalf"]), pair(ceiling[name]["reliability"]), pair(ceiling[name]["ceiling"])]
        for name, title in names.items()
    ]
    return table(["valence / arousal", "split-half r", "reliability of the panel", "ceiling of r"], rows)


def accuracy_table(models: dict) -> str:
    rows = [
        [TITLES[name], f"{m['parameters']:,}", pair(m["rmsePooled"]), pair(m["rmsePerPiece"]), pair(m["rBetween"]),
         pair(m["rWithin"]), pair(m["rMeanOfPieces"])]
        for name, m in models.items()
    ]
    measures = ["RMSE pooled", "RMSE per piece", "r between", "r within", "mean of pieces' r"]
    return table(["valence / arousal", "numbers", *measures], rows)


def share_table(models: dict) -> str:
    rows = [
        [TITLES[name], pair(m["shareOfCeilingBetween"]), pair(m["shareOfCeilingWithin"]), pair(m["movement"]),
         pair(m["spreadOfMeans"])]
        for name, m in models.items()
    ]
    measures = ["r between / ceiling", "r within / ceiling", "movement", "spread of means"]
    return table(["valence / arousal", *measures], rows)


def seed_table(models: dict) -> str:
    measures = ("rmsePooled", "rBetween", "rWithin")
    rows = [
        [TITLES[name], *(" ; ".join(pair(seed[measure]) for seed in m["seeds"]) for measure in measures)]
        for name, m in models.items() if m["seeds"]
    ]
    return table(["each seed alone", "RMSE pooled", "r between", "r within"], rows)


def test_tables(tests: dict) -> str:
    def cells(test: dict) -> list[str]:
        found = [test[measure] for measure in ("rmsePooled", "rBetween", "rWithin")]
        return [f"{pair(f['difference'])} (p {pair(f['p'])})" for f in found]

    parts = []
    for own, others in tests.items():
        rows = [[TITLES[name], *cells(test)] for name, test in others.items()]
        parts.append(f"{TITLES[own]} minus\n\n" + table(["", "RMSE pooled", "r between", "r within"], rows))
    return "\n\n".join(parts)


def choice_table(record: dict) -> str:
    def cells(notes: dict) -> list[str]:
        options = "; ".join(
            f"{o['hidden']} hidden, dropout {o['dropout']}, movement x {o['within_weight']}" for o in notes["options"]
        )
        chosen = ", ".join(str(f["chosen"]) for f in notes["folds"])
        return [options, chosen, "; ".join(" / ".join(f"{x:.3f}" for x in f["innerLosses"]) for f in notes["folds"])]

    rows = [[TITLES[name], *cells(m["notes"])] for name, m in record["models"].items() if "options" in m["notes"]]
    return table(["model", "options 0; 1", "chosen in each fold", "inner losses of the options in each fold"], rows)


def pianos_sentence(count: int) -> str:
    """What other renderings were trained on."""
    if count == 0:
        return (
            "Other pianos in other rooms can be added to the training (`--pianos`); these figures and weights are\n"
            "without them, so the networks know one instrument only."
        )
    return (
        f"For training also {count} times on a piano drawn for each piece (FluidR3, TimGM6mb, MuseScore General;\n"
        "grand, bright, electric grand) in a room drawn for it."
    )


def left_out_sentence(names: list[str]) -> str:
    """Which models of the comparison have no row, if any."""
    if not names:
        return ""
    titles = ", ".join(TITLES[name].strip("*") for name in names)
    return f"**Not trained for these tables, for want of computing time: {titles}.**\n"


def write_card(record: dict, path: Path) -> None:
    """Fill card.txt; every number in a table is read from the record."""
    folds = "; ".join(f"{', '.join(f['heldOut'])} ({f['pieces']})" for f in record["folds"])
    lags = ", ".join(f"{lag / 2:.1f} s" for lag in record["lags"]["halfSeconds"])
    models, reached, export = record["models"], record["autoencoders"], record["export"]
    text = Template(TEXT_PATH.read_text()).substitute(
        ceiling=ceiling_table(record["ceiling"]), accuracy=accuracy_table(models), shares=share_table(models),
        seeds=seed_table(models), tests=test_tables(record["tests"]), choices=choice_table(record),
        folds=folds, lags=lags, pianos=pianos_sentence(record["otherPianos"]),
        without=left_out_sentence(record["without"]),
        explained=reached["vae"]["explainedVariance"], active=reached["vae"]["activeCodes"],
        explained_plain=reached["ae"]["explainedVariance"], bytes=f"{export['bytes']:,}",
        difference=f"{export['largestDifferenceFromTorch']:.1e}", parameters=f"{export['parameters']:,}",
        louder=pair(export["louderBy6Decibels"]["mean"]), louder_most=pair(export["louderBy6Decibels"]["largest"]),
        command=record["command"],
    )
    path.write_text(text)
