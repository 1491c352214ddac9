"""
Makes files of records out of exported ones (the JSON files that outputs/data/records writes): what is lacking, as an editor would
write it. Nothing is believed: what would be written is read as if it stood there, and with one fault nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model import LANGUAGES
from ..problems import Problem
from .collections import Records
from .fields import KEY
from .file import told_by
from .folders import FOLDERS, REGISTER_KEY, REGISTERS, Place, Stamp
from .schema.voucher import Translation

FORMAT = 1
"""Raised whenever a reader of the old format would misread the new one."""

UNWRITTEN = Stamp(0, 0, 0, 0)


class NotRecords(ValueError):
    """A file that no export has written."""


@dataclass(slots=True)
class Imported:
    """What an import would write."""

    files: dict[str, str] = field(default_factory=dict)
    """New files, by their paths from the project's root."""
    entries: dict[str, list[str]] = field(default_factory=dict)
    """What is to be added to registers, by their paths."""
    present: int = 0
    """Records that are there already; they stay as they are."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Records that are new."""
        translations = sum(language_of(name) != "" for name in self.files)
        return len(self.files) - translations + sum(map(len, self.entries.values()))


def imported(documents: Iterable[bytes], records: Records) -> Imported:
    """What records lack of some exported files. Raises NotRecords with a sentence."""
    found = Imported()
    for data in documents:
        kind, given = opened(data)
        for entry in given:
            if records.knows(kind, entry["key"]):
                found.present += 1
            else:
                add(found, kind, entry)
    return found


def opened(data: bytes) -> tuple[str, list[dict[str, Any]]]:
    """The kind and the records of one exported file. Raises NotRecords."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise NotRecords("This is not JSON that can be read.") from None
    kinds = [attribute for attribute, _ in REGISTERS.values()] + [attribute for _, _, attribute, _ in FOLDERS]
    if not isinstance(document, dict) or document.get("kind") not in kinds:
        raise NotRecords("This is no file of whole records. They are in the folder records/ of the open data.")
    if document.get("format") != FORMAT:
        raise NotRecords(
            f"These records are written in format {document.get('format')}; this program reads format {FORMAT}."
        )
    given = document.get("records")
    if not isinstance(given, list) or not all(map(is_entry, given)):
        raise NotRecords("Each record needs a key that is fit for a file name, and its fields.")
    return document["kind"], given


def is_entry(entry: object) -> bool:
    """Whether something has the shape of a record. Its key becomes a file name: it leads into no other folder."""
    if (
        not isinstance(entry, dict)
        or not isinstance(entry.get("key"), str)
        or not isinstance(entry.get("record"), dict)
    ):
        return False
    texts = (
        [entry, *(entry.get("translations") or {}).values()] if isinstance(entry.get("translations", {}), dict) else []
    )
    return bool(texts) and all(isinstance(each, dict) and isinstance(each.get("text", ""), str) for each in texts)


def add(found: Imported, kind: str, entry: dict[str, Any]) -> None:
    """One record to what would be written, and what is wrong with it."""
    for file, (attribute, model) in REGISTERS.items():
        if attribute == kind:
            name = f"content/registers/{file}"
            text = as_yaml({entry["key"]: entry["record"]})
            check(found, Place(name, kind, model, UNWRITTEN), text, bool(REGISTER_KEY.fullmatch(entry["key"])))
            found.entries.setdefault(name, []).append(text)
    for folder, pattern, attribute, model in FOLDERS:
        if attribute == kind:
            ending, depth = pattern.rpartition(".")[2], pattern.count("/")
            is_fit = entry["key"].count("/") == depth and all(map(KEY.fullmatch, entry["key"].split("/")))
            for language, each in versions(entry):
                name = f"{folder}/{entry['key']}{f'.{language}' if language else ''}.{ending}"
                text = as_markdown(each) if ending == "md" else as_yaml(each["record"])
                place = Place(name, kind, Translation if language else model, UNWRITTEN, entry["key"], language)
                check(found, place, text, is_fit and language in ("", *LANGUAGES[1:]))
                found.files[name] = text


def versions(entry: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A record and its translations, by language."""
    yield "", entry
    yield from (entry.get("translations") or {}).items()


def check(found: Imported, place: Place, text: str, is_fit: bool) -> None:
    """Note what would be wrong with a file."""
    if not is_fit:
        message = "This cannot be the name of a record. Use small letters a–z, digits and single dashes."
        found.problems.append(Problem(place.name, 1, "", message, "file"))
    found.problems += told_by(text.encode(), place).problems


def as_yaml(tree: object) -> str:
    """Fields as YAML."""
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120)


def as_markdown(entry: dict[str, Any]) -> str:
    """Fields between two lines of dashes, then the text."""
    return f"---\n{as_yaml(entry['record'])}---\n{entry.get('text', '')}\n"


def language_of(name: str) -> str:
    """The language of a translation's file."""
    language = name.rpartition("/")[2].split(".")[1]
    return language if language in LANGUAGES else ""
