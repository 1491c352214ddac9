"""From what one unit costs to what a month costs, with pen and paper, where a month may be covered in part only."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Unit
from ..records.schema.value_rules import (
    AtMost,
    BandShare,
    Difference,
    FixedShare,
    Formula,
    KnownValue,
    Limited,
    MonthLimited,
    ShareRule,
    ValueRule,
)
from .edition import Edition


def month_steps(edition: Edition, share: ShareRule | None, value: ValueRule | None, unit: Unit | None) -> Iterator[str]:
    """What a month comes to; unit is that of the amount which the steps before have come to."""
    if isinstance(share, Formula) or (isinstance(share, BandShare) and unit is Unit.MONTH):
        yield from rest_of_bill(edition, value)
        yield from month_most(edition, share)
        return
    if unit is not Unit.MONTH and not for_nothing(share, value):
        yield from multiplied(edition, value, unit)
    if paid_monthly(share, value):
        yield from month_most(edition, share)
        yield from past(edition, value)
        return
    capped = isinstance(share, Difference | AtMost | None) and month_limit(value) is not None
    if not capped:
        yield from month_most(edition, share)
    yield from past(edition, value)
    if capped:
        yield from voucher_most(edition, value)
        yield from month_most(edition, share)


def paid_monthly(share: ShareRule | None, value: ValueRule | None) -> bool:
    """Whether a share is told by the month, the voucher's value by something shorter."""
    used = value.unit if value else None
    return share is not None and share.unit is Unit.MONTH and used not in (None, Unit.MONTH)


def for_nothing(share: ShareRule | None, value: ValueRule | None) -> bool:
    """Whether what the voucher covers costs nothing, whatever the price."""
    free = isinstance(share, FixedShare | AtMost) and not share.amount and not share.add_ons
    return free and (isinstance(share, FixedShare) or month_limit(value) is None)


def units_limit(value: ValueRule | None) -> int | None:
    """How many units of a month the voucher covers."""
    return value.units_at_most if isinstance(value, KnownValue) else None


def month_limit(value: ValueRule | None) -> int | None:
    """Cents that the voucher pays in a month at most."""
    return value.month_at_most if isinstance(value, Limited) else None


def multiplied(edition: Edition, value: ValueRule | None, unit: Unit | None) -> Iterator[str]:
    """One unit's amount as often as the voucher covers it."""
    say, covered = edition.wording.say, units_limit(value)
    if covered is not None:
        number = edition.wording.number(covered)
        yield say("Multiply it by how much you use in a month, but by at most {number}.", number=number)
    elif unit is Unit.FULL_DAY:
        yield say("Multiply it by the days and nights you use it in a month; a whole month is counted as 30.")
    elif unit is not None:
        yield say("Multiply it by how much you use in a month, and you know what a month costs you.")


def past(edition: Edition, value: ValueRule | None) -> Iterator[str]:
    """What the voucher does not cover of the month's use."""
    covered = units_limit(value)
    if covered is not None:
        yield edition.wording.say(
            "What you use in a month past {number} costs the provider's full price: add it.",
            number=edition.wording.number(covered),
        )


def voucher_most(edition: Edition, value: ValueRule | None) -> Iterator[str]:
    """That the voucher pays no more than an amount of a month's bill."""
    most = month_limit(value)
    if most is not None:
        yield edition.wording.say(
            "But the voucher pays at most {amount} in a month. If its value for the whole month is more than that, "
            "take {amount} off the month's whole bill instead: what is left is what you pay in a month.",
            amount=edition.wording.money(most),
        )


def rest_of_bill(edition: Edition, value: ValueRule | None) -> Iterator[str]:
    """What a share by income does not tell: that a voucher which covers a part of a month may leave more."""
    if units_limit(value) is not None or month_limit(value) is not None:
        yield edition.wording.say(
            "Take what the voucher pays at most in a month off the month's whole bill. If more is left than the share "
            "by your income, you pay what is left."
        )


def month_most(edition: Edition, share: ShareRule | None) -> Iterator[str]:
    """The most a client pays in a month."""
    if isinstance(share, MonthLimited) and share.month_at_most is not None:
        most = edition.wording.money(share.month_at_most)
        yield edition.wording.say("In a month you pay at most {amount}.", amount=most)
