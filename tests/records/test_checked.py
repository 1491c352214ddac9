"""Reading and checking in one step: whatever one line is missing or wrong, it ends in problems or in a directory."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.problems import errors
from tests.records.project import DAY, Project
from tests.sites.building import SITES

MINIMAL = SITES / "minimal"
FILES = [
    file.relative_to(MINIMAL).as_posix()
    for place in ("content", "providers")
    for file in sorted((MINIMAL / place).rglob("*.*"))
]


@pytest.fixture
def minimal(tmp_path: Path) -> Project:
    """The records of the smallest whole site."""
    for place in ("content", "providers"):
        shutil.copytree(MINIMAL / place, tmp_path / place)
    return Project(tmp_path)


def ends_well(project: Project) -> bool:
    """Whether the records are right; then everything there is on the day can be told."""
    records, problems = project.checked()
    if errors(problems):
        return False
    catalogue = Catalogue(records=records, as_of=DAY)
    return len({(offer.provider.key, offer.you_pay) for offer in catalogue.offers}) <= len(catalogue.offers)


def test_the_smallest_site_is_right(minimal: Project) -> None:
    assert minimal.checked()[1] == []


@pytest.mark.parametrize("file", FILES)
def test_without_any_one_of_its_lines_it_is_right_or_told(minimal: Project, file: str) -> None:
    lines = (minimal.root / file).read_text(encoding="utf-8").splitlines(keepends=True)
    well = []
    for number in range(len(lines)):
        minimal.write(file, "".join(lines[:number] + lines[number + 1 :]).encode())
        well.append(ends_well(minimal))

    assert not all(well)


@pytest.mark.parametrize("file", FILES)
def test_with_any_one_of_its_values_wrong_it_is_right_or_told(minimal: Project, file: str) -> None:
    text = (minimal.root / file).read_text(encoding="utf-8")
    well = []
    for match in re.finditer(r"(?<=: )[^\s{\[][^,}\]\n]*", text):
        for word in ("x", "[]", "2018-08-10"):
            minimal.write(file, (text[: match.start()] + word + text[match.end() :]).encode())
            well.append(ends_well(minimal))

    assert not all(well)


@pytest.mark.parametrize("file", FILES)
def test_without_any_one_of_its_files_it_is_right_or_told(minimal: Project, file: str) -> None:
    minimal.remove(file)
    ends_well(minimal)
