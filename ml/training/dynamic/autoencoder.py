"""A (variational) autoencoder of mel windows, trained without labels; its codes are what the LSTM listens to."""

import time
from dataclasses import dataclass

import torch
from torch import nn

from dynamic.windows import BANDS, WINDOW_FRAMES, FrameStore

WINDOW_VALUES = WINDOW_FRAMES * BANDS
LOG_VARIANCE_LIMIT = 8.0


@dataclass(frozen=True)
class AutoencoderSettings:
    latent: int = 32
    channels: tuple[int, ...] = (8, 16, 32, 64)
    steps: int = 800
    batch: int = 256
    learning_rate: float = 2e-3
    seed: int = 1


class Encoder(nn.Module):
    """Mel windows [n, WINDOW_FRAMES, BANDS] -> mean and log variance of their codes, [n, latent] each."""

    def __init__(self, latent: int, channels: tuple[int, ...]):
        super().__init__()
        layers: list[nn.Module] = []
        for below, above in zip((1, *channels), channels):
            layers += [nn.Conv2d(below, above, 3, stride=2, padding=1), nn.BatchNorm2d(above), nn.ReLU()]
        self.convolutions = nn.Sequential(*layers, nn.Flatten())
        shrink = 2 ** len(channels)
        self.mean = nn.Linear(channels[-1] * (WINDOW_FRAMES // shrink) * (BANDS // shrink), latent)
        self.log_variance = nn.Linear(self.mean.in_features, latent)

    def forward(self, windows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        hidden = self.convolutions(windows.unsqueeze(1) - 1.0)
        return self.mean(hidden), self.log_variance(hidden).clamp(-LOG_VARIANCE_LIMIT, LOG_VARIANCE_LIMIT)


class Decoder(nn.Module):
    """Codes [n, latent] -> mel windows [n, WINDOW_FRAMES, BANDS]."""

    def __init__(self, latent: int, channels: tuple[int, ...]):
        super().__init__()
        shrink = 2 ** len(channels)
        self.shape = (channels[-1], WINDOW_FRAMES // shrink, BANDS // shrink)
        self.spread = nn.Linear(latent, self.shape[0] * self.shape[1] * self.shape[2])
        layers: list[nn.Module] = []
        downward = channels[::-1]
        for below, above in zip(downward, (*downward[1:], 0)):
            layers += [nn.ConvTranspose2d(below, above or 1, 4, stride=2, padding=1)]
            layers += [nn.BatchNorm2d(above), nn.ReLU()] if above else []
        self.convolutions = nn.Sequential(*layers)

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        return self.convolutions(torch.relu(self.spread(codes)).unflatten(1, self.shape)).squeeze(1) + 1.0


def pretrain(store: FrameStore, settings: AutoencoderSettings, variational: bool) -> tuple[Encoder, dict]:
    """Train encoder and decoder on windows drawn from the store; returns the encoder and what was reached.

    The variational loss is that of a Gaussian decoder whose variance is the best for the batch, n/2 log(MSE) + KL
    (Rybkin, Daniilidis and Levine, 2021), so that no weight has to be chosen; the plain autoencoder has no KL and no
    noise. Sums are in bfloat16 where that is exact enough (autocast), the loss in float32.
    """
    torch.manual_seed(settings.seed)
    generator = torch.Generator().manual_seed(settings.seed)
    encoder = Encoder(settings.latent, settings.channels).to(memory_format=torch.channels_last)
    decoder = Decoder(settings.latent, settings.channels).to(memory_format=torch.channels_last)
    parameters = [*encoder.parameters(), *decoder.parameters()]
    optimizer = torch.optim.Adam(parameters, settings.learning_rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, settings.learning_rate, total_steps=settings.steps)
    started, recent = time.time(), []
    for step in range(settings.steps):
        windows = store.draw(settings.batch, generator)
        with torch.autocast("cpu", torch.bfloat16):
            mean, log_variance = encoder(windows)
            noise = torch.randn(mean.shape, generator=generator) * torch.exp(log_variance / 2) if variational else 0
            rebuilt = decoder(mean + noise)
        error = (rebuilt.float() - windows).square().mean()
        divergence = _divergence(mean.float(), log_variance.float())
        loss = WINDOW_VALUES / 2 * torch.log(error) + (divergence.sum(1).mean() if variational else 0)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 500.0)
        optimizer.step()
        schedule.step()
        recent = [*recent[-99:], (error.item(), float(windows.var()), divergence.detach().mean(0))]
        if step % 200 == 199:
            print(f"  step {step + 1}: explains {_explained(recent):.3f}, {time.time() - started:.0f} s", flush=True)
    active = int((torch.stack([r[2] for r in recent]).mean(0) > 0.05).sum()) if variational else settings.latent
    return encoder.eval(), {"explainedVariance": round(_explained(recent), 4), "activeCodes": active}


def _divergence(mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
    """Kullback-Leibler divergence of each code from the standard normal, in nats, [n, latent]."""
    return 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)


def _explained(recent: list) -> float:
    return 1 - sum(r[0] for r in recent) / sum(r[1] for r in recent)


@torch.no_grad()
def encode(encoder: Encoder, windows: torch.Tensor, batch: int = 2048) -> torch.Tensor:
    """The means of the codes of all windows, [n, latent]."""
    return torch.cat([encoder(part)[0] for part in windows.float().split(batch)])
