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
from ..records.schema.value_rules import IncomeReduction
from .cents import down_to, half_up, nearest, percent_of, up_to
from .household import Limit, limit_for
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


def compared(income: Cents, comparison: str, limit: Cents | None) -> tuple[Part, ...]:
    """An income beside a limit, where there is one."""
    if limit is None:
        return (money(income, "income"),)
    return (money(income, "income"), sign(comparison), money(limit, "limit"))


def reduction(rule: IncomeReduction, situation: Situation | None) -> Outcome:
    """A maximum that falls as income rises, never below its minimum."""
    least, most = (adjusted(rule, exactly(amount)).low for amount in (rule.minimum, rule.maximum))
    if situation is None:
        return Outcome(confidence=Confidence.INCOME, low=least, high=most, unit=rule.unit)
    income = counted_income(rule, situation)
    limit = limit_for(rule.households, rule.counts, rule.beyond, situation, rule.unit)
    if isinstance(income, Why) or limit is Why.NEEDS_HOURS:
        return needs(income if isinstance(income, Why) else Why.NEEDS_HOURS, least, most, rule.unit)
    if isinstance(limit, Why):
        return Outcome(confidence=Confidence.UNKNOWN, low=least, high=most, why=limit, unit=rule.unit)
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
    elif rule.round_down_to:
        mode, to, cents = "down", rule.round_down_to, down_to(exact, rule.round_down_to)
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


def adjusted(rule: Adjusted, made: Outcome, role: str = "value") -> Outcome:
    """The amount of an evening or a Sunday."""
    if rule.coefficient is not None:
        times = Fraction(rule.coefficient)
        parts = (money(made.low or 0, role), sign("×"), number(rule.coefficient, "coefficient"))
        made = made.then(Step(parts=parts, result=half_up((made.low or 0) * times), unit=made.unit))
    if rule.supplement:
        parts = (money(made.low or 0, role), sign("+"), money(rule.supplement, "supplement"))
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
    """The part for one of several children, and for shorter care; rounded as the source rounds it."""
    if rule.round_each:
        made = rounded_share(rule, made)
    if rule.siblings:
        percent = rule.siblings[min(max(child, 1), len(rule.siblings)) - 1]
        made = part_of(made, percentage(percent), Fraction(Fraction(percent), 100))
        made = rounded_share(rule, made) if rule.round_each else made
    if rule.share_coefficient is not None:
        made = part_of(made, number(rule.share_coefficient, "coefficient"), Fraction(rule.share_coefficient))
        made = rounded_share(rule, made) if rule.round_each else made
    return made if rule.round_each else rounded_share(rule, made)


def part_of(made: Outcome, part: Part, times: Fraction) -> Outcome:
    """A part of a month's share, in whole cents."""
    share = made.low or 0
    parts = (money(share, "share"), sign("×"), part)
    return made.then(Step(parts=parts, result=half_up(share * times), unit=Unit.MONTH))


def rounded_share(rule: MonthShare, made: Outcome) -> Outcome:
    """A month's share in the steps that the organiser rounds to."""
    for mode, to, rounded in (("down", rule.round_down_to, down_to), ("nearest", rule.round_share_to, nearest)):
        if to:
            share = made.low or 0
            result = rounded(Fraction(share), to)
            made = made.then(Step(parts=(money(share, "share"),), result=result, unit=Unit.MONTH, rounding=mode, to=to))
    return made


def charged(rule: MonthShare, made: Outcome) -> Outcome:
    """The share as it is billed: nothing when it is too small to bill."""
    share = made.low or 0
    if rule.not_charged_below is None or share >= rule.not_charged_below:
        return made
    parts = (money(share, "share"), sign("<"), money(rule.not_charged_below, "not charged below"))
    return made.then(Step(parts=parts, relation="→", result=0, unit=Unit.MONTH))
