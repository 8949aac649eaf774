"""What Avramidis, Garoufis, Zlatintsi and Maragos (ICASSP 2022) printed, and ours in the same layout."""

from collections.abc import Sequence

DIMENSIONS = ("valence", "arousal")
ABLATIONS = {"full": "J", "eegOnly": "l_a only", "noDiscriminator": "without l_dd"}

TABLE_1 = {
    "valence": {"eeg": (62.9, 70.4), "music": (71.5, 78.7)},
    "arousal": {"eeg": (63.3, 68.9), "music": (88.0, 91.9)},
}
"""Emotion accuracy by window and aggregated over the windows of a track."""

TABLE_2 = {
    "valence": {"publishedAp10": (19.4, 63.8), "publishedMap": (18.8, 59.1)},
    "arousal": {"publishedAp10": (18.4, 65.0), "publishedMap": (19.9, 67.8)},
}
"""Retrieval by EEG of the same track, and of the same emotion."""

TABLE_3 = {
    "aggregatedAccuracy": {"full": (70.4, 68.9), "eegOnly": (67.8, 68.0), "noDiscriminator": (67.9, 63.4)},
    "publishedAp10": {"full": (63.8, 65.0), "eegOnly": (57.3, 53.1), "noDiscriminator": (63.4, 66.7)},
    "publishedMap": {"full": (59.1, 67.8), "eegOnly": (51.9, 55.8), "noDiscriminator": (59.8, 68.1)},
}
"""Ablation of the objective: EEG's aggregated accuracy and emotion retrieval, (valence, arousal)."""


def tables(evaluations: Sequence[dict]) -> list[dict]:
    """{scheme, table1, table2, table3} of every scheme; cells are {ours, published} in per cent, ours None where it was
    not run."""
    schemes = list(dict.fromkeys(e["scheme"] for e in evaluations))
    return [
        {"scheme": s, **of_scheme({(e["dimension"], e["variant"]): e for e in evaluations if e["scheme"] == s})}
        for s in schemes
    ]


def of_scheme(by: dict[tuple[str, str], dict]) -> dict:
    return {
        "table1": {
            dimension: {
                modality: {
                    name: cell(by.get((dimension, "full")), f"{modality}.{name}", printed)
                    for name, printed in zip(("accuracy", "aggregatedAccuracy"), pair)
                }
                for modality, pair in row.items()
            }
            for dimension, row in TABLE_1.items()
        },
        "table2": {
            dimension: {
                name: {
                    group: cell(by.get((dimension, "full")), f"{group}.{name}", printed)
                    for group, printed in zip(("track", "emotion"), pair)
                }
                for name, pair in row.items()
            }
            for dimension, row in TABLE_2.items()
        },
        "table3": {
            name: {
                variant: {
                    dimension: cell(by.get((dimension, variant)), path_of(name), printed)
                    for dimension, printed in zip(DIMENSIONS, pair)
                }
                for variant, pair in row.items()
            }
            for name, row in TABLE_3.items()
        },
    }


def path_of(name: str) -> str:
    return f"eeg.{name}" if name == "aggregatedAccuracy" else f"emotion.{name}"


def cell(evaluation: dict | None, path: str, printed: float) -> dict:
    score = evaluation
    for key in path.split("."):
        score = score and score[key]
    return {"ours": score and round(100 * score["mean"], 1), "published": printed}
