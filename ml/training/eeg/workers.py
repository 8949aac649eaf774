"""Questions answered by several processes, each with one thread, in no particular order."""

import multiprocessing
import signal
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from threadpoolctl import threadpool_limits

from eeg.experiment import networks_needed, run_split
from eeg.progress import Progress, QueuedProgress
from eeg.question import Found
from eeg.settings import Settings
from eeg.training_set import TrainingSet

shared: dict = {}
"""What a worker process was started with."""


@dataclass(frozen=True)
class Workers:
    """processes: how many; 1 answers within this process."""

    training_set: TrainingSet
    settings: Settings
    processes: int
    progress: Progress

    def run(self, asked: Sequence) -> Iterator[tuple]:
        """Pairs of what was asked and what was found (experiment.Found)."""
        if self.processes == 1 or len(asked) < 2:
            for one in asked:
                yield one, answer(self.training_set, self.settings, one, self.progress.epoch)
                self.progress.finished(len(networks_needed(one.question.variants)))
            return
        context = multiprocessing.get_context("fork")
        queue = context.SimpleQueue()
        listener = threading.Thread(target=self.listen, args=(queue,), daemon=True)
        listener.start()
        start = (self.training_set, self.settings, queue)
        with context.Pool(self.processes, started, start) as pool:
            for index, found in pool.imap_unordered(answer_one, list(enumerate(asked))):
                self.progress.finished(len(networks_needed(asked[index].question.variants)))
                yield asked[index], found
            pool.close()
            pool.join()
        queue.put(None)
        listener.join()

    def listen(self, queue: object) -> None:
        while (told := queue.get()) is not None:
            self.progress.epoch(told)


def one_thread() -> None:
    """Keep this process to one thread: networks this small gain nothing from more, and processes share the cores."""
    torch.set_num_threads(1)
    threadpool_limits(1)


def started(training_set: TrainingSet, settings: Settings, queue: object) -> None:
    # A worker that is told to end just before it waits would never run the handler that it has from the first process.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    one_thread()
    shared.update(training_set=training_set, settings=settings, progress=QueuedProgress(queue))


def answer_one(numbered: tuple[int, object]) -> tuple[int, list[Found]]:
    index, one = numbered
    return index, answer(shared["training_set"], shared["settings"], one, shared["progress"].epoch)


def answer(training_set: TrainingSet, settings: Settings, one: object, epoch: object) -> list[Found]:
    about = {"stage": one.scheme, "dimension": "+".join(one.question.dimensions)}
    return run_split(training_set, one.question, settings, lambda told: epoch({**about, **told}))
