"""
Installs what the dtw benchmark is compared with, beside this file in .venv: dtaidistance from PyPI, and ucr.c compiled
where there is a compiler. Nothing of it is committed.

    python3 ml/dtw/peers/install.py
"""
import pathlib
import shutil
import subprocess
import venv

DTAIDISTANCE = "dtaidistance==2.5.1"
NUMPY = "numpy==2.2.6"

here = pathlib.Path(__file__).resolve().parent
target = here / ".venv"


def main() -> None:
    if not (target / "bin" / "pip").exists():
        venv.create(target, with_pip=True)
    subprocess.run([target / "bin" / "pip", "install", "--quiet", NUMPY, DTAIDISTANCE], check=True)
    compiler = shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        print("no C compiler: ucr.c is left out")
        return
    source, program = here / "ucr.c", target / "ucr"
    subprocess.run([compiler, "-O3", "-march=native", "-o", program, source, "-lm"], check=True)


if __name__ == "__main__":
    main()
