"""What is made besides pages, a piece at a time: each again only when something changed that it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..model import LANGUAGES
from ..views.edition import Edition
from ..views.pages import Unit
from . import calendars, day, feeds, schemas
from .data import files as data
from .data import package


@dataclass(frozen=True, slots=True)
class OutputKind:
    """Files that are alike."""

    subjects: Callable[[Edition], Iterable[Any]]
    """Keys of what there are files about, in order; None where there is nothing to tell them by."""
    files: Callable[[Edition, Any], Iterator[tuple[str, bytes]]]
    """The files of one of them: paths below the root of the site, and what is in them."""


def once(edition: Edition) -> Iterator[None]:
    """For what is the same in every language."""
    if edition.language == LANGUAGES[0]:
        yield None


def for_each_language(edition: Edition) -> Iterator[None]:
    """For what is there once in every language."""
    yield None


OUTPUT_KINDS: dict[str, OutputKind] = {
    "calendars": OutputKind(calendars.subjects, calendars.files),
    "day": OutputKind(for_each_language, day.files),
    "feeds": OutputKind(feeds.subjects, feeds.files),
    "schemas": OutputKind(once, schemas.files),
    "data-package": OutputKind(once, package.files),
}
"""By names that no kind of page has. A subject is a key, or several: what they are about is looked up in the catalogue."""


def data_units(edition: Edition) -> Iterator[Unit]:
    """What is made before pages, because one of them tells its size."""
    return (Unit(edition.language, "data", subject) for subject in data.subjects(edition))


def output_units(edition: Edition) -> Iterator[Unit]:
    """All there is to make in a language."""
    for name, kind in OUTPUT_KINDS.items():
        for subject in kind.subjects(edition):
            yield Unit(edition.language, name, subject)


def files_of(edition: Edition, unit: Unit) -> Iterator[tuple[str, bytes]]:
    """The files of one unit."""
    return OUTPUT_KINDS[unit.kind].files(edition, unit.subject)
