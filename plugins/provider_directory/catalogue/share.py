"""What the client pays, in integer cents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..model import Cents, Unit
from ..records.schema.value_rules import AddOn, AtMost, BandShare, FixedShare, Formula, ShareRule, UnknownShare
from .income import between
from .limits import at_most_monthly, bill_of, by_month, month_at, past_bill, shared, times
from .outcome import Confidence, Outcome, Why, exactly, nothing
from .selection import concerns
from .share_by_income import banded_share, formula
from .situation import Situation
from .steps import Part, Step, money, number, sign


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
    if situation and situation.uses_nothing(value.unit) and of_the_month(rule, value):
        return nothing()
    made = shared(unit_share(rule, price, value, variant, day, situation), price, value)
    return at_most_monthly(rule, made, price, value, situation)


def of_the_month(rule: ShareRule | None, value: Outcome) -> bool:
    """Whether the share of one unit, or the value it is reckoned from, is a part of the month's."""
    if isinstance(rule, UnknownShare):
        return False
    return value == nothing() or isinstance(rule, Formula) or (rule is not None and by_month(rule, value))


def unit_share(
    rule: ShareRule | None,
    price: Cents | None,
    value: Outcome,
    variant: str | None,
    day: date,
    situation: Situation | None,
) -> Outcome:
    """The share of one unit that the voucher covers."""
    match rule:
        case FixedShare():
            return fixed(rule, price, value, situation)
        case AtMost():
            extras = tuple(extra for extra in rule.add_ons if concerns(extra, variant) and extra.holds_on(day))
            return at_most(rule, price, value, extras, situation)
        case Formula() if situation:
            return formula(rule, price, value, situation)
        case Formula() if value.confidence is Confidence.EXACT:
            return Outcome(confidence=Confidence.INCOME, high=price, unit=value.unit)
        case BandShare():
            return banded_share(rule, price, value, situation)
        case UnknownShare():
            unit = rule.unit or value.unit
            return Outcome(confidence=Confidence.UNKNOWN, reason=rule.reason, ask=rule.ask, unit=unit)
    return difference(price, value, situation)


def fixed(rule: FixedShare, price: Cents | None, value: Outcome, situation: Situation | None) -> Outcome:
    """One amount, but never more than the price, or than the month's bill where it is paid by the month."""
    made = exactly(rule.amount, rule.unit or value.unit)
    if not by_month(rule, value):
        return between(made, None, price if value.unit in (None, made.unit) else None)
    past = past_bill(price, value, situation)
    if past:
        parts = (money(rule.amount, "share"), sign("+"), money(past, "price"))
        made = made.then(Step(parts=parts, result=rule.amount + past, unit=Unit.MONTH))
    made = between(made, None, bill_of(price, value, situation))
    return replace(made, month=made.low)


def difference(price: Cents | None, value: Outcome, situation: Situation | None = None) -> Outcome:
    """Price less value, never below nothing."""
    if price is None or value.confidence in (Confidence.UNKNOWN, Confidence.AT_MOST):
        why = Why.NEEDS_PRICE if price is None else value.why
        return Outcome(confidence=Confidence.UNKNOWN, reason=value.reason, ask=value.ask, why=why, unit=value.unit)
    if value.exact is None:
        least = 0 if value.high is None else max(0, price - value.high)
        return replace(value, low=least, high=max(0, price - (value.low or 0)), month=None, steps=())
    covered = price <= value.exact
    step = Step(
        parts=(money(price, "price"), sign("≤" if covered else "−"), money(value.exact, "value")),
        relation="→" if covered else "=",
        result=0 if covered else price - value.exact,
        unit=value.unit,
    )
    bill = bill_of(price, value, situation)
    month = None if value.month is None or bill is None else max(0, bill - value.month)
    return replace(value.then(step), month=month)


def at_most(
    rule: AtMost, price: Cents | None, value: Outcome, extras: tuple[AddOn, ...], situation: Situation | None
) -> Outcome:
    """Price less value, which the provider may not take above the maximum and what may be charged on top that day."""
    left = difference(price, value, situation)
    unit = rule.unit or value.unit
    units = situation.units_of(value.unit) if situation else None
    if by_month(rule, value):
        return at_most_a_month(rule, price, left, value, extras, situation)
    ceiling = rule.amount + sum(extra.amount * extra.count for extra in extras)
    if left.exact is None:
        known = [most for most in (ceiling, price) if most is not None]
        return Outcome(confidence=Confidence.AT_MOST, high=min(known), unit=unit)
    if left.exact <= ceiling:
        return left
    parts = (sign("≤"), money(rule.amount, "most"), *(part for extra in extras for part in added(extra)))
    limited = left.then(Step(parts=parts, relation="→", result=ceiling, unit=unit))
    if left.month is None or not units or price is None:
        return replace(limited, month=None)
    return replace(limited, month=month_at(ceiling, price, units, value.covered))


def at_most_a_month(
    rule: AtMost,
    price: Cents | None,
    left: Outcome,
    value: Outcome,
    extras: tuple[AddOn, ...],
    situation: Situation | None,
) -> Outcome:
    """The same by the month, where the most that a client pays is told by the month."""
    units = situation.units_of(value.unit) if situation else None
    if left.exact is None or price is None or units is None:
        return Outcome(confidence=Confidence.AT_MOST, high=rule.amount, unit=Unit.MONTH)
    ceiling = rule.amount + sum(times(extra.amount * extra.count, units) for extra in extras)
    paid = left.month if left.month is not None else month_at(left.exact, price, units, value.covered)
    parts = (money(left.exact, "share"), sign("×"), number(units, "units"))
    made = replace(left.then(Step(parts=parts, result=paid, unit=Unit.MONTH)), unit=Unit.MONTH)
    made = between(made, None, ceiling + past_bill(price, value, situation))
    return replace(made, month=made.low)


def added(extra: AddOn) -> tuple[Part, ...]:
    """'+ 3.50 × 2'."""
    once = (sign("+"), money(extra.amount, "add-on"))
    return once if extra.count == 1 else (*once, sign("×"), number(extra.count, "count"))


def on_top(rule: ShareRule | None, variant: str | None, day: date) -> tuple[AddOn, ...]:
    """What is charged besides a share on a day; an at-most share already holds its add-ons."""
    if rule is None or isinstance(rule, AtMost):
        return ()
    return tuple(extra for extra in rule.add_ons if concerns(extra, variant) and extra.holds_on(day))
