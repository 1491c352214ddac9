"""What one change costs those who have the index: which files keep their names, end to end, in a directory of 600."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

import pytest

from provider_directory.outputs.search import SearchDirectory, SearchDocument, SearchIndex, index_of
from tests.benchmarks.search.corpus import corpus
from tests.conftest import ROOT

SOME = (0, 250, 480)


@pytest.fixture(scope="module")
def directory() -> SearchDirectory:
    """Six hundred providers in the project's own municipalities, and one more."""
    return corpus(ROOT, 601, 1)


@pytest.fixture(scope="module")
def before(directory: SearchDirectory) -> SearchIndex:
    """The index of the six hundred."""
    return index_of(changed(directory, directory.documents[:600]))


def changed(directory: SearchDirectory, documents: tuple[SearchDocument, ...]) -> SearchDirectory:
    """The directory with other providers."""
    return replace(directory, documents=documents)


def dearer(document: SearchDocument) -> SearchDocument:
    """A provider whose first price is ten cents more."""
    first, *others = document.offers
    assert first.price_cents is not None
    return replace(document, offers=(replace(first, price_cents=first.price_cents + 10), *others))


@dataclass(frozen=True)
class Change:
    """An index, and the one that replaces it."""

    old: SearchIndex
    new: SearchIndex

    @cached_property
    def renamed(self) -> float:
        """The share of new files that have new names."""
        known = {path for path, _ in self.old.files}
        return sum(path not in known for path, _ in self.new.files) / len(self.new.files)

    @cached_property
    def rewritten(self) -> set[str]:
        """What has another content, by its name without a tag."""
        known = {path.rpartition("-")[0]: content for path, content in self.old.files}
        return {
            path.rpartition("-")[0].rpartition("/")[2]
            for path, content in self.new.files
            if known.get(path.rpartition("-")[0]) != content
        }


def families(names: set[str]) -> set[str]:
    """The families of some pieces, and the pieces that there is one of."""
    return {name.rstrip("0123456789") for name in names}


def test_two_runs_write_the_same_bytes(directory: SearchDirectory, before: SearchIndex) -> None:
    assert index_of(changed(directory, directory.documents[:600])) == before


@pytest.mark.parametrize("place", SOME)
def test_a_price_changes_few_files(directory: SearchDirectory, before: SearchIndex, place: int) -> None:
    """Its provider's cards, its municipalities' tables, its service's; the names of some neighbours'."""
    every = list(directory.documents[:600])
    every[place] = dearer(every[place])
    change = Change(before, index_of(changed(directory, tuple(every))))

    assert families(change.rewritten) == {"boot", "all", "whole", "d", "m", "s"}
    assert sum(name[0] in "ds" and name[1:].isdigit() for name in change.rewritten) == 2
    assert len(change.rewritten) <= 12
    assert 0 < change.renamed < 0.2


def test_a_word_changes_its_pages_only(directory: SearchDirectory, before: SearchIndex) -> None:
    first, *others = directory.documents[:600]
    telling = replace(first, descriptions=(*first.descriptions, "Kuutamohieronta"))
    change = Change(before, index_of(changed(directory, (telling, *others))))

    assert families(change.rewritten) <= {"boot", "words", "guide", "whole", "x", "t"}
    assert len(change.rewritten) <= 12
    assert 0 < change.renamed < 0.25


def test_most_files_keep_their_names_when_a_provider_comes(directory: SearchDirectory, before: SearchIndex) -> None:
    """Of those with cards and tables nearly all; the words that answer by its service and place count one more."""
    change = Change(before, index_of(directory))
    rewritten = [name for name in change.rewritten if name[0] in "dxms" and name[1:].isdigit()]

    assert change.renamed < 0.5
    assert 3 <= len(rewritten) <= 24


@pytest.mark.parametrize("place", SOME)
def test_a_provider_that_goes_takes_only_its_own_with_it(
    directory: SearchDirectory, before: SearchIndex, place: int
) -> None:
    """Its cards, its services, its municipalities; and words, which answer with one provider less."""
    every = directory.documents[:600]
    gone = every[place]
    change = Change(before, index_of(changed(directory, every[:place] + every[place + 1 :])))
    count = Counter(name[0] for name in change.rewritten if name[1:].isdigit())

    assert (count["d"], count["x"]) == (1, 1)
    assert count["s"] == 3 * len({offer.service for offer in gone.offers})
    assert count["m"] <= len({(offer.service, key) for offer in gone.offers for key in offer.municipalities})
    assert change.renamed < 0.6


def test_the_order_of_providers_is_written_in_one_place(directory: SearchDirectory, before: SearchIndex) -> None:
    """They are given by name; where else they stand follows from their keys."""
    change = Change(before, index_of(changed(directory, directory.documents[:600][::-1])))

    assert change.rewritten == {"boot", "names", "whole"}
