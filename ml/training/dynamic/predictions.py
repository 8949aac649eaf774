"""Out-of-fold curves of held-out pieces for the research page; ratings are not among them."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from data_sets import HOP_SECONDS
from dynamic.pieces import Piece
from dynamic.result import Result

SCALE = 100
SHOWN = 3


def write_predictions(results: dict[str, Result], pieces: Sequence[Piece], path: Path) -> None:
    """Curves of at most SHOWN models as whole hundredths, in rating time, by the base name of the piece."""
    def axes(curve: np.ndarray) -> dict[str, list[int]]:
        rounded = np.round(SCALE * np.clip(curve, -1, 1)).astype(int)
        return {"valence": rounded[:, 0].tolist(), "arousal": rounded[:, 1].tolist()}

    names = list(results)[:SHOWN]
    means = {name: results[name].mean for name in names}
    content = {
        "hopSeconds": HOP_SECONDS, "startSeconds": HOP_SECONDS / 2, "scale": SCALE, "models": names,
        "pieces": {piece.key: {name: axes(means[name][i]) for name in names} for i, piece in enumerate(pieces)},
    }
    path.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n")
