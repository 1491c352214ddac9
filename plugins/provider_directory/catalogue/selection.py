"""Which rule speaks of a variant on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from ..records.schema.value_rules import AddOn, ShareRule, ValueRule

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
