"""The pages as units of work: together they are all pages, each once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from provider_directory.views.page_kind import PageKind
from provider_directory.views.pages import KINDS, pages_of, units
from tests.records.project import world
from tests.views.editions import edition_of


def test_every_page_is_of_one_unit(tmp_path: Path) -> None:
    edition = edition_of(world(tmp_path))
    found = list(units(edition))
    made = Counter(page.path for unit in found for page in pages_of(edition, unit))
    kinds = Counter(page.path for pages in KINDS.values() for page in pages(edition))

    assert made == kinds
    assert set(made.values()) == {1}
    assert len(set(found)) == len(found)


def test_a_page_among_many_alike_is_made_by_itself(tmp_path: Path) -> None:
    edition = edition_of(world(tmp_path))
    for unit in units(edition):
        assert len(list(pages_of(edition, unit))) == 1 or not isinstance(KINDS[unit.kind], PageKind)
