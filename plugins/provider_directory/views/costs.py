"""Costs outside the voucher: rent, meals, and what they come to in a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Cents, Unit
from ..records.schema.provider import Cost
from .edition import Edition
from .facts import Fact

TIMES_A_MONTH = {Unit.MONTH: 1, Unit.DAY: 30, Unit.FULL_DAY: 30}
"""A month is counted as 30 days; what is paid by the hour or the visit has no month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsView:
    """What one pays besides, each cost by its name."""

    items: tuple[Fact, ...]
    total: str | None
    """What they come to in a month, where every one of them is known; nothing else is a guess."""


def costs_view(edition: Edition, costs: Iterable[Cost]) -> CostsView | None:
    """The costs that hold on the day, or are to come; nothing where there are none."""
    day = edition.catalogue.as_of
    lasting = [cost for cost in costs if not (cost.until and cost.until < day)]
    if not lasting:
        return None
    total = monthly([cost for cost in lasting if cost.holds_on(day)])
    words = (
        edition.wording.say("Together {amount} a month, when a month has 30 days.", amount=edition.wording.money(total))
        if total and len(lasting) > 1
        else None
    )
    return CostsView(items=tuple(fact(edition, cost) for cost in lasting), total=words)


def fact(edition: Edition, cost: Cost) -> Fact:
    """One cost with its amount, or that it is not told."""
    starts = cost.starts if cost.starts and cost.starts > edition.catalogue.as_of else None
    words = amount_words(edition, cost)
    period = edition.wording.period(starts, cost.until)
    return Fact(label=edition.wording.read(cost.name), text=f"{words}, {period}" if period else words)


def amount_words(edition: Edition, cost: Cost) -> str:
    """'640,00 €/kuukausi', or that the provider has not told it."""
    if cost.price is None:
        return edition.wording.say("not told; ask the provider")
    return edition.wording.per(cost.price, cost.unit)


def monthly(costs: Sequence[Cost]) -> Cents | None:
    """What costs come to in a month; nothing when one of them is unknown or is not paid by time."""
    sums = [
        cost.price * TIMES_A_MONTH[cost.unit] for cost in costs if cost.price is not None and cost.unit in TIMES_A_MONTH
    ]
    return sum(sums) if len(sums) == len(costs) else None
