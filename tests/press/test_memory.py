"""What the last build made, of what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.digests import Digests
from provider_directory.catalogue.reads import Read
from provider_directory.press.memory import GROWTH, Ledger, Made, Memory, recall, remember
from provider_directory.records.collections import Records
from provider_directory.views.pages import Unit


class World:
    """A table in which anything can be changed, and builds that read it."""

    def __init__(self) -> None:
        self.table: dict[str, str] = {}

    def digests(self) -> Digests:
        """Of what stands there now."""
        catalogue = Catalogue(records=Records(), as_of=date(2018, 8, 10))
        return Digests(catalogue, {"table": lambda _: dict(self.table)})


@pytest.fixture
def world() -> World:
    """The table."""
    return World()


def unit(name: str) -> Unit:
    """A piece of work."""
    return Unit("fi", "kind", name)


def built(memory: Memory, digests: Digests, work: dict[str, list[str]]) -> tuple[Memory, set[str]]:
    """One build: what it remembers, and what it had to make. work: what each unit reads when it is made."""
    ledger, stale, made = Ledger(memory.reads), memory.stale(digests), []
    anew = set()
    for name, keys in work.items():
        found = memory.holding(unit(name), "", stale)
        if found is None:
            anew.add(name)
            reads: tuple[Read, ...] = tuple(("table", key) for key in keys)
            found = ledger.noted(Made(unit(name), "", (), reads))
        made.append(found)
    return memory.after(made, ledger, digests), anew


WORK = {"one": ["a"], "two": ["a", "b"], "none": []}


def test_only_what_read_something_else_is_made_again(world: World) -> None:
    world.table = {"a": "1", "b": "1"}
    memory, anew = built(Memory("1"), world.digests(), WORK)
    assert anew == set(WORK)
    memory, anew = built(memory, world.digests(), WORK)
    assert anew == set()

    world.table["b"] = "2"
    memory, anew = built(memory, world.digests(), WORK)
    assert anew == {"two"}

    world.table.pop("a")
    memory, anew = built(memory, world.digests(), WORK)
    assert anew == {"one", "two"}


def test_what_was_kept_twice_is_still_known_by_what_it_read(world: World) -> None:
    world.table = {"a": "1", "b": "1"}
    memory, _ = built(Memory("1"), world.digests(), WORK)
    for _ in range(3):
        memory, _ = built(memory, world.digests(), WORK)
    world.table["a"] = "2"

    assert built(memory, world.digests(), WORK)[1] == {"one", "two"}


def test_reads_that_nobody_has_any_more_do_not_pile_up(world: World) -> None:
    memory = Memory("1")
    for number in range(50):
        world.table = {"a": "1", f"b{number}": "1"}
        work = {"one": ["a"], "two": [f"b{number}"], "three": ["a", f"c{number}"]}
        world.table["a"] = str(number)
        memory, _ = built(memory, world.digests(), work)
        assert len(memory.reads) <= 4 * GROWTH

    world.table["b49"] = "2"
    assert built(memory, world.digests(), work)[1] == {"two"}


def test_it_is_found_again_for_the_same_programs(world: World, tmp_path: Path) -> None:
    world.table = {"a": "1", "b": "1"}
    memory, _ = built(Memory("1"), world.digests(), WORK)
    remember(tmp_path / "made-1", memory)

    assert built(recall(tmp_path / "made-1", "1"), world.digests(), WORK)[1] == set()
    assert recall(tmp_path / "made-1", "2").made == {}
