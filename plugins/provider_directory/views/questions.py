"""What a person has to tell before what they pay can be worked out, rule by rule. Nobody is asked for more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from ..catalogue.offers import Offer
from ..model import Unit
from ..records.schema.income_tables import ByIncome, Counts, MonthShare
from ..records.schema.value_rules import BandShare, Formula, IncomeBands, IncomeReduction, IncomeShare, Rule
from ..records.schema.voucher import Voucher


class Question(StrEnum):
    """One thing to tell, in the order it is asked; the name of its field."""

    GROSS = "gross"
    NET = "net"
    ADULTS = "adults"
    CHILDREN = "children"
    HOURS = "hours"
    """Hours of the service used in a month."""
    TIMES = "times"
    """Days or visits in a month."""
    GRANTED = "granted"
    """Hours granted a month, where a table looks at them and the unit is another."""
    CHILD = "child"
    DEDUCTIONS = "deductions"


MOST = {Unit.HOUR: 744, Unit.DAY: 31, Unit.FULL_DAY: 31, Unit.WEEK: 5, Unit.MONTH: 1}
"""The most of each unit that a month can hold; prices/questions.js takes no more."""

MANY = 500

TIMED = (Unit.DAY, Unit.VISIT, Unit.DIRECTION)


def most_of(unit: Unit) -> int:
    """How much of a unit anybody can mean who tells a month's use."""
    return MOST.get(unit, MANY)


def questions(offers: Iterable[Offer], day: date) -> tuple[Question, ...]:
    """What the amounts of these offers hang on, and how much is used where a month can be told from it."""
    listed = list(offers)
    vouchers = {offer.listing.voucher.key: offer.listing.voucher.record for offer in listed if offer.listing.voucher}
    units = {offer.unit for offer in listed if offer.unit}
    found = {asked for voucher in vouchers.values() for asked in of_voucher(voucher, units, day)}
    return tuple(question for question in Question if question in found | set(of_units(units)))


def of_voucher(voucher: Voucher, units: set[Unit], day: date) -> Iterator[Question]:
    """What the rules ask that are in force on a day or will be."""
    for rule in (*voucher.values, *voucher.client_shares):
        if not (rule.until and rule.until < day):
            yield from of_rule(rule, units)


def of_rule(rule: Rule, units: set[Unit]) -> Iterator[Question]:
    """What one rule looks at."""
    match rule:
        case IncomeShare() | Formula():
            yield from of_table(rule)
            yield from of_share(rule, units)
        case IncomeBands() | IncomeReduction() | BandShare():
            yield from of_table(rule)


def of_share(rule: MonthShare, units: set[Unit]) -> Iterator[Question]:
    """Which child, and how many hours were granted where they are not the unit itself."""
    if rule.siblings:
        yield Question.CHILD
    if Unit.HOUR not in units and any(row.hours_up_to is not None for row in rule.households):
        yield Question.GRANTED


def of_table(rule: ByIncome) -> Iterator[Question]:
    """The income, what is taken off it, and who lives with the client, as far as the table counts them."""
    yield Question(rule.income.value)
    if rule.deducts:
        yield Question.DEDUCTIONS
    if rule.counts is Counts.CLIENT:
        return
    if rule.counts is not Counts.CHILDREN:
        yield Question.ADULTS
    if rule.counts is not Counts.ADULTS:
        yield Question.CHILDREN


def of_units(units: set[Unit]) -> Iterator[Question]:
    """How much is used in a month; a month itself, and a day and night in housing, need no asking."""
    if Unit.HOUR in units:
        yield Question.HOURS
    if any(unit in units for unit in TIMED):
        yield Question.TIMES
