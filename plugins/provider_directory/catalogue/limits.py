"""A month's bill, and how much of it a voucher covers where so many units are granted or at most an amount is paid."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ..model import Cents, Unit
from ..records.schema.value_rules import KnownValue, Limited, MonthLimited, ShareRule, ValueRule
from .cents import half_up
from .outcome import Outcome
from .situation import Situation


def covered_units(rule: KnownValue, units: Decimal) -> Decimal:
    """The units of a month that the voucher pays for."""
    return units if rule.units_at_most is None else min(units, Decimal(rule.units_at_most))


def limited(rule: ValueRule, made: Outcome, price: Cents | None, situation: Situation | None) -> Outcome:
    """A value with what it covers of a month, where more than that is used; of a unit no more counts than it costs."""
    units = situation.units_of(rule.unit) if situation else None
    if units is None or not isinstance(rule, KnownValue):
        return made
    covered = covered_units(rule, units)
    if covered < units:
        made = replace(made, covered=covered)
    most = rule.month_at_most if isinstance(rule, Limited) else None
    if most is None or made.exact is None:
        return made
    each = made.exact if price is None else min(made.exact, price)
    return made if times(each, covered) <= most else replace(made, month=most)


def shared(made: Outcome, price: Cents | None, value: Outcome) -> Outcome:
    """A share of one unit with what further units cost, which the voucher does not cover; a month's holds them."""
    if value.covered is None or made.month is not None:
        return replace(made, covered=None)
    return replace(made, covered=value.covered, full=price)


def at_most_monthly(
    rule: ShareRule | None, made: Outcome, price: Cents | None, value: Outcome, situation: Situation | None
) -> Outcome:
    """A share whose month comes to no more than the rule's limit, apart from what the voucher does not cover."""
    most = rule.month_at_most if isinstance(rule, MonthLimited) else None
    units = situation.units_of(value.unit or made.unit) if situation else None
    if most is None or units is None or made.exact is None or (made.covered is not None and price is None):
        return made
    past = past_bill(price, value, situation)
    own = made.month - past if made.month is not None else times(made.exact, made.covered or units)
    return made if own <= most else replace(made, month=most + past, covered=None, full=None)


def month_at(each: Cents, price: Cents, units: Decimal, covered: Decimal | None) -> Cents:
    """A month of so many units, of which those not covered cost their whole price."""
    if covered is None:
        return times(each, units)
    return times(each, covered) + times(price, units - covered)


def times(cents: Cents, units: Decimal) -> Cents:
    """So many units at an amount, in whole cents."""
    return half_up(cents * Fraction(units))


def past_bill(price: Cents | None, value: Outcome, situation: Situation | None) -> Cents:
    """What the units that the voucher does not cover cost in a month, where that is known."""
    units = situation.units_of(value.unit) if situation else None
    return 0 if price is None or units is None or value.covered is None else times(price, units - value.covered)


def by_month(rule: ShareRule, value: Outcome) -> bool:
    """Whether a share is told by the month, the value by something shorter."""
    return rule.unit is Unit.MONTH and value.unit not in (None, Unit.MONTH)


def bill_of(price: Cents | None, value: Outcome, situation: Situation | None) -> Cents | None:
    """What the provider charges for the month, where price and use are known."""
    units = situation.units_of(value.unit) if situation else None
    return None if price is None or units is None else times(price, units)
