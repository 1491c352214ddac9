"""A whole project's content on disk: the project's own words with generated providers."""

from __future__ import annotations

import shutil
from pathlib import Path

from provider_directory.records.reading import read_records

from .providers import providers


class OutputInTheWay(Exception):
    """The folder to write into holds something already."""


def write_directory(project: Path, out: Path, count: int, seed: int, *, everywhere: bool) -> int:
    """
    Copy the project's content and write the providers beside it; the number written.

    Raises OutputInTheWay when there is anything in the folder: what is left of an earlier run would be read as well.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OutputInTheWay(f"{out} is not an empty folder. Name another one, or remove it.")
    records, _ = read_records(project)
    shutil.copytree(project / "content", out / "content", ignore=shutil.ignore_patterns(".*", "*~"))
    folder = out / "providers"
    folder.mkdir()
    written = 0
    for address, text in providers(records, count, seed, everywhere):
        (folder / f"{address}.yaml").write_bytes(text.encode())
        written += 1
    return written
