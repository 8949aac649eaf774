"""Sizes and weights of networks and their training: as published, and reduced for two cores."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Objective:
    """J = eeg * BCE(EEG) + music * BCE(music) + discriminator * BCE(modality), the last reversed for the streams.
    Published: 0.9 * (0.6 EEG + 0.4 music) + 0.1 modality."""

    eeg: float = 0.54
    music: float = 0.36
    discriminator: float = 0.1


@dataclass(frozen=True)
class NetworkSizes:
    """first, second: of the two LSTMs. described: what a stream says before the common layer. attention: hidden numbers
    of the attention. Dropouts in training: of the LSTMs' output, of the EEG's and of the music's description, of the
    common space before the label."""

    first: int = 128
    second: int = 256
    described: int = 128
    attention: int = 64
    common: int = 32
    discriminator: int = 64
    recurrent_dropout: float = 0.2
    eeg_dropout: float = 0.3
    music_dropout: float = 0.5
    label_dropout: float = 0.5


@dataclass(frozen=True)
class Settings:
    """patience: epochs without a better validation loss before training stops. discriminator_steps: how often it learns
    by itself in each step, and discriminator_rate: how much faster; one that lags behind drives the streams apart
    instead of together. stride, test_stride: every so manieth window of a track is trained on, and is tested
    (neighbours overlap). folds: of tracks. groups: into how many participants are put at most, each left out together.
    permutations, resamples: of scores."""

    sizes: NetworkSizes = field(default_factory=NetworkSizes)
    objective: Objective = field(default_factory=Objective)
    learning_rate: float = 1e-4
    weight_decay: float = 0.0
    batch: int = 32
    epochs: int = 100
    patience: int = 15
    discriminator_steps: int = 5
    discriminator_rate: float = 2.5
    stride: int = 1
    folds: int = 5
    groups: int = 1000
    permutations: int = 1000
    resamples: int = 2000
    test_stride: int = 1


REDUCED = Settings(
    sizes=NetworkSizes(first=32, second=32, described=32, attention=16),
    objective=Objective(discriminator=0.3),
    learning_rate=2e-3,
    weight_decay=1e-2,
    batch=64,
    epochs=24,
    patience=6,
    stride=4,
    groups=4,
    test_stride=2,
)

PRESETS = {
    "published": Settings(),
    "reduced": REDUCED,
    "tiny": replace(
        REDUCED,
        sizes=NetworkSizes(first=8, second=8, described=8, attention=4, discriminator=8),
        epochs=2,
        folds=2,
        groups=2,
        permutations=100,
        resamples=200,
    ),
}
