"""Distillation: the embedding network learns to say what MusiCNN says, in 200 numbers."""

import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from embedding.augment import augmented
from embedding.network import EMBEDDING_SIZE, EmbeddingNetwork
from embedding.teacher import PATCH_HOP_FRAMES
from front_end import load_front_end

PATCHES = 4
"""A segment is 12 s: four patches, 24 half seconds."""

SEGMENT_FRAMES = 750
HALF_SECONDS_PER_PATCH = 6


@dataclass(frozen=True)
class Track:
    """Log-mel frames [n, 96] float16, the teacher's targets [patches, T] and the group that is never split."""

    key: str
    group: str
    frames: np.ndarray
    targets: np.ndarray


@dataclass(frozen=True)
class Settings:
    batch: int = 24
    epochs: int = 12
    rate: float = 2e-3
    weight_decay: float = 1e-2
    held_out: float = 0.06
    seed: int = 1


class Student(nn.Module):
    """The embedding and the linear maps by which it is compared with the teacher."""

    def __init__(self, targets: int):
        super().__init__()
        self.embedding = EmbeddingNetwork()
        self.norm = nn.BatchNorm1d(EMBEDDING_SIZE, affine=False)
        self.head = nn.Linear(EMBEDDING_SIZE, targets)

    def forward(self, frames: torch.Tensor) -> torch.Tensor:
        """[n, 750, 96] -> [n, 4, T]: a patch is answered from the mean embedding of its six half seconds."""
        vectors = self.embedding(frames).float()
        patches = vectors.unflatten(1, (-1, HALF_SECONDS_PER_PATCH)).mean(2)
        return self.head(self.norm(patches.flatten(0, 1))).unflatten(0, patches.shape[:2])


def segments(tracks: list[Track], random: np.random.Generator) -> list[tuple[int, int]]:
    """(track, first patch) of segments that together cover every track about once, in random order."""
    found = []
    for index, track in enumerate(tracks):
        last = min(len(track.targets), int((len(track.frames) - SEGMENT_FRAMES) / PATCH_HOP_FRAMES) + PATCHES) - PATCHES
        for _ in range(max(1, round(len(track.targets) / PATCHES)) if last >= 0 else 0):
            found.append((index, int(random.integers(0, last + 1))))
    random.shuffle(found)
    return found


def batch_of(tracks: list[Track], chosen: list[tuple[int, int]]) -> tuple[torch.Tensor, torch.Tensor]:
    frames, targets = [], []
    for index, patch in chosen:
        start = round(patch * PATCH_HOP_FRAMES)
        frames.append(tracks[index].frames[start : start + SEGMENT_FRAMES])
        targets.append(tracks[index].targets[patch : patch + PATCHES])
    return torch.from_numpy(np.stack(frames)).float(), torch.from_numpy(np.stack(targets))


def split(tracks: list[Track], settings: Settings) -> tuple[list[Track], list[Track]]:
    """Training and held-out tracks; a group (artist, piece) lies on one side."""
    groups = sorted({t.group for t in tracks})
    random = np.random.default_rng(settings.seed)
    kept_out = set(random.choice(groups, int(len(groups) * settings.held_out), replace=False))
    return [t for t in tracks if t.group not in kept_out], [t for t in tracks if t.group in kept_out]


@dataclass(frozen=True)
class Corpus:
    """What is learned from and judged on, and the weight of every target, [T]."""

    training: list[Track]
    held_out: list[Track]
    weights: np.ndarray


def distil(corpus: Corpus, settings: Settings) -> tuple[Student, list[dict]]:
    """Train a student; returns it with the loss of every epoch (1 is what a constant would have)."""
    torch.manual_seed(settings.seed)
    student = Student(len(corpus.weights))
    random, noise = np.random.default_rng(settings.seed), torch.Generator().manual_seed(settings.seed)
    gain, share = load_front_end().compression_gain, torch.from_numpy(corpus.weights).float()
    training, held_out = corpus.training, corpus.held_out
    optimiser = torch.optim.AdamW(student.parameters(), settings.rate, weight_decay=settings.weight_decay)
    steps = settings.epochs * (len(segments(training, random)) // settings.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, settings.rate, total_steps=steps + 1, pct_start=0.15)
    history, step, start = [], 0, time.time()
    for epoch in range(settings.epochs):
        order, losses = segments(training, random), []
        for first in range(0, len(order) - settings.batch + 1, settings.batch):
            if step >= steps:
                break
            frames, targets = batch_of(training, order[first : first + settings.batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = student(augmented(frames, gain, noise))
            loss = ((answers.float() - targets) ** 2 * share).sum(-1).mean() / SHARE_TOTAL
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
            step += 1
        history.append(
            {"epoch": epoch + 1, "loss": float(np.mean(losses)), "heldOut": held_out_loss(student, held_out, share)}
        )
        print(f"  {history[-1]} {time.time() - start:.0f} s", flush=True)
    return student, history


SHARE_TOTAL = 10.0
"""Shares of all groups of outputs of both weight files."""


def held_out_loss(student: Student, tracks: list[Track], share: torch.Tensor) -> float:
    chosen = segments(tracks, np.random.default_rng(0))
    student.eval()
    total = 0.0
    with torch.no_grad():
        for first in range(0, len(chosen), 32):
            frames, targets = batch_of(tracks, chosen[first : first + 32])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = student(frames)
            total += float(((answers.float() - targets) ** 2 * share).sum(-1).mean(1).sum()) / SHARE_TOTAL
    student.train()
    return total / max(1, len(chosen))
