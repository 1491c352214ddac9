"""A list as nothing but columns and cells: the same rows as on the page, for files and for other sites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Cents
from .cards import ProviderRow
from .choice import Choice
from .edition import Edition
from .event_items import EventItem
from .paying import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    key: str
    label: str
    amount: bool = False
    """Whether its cells are amounts of money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell; what is not known is empty."""

    text: str = ""
    url: str | None = None
    unit: str | None = None
    """What an amount is for."""
    notes: tuple[str, ...] = ()
    cents: Cents | None = None
    """Where it is one known amount."""
    sort: str | None = None
    """What it sorts by, where that is not its text or its cents."""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTable:
    """One list."""

    heading: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    others: tuple[Choice, ...] = ()
    """Where the rest of a long list is."""


def provider_columns(edition: Edition, *, you_pay: bool) -> tuple[Column, ...]:
    """Those of a list of providers."""
    say = edition.wording.say
    return (
        Column(key="name", label=say("Name")),
        Column(key="where", label=say("Where")),
        Column(key="price", label=say("Price from"), amount=True),
        *([Column(key="you-pay", label=say("You pay"), amount=True)] if you_pay else []),
        Column(key="phone", label=say("Phone")),
    )


def provider_rows(edition: Edition, rows: Iterable[ProviderRow], *, you_pay: bool) -> tuple[Row, ...]:
    """Providers as the list's own page shows them."""
    return tuple(
        (
            Cell(text=row.name, url=edition.absolute(row.url), notes=notes(*(tag.text for tag in row.tags), row.note)),
            Cell(text=row.where),
            amount(row.price),
            *([amount(row.you_pay)] if you_pay else []),
            Cell(text=row.phone.label, url=row.phone.url) if row.phone else Cell(),
        )
        for row in rows
    )


def amount(found: Amount | None) -> Cell:
    """An amount with its unit, or why there is none."""
    if found is None:
        return Cell()
    return Cell(text=found.text, unit=found.unit, notes=notes(found.note), cents=found.cents)


def notes(*texts: str | None) -> tuple[str, ...]:
    """Those that there are."""
    return tuple(filter(None, texts))


def event_columns(edition: Edition) -> tuple[Column, ...]:
    """Those of a list of events."""
    say = edition.wording.say
    return (
        Column(key="name", label=say("Event")),
        Column(key="when", label=say("When")),
        Column(key="where", label=say("Where")),
    )


def event_rows(edition: Edition, events: Iterable[EventItem]) -> tuple[Row, ...]:
    """Events as the page of all events shows them."""
    return tuple(
        (
            Cell(
                text=event.title,
                url=edition.absolute(event.url),
                notes=notes(event.status.text if event.status else None),
            ),
            Cell(text=event.when, sort=event.starts),
            Cell(text=event.where or ""),
        )
        for event in events
    )
