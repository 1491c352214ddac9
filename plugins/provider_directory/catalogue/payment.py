"""What a provider's price comes to: the voucher's part and the client's, on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ..model import Cents, Unit
from ..records.schema.provider import Price, Vat
from ..records.schema.voucher import Voucher
from .cents import half_up, percent_of
from .income import between
from .limits import times
from .outcome import Confidence, Outcome, Why
from .pricing import value_of
from .selection import in_force
from .share import share_of
from .situation import Situation
from .steps import Step, money, number, sign


def voucher_pays(
    voucher: Voucher, variant: str | None, price: Price | None, day: date
) -> tuple[Outcome | None, Outcome]:
    """What the voucher pays of a price and what the client pays, on a day."""
    rule = in_force(voucher.values, variant, day)
    same_unit = price is None or rule is None or rule.unit in (None, price.unit)
    cents = charged(price) if price and same_unit else None
    value = value_of(rule, cents) if rule else None
    unknown = Outcome(confidence=Confidence.UNKNOWN)
    share = share_of(in_force(voucher.client_shares, variant, day), cents, value or unknown, variant, day)
    if share.why is Why.NEEDS_PRICE and not same_unit:
        share = replace(share, why=Why.OTHER_UNIT)
    return value and voucher_part(value, share, cents), share


def voucher_part(value: Outcome, share: Outcome, price: Cents | None, situation: Situation | None = None) -> Outcome:
    """What the voucher pays: its value, but no more than the price has above the client's share.

    Where the share is told by the month, so is this. Without a price it is the value itself.
    """
    if price is None or value.high is None or share.confidence is Confidence.AT_MOST:
        # A share that has a ceiling never takes anything from the value.
        return value
    if share.confidence is Confidence.UNKNOWN:
        told = share.why is None or value.confidence is Confidence.UNKNOWN
        return value if told else Outcome(confidence=Confidence.UNKNOWN, why=share.why, unit=value.unit)
    if share.unit is Unit.MONTH and value.unit not in (None, Unit.MONTH):
        return part_of_month(value, share, price, situation)
    return part(value, share, price, "price") if share.unit in (None, value.unit) else value


def part(value: Outcome, share: Outcome, whole: Cents, role: str, *before: Step) -> Outcome:
    """What the voucher pays of a price, or of a month's bill, in the share's unit."""
    assert value.high is not None
    most = max(0, whole - (share.low or 0))
    if value.exact is not None and share.exact is not None:
        if value.exact <= most:
            return value
        parts = (money(whole, role), sign("−"), money(share.exact, "client share"))
        step = Step(parts=parts, result=most, unit=value.unit)
        return replace(value, low=most, high=most, why=share.why, month=None, steps=(*before, step))
    least = 0 if share.high is None else max(0, whole - share.high)
    return replace(
        value,
        confidence=Confidence.INCOME if share.confidence is Confidence.INCOME else value.confidence,
        low=None if value.low is None else min(value.low, least),
        high=min(value.high, most),
        why=share.why or value.why,
        steps=(),
    )


def part_of_month(value: Outcome, share: Outcome, price: Cents, situation: Situation | None) -> Outcome:
    """What the voucher pays of a month's bill; of one unit the most, where nobody told how much is used."""
    units = situation.units_of(value.unit) if situation else None
    if units is not None:
        bill, parts = times(price, units), (money(price, "price"), sign("×"), number(units, "units"))
        step = Step(parts=parts, result=bill, unit=Unit.MONTH)
        return part(worth_of_month(value, units), share, bill, "bill", step)
    high = min(price, price if value.high is None else value.high)
    if Confidence.INCOME in (value.confidence, share.confidence):
        why = share.why or value.why
        return Outcome(confidence=Confidence.INCOME, low=0, high=high, why=why, unit=value.unit)
    missing = Why.NEEDS_UNITS if situation else None
    return Outcome(confidence=Confidence.AT_MOST, high=high, why=missing, unit=value.unit)


def worth_of_month(value: Outcome, units: Decimal) -> Outcome:
    """What a voucher is worth in a month, as far as it covers it."""
    covered = units if value.covered is None else value.covered
    low, high = (None if end is None else times(end, covered) for end in (value.low, value.high))
    month = replace(value, low=low, high=high, unit=Unit.MONTH, covered=None, month=None, steps=())
    if value.exact is None or high is None:
        return month
    divided = len(value.steps) > 1 and value.steps[-2].result == value.month
    if value.month is not None and (high <= value.month or divided):
        # One unit's value is a part of the month's; the step that divided it is of no use here.
        return replace(month, low=value.month, high=value.month, steps=value.steps[:-1])
    parts = (money(value.exact, "value"), sign("×"), number(covered, "units"))
    month = replace(month, steps=(*value.steps, Step(parts=parts, result=high, unit=Unit.MONTH)))
    return between(month, None, value.month)


def charged(price: Price) -> Cents | None:
    """What one unit costs with value added tax; nothing where the tax comes on top at a rate nobody tells."""
    if price.vat is not Vat.EXCLUDED:
        return price.price
    return None if price.vat_rate is None else price.price + half_up(percent_of(price.price, price.vat_rate))
