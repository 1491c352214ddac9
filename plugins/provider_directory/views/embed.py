"""A list inside other sites' pages: the rows of the list's own page, and nothing around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .choice import Choice
from .edition import Edition
from .embed_lists import list_address, list_title, subjects
from .embed_sections import EmbedSection, sections
from .event_items import EventItem, event_items
from .list_links import ListKey
from .page import Page
from .page_kind import PageKind
from .plain_table import PlainTable, event_columns, event_rows, provider_columns, provider_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """A list for other sites."""

    subject: ListKey
    heading: str
    sections: tuple[EmbedSection, ...]
    events: tuple[EventItem, ...]
    tables: tuple[PlainTable, ...]
    """The same as plain tables."""
    empty: str | None
    """In place of tables."""
    page: Choice
    """The list's own page."""


def page(edition: Edition, subject: ListKey) -> Page:
    """The page of one of them; search engines are told of the list's own page instead."""
    view = embed_view(edition, subject)
    made = edition.page(
        "embed",
        view,
        title=view.heading,
        description="",
        address=lambda links: links.embed(subject),
        noindex=True,
    )
    address = list_address(edition.links, subject)
    return replace(made, frame=replace(made.frame, canonical=edition.absolute(address), alternates=()))


pages = PageKind(subjects, page)


def embed_view(edition: Edition, subject: ListKey) -> EmbedView:
    """What is on the list, as far as this site lists it."""
    events = coming(edition, subject[1]) if subject[0] == "events" else ()
    found = () if subject[0] == "events" else tuple(map(for_others, sections(edition, subject)))
    return EmbedView(
        subject=subject,
        heading=list_title(edition, subject),
        sections=found,
        events=events,
        tables=tables(edition, subject, found, events),
        empty=None if found or events else why_empty(edition, subject),
        page=Choice(label=edition.site_name, url=edition.absolute(list_address(edition.links, subject))),
    )


def coming(edition: Edition, organiser: str) -> tuple[EventItem, ...]:
    """The coming events of an organiser, or of all."""
    found = (e for e in edition.catalogue.coming_events if organiser in ("", e.record.organiser))
    return event_items(edition, found, coming=True)


def for_others(section: EmbedSection) -> EmbedSection:
    """Without what only this site's own pages can do with a row: compare, and work out what one person pays."""
    rows = tuple(
        replace(row, compare="", you_pay=replace(row.you_pay, offer=None) if row.you_pay else None)
        for row in section.rows
    )
    return replace(section, rows=rows)


def tables(
    edition: Edition, subject: ListKey, found: Sequence[EmbedSection], events: Sequence[EventItem]
) -> tuple[PlainTable, ...]:
    """The same as plain tables, with whole addresses."""
    if events:
        heading = list_title(edition, subject)
        caption = edition.wording.say("Coming events")
        rows = event_rows(edition, events)
        return (PlainTable(heading=heading, caption=caption, columns=event_columns(edition), rows=rows),)
    return tuple(
        PlainTable(
            heading=each.heading,
            caption=each.caption,
            columns=provider_columns(edition, you_pay=each.you_pay),
            rows=provider_rows(edition, each.rows, you_pay=each.you_pay),
            notes=each.notes,
            others=tuple(replace(other, url=edition.absolute(other.url)) for other in each.others),
        )
        for each in found
    )


def why_empty(edition: Edition, subject: ListKey) -> str:
    """What a list says that nobody is on."""
    if subject[0] == "events":
        return edition.wording.say("No events are coming up.")
    return edition.wording.say("Nobody is on this list now.")
