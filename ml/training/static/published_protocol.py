"""The published rows as they were got: folds of songs whatever their artist, nothing tuned, PCA not scaled."""

import csv
from pathlib import Path

import numpy as np
from sklearn.base import clone
from sklearn.decomposition import PCA
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR

from static.experiment import Settings
from static.figures import agreement
from static.labelled_songs import LabelledSongs, load_mediaeval_2013


def pipelines(outputs: int) -> dict[str, Pipeline]:
    """scikit-learn's SVR with its defaults, after what the row's name says."""
    return {
        "scaled, SVR": make_pipeline(StandardScaler(), SVR()),
        "PCA not scaled, SVR": make_pipeline(PCA(outputs), SVR()),
        "PCA not scaled, components scaled, SVR": make_pipeline(PCA(outputs), StandardScaler(), SVR()),
        "scaled, PCA, SVR": make_pipeline(StandardScaler(), PCA(outputs), SVR()),
    }


def published_rows(songs: LabelledSongs, settings: Settings) -> dict:
    """Agreement of every pipeline, on `repeats` shuffles of plain folds."""
    outputs, rows = round(songs.features.shape[1] / settings.reduction), {}
    for name, pipeline in pipelines(outputs).items():
        predicted = []
        for repeat in range(settings.repeats):
            folds = KFold(settings.folds, shuffle=True, random_state=settings.seed + repeat)
            axes = [
                cross_val_predict(clone(pipeline), songs.features, songs.labels[:, axis], cv=folds) for axis in (0, 1)
            ]
            predicted.append(np.column_stack(axes))
        rows[name] = agreement(songs.labels, np.array(predicted))
    return rows


def raw_components(songs: LabelledSongs, names: list[str]) -> dict:
    """What the first three components of the features as they are consist of: share of variance, heaviest feature."""
    pca = PCA(3).fit(songs.features)
    return {
        "varianceShares": pca.explained_variance_ratio_.round(6).tolist(),
        "heaviestFeatures": [names[at] for at in np.abs(pca.components_).argmax(axis=1)],
        "squaredWeights": (pca.components_**2).max(axis=1).round(6).tolist(),
    }


def published_protocol(data: Path, settings: Settings) -> dict:
    """Both sets of features of the 744 songs."""
    with open(data / "deam" / "specteral_data.csv", newline="") as file:
        names = next(csv.reader(file))[1:]
    songs = {f"mediaeval2013-{count}": load_mediaeval_2013(data, count) for count in (130, 74)}
    answer = {name: {"rows": published_rows(part, settings)} for name, part in songs.items()}
    answer["mediaeval2013-130"]["rawComponents"] = raw_components(songs["mediaeval2013-130"], names)
    return answer
