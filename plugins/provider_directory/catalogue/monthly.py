"""What a month comes to: the client's share for the units used, add-ons, and the costs a provider states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..model import Cents, Unit
from ..records.schema.provider import Cost
from ..records.schema.value_rules import AddOn
from .cents import half_up
from .outcome import Confidence, Outcome
from .situation import Situation

TIMES_A_MONTH = {Unit.MONTH: Decimal(1), Unit.DAY: Decimal(30), Unit.FULL_DAY: Decimal(30)}
"""A month is counted as 30 days; what is paid by the hour or the visit has no month."""

DAILY = (Unit.DAY, Unit.FULL_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """One thing a month's total is made of; an end that is not known is nothing."""

    kind: str
    """share, past (units that the voucher does not cover), add_on or cost."""
    index: int
    """Its place among the add-ons or costs."""
    low: Cents | None
    high: Cents | None
    times: Decimal | None
    """How often it is paid in a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTotal:
    """A month's total, and which parts of it are not known."""

    lines: tuple[MonthLine, ...]

    @property
    def unknown(self) -> tuple[MonthLine, ...]:
        """The lines without an upper end."""
        return tuple(line for line in self.lines if line.high is None)

    @property
    def low(self) -> Cents:
        """What the known parts come to at least."""
        return sum(line.low or 0 for line in self.lines)

    @property
    def high(self) -> Cents | None:
        """What it comes to at most, where every part is known."""
        known = [line.high for line in self.lines if line.high is not None]
        return sum(known) if len(known) == len(self.lines) else None


def costs_of_month(costs: Sequence[Cost], unit: Unit | None) -> tuple[Cost, ...]:
    """Costs as a month of a service counts them; by the day only where the service itself goes on day and night.

    A lunch on days of day activity or a night in shift care is not paid thirty times: how often is nobody's guess.
    """
    return tuple(
        cost.model_copy(update={"price": None}) if cost.unit in DAILY and unit is not Unit.FULL_DAY else cost
        for cost in costs
    )


def month_of(
    share: Outcome,
    situation: Situation,
    extras: Sequence[AddOn] = (),
    costs: Sequence[Cost] = (),
    unit: Unit | None = None,
) -> MonthTotal:
    """A month's total; unit is the service's, where the share itself is told by the month."""
    units = situation.units_of(unit or share.unit)
    days = units if unit is Unit.FULL_DAY else None
    return MonthTotal(
        lines=(
            share_line(share, situation),
            *past_lines(share, situation),
            *(extra_line(number, extra, units) for number, extra in enumerate(extras)),
            *(cost_line(found, days) for found in choices(costs)),
        )
    )


def share_line(share: Outcome, situation: Situation) -> MonthLine:
    """The client's share of the month's units that the voucher covers."""
    units = situation.units_of(share.unit) if share.covered is None else share.covered
    low, high = (share.low, share.high) if share.confidence is not Confidence.UNKNOWN else (None, None)
    if share.month is not None:
        low, high = share.month, share.month
    elif units is None:
        low, high = None, None
    else:
        low, high = multiple(low, units), multiple(high, units)
    return MonthLine(kind="share", index=0, low=low, high=high, times=units)


def past_lines(share: Outcome, situation: Situation) -> tuple[MonthLine, ...]:
    """The units past those that the voucher covers, at their whole price."""
    used = situation.units_of(share.unit)
    if share.covered is None or used is None:
        return ()
    amount = multiple(share.full, used - share.covered)
    return (MonthLine(kind="past", index=0, low=amount, high=amount, times=used - share.covered),)


def multiple(cents: Cents | None, units: Decimal) -> Cents | None:
    """An amount so many times."""
    return None if cents is None else half_up(cents * Fraction(units))


def extra_line(index: int, extra: AddOn, units: Decimal | None) -> MonthLine:
    """An add-on with every unit of the service."""
    times = None if units is None else units * extra.count
    amount = None if times is None else multiple(extra.amount, times)
    return MonthLine(kind="add_on", index=index, low=amount, high=amount, times=times)


def choices(costs: Sequence[Cost]) -> list[list[tuple[int, Cost]]]:
    """Costs with their places; those of which a client pays only one stand together."""
    found: dict[str, list[tuple[int, Cost]]] = {}
    for number, cost in enumerate(costs):
        found.setdefault(cost.one_of.fi if cost.one_of else str(number), []).append((number, cost))
    return list(found.values())


def cost_line(costs: Sequence[tuple[int, Cost]], days: Decimal | None) -> MonthLine:
    """A cost outside the voucher, or from the least to the most of a choice; one without a price or a month is unknown.

    days are those that a person spends in a service which goes on day and night.
    """
    times = {times_of(cost, days) for _, cost in costs}
    amounts = [by_the_month(cost, days) for _, cost in costs]
    known = [amount for amount in amounts if amount is not None]
    whole = len(known) == len(amounts)
    once = times.pop() if len(times) == 1 else None
    return MonthLine(
        kind="cost",
        index=costs[0][0],
        low=min(known) if whole else None,
        high=max(known) if whole else None,
        times=once,
    )


def times_of(cost: Cost, days: Decimal | None) -> Decimal | None:
    """How often a cost is paid in a month."""
    if days is not None and cost.unit in DAILY:
        return days
    return TIMES_A_MONTH.get(cost.unit)


def by_the_month(cost: Cost, days: Decimal | None) -> Cents | None:
    """What a cost comes to in a month, where that can be told."""
    times = times_of(cost, days)
    return None if cost.price is None or times is None else multiple(cost.price, times)
