"""The answer to 'how much': an amount, how far it can be relied on, how it came about, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ..model import Cents, Unit
from ..records.schema.base import Localised
from .steps import Step


class Confidence(StrEnum):
    """How much an amount can be relied on."""

    EXACT = "exact"
    AT_MOST = "at_most"
    RANGE = "range"
    INCOME = "income"
    """Depends on the person's income; the ends, where known, are the least and the most."""
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why an amount is not exact, or is nothing."""

    NEEDS_GROSS = "needs_gross"
    NEEDS_NET = "needs_net"
    NEEDS_UNITS = "needs_units"
    NEEDS_HOURS = "needs_hours"
    NEEDS_PRICE = "needs_price"
    HOUSEHOLD_NOT_IN_TABLE = "household_not_in_table"
    HOURS_NOT_IN_TABLE = "hours_not_in_table"
    NO_VOUCHER = "no_voucher"
    """The income is above the last band."""
    OTHER_UNIT = "other_unit"
    """The price is for another unit than the voucher's value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An amount for one unit, or why there is none."""

    confidence: Confidence
    low: Cents | None = None
    high: Cents | None = None
    reason: Localised | None = None
    ask: str | None = None
    """The contact that knows, a key of the organiser's contacts."""
    why: Why | None = None
    unit: Unit | None = None
    month: Cents | None = None
    """The whole month's amount, where the rule is about the month; the amount of one unit is its part."""
    covered: Decimal | None = None
    """The units of a month that the voucher pays for, where more are used."""
    full: Cents | None = None
    """What each unit past them costs, where the provider's price is known."""
    steps: tuple[Step, ...] = ()

    @property
    def exact(self) -> Cents | None:
        """The amount, when there is exactly one."""
        return self.low if self.confidence is Confidence.EXACT else None

    def then(self, step: Step) -> Outcome:
        """The same, led one step further to another exact amount."""
        return replace(self, low=step.result, high=step.result, steps=(*self.steps, step))


def nothing() -> Outcome:
    """The amount of a month in which nothing is used; of one unit there is none where it is a part of the month's."""
    return replace(exactly(0, Unit.MONTH), month=0)


def exactly(cents: Cents, unit: Unit | None = None, *steps: Step) -> Outcome:
    """One amount, known."""
    return Outcome(confidence=Confidence.EXACT, low=cents, high=cents, unit=unit, steps=steps)
