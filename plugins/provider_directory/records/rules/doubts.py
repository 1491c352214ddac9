"""Amounts that can be computed as they are written, but are hardly what their source says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...problems import Severity
from ..collections import Entry, Records
from ..schema.base import Record
from ..schema.income_tables import Counts
from ..schema.provider import Provider
from ..schema.value_rules import IncomeShare, ShareRule, ValueRule
from ..schema.voucher import Voucher
from ..walking import Met
from .listings import each_listing
from .prices import concerns, euros
from .rule import Context, Finding, Rule
from .tables import ByHousehold, Flaw, each_rule

PERCENTAGES = ("percent", "siblings")
COEFFICIENTS = ("coefficient", "share_coefficient")

HIGHEST_COEFFICIENT = 5
"""Sundays and nights double or triple an amount; more is a percentage."""

UNTOLD_FAMILIES = (Counts.CHILDREN, Counts.ADULTS_AND_CHILDREN)
"""Where the source counts these, a household of 1 need not be in its table."""


def unlikely_numbers(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """A percentage below 1, or a coefficient above 5."""
    for path, rule in each_rule(entry.record):
        for place, message in doubtful(rule):
            yield Finding(entry, (*path, *place), message)


def doubtful(record: Record) -> Iterator[Flaw]:
    """The percentages and coefficients of a record, and of those in it, that may be one for the other."""
    for name in type(record).model_fields:
        found = getattr(record, name)
        several = isinstance(found, list)
        for number, each in enumerate(found if several else [found]):
            path = (name, number) if several else (name,)
            if isinstance(each, Record) and name != "beyond":
                yield from (((*path, *place), message) for place, message in doubtful(each))
            elif isinstance(each, Decimal) and (message := doubt(name, each)):
                yield path, message


def doubt(name: str, number: Decimal) -> str | None:
    """What is odd about a number."""
    if name in PERCENTAGES and 0 < number < 1:
        return f"{number} % – is {plain(number * 100)} % meant?"
    if name in COEFFICIENTS and number > HIGHEST_COEFFICIENT:
        return f"The amount is multiplied by {number}. If {number} % is meant, write {plain(number / 100)}."
    return None


def plain(number: Decimal) -> str:
    """A number without needless zeros."""
    return f"{number.normalize():f}"


def missing_households(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """A table that has no row for somebody who lives alone."""
    for path, rule in each_rule(entry.record):
        if not isinstance(rule, ByHousehold) or rule.counts in UNTOLD_FAMILIES:
            continue
        first = min((row.household for row in rule.households), default=1)
        if first > 1:
            message = f"The table begins with a household of {first}; who lives alone has no amount. Add a row for 1."
            yield Finding(entry, (*path, "households"), message)


def below_base_price(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A price below the base price that the organiser accounts whatever the provider asks."""
    for path, listing in each_listing(entry):
        voucher = records.vouchers.get(listing.voucher or "")
        for number, price in enumerate(listing.prices if voucher else ()):
            for rule in voucher.record.values if voucher else ():
                if concerns(rule, price) and rule.unit is price.unit and (base := fixed_base(rule)) > price.price:
                    message = (
                        f"{euros(price.price)} is below the base price {euros(base)} of the voucher {listing.voucher}: "
                        "the client pays price minus voucher. Is base_price_is_maximum: yes meant?"
                    )
                    yield Finding(entry, (*path, "prices", number, "price"), message)


def fixed_base(rule: ValueRule | ShareRule) -> int:
    """The base price that a lower price does not replace, in cents; nought where there is none."""
    return rule.base_price if isinstance(rule, IncomeShare) and rule.base_price_is_maximum == "no" else 0


RULES = (
    Rule(
        "unlikely-number",
        Severity.WARNING,
        "A percentage is not written as a fraction, nor a coefficient as a percentage.",
        own=unlikely_numbers,
        of=Voucher,
    ),
    Rule(
        "missing-household",
        Severity.WARNING,
        "A table by household begins with a household of one.",
        own=missing_households,
        of=Voucher,
    ),
    Rule(
        "below-base-price",
        Severity.WARNING,
        "A price below a voucher's base price is accounted as the organiser does it.",
        placed=below_base_price,
        of=Provider,
    ),
)
