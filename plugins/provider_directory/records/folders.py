"""Where records stand: which files of a project are read, as what, and which stand where nothing is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..model import LANGUAGES
from ..problems import Problem
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
from .suggestions import did_you_mean

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


class Stamp(NamedTuple):
    """What the file system knows of a file: when this is the same, nobody has written to it."""

    written: int
    changed: int
    size: int
    number: int


class Place(NamedTuple):
    """A file that holds records."""

    name: str
    """Path from the project's root, with forward slashes."""
    attribute: str
    """Of Records."""
    model: type[TopRecord]
    stamp: Stamp
    key: str = ""
    """None of its own when it is a register."""
    language: str = ""
    """When it is a translation."""

    @property
    def register(self) -> bool:
        """Whether it holds a record for each of many keys."""
        return not self.key


def places(root: Path) -> tuple[list[Place], list[Problem]]:
    """Every file to be read in a fixed order, and every file that is in the wrong place."""
    problems: list[Problem] = []
    found = [*registers(root, problems), *folders(root, problems)]
    strays(root, problems)
    return found, problems


def fault(name: str, message: str) -> Problem:
    """A problem with a file as a whole."""
    return Problem(name, 1, "", message, "file")


def registers(root: Path, problems: list[Problem]) -> Iterator[Place]:
    """The files of content/registers/."""
    for name, stamp in files(root, "content/registers", problems):
        short = name.removeprefix("content/registers/")
        if short in REGISTERS:
            yield Place(name, *REGISTERS[short], stamp)
        else:
            hint = did_you_mean(short, REGISTERS) or f" Use one of: {', '.join(REGISTERS)}."
            problems.append(fault(name, f'"{short}" is not a register.{hint}'))


def folders(root: Path, problems: list[Problem]) -> Iterator[Place]:
    """The files of the folders with one record to a file; a translation comes after its record, by language."""
    for folder, pattern, attribute, model in FOLDERS:
        written: dict[str, Place] = {}
        translated: dict[str, list[Place]] = {}
        for name, stamp in files(root, folder, problems):
            wrong = misplaced(name, folder, pattern)
            key, language = key_of(name.removeprefix(f"{folder}/"))
            if wrong:
                problems.append(fault(name, wrong))
            elif language:
                translated.setdefault(key, []).append(Place(name, attribute, Translation, stamp, key, language))
            else:
                written[key] = Place(name, attribute, model, stamp, key)
        for key, place in written.items():
            if not all(KEY.fullmatch(part) for part in key.split("/")):
                message = f'"{key}" becomes an address. Use small letters a–z, digits and single dashes in the name.'
                problems.append(fault(place.name, message))
            yield place
            yield from sorted(translated.pop(key, ()), key=lambda each: each.language)
        for key, orphans in translated.items():
            message = f'This translates "{key}", which does not exist. Rename it, or write {key}.md.'
            problems += (fault(orphan.name, message) for orphan in orphans)


def misplaced(name: str, folder: str, pattern: str) -> str:
    """What is wrong with a file's ending or depth, so that no record is lost over its place; mostly nothing."""
    ending, given = os.path.splitext(pattern)[1], name.rpartition("/")[2]
    if os.path.splitext(given)[1] != ending:
        return f'Records here end in "{ending}". Rename "{given}", or move it elsewhere.'
    if name.count("/") != f"{folder}/{pattern}".count("/"):
        return f"Records of this kind are named {folder}/{pattern}. Move the file."
    return ""


def key_of(name: str) -> tuple[str, str]:
    """A file's key (with its folder for vouchers), and its language when it is a translation."""
    stem = os.path.splitext(name)[0]
    before, _, language = stem.rpartition(".")
    return (before, language) if before and language in LANGUAGES[1:] else (stem, "")


def strays(root: Path, problems: list[Problem]) -> None:
    """What stands in content/ where nothing reads it, so that no record is lost over a folder's name."""
    known = ["registers", *(place.partition("/")[2] for place, *_ in FOLDERS if "/" in place)]
    for child in sorted((root / "content").glob("*")):
        if child.name not in known and not ignored(child.name):
            hint = did_you_mean(child.name, known) or f" Use one of: {', '.join(known)}."
            problems.append(fault(f"content/{child.name}", f'Nothing in content/ is read from "{child.name}".{hint}'))


def files(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, Stamp]]:
    """The files below a folder in a fixed order; hidden ones, editors' copies and README.md do not count."""
    inside = (root / folder).resolve().is_relative_to(root.resolve())
    for name, entry in sorted(below(str(root / folder), folder), key=lambda each: each[0].split("/")):
        if entry.is_symlink() or not inside:
            problems.append(fault(name, "This is a link to another place (symlink). Put the file itself here."))
        elif entry.is_file(follow_symlinks=False) and (stamp := stamp_of(entry)):
            yield name, stamp


def below(folder: str, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What stands in a folder and the folders in it, by its path from the project's root."""
    try:
        with os.scandir(folder) as entries:
            children = list(entries)
    except OSError:
        return
    for child in children:
        inner = f"{name}/{child.name}"
        if not ignored(child.name):
            yield inner, child
        if child.is_dir(follow_symlinks=False) and not child.name.startswith("."):
            yield from below(child.path, inner)


def stamp_of(entry: os.DirEntry[str]) -> Stamp | None:
    """What the file system knows of a file, unless it has just been removed."""
    try:
        known = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return Stamp(known.st_mtime_ns, known.st_ctime_ns, known.st_size, known.st_ino)


def ignored(name: str) -> bool:
    """Whether a file is nobody's record: hidden, an editor's copy, or a word to people who look here."""
    return name.startswith(".") or name.endswith("~") or name == "README.md"
