"""What an offer will cost from days already decided: a new price, a new voucher value, a new client share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..catalogue.offers import Offer, pays
from ..catalogue.pricing import Outcome, decided, in_force
from ..model import Cents, valid_on
from ..records.schema.provider import Price
from .amounts import outcome_words
from .edition import Edition
from .standing import first_day as opening_day
from .standing import is_upcoming


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an offer costs, what its voucher pays and what is left to the client."""

    starts: date | None
    """The day from which all of it holds; nothing when it holds on the day of the build, or on the listing's first."""
    price: Price | None
    value: Outcome | None
    share: Outcome | None


def terms(edition: Edition, offer: Offer) -> Terms:
    """What holds now; where no voucher value does yet, what holds from the first day one is decided for."""
    return terms_on(edition.catalogue.as_of, offer)


@lru_cache(maxsize=1_000)
def terms_on(as_of: date, offer: Offer) -> Terms:
    """The same on a day of building; kept for as long as a page or two need it."""
    now = Terms(starts=None, price=offer.price, value=offer.value, share=offer.share)
    return now if has_value(offer, first_day_on(as_of, offer)) else next(valued(as_of, offer), now)


def valued(as_of: date, offer: Offer) -> Iterator[Terms]:
    """The later terms under which a voucher value is in force."""
    return (each for each in coming_on(as_of, offer) if each.starts and has_value(offer, each.starts))


def has_value(offer: Offer, day: date) -> bool:
    """Whether a voucher value is in force on a day; always so where there is no voucher."""
    voucher = offer.listing.voucher
    return voucher is None or in_force(voucher.record.values, offer.variant, day) is not None


def first_day(edition: Edition, offer: Offer) -> date:
    """The day of the build, or the listing's first when that is later."""
    return first_day_on(edition.catalogue.as_of, offer)


def first_day_on(as_of: date, offer: Offer) -> date:
    """The same for a day of building."""
    return max(as_of, offer.listing.starts or date.min)


def coming(edition: Edition, offer: Offer) -> tuple[Terms, ...]:
    """The terms of every later day on which something changes, soonest first."""
    return coming_on(edition.catalogue.as_of, offer)


@lru_cache(maxsize=1_000)
def coming_on(as_of: date, offer: Offer) -> tuple[Terms, ...]:
    """The same for a day of building; kept for as long as a page or two need it."""
    after = first_day_on(as_of, offer)
    days = {change.starts for change in offer.changes if change.starts and change.starts > after}
    if offer.listing.voucher:
        voucher = offer.listing.voucher.record
        rules = (*decided(voucher.values, offer.variant, after), *decided(voucher.client_shares, offer.variant, after))
        days |= {rule.starts for rule in rules if rule.starts}
    last = offer.listing.until or date.max
    return tuple(on(offer, day) for day in sorted(days) if day <= last)


def on(offer: Offer, day: date) -> Terms:
    """The terms on a later day."""
    prices = [price for price in (offer.price, *offer.changes) if price]
    price = next((price for price in prices if valid_on(day, price.starts, price.until)), None)
    value, share = pays(offer.listing, offer.variant, price, day)
    return Terms(starts=day, price=price, value=value, share=share)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingPrice:
    """A price already decided."""

    day: date
    cents: Cents


def coming_price(shown: Offer, own: Iterable[Offer]) -> ComingPrice | None:
    """The next other price of an offer: of its own listing, or of an approval that follows on the same list."""
    changes: list[tuple[date | None, Cents | None]] = [(price.starts, price.price) for price in shown.changes]
    changes += [
        (opening_day(each.listing), each.cents)
        for each in own
        if same_list(shown, each) and is_upcoming(each.listing) and not is_upcoming(shown.listing)
    ]
    found = sorted((day, cents) for day, cents in changes if day and cents is not None and cents != shown.cents)
    return ComingPrice(day=found[0][0], cents=found[0][1]) if found else None


def same_list(one: Offer, other: Offer) -> bool:
    """Whether two offers are for the same list, service, variant and unit."""
    same = (one.service, one.variant, one.unit) == (other.service, other.variant, other.unit)
    return same and one.listing.voucher is other.listing.voucher and one.listing.register is other.listing.register


def price_changes(edition: Edition, offer: Offer) -> tuple[str, ...]:
    """'1.1.2019 alkaen 41,00 €'."""
    starting = ((price.starts, price.price) for price in offer.changes if price.starts)
    return tuple(from_day(edition, day, edition.wording.money(cents)) for day, cents in starting)


def value_changes(edition: Edition, offer: Offer) -> tuple[str, ...]:
    """The voucher's values to come, where they differ."""
    first = terms(edition, offer)
    return differing(edition, first.value, ((each.starts, each.value) for each in after(edition, offer, first)))


def share_changes(edition: Edition, offer: Offer) -> tuple[str, ...]:
    """The client's shares to come, where they differ."""
    first = terms(edition, offer)
    return differing(edition, first.share, ((each.starts, each.share) for each in after(edition, offer, first)))


def after(edition: Edition, offer: Offer, first: Terms) -> Iterator[Terms]:
    """The terms that follow the ones shown."""
    return (each for each in coming(edition, offer) if each.starts and each.starts > (first.starts or date.min))


def differing(
    edition: Edition, now: Outcome | None, later: Iterable[tuple[date | None, Outcome | None]]
) -> tuple[str, ...]:
    """Only the outcomes that differ from the one before."""
    found, before = [], now
    for day, outcome in later:
        if day and outcome and outcome != before:
            found.append(from_day(edition, day, outcome_words(edition, outcome, None)))
        before = outcome
    return tuple(found)


def from_day(edition: Edition, day: date, words: str) -> str:
    """'1.1.2019 alkaen 41,00 €'."""
    return edition.wording.say("from {day} {amount}", day=edition.wording.day(day), amount=words)
