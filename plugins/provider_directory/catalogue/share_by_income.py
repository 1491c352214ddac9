"""What the client pays by income: a percentage of the month's income, or the amount of an income band."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ..model import Cents, Unit
from ..records.schema.value_rules import BandShare, Formula
from .bands import above_all, band_of, highest, in_band, lowest, not_found
from .income import between, month_share, needs
from .income_share import of_one_unit
from .limits import bill_of, by_month, times
from .outcome import Confidence, Outcome, Why, exactly
from .situation import Situation
from .steps import Part, Step, money, sign


def formula(rule: Formula, price: Cents | None, value: Outcome, situation: Situation) -> Outcome:
    """A percentage of the month's income, and what the price has above the voucher; never more than the bill."""
    made = month_share(rule, situation, value.unit or rule.unit)
    if made.exact is None:
        return made
    units = situation.units_of(value.unit)
    if price is not None and units:
        made = within_bill(made, times(price, units), value, units)
    if rule.unit in (None, Unit.MONTH):
        return replace(made, month=made.low, unit=Unit.MONTH)
    units = situation.units_of(rule.unit)
    if not units:
        return needs(Why.NEEDS_UNITS, 0, price, rule.unit)
    # A month's bill in whole cents may be a hair above its hours' prices.
    return between(of_one_unit(made, rule.unit, units), None, price if rule.unit is value.unit else None)


def within_bill(made: Outcome, bill: Cents, value: Outcome, units: Decimal) -> Outcome:
    """A month's share, raised to what the voucher leaves uncovered (Act 569/2009, 3 §) and lowered to the bill."""
    covered = value.covered if value.covered is not None else units
    paid = value.month if value.month is not None or value.exact is None else times(value.exact, covered)
    return within(made, money(bill, "bill"), bill, paid)


def within(made: Outcome, part: Part, whole: Cents, paid: Cents | None) -> Outcome:
    """A share raised to what is left of a price or bill, and lowered to all of it."""
    if paid is not None and whole - paid > (made.low or 0):
        parts = (part, sign("−"), money(paid, "value"))
        made = made.then(Step(parts=parts, result=whole - paid, unit=made.unit))
    return between(made, None, whole)


def banded_share(rule: BandShare, price: Cents | None, value: Outcome, situation: Situation | None) -> Outcome:
    """What a table of income bands says, and what the price has above the voucher; above the last band the price."""
    units = situation.units_of(value.unit) if situation else None
    monthly = by_month(rule, value)
    whole = bill_of(price, value, situation) if monthly else price
    ends = share_ends(rule, whole, value)
    found = band_of(rule, situation) if situation else None
    if found is None:
        return ends
    if isinstance(found, Why):
        return not_found(found, ends)
    if found.band is None:
        return all_of(whole, ends.unit, found.parts, monthly)
    made = in_band(rule, found.band, found.parts, whole, ends.unit)
    if made.exact is None:
        return replace(made, why=Why.NEEDS_UNITS) if monthly and price is not None else made
    if monthly and whole is not None and units is not None:
        made = within_bill(made, whole, value, units)
    elif not monthly and price is not None:
        made = within(made, money(price, "price"), price, value.exact)
    return replace(made, month=made.low) if monthly else made


def share_ends(rule: BandShare, whole: Cents | None, value: Outcome) -> Outcome:
    """Between which ends a table's share lies; a high income without a band pays the whole price."""
    unit = rule.unit or value.unit
    least, known = lowest(rule, whole), highest(rule, whole) if above_all(rule) else whole
    if whole is None:
        return Outcome(confidence=Confidence.INCOME, low=least, high=known, unit=unit)
    left = whole if value.exact is None or unit is not value.unit else max(0, whole - value.exact)
    most = whole if known is None else min(whole, max(known, left))
    return Outcome(confidence=Confidence.INCOME, low=min(whole, least), high=most, unit=unit)


def all_of(whole: Cents | None, unit: Unit | None, why: tuple[Part, ...], monthly: bool) -> Outcome:
    """The whole price or bill, because there is no voucher with this income."""
    if whole is None:
        return Outcome(confidence=Confidence.UNKNOWN, why=Why.NO_VOUCHER, unit=unit)
    step = Step(parts=why, relation="→", result=whole, unit=unit)
    return replace(exactly(whole, unit, step), why=Why.NO_VOUCHER, month=whole if monthly else None)
