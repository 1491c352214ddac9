"""
Amounts that begin with a person's income, in integer cents.

The reduction is that of the client-fee decree's voucher for home care (STM: value = maximum − (income − limit) ×
percentage ÷ 60, at least 7 euros); a computation is exact within a step and rounded to the cent, halves up, at its end,
so that a reader can follow it with the printed figures.
"""

from __future__ import annotations

from fractions import Fraction

from ..model import Cents, Unit
from ..records.schema.income_tables import Adjusted, ByIncome, HouseholdLimit, Income, MonthShare
from ..records.schema.value_rules import IncomeBands, IncomeReduction
from .cents import down_to, half_up, nearest, percent_of, up_to
from .household import Limit, limit_for, rows_for
from .outcome import Confidence, Outcome, Why, exactly
from .situation import Situation
from .steps import Part, Step, money, number, percentage, sign


def needs(why: Why, low: Cents | None, high: Cents | None, unit: Unit | None) -> Outcome:
    """No amount yet: what has to be known first, and between which ends it lies."""
    return Outcome(confidence=Confidence.INCOME, low=low, high=high, unit=unit, why=why)


def counted_income(rule: ByIncome, situation: Situation) -> Cents | Why:
    """The month's income as the rule's source counts it."""
    income = situation.income(rule.income)
    if income is None:
        return Why.NEEDS_GROSS if rule.income is Income.GROSS else Why.NEEDS_NET
    return max(0, income - situation.deductions) if rule.deducts else income


def banded(rule: IncomeBands, situation: Situation) -> Outcome:
    """The amount of the band an income lies in; nothing above the last."""
    most = max((band.amount for table in rule.households for band in table.bands), default=0)
    income = counted_income(rule, situation)
    found = rows_for(rule.households, rule.counts, rule.beyond, situation)
    if isinstance(income, Why):
        return needs(income, 0, most, rule.unit)
    if isinstance(found, Why):
        return Outcome(confidence=Confidence.UNKNOWN, why=found, unit=rule.unit)
    raised = found.further * rule.beyond.limit if rule.beyond else 0
    below: Cents | None = None
    for band in found.rows[0].bands:
        if band.up_to is None or income <= band.up_to + raised:
            parts = compared(income, ">", below) if band.up_to is None else compared(income, "≤", band.up_to + raised)
            step = Step(parts=parts, relation="→", result=band.amount, unit=rule.unit)
            return adjusted(rule, exactly(band.amount, rule.unit, step))
        below = band.up_to + raised
    step = Step(parts=compared(income, ">", below), relation="→", result=0, unit=rule.unit)
    return Outcome(confidence=Confidence.EXACT, low=0, high=0, unit=rule.unit, why=Why.NO_VOUCHER, steps=(step,))


def compared(income: Cents, comparison: str, limit: Cents | None) -> tuple[Part, ...]:
    """An income beside a limit, where there is one."""
    if limit is None:
        return (money(income, "income"),)
    return (money(income, "income"), sign(comparison), money(limit, "limit"))


def reduction(rule: IncomeReduction, situation: Situation) -> Outcome:
    """A maximum that falls as income rises, never below its minimum."""
    income = counted_income(rule, situation)
    limit = limit_for(rule.households, rule.counts, rule.beyond, situation, rule.unit)
    if isinstance(income, Why) or limit is Why.NEEDS_HOURS:
        return needs(income if isinstance(income, Why) else Why.NEEDS_HOURS, rule.minimum, rule.maximum, rule.unit)
    if isinstance(limit, Why):
        return Outcome(confidence=Confidence.UNKNOWN, low=rule.minimum, high=rule.maximum, why=limit, unit=rule.unit)
    return adjusted(rule, reduced(rule, limit, income))


def reduced(rule: IncomeReduction, limit: Limit | HouseholdLimit, income: Cents) -> Outcome:
    """The value at an income, rounded as the rule says and kept between its ends."""
    if income <= limit.limit:
        step = Step(parts=compared(income, "≤", limit.limit), relation="→", result=rule.maximum, unit=rule.unit)
        return exactly(rule.maximum, rule.unit, step)
    excess = percent_of(income - limit.limit, limit.percent)
    parts = (
        money(rule.maximum, "maximum"),
        sign("−"),
        *excess_parts(income, limit),
        sign("÷"),
        number(rule.divisor, "divisor"),
    )
    made = rounded_value(rule, parts, Fraction(rule.maximum) - Fraction(excess, rule.divisor))
    return between(made, rule.minimum, rule.maximum)


def excess_parts(income: Cents, limit: Limit | HouseholdLimit) -> tuple[Part, ...]:
    """'(900.00 − 563.00) × 35 %'."""
    inside = (sign("("), money(income, "income"), sign("−"), money(limit.limit, "limit"), sign(")"))
    return (*inside, sign("×"), percentage(limit.percent))


def rounded_value(rule: IncomeReduction, parts: tuple[Part, ...], exact: Fraction) -> Outcome:
    """A value in whole cents, or in the steps the organiser rounds to."""
    mode, to, cents = None, None, half_up(exact)
    if rule.round_up_to:
        mode, to, cents = "up", rule.round_up_to, up_to(exact, rule.round_up_to)
    elif rule.round_to:
        mode, to, cents = "nearest", rule.round_to, nearest(exact, rule.round_to)
    return exactly(cents, rule.unit, Step(parts=parts, result=cents, unit=rule.unit, rounding=mode, to=to))


def between(made: Outcome, least: Cents | None, most: Cents | None) -> Outcome:
    """An exact amount kept between two ends, the upper one first."""
    if most is not None and (made.low or 0) > most:
        made = made.then(Step(parts=(sign("≤"), money(most, "most")), relation="→", result=most, unit=made.unit))
    if least is not None and (made.low or 0) < least:
        made = made.then(Step(parts=(sign("≥"), money(least, "least")), relation="→", result=least, unit=made.unit))
    return made


def adjusted(rule: Adjusted, made: Outcome) -> Outcome:
    """The amount of an evening or a Sunday."""
    if rule.coefficient is not None:
        times = Fraction(rule.coefficient)
        parts = (money(made.low or 0, "value"), sign("×"), number(rule.coefficient, "coefficient"))
        made = made.then(Step(parts=parts, result=half_up((made.low or 0) * times), unit=made.unit))
    if rule.supplement:
        parts = (money(made.low or 0, "value"), sign("+"), money(rule.supplement, "supplement"))
        made = made.then(Step(parts=parts, result=(made.low or 0) + rule.supplement, unit=made.unit))
    return made


def month_share(rule: MonthShare, situation: Situation, unit: Unit | None) -> Outcome:
    """What a client pays of a month by income; unit is the service's, whose hours may choose the row."""
    income = counted_income(rule, situation)
    limit = limit_for(rule.households, rule.counts, rule.beyond, situation, unit)
    if isinstance(income, Why) or limit is Why.NEEDS_HOURS:
        return needs(income if isinstance(income, Why) else Why.NEEDS_HOURS, 0, rule.share_at_most, Unit.MONTH)
    if isinstance(limit, Why):
        return Outcome(confidence=Confidence.UNKNOWN, why=limit, unit=Unit.MONTH)
    made = percentage_of(income, limit)
    made = between(made, None, rule.share_at_most)
    if rule.keeps is not None:
        made = between(made, None, max(0, income - rule.keeps))
    return charged(rule, of_child(rule, made, situation.child))


def percentage_of(income: Cents, limit: Limit | HouseholdLimit) -> Outcome:
    """The percentage of the income above the limit, halves of a cent upwards."""
    if income <= limit.limit:
        parts = compared(income, "≤", limit.limit)
        return exactly(0, Unit.MONTH, Step(parts=parts, relation="→", result=0, unit=Unit.MONTH))
    cents = half_up(percent_of(income - limit.limit, limit.percent))
    return exactly(cents, Unit.MONTH, Step(parts=excess_parts(income, limit), result=cents, unit=Unit.MONTH))


def of_child(rule: MonthShare, made: Outcome, child: int) -> Outcome:
    """The part for shorter care, and for one of several children."""
    if rule.share_coefficient is not None:
        cents = half_up((made.low or 0) * Fraction(rule.share_coefficient))
        parts = (money(made.low or 0, "share"), sign("×"), number(rule.share_coefficient, "coefficient"))
        made = made.then(Step(parts=parts, result=cents, unit=Unit.MONTH))
    if rule.siblings:
        percent = rule.siblings[min(max(child, 1), len(rule.siblings)) - 1]
        cents = half_up(percent_of(made.low or 0, percent))
        parts = (money(made.low or 0, "share"), sign("×"), percentage(percent))
        made = made.then(Step(parts=parts, result=cents, unit=Unit.MONTH))
    return made


def charged(rule: MonthShare, made: Outcome) -> Outcome:
    """The share as it is billed: rounded, and nothing when it is too small to bill."""
    share = made.low or 0
    for mode, to, rounded in (("down", rule.round_down_to, down_to), ("nearest", rule.round_share_to, nearest)):
        if to:
            cents = rounded(Fraction(share), to)
            step = Step(parts=(money(share, "share"),), result=cents, unit=Unit.MONTH, rounding=mode, to=to)
            made, share = made.then(step), cents
    if rule.not_charged_below is not None and share < rule.not_charged_below:
        parts = (money(share, "share"), sign("<"), money(rule.not_charged_below, "not charged below"))
        made = made.then(Step(parts=parts, relation="→", result=0, unit=Unit.MONTH))
    return made
