"""Editorial pages: about, accessibility, data protection, open data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..records.schema.shared import PageKind as RecordKind
from .edition import Edition
from .page import Page
from .page_kind import PageKind
from .prose import Html, markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialView:
    """A page of text."""

    heading: str
    lead: str
    body: Html
    updated: str | None
    """When it was last revised, in words."""


def subjects(edition: Edition) -> Iterable[str]:
    """Every file of content/pages, but for open data: its page is made with the files it tells of (open_data)."""
    found = sorted(edition.records.pages.items())
    return [key for key, entry in found if entry.record.kind is not RecordKind.OPEN_DATA]


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    entry = edition.records.pages[key]
    title, updated = entry.title(edition.language), entry.record.updated
    view = EditorialView(
        heading=title,
        lead=entry.summary(edition.language),
        body=markdown(entry.body(edition.language)),
        updated=edition.wording.say("Updated {day}", day=edition.wording.partial(updated)) if updated else None,
    )
    return edition.page(
        "editorial",
        view,
        title=title,
        description=view.lead,
        address=lambda links: links.page(key),
    )


pages = PageKind(subjects, page)
