"""What a rule's source lets a person take off the income."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Cents
from ..records.schema.income_tables import ByIncome, Deduction
from .cents import half_up, percent_of


def deductions_of(rule: ByIncome, entries: Sequence[Cents | None]) -> Cents:
    """What a month's entries, in the order of the rule's deductions, take off together: Situation.deductions."""
    return sum(counted(deduction, entry or 0) for deduction, entry in zip(rule.deducts, entries, strict=False))


def counted(deduction: Deduction, entry: Cents) -> Cents:
    """How much of one entry counts: what is above an amount, a percentage of it, at most a maximum."""
    above = max(0, entry - (deduction.above or 0))
    part = above if deduction.percent is None else half_up(percent_of(above, deduction.percent))
    return part if deduction.at_most is None else min(part, deduction.at_most)
