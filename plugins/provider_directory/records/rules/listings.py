"""Listings: one list each, somewhere to be delivered, nothing approved before its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...problems import Severity
from ..collections import Entry, Records
from ..schema.provider import Listing, Provider
from ..text import Path_
from ..walking import Met
from .rule import Context, Finding, Rule


def each_listing(entry: Entry[Provider]) -> Iterator[tuple[Path_, Listing]]:
    """Every listing with its path."""
    for number, listing in enumerate(entry.record.listings):
        yield ("listings", number), listing


def one_list(entry: Entry[Provider], met: Met) -> Iterator[Finding]:
    """A listing that names both a voucher and a register, or neither."""
    for path, listing in each_listing(entry):
        if (listing.voucher is None) == (listing.self_pay_register is None):
            yield Finding(
                entry, path, 'Name either a "voucher" or a "register", exactly one. Make two listings for two.'
            )


def delivered_somewhere(entry: Entry[Provider], met: Met) -> Iterator[Finding]:
    """A listing without a place and not at home, or at home in no municipality."""
    for path, listing in each_listing(entry):
        if not listing.at_home and not listing.locations:
            yield Finding(entry, path, 'Say where it is delivered: "at_home: yes", or "locations" of this provider.')
        if listing.at_home and not listing.municipalities:
            yield Finding(entry, path, 'It is delivered at home, so "municipalities" must say where.')


def planned_voucher(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A listing for a voucher that does not exist yet."""
    for path, listing in each_listing(entry):
        voucher = records.vouchers.get(listing.voucher or "")
        if voucher and voucher.record.planned:
            message = (
                f'"{listing.voucher}" is only planned, so nobody can be approved for it. Remove "planned" there first.'
            )
            yield Finding(entry, (*path, "voucher"), message)


def early_register(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A listing that starts before its register is published."""
    for path, listing in each_listing(entry):
        register = records.registers.get(listing.self_pay_register or "")
        published = register.record.published if register else None
        if published and (listing.starts is None or listing.starts < published.first_day):
            message = f"The register is published {published}, so the listing cannot start before. Write from: {published.first_day}."
            yield Finding(entry, (*path, "from"), message)


def after_sunset(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A listing that outlives its register."""
    for path, listing in each_listing(entry):
        register = records.registers.get(listing.self_pay_register or "")
        sunset = register.record.sunset if register else None
        if sunset and (listing.until is None or listing.until > sunset):
            yield Finding(
                entry, (*path, "until"), f"The register ends on {sunset}. Write until: {sunset}, or an earlier day."
            )


def foreign_area(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A municipality outside the organiser's area, in a listing for its voucher."""
    for path, listing in each_listing(entry):
        organiser = records.organisers.get((listing.voucher or "").partition("/")[0])
        for number, municipality in enumerate(listing.municipalities):
            if organiser and municipality not in organiser.record.municipalities:
                name = organiser.record.name.fi
                message = f'"{municipality}" is outside the area of {name}, whose voucher this is. Its residents cannot use it.'
                yield Finding(entry, (*path, "municipalities", number), message)


def postal_code(entry: Entry[Any], records: Records, context: Context) -> Iterator[Finding]:
    """A postal code that begins as none does in the municipality."""
    for path, code, municipality in entry.alone.addresses:
        town = records.municipalities.get(municipality)
        starts = tuple(town.record.postal_codes) if town else ()
        if town and starts and not code.startswith(starts):
            message = f'"{code}" is not a postal code of {town.record.name.fi}. Check both.'
            yield Finding(entry, (*path, "postal_code"), message)


RULES = (
    Rule(
        "listing",
        Severity.ERROR,
        "A listing stands on one list; the list decides price, area and period.",
        own=one_list,
        of=Provider,
    ),
    Rule(
        "delivery",
        Severity.ERROR,
        "A resident must see where a service is given.",
        own=delivered_somewhere,
        of=Provider,
    ),
    Rule(
        "planned-voucher",
        Severity.ERROR,
        "A planned voucher has no approved providers.",
        placed=planned_voucher,
        of=Provider,
    ),
    Rule(
        "early-register",
        Severity.ERROR,
        "A register is not shown before the day it is published.",
        placed=early_register,
        of=Provider,
    ),
    Rule("register-sunset", Severity.ERROR, "A listing ends with its register.", placed=after_sunset, of=Provider),
    Rule(
        "service-area",
        Severity.WARNING,
        "A voucher is for the organiser's own residents.",
        placed=foreign_area,
        of=Provider,
    ),
    Rule(
        "postal-code",
        Severity.WARNING,
        "A postal code lies in the municipality named beside it.",
        placed=postal_code,
    ),
)
