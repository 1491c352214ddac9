"""Prices and values: one amount at a time, in the voucher's unit, and never more than the voucher allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from ...problems import Severity
from ..collections import Entry, Records
from ..schema.base import Period
from ..schema.provider import Price, Provider
from ..schema.value_rules import (
    AtMost,
    CoefficientRule,
    Fixed,
    IncomeBands,
    IncomeReduction,
    PriceCapped,
    Range,
    ShareRule,
    ValueRule,
)
from ..schema.voucher import Voucher
from ..text import Path_
from ..walking import Met
from .listings import each_listing
from .rule import Context, Finding, Rule

HALF = Decimal("0.5")


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day."""
    first_ends_early = one.until is not None and other.starts is not None and one.until < other.starts
    other_ends_early = other.until is not None and one.starts is not None and other.until < one.starts
    return not (first_ends_early or other_ends_early)


def clashes(dated: Iterable[tuple[Hashable, Path_, Period]]) -> Iterator[tuple[Path_, Path_, Period]]:
    """Pairs with the same key whose periods share a day: the later one's path, the earlier one's, and the later."""
    by_key: dict[Hashable, list[tuple[Path_, Period]]] = defaultdict(list)
    for key, path, period in dated:
        by_key[key].append((path, period))
    for group in by_key.values():
        for (first_path, first), (path, period) in combinations(group, 2):
            if overlap(first, period):
                yield path, first_path, period


def since(period: Period) -> str:
    """From when two amounts meet, in words."""
    return f"from {period.starts}" if period.starts else "with no first day"


def overlapping_prices(entry: Entry[Provider], met: Met) -> Iterator[Finding]:
    """Two prices of one variant on the same day."""
    for path, listing in each_listing(entry):
        dated = [
            ((price.service, price.variant, price.unit), (*path, "prices", number), price)
            for number, price in enumerate(listing.prices)
        ]
        for place, other, period in clashes(dated):
            lines = f"lines {entry.source.line(other)} and {entry.source.line(place)}"
            message = f'Two prices of one variant hold at once {since(period)} ({lines}). Keep one, or say "until".'
            yield Finding(entry, place, message)


def overlapping_values(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """Two values, or two shares, of one variant on the same day."""
    for field in ("values", "client_shares"):
        dated = [
            (variant, (field, number), rule)
            for number, rule in enumerate(getattr(entry.record, field))
            for variant in (rule.variants or list(entry.record.variants) or [""])
        ]
        for place, other, period in clashes(dated):
            lines = f"lines {entry.source.line(other)} and {entry.source.line(place)}"
            message = f'Two amounts of one variant hold at once {since(period)} ({lines}). Keep one, or say "until".'
            yield Finding(entry, place, message)


def over_allowed(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A price above the voucher's value and the most a client may be charged."""
    for path, listing in each_listing(entry):
        voucher = records.vouchers.get(listing.voucher or "")
        if voucher is None:
            continue
        for number, price in enumerate(listing.prices):
            allowed = most_allowed(voucher, price)
            if allowed is not None and price.price > allowed:
                message = (
                    f"{euros(price.price)} is more than {voucher.source.file} allows: "
                    f"{euros(allowed)} with the voucher and the client's share together. Lower it, or correct the voucher."
                )
                yield Finding(entry, (*path, "prices", number, "price"), message)


def most_allowed(voucher: Entry[Voucher], price: Price) -> int | None:
    """The highest price, in cents, that value and share together leave room for while this price holds."""
    values = [rule for rule in voucher.record.values if concerns(rule, price) and rule.unit == price.unit]
    shares = [rule for rule in voucher.record.client_shares if isinstance(rule, AtMost) and concerns(rule, price)]
    sums = [
        most + share.amount + add_ons(share, price)
        for value in values
        for share in shares
        if share.unit in (None, value.unit) and overlap(value, share) and (most := most_paid(value)) is not None
    ]
    return max(sums, default=None)


def most_paid(rule: ValueRule) -> int | None:
    """The most the voucher pays anybody for one unit, in cents; nothing where it has no limit or is not known."""
    match rule:
        case Fixed():
            return rule.amount
        case PriceCapped() | Range():
            return rule.maximum
        case CoefficientRule():
            return adjusted(rule.base, rule.coefficient, None)
        case IncomeReduction():
            return adjusted(rule.maximum, rule.coefficient, rule.supplement)
        case IncomeBands():
            amounts = [band.amount for table in rule.households for band in table.bands]
            known = [amount for amount in amounts if amount is not None]
            # A percentage without a limit rises with the price.
            return adjusted(max(known, default=0), rule.coefficient, rule.supplement) if known == amounts else None
    return None


def adjusted(cents: int, coefficient: Decimal | None, supplement: int | None) -> int:
    """An amount with its coefficient and supplement, halves of a cent upwards."""
    return int((cents * (Decimal(1) if coefficient is None else coefficient) + HALF) // 1) + (supplement or 0)


def add_ons(share: ShareRule, price: Price) -> int:
    """What may be charged on top for this variant, in cents."""
    extras = (extra for extra in share.add_ons if not extra.variants or price.variant in extra.variants)
    return sum(extra.amount * extra.count for extra in extras if overlap(extra, price))


def concerns(rule: ValueRule | ShareRule, price: Price) -> bool:
    """Whether a rule speaks of this price's variant while the price holds."""
    return (not rule.variants or price.variant in rule.variants) and overlap(rule, price)


def foreign_unit(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A price by the hour, for example, where the voucher pays by the day."""
    for path, listing in each_listing(entry):
        voucher = records.vouchers.get(listing.voucher or "")
        for number, price in enumerate(listing.prices if voucher else ()):
            units = (
                {rule.unit for rule in voucher.record.values if rule.unit and concerns(rule, price)}
                if voucher
                else set()
            )
            if units and price.unit not in units:
                wanted = ", ".join(sorted(units))
                message = (
                    f'The voucher pays for one {wanted}, this price is for one "{price.unit}". They cannot be compared.'
                )
                yield Finding(entry, (*path, "prices", number, "unit"), message)


def unclear_service(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A price that does not say which of several services it is for, or names one that is not listed."""
    for path, listing in each_listing(entry):
        services = offered(records, listing.voucher, listing.self_pay_register, listing.services)
        voucher = records.vouchers.get(listing.voucher or "")
        for number, price in enumerate(listing.prices):
            variant = voucher.record.variants.get(price.variant or "") if voucher else None
            if len(services) > 1 and price.service is None and not (variant and variant.service):
                message = f'The list has several services. Say which: "service: {services[0]}", for example.'
                yield Finding(entry, (*path, "prices", number), message)
            elif price.service and services and price.service not in services:
                message = f'"{price.service}" is not among the services of this listing: {", ".join(services)}.'
                yield Finding(entry, (*path, "prices", number, "service"), message)


def offered(records: Records, voucher: str | None, register: str | None, narrowed: list[str]) -> list[str]:
    """The services of a listing: its own choice, or all of its voucher's or register's."""
    if narrowed:
        return narrowed
    if voucher and voucher in records.vouchers:
        return records.vouchers[voucher].record.services
    if register and register in records.registers:
        return records.registers[register].record.services
    return []


def euros(cents: int) -> str:
    """An amount as an editor writes it."""
    return f"{cents // 100}.{cents % 100:02} €"


RULES = (
    Rule(
        "overlapping-prices",
        Severity.ERROR,
        "A variant has one price on a day.",
        own=overlapping_prices,
        of=Provider,
    ),
    Rule(
        "overlapping-values",
        Severity.ERROR,
        "A variant has one value and one client share on a day.",
        own=overlapping_values,
        of=Voucher,
    ),
    Rule(
        "price-over-allowed",
        Severity.ERROR,
        "A provider may not charge more than the voucher allows.",
        placed=over_allowed,
        of=Provider,
    ),
    Rule(
        "price-unit",
        Severity.WARNING,
        "A price is held against a voucher value of the same unit.",
        placed=foreign_unit,
        of=Provider,
    ),
    Rule(
        "price-service",
        Severity.ERROR,
        "A price belongs to the service that was asked for.",
        placed=unclear_service,
        of=Provider,
    ),
)
