"""How a voucher's value has changed, as a step plot with the same facts in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from ..catalogue.pricing import value_of
from ..model import Cents, Unit
from ..records.schema.value_rules import (
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
    ValueRule,
)
from ..records.schema.voucher import Voucher
from .amounts import share_words, value_words
from .edition import Edition
from .values import subject_name, subjects

R = TypeVar("R", ValueRule, ShareRule)

LAST_LEVEL = Fraction(1, 6)
"""How much of the width the last level gets, so that one sees it go on."""

TOP, BOTTOM = 15, 85


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One change of the value."""

    x: str
    y: str
    date: str
    value: str
    coming: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPlot:
    """The arguments of the plot-step component."""

    words: str
    path: str
    marks: tuple[Mark, ...]
    coming: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[R]):
    """A level of the value, and where it begins in the drawing."""

    rule: R
    starts: date
    x: Fraction
    y: Fraction


def histories(edition: Edition, voucher: Voucher) -> Iterator[StepPlot]:
    """A plot for each variant whose value has changed at least once on a known day."""
    for variant, steps in changes(voucher, voucher.values):
        title = edition.wording.count(
            "{name}: the value has {number} level",
            "{name}: the value has {number} levels",
            len(steps),
            name=subject_name(edition, voucher, variant),
        )
        yield plot(edition, title, steps, [value_words(edition, step.rule) for step in steps])


def share_histories(edition: Edition, voucher: Voucher) -> Iterator[StepPlot]:
    """The same of what the client pays."""
    for variant, steps in changes(voucher, voucher.client_shares):
        title = edition.wording.count(
            "{name}: what you pay has {number} level",
            "{name}: what you pay has {number} levels",
            len(steps),
            name=subject_name(edition, voucher, variant),
        )
        yield plot(edition, title, steps, [share_words(edition, step.rule, None) for step in steps])


def changes(voucher: Voucher, rules: Sequence[R]) -> Iterator[tuple[str | None, list[Step[R]]]]:
    """The levels of each variant and unit that has more than one; different units are never drawn together."""
    for variant in subjects(voucher, rules):
        by_unit: dict[Unit | None, list[R]] = {}
        for rule in rules:
            own = variant in rule.variants if variant else not rule.variants
            if own and level(rule) is not None:
                by_unit.setdefault(rule.unit, []).append(rule)
        yield from ((variant, steps) for found in by_unit.values() if (steps := steps_of(found)))


def level(rule: ValueRule | ShareRule) -> Cents | None:
    """The amount a rule is drawn at: of one that depends on income the most; nothing where none is known."""
    match rule:
        case FixedShare() | AtMost():
            return rule.amount
        case Formula():
            return rule.share_at_most
        case PriceCapped() | Unknown():
            return rule.maximum
        case IncomeShare():
            return rule.base_price
        case Fixed() | CoefficientRule() | Range() | IncomeReduction() | IncomeBands():
            return value_of(rule, None).high
    return None


def steps_of(rules: Sequence[R]) -> list[Step[R]]:
    """Levels in order of time, placed between the first day and a little after the last.

    Where nobody knows when the first level began, it gets as much room as the last.
    """
    ordered = sorted(rules, key=lambda rule: rule.starts or date.min)
    days: list[Fraction] = [Fraction(rule.starts.toordinal()) for rule in ordered if rule.starts]
    if len(days) < len(ordered) - 1 or len(ordered) < 2:
        return []
    spare = max(Fraction(1), days[-1] - days[0]) * LAST_LEVEL / (1 - LAST_LEVEL)
    open_start = len(days) < len(ordered)
    first = days[0] - spare if open_start else days[0]
    width = days[-1] + spare - first
    levels = [level(rule) or 0 for rule in ordered]
    low, high = min(levels), max(levels)
    return [
        Step(
            rule=rule,
            starts=rule.starts or date.min,
            x=(day - first) / width * 100,
            y=BOTTOM - Fraction((cents - low) * (BOTTOM - TOP), max(1, high - low)),
        )
        for rule, day, cents in zip(ordered, [first, *days] if open_start else days, levels, strict=True)
    ]


def plot(edition: Edition, title: str, steps: Sequence[Step[R]], values: Sequence[str]) -> StepPlot:
    """The drawing: a solid line up to what is coming, a broken one from there; values are the levels in words."""
    day = edition.catalogue.as_of
    past = [step for step in steps if step.starts <= day] or steps[:1]
    coming = steps[len(past) :]
    return StepPlot(
        words=title,
        path=line(past, coming[0].x if coming else Fraction(100)),
        coming=f"M{short(coming[0].x)} {short(past[-1].y)}V{short(coming[0].y)}{line(coming, Fraction(100), joined=True)}"
        if coming
        else None,
        marks=tuple(mark(edition, step, value, step in coming) for step, value in zip(steps, values, strict=True)),
    )


def line(steps: Sequence[Step[R]], end: Fraction, *, joined: bool = False) -> str:
    """Level by level, as an SVG path up to an end."""
    moves = "" if joined else f"M{short(steps[0].x)} {short(steps[0].y)}"
    for step in steps[1:]:
        moves += f"H{short(step.x)}V{short(step.y)}"
    return f"{moves}H{short(end)}"


def mark(edition: Edition, step: Step[R], value: str, coming: bool) -> Mark:
    """A change with its day and the new value."""
    when = edition.wording.period(step.rule.starts, step.rule.until)
    return Mark(x=short(step.x), y=short(step.y), date=when, value=value, coming=coming)


def short(number: Fraction) -> str:
    """A position with at most one decimal."""
    return f"{float(round(number, 1)):g}"
