"""A build after an earlier one: the same bytes as a build from nothing, whatever changed, and nothing else is touched."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from random import Random

import pytest

from provider_directory.press.standstill import SETTLED_NS
from tests.generate.business_ids import business_ids
from tests.sites.building import PROJECT, build, copy_of, published

PROVIDER = """\
name: Esimerkki {number} Oy
business_id: {business_id}
phones: [014 000 {number:04}]
listings:
  - voucher: esimerkkila/kotihoito
    from: 2018-01-01
    at_home: yes
    municipalities: [esimerkkila]
    prices:
      - {{price: {price}.50, unit: hour}}
  - register: esimerkkila/siivous
    at_home: yes
    municipalities: [esimerkkila, naapuri]
    prices:
      - {{price: {price}.00, unit: hour, vat: included, vat_rate: 24 %}}
"""

Edit = Callable[[], dict[str, str] | None]
"""Changes the project; gives what the next builds have in their environment, where that changes."""


class Project:
    """A small project of its own, theme and all, in which anything can be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = copy_of("minimal", folder)
        shutil.copytree(PROJECT / "theme", self.folder / "theme")
        settings = self.folder / "pelicanconf.py"
        settings.write_text(settings.read_text("utf-8") + '\nTHEME = str(HERE / "theme")\n', "utf-8")
        self.ids, self.numbers = business_ids(), count(1)
        self.chance = Random(20181)
        for _ in range(6):
            self.add()

    def add(self) -> None:
        """One provider more."""
        number = next(self.numbers)
        text = PROVIDER.format(number=number, business_id=next(self.ids), price=self.chance.randrange(30, 60))
        (self.folder / f"providers/esimerkki-{number}.yaml").write_text(text, "utf-8")

    def one(self) -> Path:
        """Some provider's file."""
        return self.chance.choice(sorted((self.folder / "providers").glob("esimerkki-*.yaml")))

    def rename(self) -> None:
        """One provider's address."""
        self.one().rename(self.folder / f"providers/esimerkki-x{next(self.numbers)}.yaml")

    def change(self, file: Path | str, old: str, new: str) -> None:
        """Some words of a file."""
        place = self.folder / file
        text = place.read_text("utf-8")
        assert old in text, (file, old)
        place.write_text(text.replace(old, new, 1), "utf-8")

    def price(self) -> None:
        """One provider's price."""
        file = self.one()
        before = file.read_text("utf-8").partition("price: ")[2].partition(",")[0]
        self.change(file, f"price: {before}", f"price: {self.chance.randrange(20, 60)}.{self.chance.randrange(10, 99)}")

    def edits(self) -> list[Edit]:
        """Something of every kind that can change."""
        registers, theme = "content/registers", "theme/templates"
        return [
            self.price,
            self.add,
            lambda: self.one().unlink(),
            self.rename,
            lambda: self.change(self.one(), "phones: [014 000", "phones: [014 001"),
            lambda: self.change(self.one(), "municipalities: [esimerkkila, naapuri]", "municipalities: [naapuri]"),
            lambda: self.change(self.one(), "    from: 2018-01-01\n", "    from: 2018-09-01\n"),
            lambda: self.change(f"{registers}/services.yaml", "fi: Kotihoito", "fi: Kotona hoito"),
            lambda: self.change(f"{registers}/municipalities.yaml", "fi: Naapuri", "fi: Naapurila"),
            lambda: self.change(f"{registers}/self-pay.yaml", "fi: ", "fi: Uusi "),
            lambda: self.change("content/organisers/esimerkkila.yaml", "fi: ", "fi: Uusi "),
            lambda: self.change("content/vouchers/esimerkkila/kotihoito.md", "title: ", "title: Uusi "),
            lambda: self.change("content/vouchers/esimerkkila/kotihoito.sv.md", "title: ", "title: Ny "),
            lambda: self.change("content/pages/tietoa.en.md", "title: ", "title: New "),
            lambda: (self.folder / "content/events/2018-08-16-info.en.md").unlink(),
            lambda: self.change(f"{theme}/base.html", "<body", "<!-- changed --><body"),
            lambda: self.change(
                "theme/locale/sv/LC_MESSAGES/messages.po", 'msgstr "Tjänster"', 'msgstr "Alla tjänster"'
            ),
            lambda: self.change("theme/static/css/main.css", "@layer", "/* changed */\n@layer"),
            lambda: self.change("pelicanconf.py", '"fi": "Esimerkkilän opas"', '"fi": "Esimerkin opas"'),
            lambda: {"AS_OF": "2018-09-01"},
        ]


def made(project: Project, output: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """What a build leaves."""
    done = build(project.folder, output, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return published(output)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The project."""
    return Project(tmp_path)


def test_after_any_changes_it_is_what_a_build_from_nothing_is(project: Project, tmp_path: Path) -> None:
    """Changes of every kind by chance, one to three at a time; each build follows the one before it."""
    environment: dict[str, str] = {}
    made(project, tmp_path / "kept", environment)
    edits = [*project.edits(), project.price, project.price, project.add]
    project.chance.shuffle(edits)
    for step, together in enumerate(batches(edits, project.chance)):
        for edit in together:
            environment |= edit() or {}
        # The memory stands in the project, by output: a folder that nothing was built into has none.
        assert made(project, tmp_path / "kept", environment) == made(project, tmp_path / f"new-{step}", environment)


def batches(edits: list[Edit], chance: Random) -> Iterator[list[Edit]]:
    """One to three at a time."""
    rest = iter(edits)
    while together := list(islice(rest, chance.randint(1, 3))):
        yield together


def stamps(output: Path) -> dict[str, tuple[int, int]]:
    """Each file's inode and time of change."""
    files = ((file, file.stat()) for file in output.rglob("*") if file.is_file())
    return {file.relative_to(output).as_posix(): (stat.st_ino, stat.st_mtime_ns) for file, stat in files}


def test_a_changed_telephone_number_touches_what_shows_it(project: Project, tmp_path: Path) -> None:
    output = tmp_path / "output"
    made(project, output, {})
    before = stamps(output)
    file = project.one()
    project.change(file, "014 000", "014 002")
    made(project, output, {})
    touched = {name for name, stamp in stamps(output).items() if before.get(name) != stamp}
    pages = {name for name in touched if name.endswith(".html")}

    assert f"fi/tuottajat/{file.stem}/index.html" in pages
    assert "fi/kunnat/esimerkkila/kotihoito/index.html" in pages
    assert not {name for name in pages if name.startswith("fi/tuottajat/esimerkki-")} - {
        f"fi/tuottajat/{file.stem}/index.html"
    }
    assert not {name for name in pages if "tilaisuudet" in name or "tietoja" in name}


def test_nothing_changed_touches_nothing(project: Project, tmp_path: Path) -> None:
    output = tmp_path / "output"
    made(project, output, {})
    before = stamps(output)
    made(project, output, {})

    assert stamps(output) == before


def test_a_new_day_touches_what_it_changes(project: Project, tmp_path: Path) -> None:
    """A day on which nothing begins or ends: the front pages and data name it, an event draws nearer, searches turn by a day."""
    output = tmp_path / "output"
    made(project, output, {"AS_OF": "2018-08-06"})
    before = stamps(output)
    made(project, output, {"AS_OF": "2018-08-07"})
    touched = {name for name, stamp in stamps(output).items() if before.get(name) != stamp}

    assert {name for name in touched if name.startswith(("index", "fi/"))} == {
        "index.html", "fi/day.js", "fi/index.html", "fi/avoin-data/index.html", "fi/haku/index.html", "fi/tilaisuudet/2018-08-16-info/index.html",
    }  # fmt: skip
    others = {re.sub("^data/.*", "data/*", name) for name in touched if not re.match("index|fi|sv|en", name)}
    assert {re.sub(r"-\w+\.json", "", name) for name in others} == {
        ".published", "api/v1/index.json", "data/*", "hsds/index.json", "search/manifest.json", "search/fi/boot", "search/sv/boot", "search/en/boot",
    }  # fmt: skip


@pytest.mark.parametrize("damage", ["gone", "cut", "other", "unreadable"])
def test_a_damaged_memory_is_no_memory(project: Project, tmp_path: Path, damage: str) -> None:
    output = tmp_path / "output"
    expected = made(project, output, {})
    (memory,) = (project.folder / ".cache").rglob("made-*")
    if damage == "gone":
        memory.unlink()
    elif damage == "cut":
        memory.write_bytes(memory.read_bytes()[:-100])
    elif damage == "other":
        memory.write_bytes(b"something else")
    else:
        memory.unlink()
        memory.mkdir()

    assert made(project, output, {}) == expected


def test_what_went_missing_is_made_again(project: Project, tmp_path: Path) -> None:
    output = tmp_path / "output"
    expected = made(project, output, {})
    os.unlink(output / "fi/index.html")
    (output / "fi/haku/index.html").write_text("", "utf-8")

    assert made(project, output, {}) == expected


@pytest.fixture
def settled(project: Project, tmp_path: Path) -> Path:
    """A site whose records have not been touched for so long that their times can be trusted."""
    time.sleep(SETTLED_NS / 1_000_000_000 + 0.1)
    made(project, tmp_path / "output", {})
    return tmp_path / "output"


def memory_of(project: Project) -> int:
    """When a build last looked at what it had made."""
    (memory,) = (project.folder / ".cache").rglob("made-*")
    return memory.stat().st_mtime_ns


class TestStandstill:
    def test_nothing_is_even_read(self, project: Project, settled: Path) -> None:
        before = memory_of(project)
        made(project, settled, {})

        assert memory_of(project) == before

    def test_a_page_that_was_changed_by_hand_is_put_right(self, project: Project, settled: Path) -> None:
        expected = published(settled)
        (settled / "fi/index.html").unlink()

        assert made(project, settled, {}) == expected

    def test_a_price_is_seen_even_where_the_size_stays(self, project: Project, settled: Path) -> None:
        before = published(settled)
        file = project.one()
        project.change(file, ".50, unit", ".60, unit")

        assert made(project, settled, {}) != before

    def test_another_day_is_another_site(self, project: Project, settled: Path) -> None:
        before = published(settled)

        assert made(project, settled, {"AS_OF": "2018-08-11"}) != before

    def test_the_same_is_said_as_of_a_build_that_changed_nothing(self, project: Project, settled: Path) -> None:
        standing = build(project.folder, settled).stdout
        shutil.rmtree(project.folder / ".cache")

        assert build(project.folder, settled).stdout == standing
