"""How a voucher's value has changed, as a step plot with the same facts in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..model import Cents
from ..records.schema.value_rules import Fixed, PriceCapped, ValueRule
from ..records.schema.voucher import Voucher
from .amounts import value_words
from .edition import Edition
from .values import subject_name, subjects

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
class Step:
    """A level of the value, and where it begins in the drawing."""

    rule: ValueRule
    starts: date
    x: Fraction
    y: Fraction


def histories(edition: Edition, voucher: Voucher) -> Iterator[StepPlot]:
    """A plot for each variant whose value has changed at least once on a known day."""
    for variant in subjects(voucher, voucher.values):
        own = [rule for rule in voucher.values if (variant in rule.variants if variant else not rule.variants)]
        steps = steps_of([rule for rule in own if rule.starts and level(rule) is not None])
        if len(steps) > 1:
            yield plot(edition, subject_name(edition, voucher, variant), steps)


def level(rule: ValueRule) -> Cents | None:
    """The amount a rule is drawn at; nothing for rules that are not one amount."""
    match rule:
        case Fixed():
            return rule.amount
        case PriceCapped():
            return rule.maximum
    return None


def steps_of(rules: Sequence[ValueRule]) -> list[Step]:
    """Levels in order of time, placed between the first day and a little after the last."""
    ordered = sorted(rules, key=lambda rule: rule.starts or date.min)
    if len(ordered) < 2:
        return []
    days = [(rule.starts or date.min).toordinal() for rule in ordered]
    levels = [level(rule) or 0 for rule in ordered]
    low, high = min(levels), max(levels)
    width = Fraction(max(1, days[-1] - days[0])) / (1 - LAST_LEVEL)
    return [
        Step(
            rule=rule,
            starts=rule.starts or date.min,
            x=(day - days[0]) / width * 100,
            y=BOTTOM - Fraction((cents - low) * (BOTTOM - TOP), max(1, high - low)),
        )
        for rule, day, cents in zip(ordered, days, levels, strict=True)
    ]


def plot(edition: Edition, name: str, steps: Sequence[Step]) -> StepPlot:
    """The drawing: a solid line up to what is coming, a broken one from there."""
    day = edition.catalogue.as_of
    past = [step for step in steps if step.starts <= day] or steps[:1]
    coming = steps[len(past) :]
    return StepPlot(
        words=edition.wording.count(
            "{name}: the value has {number} level", "{name}: the value has {number} levels", len(steps), name=name
        ),
        path=line(past, coming[0].x if coming else Fraction(100)),
        coming=f"M{short(coming[0].x)} {short(past[-1].y)}V{short(coming[0].y)}{line(coming, Fraction(100), joined=True)}"
        if coming
        else None,
        marks=tuple(mark(edition, step, step in coming) for step in steps),
    )


def line(steps: Sequence[Step], end: Fraction, *, joined: bool = False) -> str:
    """Level by level, as an SVG path up to an end."""
    moves = "" if joined else f"M{short(steps[0].x)} {short(steps[0].y)}"
    for step in steps[1:]:
        moves += f"H{short(step.x)}V{short(step.y)}"
    return f"{moves}H{short(end)}"


def mark(edition: Edition, step: Step, coming: bool) -> Mark:
    """A change with its day and the new value."""
    date_words = edition.wording.period(step.starts, step.rule.until)
    return Mark(x=short(step.x), y=short(step.y), date=date_words, value=value_words(edition, step.rule), coming=coming)


def short(number: Fraction) -> str:
    """A position with at most one decimal."""
    return f"{float(round(number, 1)):g}"
