"""Reads a project's folders into Records, and gathers every problem on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..model import LANGUAGES
from ..problems import Problem
from . import front_matter
from .collections import Entry, Records
from .fields import KEY
from .schema.base import TopRecord
from .schema.event import Event
from .schema.organiser import Organiser
from .schema.places import Area, Municipality
from .schema.provider import Provider
from .schema.register import SelfPayRegister
from .schema.service import Service, ServiceGroup
from .schema.shared import Authority, EditorialPage, Law, TaxCredit
from .schema.voucher import Translation, Voucher
from .sentences import problems_of
from .suggestions import did_you_mean
from .text import Source, Unreadable, parse, read_text

REGISTERS: dict[str, tuple[str, type[TopRecord]]] = {
    "municipalities.yaml": ("municipalities", Municipality),
    "regions.yaml": ("regions", Area),
    "counties.yaml": ("counties", Area),
    "service-groups.yaml": ("service_groups", ServiceGroup),
    "services.yaml": ("services", Service),
    "laws.yaml": ("laws", Law),
    "authorities.yaml": ("authorities", Authority),
    "tax-credit.yaml": ("tax_credits", TaxCredit),
    "self-pay.yaml": ("registers", SelfPayRegister),
}
"""Files of content/registers/, each a mapping from key to record."""

FOLDERS: tuple[tuple[str, str, str, type[TopRecord]], ...] = (
    ("content/organisers", "<name>.yaml", "organisers", Organiser),
    ("content/vouchers", "<organiser>/<name>.md", "vouchers", Voucher),
    ("content/events", "<date>-<name>.md", "events", Event),
    ("content/pages", "<name>.md", "pages", EditorialPage),
    ("providers", "<name>.yaml", "providers", Provider),
)
"""Folders of one record to a file: place, how the files in it are named, attribute of Records, record."""

REGISTER_KEY = re.compile(r"[a-z0-9]+([-/][a-z0-9]+)*")


@dataclass(slots=True)
class Reading:
    """A reading under way: where, and what was found wrong so far."""

    root: Path
    problems: list[Problem]
    unread: set[tuple[str, str]] = field(default_factory=set)

    def source(self, file: Path) -> Source | None:
        """A file's tree, or nothing when it cannot be read."""
        name = file.relative_to(self.root).as_posix()
        try:
            text = read_text(file, name)
            return front_matter.split(text, name) if file.suffix == ".md" else parse(text, name)
        except Unreadable as error:
            self.problems += error.problems
        except OSError as error:
            self.problems.append(Problem(name, 1, "", f"The file cannot be opened: {error.strerror}.", "file"))
        return None

    def record(self, model: type[TopRecord], source: Source) -> TopRecord | None:
        """The checked record, or nothing when it has a fault."""
        try:
            return model.model_validate(source.tree)
        except ValidationError as error:
            self.problems += problems_of(error, model, source)
        return None

    def fault(self, file: Path, message: str) -> None:
        """A problem with a file as a whole."""
        self.problems.append(Problem(file.relative_to(self.root).as_posix(), 1, "", message, "file"))

    def files(self, place: str) -> list[Path]:
        """The files below a place in a fixed order; hidden ones, editors' copies and README.md do not count."""
        found = []
        for file in sorted((self.root / place).rglob("*")):
            if ignored(file.relative_to(self.root)):
                continue
            if file.is_symlink() or not file.resolve().is_relative_to(self.root.resolve()):
                self.fault(file, "This is a link to another place (symlink). Put the file itself here.")
            elif file.is_file():
                found.append(file)
        return found


def read_records(root: Path) -> tuple[Records, list[Problem]]:
    """All records below a project's root, and every problem that a single record can have by itself."""
    reading = Reading(root, [])
    found: dict[str, dict[str, Entry[Any]]] = {}
    for attribute, key, entry in (*registers(reading), *folders(reading)):
        found.setdefault(attribute, {})[key] = entry
    strays(reading)
    return Records(**found, unread=frozenset(reading.unread)), sorted(reading.problems)


def strays(reading: Reading) -> None:
    """What stands in content/ where nothing reads it, so that no record is lost over a folder's name."""
    places = ["registers", *(place.partition("/")[2] for place, *_ in FOLDERS if "/" in place)]
    for child in sorted((reading.root / "content").glob("*")):
        if child.name not in places and not ignored(child.relative_to(reading.root)):
            hint = did_you_mean(child.name, places) or f" Use one of: {', '.join(places)}."
            reading.fault(child, f'Nothing in content/ is read from "{child.name}".{hint}')


def registers(reading: Reading) -> Iterator[tuple[str, str, Entry[Any]]]:
    """The entries of content/registers/."""
    folder = reading.root / "content/registers"
    for file in reading.files("content/registers"):
        name = file.relative_to(folder).as_posix()
        if name not in REGISTERS:
            hint = did_you_mean(name, REGISTERS) or f" Use one of: {', '.join(REGISTERS)}."
            reading.fault(file, f'"{name}" is not a register.{hint}')
            continue
        attribute, model = REGISTERS[file.name]
        for key, entry in register(reading, file, model):
            yield attribute, key, entry


def register(reading: Reading, file: Path, model: type[TopRecord]) -> Iterator[tuple[str, Entry[Any]]]:
    """The entries of one register file."""
    source = reading.source(file)
    attribute = REGISTERS[file.name][0]
    if source is None or not isinstance(source.tree, dict):
        reading.unread.add((attribute, ""))
        if source:
            reading.problems.append(source.problem((), "Write one entry for each key, with the key before a colon."))
        return
    for key, entry in source.entries():
        if not REGISTER_KEY.fullmatch(key):
            message = f'"{key}" is not a key. Use small letters a–z, digits and single dashes.'
            reading.problems.append(entry.problem((), message))
        record = reading.record(model, entry)
        if record is None:
            reading.unread.add((attribute, key))
        else:
            yield key, Entry(key, record, entry)


def folders(reading: Reading) -> Iterator[tuple[str, str, Entry[Any]]]:
    """The entries of the folders with one record to a file."""
    for place, pattern, attribute, model in FOLDERS:
        folder = reading.root / place
        files = {
            file: key_of(file, folder) for file in reading.files(place) if in_place(reading, file, folder, pattern)
        }
        written = {key for key, language in files.values() if language is None}
        translated: dict[str, dict[str, Path]] = {}
        for file, (key, language) in files.items():
            if language:
                translated.setdefault(key, {})[language] = file
        for file, (key, language) in files.items():
            if language is None:
                yield from entries(reading, file, key, attribute, model, translated.get(key, {}))
            elif key not in written:
                reading.fault(file, f'This translates "{key}", which does not exist. Rename it, or write {key}.md.')


def entries(
    reading: Reading, file: Path, key: str, attribute: str, model: type[TopRecord], translated: dict[str, Path]
) -> Iterator[tuple[str, str, Entry[Any]]]:
    """The entry of one file with its translations, when it has no fault."""
    if not all(KEY.fullmatch(part) for part in key.split("/")):
        reading.fault(file, f'"{key}" becomes an address. Use small letters a–z, digits and single dashes in the name.')
    source = reading.source(file)
    record = reading.record(model, source) if source else None
    translations = {language: translation(reading, path, key) for language, path in sorted(translated.items())}
    if source is None or record is None:
        reading.unread.add((attribute, key))
    else:
        whole = {language: entry for language, entry in translations.items() if entry}
        yield attribute, key, Entry(key, record, source, whole)


def translation(reading: Reading, file: Path, key: str) -> Entry[Translation] | None:
    """The Swedish or English file of a Markdown record."""
    source = reading.source(file)
    record = reading.record(Translation, source) if source else None
    return Entry(key, record, source) if source and isinstance(record, Translation) else None


def key_of(file: Path, folder: Path) -> tuple[str, str | None]:
    """A file's key (with its folder for vouchers), and its language when it is a translation."""
    stem, _, language = file.stem.rpartition(".")
    if language not in LANGUAGES[1:]:
        stem, language = file.stem, ""
    return (file.parent / stem).relative_to(folder).as_posix(), language or None


def in_place(reading: Reading, file: Path, folder: Path, pattern: str) -> bool:
    """Whether the file is a record here; others are named, so that no record is lost over its place or its ending."""
    ending = Path(pattern).suffix
    if file.suffix != ending:
        reading.fault(file, f'Records here end in "{ending}". Rename "{file.name}", or move it elsewhere.')
    elif len(file.relative_to(folder).parts) != len(Path(pattern).parts):
        place = (folder / pattern).relative_to(reading.root).as_posix()
        reading.fault(file, f"Records of this kind are named {place}. Move the file.")
    else:
        return True
    return False


def ignored(file: Path) -> bool:
    """Whether a file is nobody's record: hidden, an editor's copy, or a word to people who look here."""
    return any(part.startswith(".") for part in file.parts) or file.name.endswith("~") or file.name == "README.md"
