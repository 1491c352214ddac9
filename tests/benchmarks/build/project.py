"""A directory of any size as a project of its own: content, providers, theme and settings, ready for Pelican."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from provider_directory.records.municipality_file import additions
from provider_directory.records.reading import read_records
from tests.generate.tree import write_directory

PRICE = re.compile(r"^( +- price: )(\d+\.\d\d)$", re.MULTILINE)
"""A price that is the first field of its entry: of a listing with one service and no variants."""

LIST_FILES = re.compile(r"^LIST_FILES = .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Project:
    """A project that was made for measuring."""

    root: Path

    @property
    def output(self) -> Path:
        """Where Pelican publishes it."""
        return self.root / "output"

    @property
    def providers(self) -> Path:
        """The folder of the providers' records."""
        return self.root / "providers"


def make_project(source: Path, root: Path, count: int, seed: int, municipalities: Path | None) -> Project:
    """
    A project of so many providers, spread over every municipality of the register.

    A file of municipalities adds those that the source project's register lacks.
    """
    words = root.with_name(f"{root.name}-words")
    shutil.copytree(source / "content", words / "content", ignore=shutil.ignore_patterns(".*", "*~"))
    if municipalities:
        add_municipalities(words, municipalities)
    write_directory(words, root, count, seed, everywhere=True)
    shutil.rmtree(words)
    shutil.copytree(source / "theme", root / "theme")
    settings = (source / "pelicanconf.py").read_text("utf-8")
    # What a list is published as where nobody says otherwise: the example has it as workbooks and for paper as well.
    usual, found = LIST_FILES.subn("", settings)
    assert found == 1, "pelicanconf.py has no LIST_FILES"
    (root / "pelicanconf.py").write_text(usual, "utf-8")
    return Project(root)


def add_municipalities(project: Path, file: Path) -> None:
    """What `import-municipalities --write` does."""
    records, _ = read_records(project)
    for name, texts in additions(file.read_bytes(), records).items():
        with (project / "content/registers" / name).open("a", encoding="utf-8") as register:
            register.write("".join(f"\n{text}" for text in texts))


def change_a_price(project: Project) -> Path:
    """Add or take away ten cents in the first record with a self-pay price; the record changed."""
    for file in sorted(project.providers.iterdir()):
        text = file.read_text(encoding="utf-8")
        before, found, listing = text.partition("  - register: ")
        mine = listing.partition("\n  - ")[0]
        if found and PRICE.search(mine):
            changed = PRICE.sub(lambda match: f"{match[1]}{stepped(match[2])}", mine, count=1)
            file.write_text(before + found + listing.replace(mine, changed, 1), encoding="utf-8")
            return file
    raise LookupError("No provider has a price to change.")


def stepped(price: str) -> str:
    """Ten cents up from an even tenth of a euro, down from an odd one, so that two changes are none."""
    cents = round(float(price) * 100)
    cents += 10 if cents // 10 % 2 == 0 else -10
    return f"{cents // 100}.{cents % 100:02}"
