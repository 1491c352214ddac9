"""What readers are told of when it changes, as plain values: who stands on which list, at what prices, what a voucher is worth, when an event is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, TypedDict

from .schema.base import TopRecord
from .schema.dated_rule import Rule
from .schema.event import Event
from .schema.provider import Listing, Price, Provider
from .schema.voucher import Voucher


class Standing(TypedDict):
    """A provider on one list without a break, days as year-month-day."""

    starts: str
    """Empty where nothing is known of it."""
    until: str
    """Empty where no last day is known."""
    hidden: bool
    """Withdrawn for a time, now or ever."""
    municipalities: list[str]
    services: list[str]
    prices: dict[str, int]
    """Cents by service, variant, unit and first day."""


NOWHERE: Standing = {
    "starts": "",
    "until": "",
    "hidden": False,
    "municipalities": [],
    "services": [],
    "prices": {},
}
"""What is left of one that is on a list no longer."""


class Facts(TypedDict, total=False):
    """Those of one record."""

    business_id: str
    lists: dict[str, Standing]
    """Of a provider, by list."""
    rules: dict[str, str]
    """Of a voucher: what a value or a share says in few letters, by kind, variants, unit and first day."""
    event: str
    """When and where an event is, in few letters."""


RULE_IS_ABOUT = {"starts", "until", "variants", "decision", "note", "reason", "ask"}
"""The fields of a rule that are no part of its amounts."""

EVENT_IS = ("date", "starts", "ends", "venue", "change", "moved_to", "registration")
"""The fields of an event of which a calendar has to tell again when they change."""


def facts_of(record: TopRecord) -> Facts:
    """The facts of a record; none of those that nobody is told of."""
    match record:
        case Provider():
            lists = {name: standing(record, own) for name, own in on_lists(record).items()}
            return {"business_id": record.business_id, "lists": lists}
        case Voucher():
            return {"rules": {name: amounts(rule) for name, rule in rules_of(record).items()}}
        case Event():
            return {"event": letters(record.model_dump(mode="json", include=set(EVENT_IS)))}
    return {}


def on_lists(provider: Provider) -> dict[str, list[int]]:
    """The numbers of a provider's listings by list; one that follows another on a list without a break is taken with it.

    Where two run side by side on a list, or a break lies between them, the second has "#2" after the list's name.
    """
    found: dict[str, list[int]] = {}
    for number, listing in enumerate(provider.listings):
        for name in names_for(listing):
            own = found.setdefault(name, [])
            if not own or follows(listing, provider.listings[own[-1]]):
                own.append(number)
                break
    return found


def names_for(listing: Listing) -> Iterator[str]:
    """What a list may be called for one provider."""
    name = f"voucher:{listing.voucher}" if listing.voucher else f"register:{listing.self_pay_register}"
    yield name
    number = 2
    while True:
        yield f"{name}#{number}"
        number += 1


def list_of(name: str) -> tuple[str, str]:
    """Whether a list is a voucher's or a register's, and its key."""
    kind, _, key = name.partition("#")[0].partition(":")
    return kind, key


def follows(later: Listing, earlier: Listing) -> bool:
    """Whether a listing begins on the day after another one ends."""
    return bool(earlier.until and later.starts and later.starts == earlier.until + timedelta(days=1))


def standing(provider: Provider, numbers: Sequence[int]) -> Standing:
    """What listings that follow each other say together."""
    own = [provider.listings[number] for number in numbers]
    return {
        "starts": iso(own[0].starts),
        "until": iso(own[-1].until),
        "hidden": any(listing.suspended for listing in own),
        "municipalities": sorted(own[-1].municipalities),
        "services": sorted(own[-1].services),
        "prices": {
            price_name(price, listing if place else None): price.price
            for place, listing in enumerate(own)
            for price in listing.prices
        },
    }


def price_name(price: Price, listing: Listing | None) -> str:
    """Service, variant, unit and first day; listing: the later one that the price belongs to."""
    starts = price.starts or (listing.starts if listing else None)
    return "|".join((price.service or "", price.variant or "", price.unit, iso(starts)))


def rules_of(voucher: Voucher) -> dict[str, Rule]:
    """A voucher's values and shares, by kind, variants, unit and first day."""
    kinds: tuple[tuple[str, Sequence[Rule]], ...] = (("value", voucher.values), ("share", voucher.client_shares))
    return {
        "|".join((kind, ",".join(sorted(rule.variants)), getattr(rule, "unit", None) or "", iso(rule.starts))): rule
        for kind, rules in kinds
        for rule in rules
    }


def amounts(rule: Rule) -> str:
    """What a rule pays, in so few letters that another amount has other ones."""
    return letters(rule.model_dump(mode="json", exclude=RULE_IS_ABOUT))


def letters(value: Any) -> str:
    """A few letters for a plain value."""
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def iso(day: date | None) -> str:
    """A day as year-month-day, or nothing."""
    return day.isoformat() if day else ""
