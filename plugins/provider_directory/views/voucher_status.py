"""How a voucher stands on the day, and what readers must know of it first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue.status import VoucherStatus
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.voucher import Voucher
from .edition import Edition
from .standing import Tag, ended_words, iso


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The arguments of the notice component."""

    kind: str
    """'info' or 'warning'."""
    text: str
    title: str | None = None


def status_tag(edition: Edition, entry: Entry[Voucher]) -> Tag:
    """Planned, in use, about to end or ended."""
    say, voucher = edition.wording.say, entry.record
    day, closes = edition.wording.day, voucher.closes
    match edition.catalogue.voucher_status(entry):
        case VoucherStatus.PLANNED if voucher.opens:
            text = say("From {day}", day=day(voucher.opens))
            return Tag(kind="upcoming", text=text, begins=iso(voucher.opens), past_text=say("In use"))
        case VoucherStatus.PLANNED:
            return Tag(kind="planned", text=say("Planned"))
        case VoucherStatus.CLOSING if closes:
            text = say("Until {day}", day=day(closes))
            return Tag(kind="closing", text=text, until=iso(closes), past_text=ended_words(edition, closes))
        case VoucherStatus.ENDED if closes:
            return Tag(kind="ended", text=ended_words(edition, closes))
    return Tag(
        kind="open", text=say("In use"), until=iso(closes), past_text=ended_words(edition, closes) if closes else None
    )


def notes(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> tuple[Note, ...]:
    """Doubts about the record, and changes that are near."""
    return tuple(all_notes(edition, entry, organiser))


def all_notes(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> Iterator[Note]:
    """In order of weight."""
    say, voucher, read = edition.wording.say, entry.record, edition.wording.read
    status, since = edition.catalogue.voucher_status(entry), voucher.system_since
    if status is VoucherStatus.ENDED:
        yield Note(kind="warning", text=say("This voucher is no longer granted."))
    for flag in voucher.flags:
        yield Note(kind="warning", title=say("Little is known of this voucher"), text=read(flag.note))
    if status is VoucherStatus.PLANNED and not voucher.opens:
        yield Note(
            kind="info",
            text=say("This voucher is only planned. It cannot be had yet, and no providers have been approved."),
        )
    if since and since > edition.catalogue.as_of:
        yield Note(kind="info", text=system_words(edition, organiser, edition.wording.day(since)))


def system_words(edition: Edition, organiser: Entry[Organiser], day: str) -> str:
    """That the voucher moves into the organiser's system on a day."""
    application = organiser.record.application
    name = application.portal.system if application and application.portal else None
    if name:
        return edition.wording.say(
            "The voucher moves to a new electronic system on {day}: {system}.", day=day, system=name
        )
    return edition.wording.say("The voucher moves to a new electronic system on {day}.", day=day)
