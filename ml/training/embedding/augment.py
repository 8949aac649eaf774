"""What may happen to a recording without changing the music: its level, its tone, its bandwidth, a little noise."""

import math

import torch

GAIN_DECIBELS = 10.0
TONE_DECIBELS = 4.0
LOWPASS_SHARE = 0.15
NOISE_SHARE = 0.2
BANDS = 96


def augmented(frames: torch.Tensor, compression_gain: float, random: torch.Generator) -> torch.Tensor:
    """Log-mel segments [n, frames, 96] as other masterings and codecs would give them; four in five are changed.

    Gain is uniform within 10 dB either way; tone is a smooth curve of up to three cosines over the bands; some lose
    all above a band (codecs at low rates, old recordings), some gain a faint noise floor.
    """
    count = len(frames)
    power = torch.expm1(frames * math.log(10)) / compression_gain
    decibels = (torch.rand(count, 1, generator=random) * 2 - 1) * GAIN_DECIBELS + _tone(count, random)
    shaped = power * torch.pow(10.0, decibels / 10)[:, None, :]
    shaped = shaped * _lowpass(count, random)[:, None, :] + _noise(count, random)[:, None, :]
    changed = torch.log1p(shaped * compression_gain) / math.log(10)
    untouched = torch.rand(count, generator=random) < 0.2
    return torch.where(untouched[:, None, None], frames, changed)


def _tone(count: int, random: torch.Generator) -> torch.Tensor:
    bands = torch.linspace(0, math.pi, BANDS)
    curve = torch.zeros(count, BANDS)
    for waves in (0.5, 1, 2):
        size = torch.randn(count, 1, generator=random) * TONE_DECIBELS / (1 + waves)
        phase = torch.rand(count, 1, generator=random) * 2 * math.pi
        curve += size * torch.cos(waves * bands + phase)
    return curve


def _lowpass(count: int, random: torch.Generator) -> torch.Tensor:
    edge = torch.randint(60, BANDS, (count, 1), generator=random)
    cut = (torch.rand(count, 1, generator=random) < LOWPASS_SHARE) & (torch.arange(BANDS) > edge)
    return 1 - cut.float()


def _noise(count: int, random: torch.Generator) -> torch.Tensor:
    level = torch.pow(10.0, -8 + 3 * torch.rand(count, 1, generator=random))
    return level * (torch.rand(count, 1, generator=random) < NOISE_SHARE).float().expand(count, BANDS)
