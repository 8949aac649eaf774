"""Vectors of the common space on tracks that its network has not seen, for a projection."""

import numpy as np

from eeg.answers import eeg_answers, music_answers
from eeg.evaluation import splitting_of
from eeg.fitting import Fitted
from eeg.material import baselines
from eeg.splits import Split, commonest, dealt, rated_tracks, with_watched
from eeg.training_set import TrainingSet
from eeg.whole_set import Shipping, fit_split, learnable
from eeg.windows import segments, strided

MOST_ROWS = 1500
HELD_OUT_FOLDS = 5


def latent(shipping: Shipping, dimensions: tuple[str, ...]) -> dict | None:
    """{dimension, rows: [{modality, participant, track, startSeconds, valence, arousal, vector}]}: a fifth of the
    tracks, heard by everybody; these people were trained on with the other tracks. Ratings are the raters' means. None
    where labels are all alike."""
    of = shipping.training_set
    splitting, labels = splitting_of(shipping.training_set, dimensions, (shipping.plan, shipping.settings))
    people = splitting.everybody()
    random = np.random.default_rng([shipping.plan.seed, 7])
    tracks = rated_tracks(splitting, people)
    fold = dealt(commonest(splitting.labels[:, tracks]), min(HELD_OUT_FOLDS, len(tracks)), random)
    training, watched = with_watched(splitting, people, tracks[fold > 0], random)
    tested = splitting.windows(people, tracks[fold == 0])
    if not learnable(of, training, labels) or len(tested) == 0:
        shipping.progress.finished()
        return None
    about = {"stage": "latent", "dimension": "+".join(dimensions), "variant": "full"}
    fitted, _ = fit_split(shipping, Split(training, watched, tested, people, True), labels, about)
    tested = strided(of, tested, max(shipping.settings.test_stride, len(tested) // MOST_ROWS + 1))
    return {"dimension": "joint" if len(dimensions) > 1 else dimensions[0], "rows": rows_of(of, fitted, tested)}


def rows_of(of: TrainingSet, fitted: Fitted, windows: np.ndarray) -> list[dict]:
    gallery = segments(of, windows)
    eeg = of.eeg[windows] - baselines(of, windows)[of.participant[windows]][:, None]
    return [
        row(of, window, modality, vector)
        for modality, chosen, answers in (
            ("eeg", windows, eeg_answers(fitted.network, eeg)),
            ("music", gallery, music_answers(fitted.network, of.music[gallery])),
        )
        for window, vector in zip(chosen, answers.common)
    ]


def row(of: TrainingSet, window: int, modality: str, vector: np.ndarray) -> dict:
    track = of.track[window]
    return {
        "modality": modality,
        "participant": int(of.participant[window]) if modality == "eeg" else None,
        "track": int(track),
        "startSeconds": float(of.start[window]),
        "valence": rounded(of.mean["valence"][track]),
        "arousal": rounded(of.mean["arousal"][track]),
        "vector": vector.round(4).tolist(),
    }


def rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 3)
