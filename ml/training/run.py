"""One door to all training.

python ml/training/run.py FAMILY --data ../shared/data --audio CLIPS_OF_4Q [--cache DIR] [--out ml/models]
python ml/training/run.py all ...       # every family of MODELS, in the order in which they need each other
python ml/training/run.py FAMILY --tiny --out DIR       # synthetic data, under a minute
python ml/training/run.py eeg --data TRAINING_SET --out DIR     # of a study of one's own, so never a part of "all"
"""

import argparse
import os
from importlib import import_module
from pathlib import Path

# ONNX Runtime's official builds tell their maker of every graph they open unless this is set.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

MODELS = ("embedding", "emotion", "static", "bridge", "dynamic")
FAMILIES = (*MODELS, "eeg")


def parser_of(family: str) -> argparse.ArgumentParser:
    """The arguments that all families share, and those of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("family", choices=(*FAMILIES, "all"))
    parser.add_argument("--data", type=Path, help="folder of the labelled sets")
    parser.add_argument("--audio", type=Path, help="folder with the 900 mp3 of 4Q")
    parser.add_argument("--cache", type=Path, default=Path(".cache"), help="where what is computed once is kept")
    parser.add_argument("--out", type=Path, default=Path("ml/models"), help="folder for models, cards' figures")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--tiny", action="store_true", help="synthetic data, to try the whole way")
    import_module(f"{family}.train").add_arguments(parser)
    return parser


def main() -> None:
    chosen = argparse.ArgumentParser(add_help=False)
    chosen.add_argument("family", nargs="?", default="all", choices=(*FAMILIES, "all"))
    family = chosen.parse_known_args()[0].family
    for name in MODELS if family == "all" else (family,):
        print(f"== {name}", flush=True)
        parser = parser_of(name)
        arguments = parser.parse_known_args()[0] if family == "all" else parser.parse_args()
        if not arguments.tiny and not arguments.data:
            parser.error("--data is needed (or --tiny)")
        arguments.out.mkdir(parents=True, exist_ok=True)
        import_module(f"{name}.train").run(arguments)


if __name__ == "__main__":
    main()
