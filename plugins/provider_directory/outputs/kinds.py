"""What is made besides pages, a piece at a time: each again only when something changed that it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..model import LANGUAGES
from ..views.edition import Edition
from ..views.page import Page
from ..views.page_kind import PageKind
from ..views.pages import TABLES as OF_PAGES
from ..views.pages import Unit
from ..views.pages import pages_of as own_pages
from . import calendars, day, feeds, schemas
from .api import files as api
from .api import page as api_page
from .api import root as api_root
from .data import files as data
from .data import package
from .embed import files as embed
from .hsds import files as hsds
from .hsds import page as hsds_page
from .hsds import profile as hsds_profile
from .hsds import root as hsds_root
from .hsds.totals import TABLES as OF_HSDS


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
    "api-providers": OutputKind(api.subjects, api.provider_files),
    "api-lists": OutputKind(api.lists, api.list_files),
    "api-root": OutputKind(once, api_root.files),
    "hsds-providers": OutputKind(hsds.subjects, hsds.files),
    "hsds-shared": OutputKind(once, hsds.shared_files),
    "hsds-root": OutputKind(once, hsds_root.files),
    "hsds-profile": OutputKind(once, hsds_profile.files),
}
"""By names that no kind of page has. A subject is a key, or several: what they are about is looked up in the catalogue."""

OUTPUT_PAGES: dict[str, PageKind] = {
    "api": api_page.pages,
    "hsds": hsds_page.pages,
}
"""Pages that describe these files out of what the files are made of. They are made as any page is."""

TABLES = OF_PAGES | OF_HSDS
"""What is worked out of a catalogue once for all pages and files, by the name that it is noted by when it is read."""


def data_units(edition: Edition) -> Iterator[Unit]:
    """What is made before pages, because one of them tells its size."""
    return (Unit(edition.language, "data", subject) for subject in data.subjects(edition))


BESIDE_PAGES: dict[str, Callable[[Edition, Page], Iterator[tuple[str, bytes]]]] = {
    "embed": embed.files,
}
"""By kinds of pages: files of which each is made along with its page, of the same view."""


def files_beside(edition: Edition, kind: str, page: Page) -> Iterator[tuple[str, bytes]]:
    """The files that are made along with a page."""
    make = BESIDE_PAGES.get(kind)
    return make(edition, page) if make else iter(())


def output_units(edition: Edition) -> Iterator[Unit]:
    """All there is to make in a language."""
    every = {name: kind.subjects for name, kind in OUTPUT_KINDS.items()}
    every |= {name: kind.subjects for name, kind in OUTPUT_PAGES.items()}
    for name, subjects in every.items():
        yield from (Unit(edition.language, name, subject) for subject in subjects(edition))


def pages_of(edition: Edition, unit: Unit) -> Iterator[Page]:
    """The pages of one unit that makes pages."""
    if unit.kind in OUTPUT_PAGES:
        return iter([OUTPUT_PAGES[unit.kind].page(edition, unit.subject)])
    return own_pages(edition, unit)


def files_of(edition: Edition, unit: Unit) -> Iterator[tuple[str, bytes]]:
    """The files of one unit."""
    return OUTPUT_KINDS[unit.kind].files(edition, unit.subject)
