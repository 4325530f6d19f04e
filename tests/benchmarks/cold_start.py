"""What a cold `parley say` costs beside its parts, in one run.

    python -m tests.benchmarks.cold_start [--runs 10]

Beside it: Python alone, and Python importing the libraries an answer needs (Jinja, SQLAlchemy,
cryptography, rapidfuzz, click). The rest is Parley's own. The store and the loaded figures are
there already, as they are from the second command on.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = {
    "python": ["-c", "pass"],
    "python and the libraries": ["-c", "import jinja2, sqlalchemy, cryptography.fernet, rapidfuzz, click"],
    "parley say": ["-m", "adapters.cli", "say", "/median software-engineer SF senior"],
}


def seconds(arguments: list[str], home: str, runs: int) -> float:
    """The median wall time of a new process."""
    environment = {**os.environ, "PARLEY_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    took = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        command = [sys.executable, *arguments]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        took.append(time.perf_counter() - began)
    return statistics.median(took[1:])


def main() -> None:
    """Print a line a process."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        took = {name: seconds(arguments, home, runs) for name, arguments in RUNS.items()}
    libraries = took["python and the libraries"]
    for name, median in took.items():
        print(f"{name}: {median:.3f} s, {median / libraries:.2f} of the libraries alone")


if __name__ == "__main__":
    main()
