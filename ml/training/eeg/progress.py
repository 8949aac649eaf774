"""Lines of JSON on stdout that tell a job how far training is."""

import json
import math
import os
from dataclasses import dataclass, field
from multiprocessing.queues import SimpleQueue


@dataclass
class Progress:
    """Counts trainings of the whole run. `tell` may be called in another process when `queue` is given to it."""

    total: int
    done: int = field(default=0)

    def epoch(self, told: dict) -> None:
        """@param told stage, dimension, variant, epoch, loss, accuracy"""
        write({**told, "fraction": round(self.done / max(1, self.total), 4)})

    def finished(self, trainings: int = 1) -> None:
        self.done += trainings


def write(line: dict) -> None:
    """One line in one write, so that lines of several processes never mix; what is no number becomes null."""
    plain = {k: None if isinstance(v, float) and not math.isfinite(v) else v for k, v in line.items()}
    os.write(1, (json.dumps(plain) + "\n").encode())


class QueuedProgress:
    """Sends what a worker tells to the process that counts."""

    def __init__(self, queue: SimpleQueue):
        self.queue = queue

    def epoch(self, told: dict) -> None:
        self.queue.put(told)
