"""How a listing stands, in words: to come with its day, in force, about to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..catalogue.offers import DatedListing, Kind
from ..catalogue.status import ListingStatus
from .edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word or two on how something stands; browsers change it once its day has passed."""

    kind: str
    text: str
    until: str | None = None
    """ISO day after which the words no longer hold."""
    begins: str | None = None
    """ISO day from which the words no longer hold."""
    past_text: str | None = None


def first_day(listing: DatedListing) -> date | None:
    """The day from which a listing can be used: its own, or that of its voucher or register when later."""
    published = listing.register.record.published if listing.register else None
    days = [listing.starts, published.first_day if published else None]
    return max((day for day in days if day), default=None)


def last_day(listing: DatedListing) -> date | None:
    """The last day a listing can be used: its own, or that of its voucher or register when earlier."""
    days = [listing.until, listing.register.record.sunset if listing.register else None]
    return min((day for day in days if day), default=None)


def first_day_words(edition: Edition, listing: DatedListing) -> str:
    """'1.9.2018', or 'syksy 2018' where a register's day is not known more closely; nothing when there is no day."""
    day = first_day(listing)
    published = listing.register.record.published if listing.register else None
    if published and not published.day and published.first_day == day:
        return edition.wording.partial(published)
    return edition.wording.day(day) if day else ""


def is_upcoming(listing: DatedListing) -> bool:
    """Whether it cannot be chosen yet."""
    return listing.status is ListingStatus.UPCOMING


def expires_soon(edition: Edition, listing: DatedListing) -> bool:
    """Whether it ends within the days the settings call soon."""
    day = last_day(listing)
    return day is not None and day <= edition.catalogue.as_of + timedelta(days=edition.settings.expiring_days)


def tag_of(edition: Edition, listing: DatedListing) -> Tag:
    """How one listing stands."""
    if is_upcoming(listing):
        return upcoming_tag(edition, listing)
    if expires_soon(edition, listing):
        return expiring_tag(edition, listing)
    text = edition.wording.say("Approved") if listing.kind is Kind.VOUCHER else edition.wording.say("On the register")
    day = last_day(listing)
    return Tag(kind="current", text=text, until=iso(day), past_text=ended_words(edition, day) if day else None)


def tags_of(edition: Edition, listings: Sequence[DatedListing]) -> tuple[Tag, ...]:
    """What a list must say of a provider: only what is true of all the listings that brought it there."""
    found = []
    if all(is_upcoming(listing) for listing in listings):
        found.append(upcoming_tag(edition, min(listings, key=lambda listing: first_day(listing) or date.max)))
    elif all(expires_soon(edition, listing) for listing in listings):
        found.append(expiring_tag(edition, max(listings, key=lambda listing: last_day(listing) or date.max)))
    if all(listing.kind is Kind.SELF_PAY for listing in listings):
        found.append(Tag(kind="plain", text=edition.wording.say("You pay yourself")))
    return tuple(found)


def upcoming_tag(edition: Edition, listing: DatedListing) -> Tag:
    """'1.9.2018 alkaen'."""
    words, day = first_day_words(edition, listing), first_day(listing)
    text = edition.wording.say("From {day}", day=words) if words else edition.wording.say("Not yet in use")
    # A season may begin before the register does, so only a whole day turns the words by itself.
    begins = iso(day) if day and words == edition.wording.day(day) else None
    return Tag(kind="upcoming", text=text, begins=begins, past_text=edition.wording.say("In use") if begins else None)


def expiring_tag(edition: Edition, listing: DatedListing) -> Tag:
    """'31.8.2018 asti'."""
    day = last_day(listing)
    assert day
    text = edition.wording.say("Until {day}", day=edition.wording.day(day))
    return Tag(kind="closing", text=text, until=iso(day), past_text=ended_words(edition, day))


def ended_words(edition: Edition, day: date) -> str:
    """'Päättynyt 31.8.2018'."""
    return edition.wording.say("Ended {day}", day=edition.wording.day(day))


def iso(day: date | None) -> str | None:
    """A day as scripts read it."""
    return day.isoformat() if day else None
