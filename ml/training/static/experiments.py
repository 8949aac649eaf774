"""The sets of songs that are compared on, by name."""

import dataclasses
from pathlib import Path

from static.experiment import Experiment, Settings
from static.labelled_songs import has_deviation, load_4q, load_4q_embeddings, load_deam, load_mediaeval_2013

AS_FILED_ROWS = ("SVR at 74", "kernel ridge at 74")


def experiments(data: Path, embeddings: Path | None, settings: Settings) -> list[Experiment]:
    """(a) MediaEval 2013, (c) 4Q, (b) DEAM, with its labels mended and as filed; all repeats for the first alone."""
    once = dataclasses.replace(settings, repeats=1)
    return [
        Experiment("mediaeval2013-130", load_mediaeval_2013(data, 130), settings),
        Experiment("mediaeval2013-74", load_mediaeval_2013(data, 74), once),
        Experiment("4q-musicnn", load_4q(data), once, signs=True),
        *own_experiments(data, embeddings, once),
        Experiment("deam-74-labels-as-filed", load_deam(data, 74, labels_as_filed=True), once, only=AS_FILED_ROWS),
        Experiment("deam-74", load_deam(data, 74), once),
        Experiment("deam-130", load_deam(data, 130), once),
    ]


def own_experiments(data: Path, embeddings: Path | None, settings: Settings) -> list[Experiment]:
    """4Q with the project's own embedding; with deviations over time too, where the file has them."""
    if embeddings is None:
        return []
    own = [Experiment("4q-own", load_4q_embeddings(data, embeddings), settings, signs=True)]
    if has_deviation(embeddings):
        songs = load_4q_embeddings(data, embeddings, deviation=True)
        own.append(Experiment("4q-own-deviation", songs, settings, signs=True))
    return own
