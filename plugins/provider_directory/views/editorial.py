"""Editorial pages: about, accessibility, data protection, open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .edition import Edition
from .page import Page
from .prose import Html, markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialView:
    """A page of text."""

    heading: str
    lead: str
    body: Html
    updated: str | None
    """When it was last revised, in words."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each file of content/pages."""
    for key, entry in sorted(edition.records.pages.items()):
        title, updated = entry.title(edition.language), entry.record.updated
        view = EditorialView(
            heading=title,
            lead=entry.summary(edition.language),
            body=markdown(entry.body(edition.language)),
            updated=edition.wording.say("Updated {day}", day=edition.wording.partial(updated)) if updated else None,
        )
        yield edition.page(
            "editorial",
            view,
            title=title,
            description=view.lead,
            address=lambda links, key=key: links.page(key),  # type: ignore[misc]
        )
