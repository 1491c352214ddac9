"""
What a voucher is worth and what the client pays, in integer cents.

Income-dependent rules answer 'depends on income' until the person's situation is known; a rule that cannot be computed
here answers with its reason. Nothing is guessed. theme/static/js/pricing.js answers the same to the cent.
"""

from __future__ import annotations

from fractions import Fraction

from ..model import Cents
from ..records.schema.value_rules import (
    CoefficientRule,
    Fixed,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    PriceCapped,
    Range,
    Unknown,
    ValueRule,
)
from .bands import banded
from .cents import half_up, nearest, percent_of
from .deductions import deductions_of
from .income import between, reduction
from .income_share import rest
from .limits import limited
from .outcome import Confidence, Outcome, Why, exactly
from .selection import concerns, decided, in_force
from .share import on_top, share_of
from .situation import Situation
from .steps import Step, money, number, percentage, sign

__all__ = [
    "Confidence",
    "Outcome",
    "Situation",
    "Why",
    "concerns",
    "decided",
    "deductions_of",
    "exactly",
    "half_up",
    "in_force",
    "on_top",
    "share_of",
    "value_of",
]


def value_of(rule: ValueRule, price: Cents | None, situation: Situation | None = None) -> Outcome:
    """What the organiser pays for one unit at a provider's price, for a person whose situation may be known."""
    return limited(rule, unit_value(rule, price, situation), price, situation)


def unit_value(rule: ValueRule, price: Cents | None, situation: Situation | None) -> Outcome:
    """The value of one unit."""
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
            return banded(rule, price, situation)
        case IncomeReduction():
            return reduction(rule, situation)
        case IncomeShare():
            return rest(rule, price, situation)
        case Unknown():
            most_known = rule.maximum if price is None or rule.maximum is None else min(price, rule.maximum)
            return Outcome(
                confidence=Confidence.UNKNOWN, high=most_known, reason=rule.reason, ask=rule.ask, unit=rule.unit
            )
    raise TypeError(f"no value for {type(rule).__name__}")


def capped(rule: PriceCapped, price: Cents | None) -> Outcome:
    """The provider's price, or a percentage of it, less the client's own first part, at most a maximum."""
    if price is None:
        return Outcome(confidence=Confidence.AT_MOST, high=rule.maximum, unit=rule.unit)
    made = exactly(price, rule.unit)
    if rule.own_share:
        covered = price <= rule.own_share
        parts = (money(price, "price"), sign("≤" if covered else "−"), money(rule.own_share, "own share"))
        result = 0 if covered else price - rule.own_share
        made = made.then(Step(parts=parts, relation="→" if covered else "=", result=result, unit=rule.unit))
    if rule.percent is not None:
        left = made.low or 0
        parts = (money(left, "value" if rule.own_share else "price"), sign("×"), percentage(rule.percent))
        made = made.then(Step(parts=parts, result=half_up(percent_of(left, rule.percent)), unit=rule.unit))
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
