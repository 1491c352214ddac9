"""Rounding to whole cents and to steps of cents; amounts between are exact fractions, never floats."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from ..model import Cents

HALF = Fraction(1, 2)


def percent_of(amount: Cents, percent: Decimal) -> Fraction:
    """A percentage of an amount, exact."""
    return Fraction(amount * Fraction(percent), 100)


def half_up(amount: Decimal | Fraction) -> Cents:
    """Cents from a fraction of a cent, halves upwards."""
    return nearest(amount, 1)


def nearest(amount: Decimal | Fraction, step: Cents) -> Cents:
    """The nearest multiple of a step, halves upwards."""
    return floor(Fraction(Fraction(amount), step) + HALF) * step


def up_to(amount: Decimal | Fraction, step: Cents) -> Cents:
    """The next multiple of a step upwards: how a voucher's value is rounded in the client's favour (STM)."""
    return ceil(Fraction(Fraction(amount), step)) * step


def down_to(amount: Decimal | Fraction, step: Cents) -> Cents:
    """The next multiple of a step downwards: how what a client pays is rounded in the client's favour."""
    return floor(Fraction(Fraction(amount), step)) * step
