"""
What a voucher is worth and what the client pays, in integer cents.

Income-dependent rules answer 'depends on income' until the person's income is known; a rule that cannot be computed
here answers with its reason. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from ..model import Cents
from ..records.schema.base import Localised
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


class Confidence(StrEnum):
    """How much an amount can be relied on."""

    EXACT = "exact"
    AT_MOST = "at_most"
    RANGE = "range"
    INCOME = "income"
    """Depends on the person's income; the ends, where known, are the least and the most."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An amount for one unit, or why there is none."""

    confidence: Confidence
    low: Cents | None = None
    high: Cents | None = None
    reason: Localised | None = None

    @property
    def exact(self) -> Cents | None:
        """The amount, when there is exactly one."""
        return self.low if self.confidence is Confidence.EXACT else None


def exactly(cents: Cents) -> Outcome:
    """One amount, known."""
    return Outcome(confidence=Confidence.EXACT, low=cents, high=cents)


def half_up(amount: Decimal) -> Cents:
    """Cents from a fraction of a cent, halves upwards."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


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


def value_of(rule: ValueRule, price: Cents | None) -> Outcome:
    """What the organiser pays for one unit at a provider's price."""
    match rule:
        case Fixed():
            return exactly(rule.amount)
        case PriceCapped():
            return capped(rule.maximum, price)
        case Range():
            return Outcome(confidence=Confidence.RANGE, low=rule.minimum, high=rule.maximum)
        case CoefficientRule():
            return exactly(half_up(rule.base * rule.coefficient))
        case IncomeBands():
            amounts = [band.amount for table in rule.households for band in table.bands]
            return Outcome(confidence=Confidence.INCOME, low=0, high=max(amounts, default=0))
        case IncomeReduction():
            return Outcome(confidence=Confidence.INCOME, low=rule.minimum, high=rule.maximum)
        case IncomeShare():
            most = (
                rule.base_price if price is None or rule.base_price_is_maximum == "no" else min(price, rule.base_price)
            )
            return Outcome(confidence=Confidence.INCOME, low=0, high=most)
        case Unknown():
            most_known = rule.maximum if price is None or rule.maximum is None else min(price, rule.maximum)
            return Outcome(confidence=Confidence.UNKNOWN, high=most_known, reason=rule.reason)
    raise TypeError(f"no value for {type(rule).__name__}")


def capped(maximum: Cents | None, price: Cents | None) -> Outcome:
    """The provider's price, at most a maximum."""
    if price is None:
        return Outcome(confidence=Confidence.AT_MOST, high=maximum)
    return exactly(price if maximum is None else min(price, maximum))


def share_of(rule: ShareRule | None, price: Cents | None, value: Outcome, variant: str | None, day: date) -> Outcome:
    """What the client pays for one unit, add-ons apart.

    Without a rule the share is what the voucher does not cover (Act 569/2009, 3 §).
    """
    match rule:
        case FixedShare():
            return exactly(rule.amount)
        case AtMost():
            return at_most(rule, price, value, variant, day)
        case Formula() if value.confidence is Confidence.EXACT:
            return Outcome(confidence=Confidence.INCOME, high=price)
        case UnknownShare():
            return Outcome(confidence=Confidence.UNKNOWN, reason=rule.reason)
        case None:
            return difference(price, value)
    return difference(price, value)


def difference(price: Cents | None, value: Outcome) -> Outcome:
    """Price less value, never below nothing."""
    if price is None or value.confidence in (Confidence.UNKNOWN, Confidence.AT_MOST):
        return Outcome(confidence=Confidence.UNKNOWN, reason=value.reason)
    least = max(0, price - (value.high or 0))
    most = max(0, price - (value.low or 0))
    return Outcome(confidence=value.confidence, low=least, high=most)


def at_most(rule: AtMost, price: Cents | None, value: Outcome, variant: str | None, day: date) -> Outcome:
    """Price less value, which the provider may not take above the maximum and what may be charged on top that day."""
    extras = (extra for extra in rule.add_ons if concerns(extra, variant) and extra.holds_on(day))
    ceiling = rule.amount + sum(extra.amount * extra.count for extra in extras)
    rest = difference(price, value)
    if rest.confidence is Confidence.EXACT and rest.low is not None:
        return exactly(min(rest.low, ceiling))
    return Outcome(confidence=Confidence.AT_MOST, high=ceiling)
