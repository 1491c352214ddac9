"""What a listing, a voucher or an event is on a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from ..records.schema.event import Change, Event
from ..records.schema.provider import Listing
from ..records.schema.register import SelfPayRegister
from ..records.schema.voucher import Voucher


class ListingStatus(StrEnum):
    """Whether a provider can be chosen from a list."""

    CURRENT = "current"
    UPCOMING = "upcoming"
    SUSPENDED = "suspended"
    """Withdrawn for a time; it appears in no list, feed, embed, index or data file."""
    ENDED = "ended"


class VoucherStatus(StrEnum):
    """Whether a voucher can be had."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSING = "closing"
    ENDED = "ended"


class EventStatus(StrEnum):
    """Whether an event is still to come."""

    UPCOMING = "upcoming"
    TODAY = "today"
    PAST = "past"
    CANCELLED = "cancelled"
    MOVED = "moved"


class RegisterStatus(StrEnum):
    """Whether a register can be read."""

    COMING = "coming"
    OPEN = "open"
    CLOSING = "closing"
    """In use, with its last day known."""
    ENDED = "ended"


def listing_status(listing: Listing, day: date) -> ListingStatus:
    """The listing's own status; a suspension outweighs its period."""
    if listing.until and listing.until < day:
        return ListingStatus.ENDED
    if listing.suspended and listing.suspended.holds_on(day):
        return ListingStatus.SUSPENDED
    if listing.starts and listing.starts > day:
        return ListingStatus.UPCOMING
    return ListingStatus.CURRENT


def voucher_status(voucher: Voucher, day: date, closing_days: int) -> VoucherStatus:
    """The voucher's status; one that opens later is planned until then."""
    if voucher.planned or (voucher.opens and voucher.opens > day):
        return VoucherStatus.PLANNED
    if voucher.closes and voucher.closes < day:
        return VoucherStatus.ENDED
    if voucher.closes and voucher.closes <= day + timedelta(days=closing_days):
        return VoucherStatus.CLOSING
    return VoucherStatus.OPEN


def register_status(register: SelfPayRegister, day: date) -> RegisterStatus:
    """The register's status; one published 'in autumn' opens at the season's first day at the earliest."""
    if register.sunset and register.sunset < day:
        return RegisterStatus.ENDED
    if register.published and register.published.first_day > day:
        return RegisterStatus.COMING
    return RegisterStatus.CLOSING if register.sunset else RegisterStatus.OPEN


def event_status(event: Event, day: date) -> EventStatus:
    """The event's status; a moved one counts by its new day once that has passed."""
    held = event.moved_to or event.date
    if event.change is Change.CANCELLED:
        return EventStatus.CANCELLED
    if held < day:
        return EventStatus.PAST
    if held == day:
        return EventStatus.TODAY
    return EventStatus.MOVED if event.change is Change.MOVED else EventStatus.UPCOMING
