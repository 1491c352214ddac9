"""
What a voucher is worth and what the client pays, in integer cents.

Income-dependent rules answer 'depends on income' until the person's situation is known; a rule that cannot be computed
here answers with its reason. Nothing is guessed. theme/static/js/pricing.js answers the same to the cent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from ..model import Cents, Unit
from ..records.schema.value_rules import (
    AddOn,
    AtMost,
    CoefficientRule,
    Fixed,
    FixedShare,
    Formula,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    PriceCapped,
    Range,
    ShareRule,
    Unknown,
    UnknownShare,
    ValueRule,
)
from .cents import half_up, nearest, percent_of
from .income import banded, between, month_share, reduction
from .income_share import of_one_unit, rest
from .outcome import Confidence, Outcome, Why, exactly
from .situation import Situation
from .steps import Part, Step, money, number, percentage, sign

__all__ = [
    "Confidence",
    "Outcome",
    "Situation",
    "Why",
    "concerns",
    "decided",
    "exactly",
    "half_up",
    "in_force",
    "on_top",
    "share_of",
    "value_of",
]

R = TypeVar("R", bound="ValueRule | ShareRule")


def in_force(rules: Sequence[R], variant: str | None, day: date) -> R | None:
    """The rule that holds for a variant on a day."""
    return next((rule for rule in rules if concerns(rule, variant) and rule.holds_on(day)), None)


def decided(rules: Sequence[R], variant: str | None, day: date) -> list[R]:
    """The rules for a variant that start later, soonest first."""
    later = [rule for rule in rules if concerns(rule, variant) and rule.starts and rule.starts > day]
    return sorted(later, key=lambda rule: rule.starts or day)


def concerns(rule: ValueRule | ShareRule | AddOn, variant: str | None) -> bool:
    """Whether a rule speaks of a variant; one that names none speaks of all."""
    return not rule.variants or variant in rule.variants


def value_of(rule: ValueRule, price: Cents | None, situation: Situation | None = None) -> Outcome:
    """What the organiser pays for one unit at a provider's price, for a person whose situation may be known."""
    match rule:
        case Fixed():
            return exactly(rule.amount, rule.unit)
        case PriceCapped():
            return capped(rule, price)
        case Range():
            return Outcome(confidence=Confidence.RANGE, low=rule.minimum, high=rule.maximum, unit=rule.unit)
        case CoefficientRule():
            return multiplied(rule)
        case IncomeBands():
            amounts = [band.amount for table in rule.households for band in table.bands]
            ends = Outcome(confidence=Confidence.INCOME, low=0, high=max(amounts, default=0), unit=rule.unit)
            return banded(rule, situation) if situation else ends
        case IncomeReduction():
            ends = Outcome(confidence=Confidence.INCOME, low=rule.minimum, high=rule.maximum, unit=rule.unit)
            return reduction(rule, situation) if situation else ends
        case IncomeShare():
            return rest(rule, price, situation)
        case Unknown():
            most_known = rule.maximum if price is None or rule.maximum is None else min(price, rule.maximum)
            return Outcome(
                confidence=Confidence.UNKNOWN, high=most_known, reason=rule.reason, ask=rule.ask, unit=rule.unit
            )
    raise TypeError(f"no value for {type(rule).__name__}")


def capped(rule: PriceCapped, price: Cents | None) -> Outcome:
    """The provider's price or a percentage of it, at most a maximum."""
    if price is None:
        return Outcome(confidence=Confidence.AT_MOST, high=rule.maximum, unit=rule.unit)
    if rule.percent is None:
        made = exactly(price, rule.unit)
    else:
        parts = (money(price, "price"), sign("×"), percentage(rule.percent))
        cents = half_up(percent_of(price, rule.percent))
        made = exactly(cents, rule.unit, Step(parts=parts, result=cents, unit=rule.unit))
    return between(made, None, rule.maximum)


def multiplied(rule: CoefficientRule) -> Outcome:
    """A base amount times the variant's coefficient."""
    exact = rule.base * Fraction(rule.coefficient)
    cents = nearest(exact, rule.round_to or 1)
    step = Step(
        parts=(money(rule.base, "base"), sign("×"), number(rule.coefficient, "coefficient")),
        result=cents,
        unit=rule.unit,
        rounding="nearest" if rule.round_to else None,
        to=rule.round_to,
    )
    return exactly(cents, rule.unit, step)


def share_of(
    rule: ShareRule | None,
    price: Cents | None,
    value: Outcome,
    variant: str | None,
    day: date,
    situation: Situation | None = None,
) -> Outcome:
    """What the client pays for one unit, add-ons apart.

    Without a rule the share is what the voucher does not cover (Act 569/2009, 3 §).
    """
    match rule:
        case FixedShare():
            return between(exactly(rule.amount, rule.unit or value.unit), None, price)
        case AtMost():
            return at_most(rule, price, value, variant, day, situation)
        case Formula() if situation:
            return formula(rule, price, value, situation)
        case Formula() if value.confidence is Confidence.EXACT:
            return Outcome(confidence=Confidence.INCOME, high=price, unit=value.unit)
        case UnknownShare():
            unit = rule.unit or value.unit
            return Outcome(confidence=Confidence.UNKNOWN, reason=rule.reason, ask=rule.ask, unit=unit)
    return difference(price, value, situation)


def difference(price: Cents | None, value: Outcome, situation: Situation | None = None) -> Outcome:
    """Price less value, never below nothing."""
    if price is None or value.confidence in (Confidence.UNKNOWN, Confidence.AT_MOST):
        why = Why.NEEDS_PRICE if price is None else value.why
        return Outcome(confidence=Confidence.UNKNOWN, reason=value.reason, ask=value.ask, why=why, unit=value.unit)
    if value.exact is None:
        least, most = max(0, price - (value.high or 0)), max(0, price - (value.low or 0))
        return replace(value, low=least, high=most, month=None, steps=())
    covered = price <= value.exact
    step = Step(
        parts=(money(price, "price"), sign("≤" if covered else "−"), money(value.exact, "value")),
        relation="→" if covered else "=",
        result=0 if covered else price - value.exact,
        unit=value.unit,
    )
    units = situation.units_of(value.unit) if situation else None
    month = None
    if value.month is not None and units:
        month = max(0, half_up(price * Fraction(units)) - value.month)
    return replace(value.then(step), month=month)


def at_most(
    rule: AtMost, price: Cents | None, value: Outcome, variant: str | None, day: date, situation: Situation | None
) -> Outcome:
    """Price less value, which the provider may not take above the maximum and what may be charged on top that day."""
    extras = [extra for extra in rule.add_ons if concerns(extra, variant) and extra.holds_on(day)]
    ceiling = rule.amount + sum(extra.amount * extra.count for extra in extras)
    left = difference(price, value, situation)
    unit = rule.unit or value.unit
    if left.exact is None:
        known = [most for most in (ceiling, price) if most is not None]
        return Outcome(confidence=Confidence.AT_MOST, high=min(known), unit=unit)
    if left.exact <= ceiling:
        return left
    parts = (sign("≤"), money(rule.amount, "most"), *(part for extra in extras for part in added(extra)))
    limited = left.then(Step(parts=parts, relation="→", result=ceiling, unit=unit))
    units = situation.units_of(unit) if situation else None
    return replace(limited, month=None if left.month is None or not units else half_up(ceiling * Fraction(units)))


def added(extra: AddOn) -> tuple[Part, ...]:
    """'+ 3.50 × 2'."""
    once = (sign("+"), money(extra.amount, "add-on"))
    return once if extra.count == 1 else (*once, sign("×"), number(extra.count, "count"))


def formula(rule: Formula, price: Cents | None, value: Outcome, situation: Situation) -> Outcome:
    """A percentage of the month's income, and what the price has above the voucher; never more than the bill."""
    made = month_share(rule, situation, value.unit or rule.unit)
    if made.exact is None:
        return made
    units = situation.units_of(value.unit)
    if price is not None and units:
        made = within_bill(made, half_up(price * Fraction(units)), value, units)
    if rule.unit in (None, Unit.MONTH):
        return replace(made, month=made.low, unit=Unit.MONTH)
    units = situation.units_of(rule.unit)
    if not units:
        return Outcome(confidence=Confidence.INCOME, low=0, high=price, why=Why.NEEDS_UNITS, unit=rule.unit)
    # A month's bill in whole cents may be a hair above its hours' prices.
    return between(of_one_unit(made, rule.unit, units), None, price if rule.unit is value.unit else None)


def within_bill(made: Outcome, bill: Cents, value: Outcome, units: Decimal) -> Outcome:
    """A month's share, raised to what the voucher leaves uncovered (Act 569/2009, 3 §) and lowered to the bill."""
    paid = value.month if value.month is not None or value.exact is None else half_up(value.exact * Fraction(units))
    if paid is not None and bill - paid > (made.low or 0):
        parts = (money(bill, "bill"), sign("−"), money(paid, "value"))
        made = made.then(Step(parts=parts, result=bill - paid, unit=Unit.MONTH))
    return between(made, None, bill)


def on_top(rule: ShareRule | None, variant: str | None, day: date) -> tuple[AddOn, ...]:
    """What is charged besides a share on a day; an at-most share already holds its add-ons."""
    if rule is None or isinstance(rule, AtMost):
        return ()
    return tuple(extra for extra in rule.add_ons if concerns(extra, variant) and extra.holds_on(day))
