"""Value tables: one answer for every household, income and day, and nothing that cannot be computed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ...problems import Severity
from ..collections import Entry
from ..schema.base import Period
from ..schema.income_tables import Band, Counts, HouseholdLimit, HouseholdRow
from ..schema.value_rules import (
    BandShare,
    Formula,
    HouseholdBands,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    KnownValue,
    Range,
    ShareRule,
    ValueRule,
)
from ..schema.voucher import Voucher
from ..text import Path_
from ..walking import Met
from .rule import Finding, Rule

Flaw = tuple[Path_, str]
"""A place inside a rule, and what is wrong there."""

ByBands = IncomeBands | BandShare
ByHousehold = ByBands | IncomeReduction | IncomeShare | Formula

STEPS = ("round_up_to", "round_to", "round_down_to", "round_share_to")


def each_rule(voucher: Voucher) -> Iterator[tuple[Path_, ValueRule | ShareRule]]:
    """Every value and share rule with its path."""
    for number, value in enumerate(voucher.values):
        yield ("values", number), value
    for number, share in enumerate(voucher.client_shares):
        yield ("client_shares", number), share


def faulty_tables(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """A table with a gap or an overlap."""
    for path, rule in each_rule(entry.record):
        if isinstance(rule, ByHousehold):
            for place, message in table_flaws(rule):
                yield Finding(entry, (*path, *place), message)


def table_flaws(rule: ByHousehold) -> Iterator[Flaw]:
    """What is wrong with the households of a rule, and with the bands or hours of each."""
    rows: Sequence[HouseholdRow] = rule.households
    if not rows:
        yield ("households",), "The table is empty. Write a row for each household, or use another rule."
    yield from household_gaps(rows, rule.counts)
    yield from family_flaws(rows, rule.counts)
    if isinstance(rule, ByBands):
        yield from repeated_tables(rule.households)
        for number, table in enumerate(rule.households):
            path = ("households", number, "bands")
            yield from band_flaws(path, [band.up_to for band in table.bands])
            yield from empty_bands(path, table.bands)
    else:
        yield from hours_flaws(rule.households)


def household_gaps(rows: Sequence[HouseholdRow], counts: Counts) -> Iterator[Flaw]:
    """A size left out between two others."""
    sizes = {row.household for row in rows}
    missing = [size for size in range(min(sizes, default=0), max(sizes, default=0)) if size not in sizes]
    if missing and counts is not Counts.ADULTS_AND_CHILDREN:
        listed = ", ".join(map(str, missing))
        yield ("households",), f"No row for a household of {listed}, though there is one for larger ones. Add it."
    for number, row in enumerate(rows):
        if counts is Counts.CLIENT and row.household > 1:
            message = (
                "Only the client is counted, so a row for more persons is never read. Remove it, or change counts."
            )
            yield ("households", number, "household"), message
        if row.household == 0:
            yield ("households", number, "household"), "A household has at least one person."


def family_flaws(rows: Sequence[HouseholdRow], counts: Counts) -> Iterator[Flaw]:
    """Adults and children that are not told, told for nothing, or do not make up the household."""
    for number, row in enumerate(rows):
        named = row.adults is not None or row.children is not None
        if counts is Counts.ADULTS_AND_CHILDREN and not named:
            yield ("households", number), 'The source counts adults and children apart. Write "adults" and "children".'
        if counts is not Counts.ADULTS_AND_CHILDREN and named:
            message = 'Adults and children are told apart here. Write "counts: adults_and_children", or leave them out.'
            yield ("households", number), message
        if row.adults is not None and row.children is not None and row.adults + row.children != row.household:
            message = f"{row.adults} adults and {row.children} children are not a household of {row.household}."
            yield ("households", number, "household"), f"{message} Correct one of them."


def who(row: HouseholdRow) -> tuple[int, int | None, int | None]:
    """Which households a row is for."""
    return row.household, row.adults, row.children


def repeated_tables(tables: Sequence[HouseholdBands]) -> Iterator[Flaw]:
    """Two tables for one household."""
    seen: dict[object, int] = {}
    for number, table in enumerate(tables):
        if who(table) in seen:
            message = f"Rows {seen[who(table)] + 1} and {number + 1} are for the same household. Keep one."
            yield ("households", number), message
        seen.setdefault(who(table), number)


def band_flaws(path: Path_, ends: Sequence[int | None]) -> Iterator[Flaw]:
    """Bands that do not rise, or an open one that is not the last."""
    if not ends:
        yield path, "The household has no bands. Write at least one."
    for number, (end, following) in enumerate(pairwise(ends)):
        if end is None:
            yield (*path, number), 'A band without "up_to" holds for every higher income, so it must be the last one.'
        elif following is not None and following <= end:
            message = (
                f"It reaches to {following / 100:.2f} €, the band before it to {end / 100:.2f} €. Bands must rise."
            )
            yield (*path, number + 1, "up_to"), message


def empty_bands(path: Path_, bands: Sequence[Band]) -> Iterator[Flaw]:
    """Bands that say nothing."""
    for number, band in enumerate(bands):
        if band.amount is None and band.percent is None:
            yield (*path, number), 'The band has no amount. Write "amount", or "percent" of the price.'


def hours_flaws(rows: Sequence[HouseholdLimit]) -> Iterator[Flaw]:
    """Rows of one household that do not rise by their hours, or of which two hold at once."""
    same: dict[object, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        same[who(row)].append(number)
    for numbers in same.values():
        for first, second in pairwise(numbers):
            end, following = rows[first].hours_up_to, rows[second].hours_up_to
            if end is None:
                message = (
                    f'Rows {first + 1} and {second + 1} are for the same household. Keep one, or say "hours_up_to".'
                )
                yield ("households", second), message
            elif following is not None and following <= end:
                message = f"It reaches to {following} hours, the row before it to {end}. Hours must rise."
                yield ("households", second, "hours_up_to"), message


def impossible_amounts(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """A minimum above a maximum, a division by nothing, or two ways of rounding."""
    for path, rule in each_rule(entry.record):
        for place, message in amount_flaws(rule):
            yield Finding(entry, (*path, *place), message)


def amount_flaws(rule: ValueRule | ShareRule) -> Iterator[Flaw]:
    """What of a rule cannot be computed."""
    if isinstance(rule, IncomeReduction | Range) and rule.minimum > rule.maximum:
        yield ("minimum",), "The minimum is above the maximum. Change one of them."
    if isinstance(rule, IncomeShare) and rule.minimum is not None and rule.minimum > rule.base_price:
        yield ("minimum",), "The minimum is above the base price. Change one of them."
    if isinstance(rule, IncomeReduction) and rule.divisor == 0:
        yield (
            ("divisor",),
            "Nothing can be divided by 0. Write what the month's reduction is divided by, for example 60.",
        )
    for name in ("units_at_most", "month_at_most") if isinstance(rule, KnownValue) else ():
        if getattr(rule, name, None) == 0:
            yield (name,), "With 0 the voucher would pay nothing. Leave the field out where there is no limit."
    if isinstance(rule, IncomeShare | Formula) and rule.round_each and not (rule.round_down_to or rule.round_share_to):
        yield ("round_each",), 'It does not say to what step. Write "round_share_to" or "round_down_to" as well.'
    steps = {name: step for name in STEPS if (step := getattr(rule, name, None)) is not None}
    for name, step in steps.items():
        if step == 0:
            yield (name,), "Nothing can be rounded to steps of 0. Leave the field out, or write a step such as 0.05."
    if len(steps) > 1:
        names = " and ".join(f'"{name}"' for name in steps)
        yield (list(steps)[1],), f"The amount is rounded twice, by {names}. Keep one."


def holes(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """Days between two periods of one variant on which no amount holds."""
    for field in ("values", "client_shares"):
        rules: list[ValueRule | ShareRule] = getattr(entry.record, field)
        for number, first, last in field_holes(rules, list(entry.record.variants)):
            days = f"on {first}" if first == last else f"from {first} to {last}"
            message = f"No amount holds {days}, between this period and the one before it. Join them."
            yield Finding(entry, (field, number), message)


def field_holes(rules: Sequence[ValueRule | ShareRule], variants: Sequence[str]) -> Iterator[tuple[int, date, date]]:
    """Each rule after a hole, once, with the hole's first and last day."""
    found: dict[tuple[int, date, date], None] = {}
    for variant in variants or [""]:
        dated = [(number, rule) for number, rule in enumerate(rules) if not rule.variants or variant in rule.variants]
        found |= dict.fromkeys(period_holes(dated))
    yield from found


def period_holes(dated: Iterable[tuple[int, Period]]) -> Iterator[tuple[int, date, date]]:
    """Holes between periods, in the order of their days."""
    ordered = sorted(dated, key=lambda pair: pair[1].starts or date.min)
    for (_, before), (number, after) in pairwise(ordered):
        if before.until and after.starts and after.starts > before.until + timedelta(days=1):
            yield number, before.until + timedelta(days=1), after.starts - timedelta(days=1)


RULES = (
    Rule(
        "income-table",
        Severity.ERROR,
        "A table has one answer for every household, income and number of hours.",
        own=faulty_tables,
        of=Voucher,
    ),
    Rule(
        "value-rule",
        Severity.ERROR,
        "A value or a client's share can be computed as it is written.",
        own=impossible_amounts,
        of=Voucher,
    ),
    Rule(
        "value-gap",
        Severity.ERROR,
        "Between two periods of an amount there is no day without one.",
        own=holes,
        of=Voucher,
    ),
)
