"""
Vouchers that pay what is left of a month's bill after the client's share by income.

The share is one sum for the month, however many time bands the month's hours lie in; the value is never negative and
never more than the bill.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ..model import Cents, Unit
from ..records.schema.value_rules import IncomeShare
from .cents import half_up
from .income import between, month_share, needs
from .limits import covered_units
from .outcome import Confidence, Outcome, Why, nothing
from .situation import Situation
from .steps import Part, Step, money, number, sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How much of one time band or variant is used in a month, at which price."""

    rule: IncomeShare
    units: Decimal
    price: Cents | None = None

    @property
    def base(self) -> Cents:
        """The price the organiser accounts for one unit."""
        if self.price is None or self.rule.base_price_is_maximum == "no":
            return self.rule.base_price
        return min(self.price, self.rule.base_price)


def rest(rule: IncomeShare, price: Cents | None, situation: Situation | None) -> Outcome:
    """The voucher's value for one unit when only one variant is used; the month's value is exact."""
    most = Use(rule=rule, units=Decimal(1), price=price).base
    least = min(rule.minimum or 0, most)
    if situation is None:
        return Outcome(confidence=Confidence.INCOME, low=least, high=most, unit=rule.unit)
    if situation.uses_nothing(rule.unit):
        return nothing()
    used = situation.units_of(rule.unit)
    units = covered_units(rule, used) if used is not None else None
    share = month_share(rule, situation, rule.unit)
    if share.exact is not None and not units:
        return needs(Why.NEEDS_UNITS, least, most, rule.unit)
    if share.exact is None or not units:
        return replace(share, low=least, high=most, unit=rule.unit)
    return of_one_unit(rest_of_month([Use(rule=rule, units=units, price=price)], situation), rule.unit, units)


def rest_of_month(uses: Sequence[Use], situation: Situation) -> Outcome:
    """What the vouchers of one share pay of a month with several time bands together."""
    rule = uses[0].rule
    share = month_share(rule, replace(situation, units=sum((use.units for use in uses), Decimal(0))), rule.unit)
    if share.low is None or share.exact is None:
        return share
    whole = half_up(sum((Fraction(use.units) * use.base for use in uses), Fraction(0)))
    parts = [part for use in uses for part in (sign("+"), *times(use.base, use.units, "base price"))][1:]
    made = share.then(
        Step(parts=(*parts, sign("−"), money(share.low, "share")), result=whole - share.low, unit=Unit.MONTH)
    )
    least = half_up(sum((Fraction(use.units) * (use.rule.minimum or 0) for use in uses), Fraction(0)))
    made = between(made, least, None)
    made = between(made, None, bill_of(uses))
    return replace(made, month=made.low)


def bill_of(uses: Sequence[Use]) -> Cents | None:
    """What the provider charges for the month; nothing where a price is not known."""
    if any(use.price is None for use in uses):
        return None
    return half_up(sum((Fraction(use.units) * (use.price or 0) for use in uses), Fraction(0)))


def times(cents: Cents, units: Decimal, role: str) -> tuple[Part, ...]:
    """'64.00 × 30', or '1250.00' of one month."""
    return (money(cents, role),) if units == 1 else (money(cents, role), sign("×"), number(units, "units"))


def of_one_unit(month: Outcome, unit: Unit | None, units: Decimal) -> Outcome:
    """The part of a month's amount that falls on one unit."""
    amount = month.month if month.month is not None else month.low or 0
    whole = replace(month, month=amount, unit=unit)
    if unit is Unit.MONTH and units == 1:
        return whole
    step = Step(
        parts=(money(amount, "month"), sign("÷"), number(units, "units")),
        result=half_up(Fraction(Fraction(amount), Fraction(units))),
        unit=unit,
    )
    return whole.then(step)
