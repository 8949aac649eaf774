"""Sizes and weights of networks and their training: as published, and reduced for two cores."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Objective:
    """J = eeg * BCE(EEG) + music * BCE(music) + discriminator * BCE(modality) + alignment * contrast, the modality's
    reversed for the streams. Published: 0.9 * (0.6 EEG + 0.4 music) + 0.1 modality, without contrast."""

    eeg: float = 0.54
    music: float = 0.36
    discriminator: float = 0.1
    alignment: float = 0.0


@dataclass(frozen=True)
class NetworkSizes:
    """first, second: of the two LSTMs. described: what a stream says before the common layer. attention: hidden numbers
    of the attention. Dropouts in training: of the LSTMs' output, of the EEG's and of the music's description, of the
    common space before the label.

    What is not as published: feature_dropout, embedding_dropout: shares of the inputs that a window does without in
    training, which keeps weights small as a ridge penalty does (Wager, Wang and Liang 2013). steps_pooled: how many
    steps are averaged before the LSTMs. direct: whether a linear way leads past the LSTMs."""

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
    feature_dropout: float = 0.0
    embedding_dropout: float = 0.0
    steps_pooled: int = 1
    direct: bool = False


@dataclass(frozen=True)
class Settings:
    """patience: epochs without a better validation loss before training stops; with 0 all epochs are trained and the
    last is kept. least_steps: an epoch has so many steps at least, in smaller batches where windows are few. averaging:
    the network that is kept is the exponential mean of the trained one over its steps, with this decay (0: none).
    temperature: of the alignment. emphasis: how many times the labels' directions count in the common space, in which both
    modalities are then brought to one origin (0: neither, as published). tuning: a network of one person is everybody's whose EEG stream was tuned to that
    person for so many epochs; with 0 it is trained on that person alone, as published. discriminator_steps: how often
    it learns by itself in each step, and discriminator_rate: how much faster; one that lags behind drives the streams
    apart instead of together. stride, test_stride: every so manieth window of a track is trained on, and is tested
    (neighbours overlap). folds: of tracks. groups: into how many participants are put at most, each left out together.
    permutations, resamples: of scores."""

    sizes: NetworkSizes = field(default_factory=NetworkSizes)
    objective: Objective = field(default_factory=Objective)
    learning_rate: float = 1e-4
    weight_decay: float = 0.0
    batch: int = 32
    least_steps: int = 1
    averaging: float = 0.0
    temperature: float = 0.2
    emphasis: float = 0.0
    tuning: int = 0
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
    sizes=NetworkSizes(
        first=32,
        second=32,
        described=32,
        attention=16,
        music_dropout=0.2,
        label_dropout=0.2,
        feature_dropout=0.7,
        embedding_dropout=0.7,
        steps_pooled=2,
        direct=True,
    ),
    objective=Objective(eeg=0.5, music=1.5, discriminator=1.0, alignment=0.3),
    learning_rate=3e-3,
    weight_decay=1e-2,
    batch=64,
    least_steps=8,
    averaging=0.9,
    emphasis=5.0,
    tuning=1,
    epochs=8,
    patience=0,
    discriminator_steps=3,
    stride=8,
    groups=4,
    test_stride=4,
)

PRESETS = {
    "published": Settings(),
    "reduced": REDUCED,
    "tiny": replace(
        REDUCED,
        sizes=NetworkSizes(first=8, second=8, described=8, attention=4, discriminator=8, steps_pooled=2, direct=True),
        objective=Objective(discriminator=0.3, alignment=0.1),
        discriminator_steps=5,
        averaging=0.5,
        least_steps=1,
        stride=4,
        test_stride=2,
        epochs=2,
        tuning=1,
        folds=2,
        groups=2,
        permutations=100,
        resamples=200,
    ),
}
