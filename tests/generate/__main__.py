"""The command line: `python -m tests.generate --providers 2000 --seed 1 --out DIR`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from .tree import OutputInTheWay, write_directory

PROJECT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Write one directory and say how large it is and how long it took. Exit status 2: nothing was written."""
    options = read_options(arguments)
    began = time.perf_counter()
    try:
        files = write_directory(
            PROJECT, options.out, options.providers, options.seed, everywhere=options.municipalities == "all-listed"
        )
    except OutputInTheWay as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{files} providers in {options.out}/providers, {time.perf_counter() - began:.1f} s\n")
    return 0


def read_options(arguments: list[str]) -> argparse.Namespace:
    """What was asked for; argparse ends the program on anything else."""
    parser = argparse.ArgumentParser(prog="python -m tests.generate", description="Generate a larger directory.")
    parser.add_argument("--providers", type=int, default=2000, help="how many (2000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same bytes (1)")
    parser.add_argument("--out", type=Path, required=True, help="a folder that is empty or does not exist yet")
    parser.add_argument(
        "--municipalities",
        choices=("organisers", "all-listed"),
        default="organisers",
        help="seats in the organisers' municipalities and their neighbours, or in every municipality of the register",
    )
    options = parser.parse_args(arguments)
    if options.providers < 0:
        parser.error("--providers counts from 0")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
