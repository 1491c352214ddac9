"""The parts in which several workers make the pages: each page in exactly one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from provider_directory.views.pages import all_pages
from provider_directory.views.part import Part
from tests.records.project import world
from tests.views.editions import edition_of


@pytest.mark.parametrize("of", [1, 2, 3, 40])
def test_every_page_is_in_one_part(tmp_path: Path, of: int) -> None:
    edition = edition_of(world(tmp_path))
    whole = Counter(page.path for page in all_pages(edition))
    parts = Counter(page.path for number in range(of) for page in all_pages(replace(edition, part=Part(number, of))))

    assert parts == whole
    assert set(whole.values()) == {1}


def test_no_part_has_much_more_than_another() -> None:
    sizes = [len(list(Part(number, 4).mine(range(103)))) for number in range(4)]

    assert sum(sizes) == 103
    assert max(sizes) - min(sizes) <= 1
