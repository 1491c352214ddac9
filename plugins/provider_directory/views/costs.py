"""Costs outside the voucher: rent, meals; what they come to in a month is views/month_total.py's."""

from __future__ import annotations

from collections.abc import Iterable

from ..records.schema.provider import Cost
from .edition import Edition
from .facts import Fact

NAMED = 3
"""How many costs are named beside an amount before the rest are other costs."""


def costs_view(edition: Edition, costs: Iterable[Cost]) -> tuple[Fact, ...]:
    """The costs that hold on the day, or are to come, each by its name."""
    day = edition.catalogue.as_of
    return tuple(fact(edition, cost) for cost in costs if not (cost.until and cost.until < day))


def fact(edition: Edition, cost: Cost) -> Fact:
    """One cost with its amount, or that it is not told."""
    starts = cost.starts if cost.starts and cost.starts > edition.catalogue.as_of else None
    words = amount_words(edition, cost)
    period = edition.wording.period(starts, cost.until)
    return Fact(label=edition.wording.read(cost.name), text=f"{words}, {period}" if period else words)


def cost_name(edition: Edition, cost: Cost) -> str:
    """What a cost is; of a choice, what all of them are."""
    return edition.wording.read(cost.one_of or cost.name)


def lower(edition: Edition, cost: Cost) -> str:
    """A cost's name inside a sentence."""
    name = cost_name(edition, cost)
    return name[:1].lower() + name[1:]


def costs_besides(edition: Edition, costs: Iterable[Cost]) -> str:
    """'lisäksi vuokra ja ateriat', for an amount that must not be taken for all one pays; nothing where there are none."""
    names = list(dict.fromkeys(lower(edition, cost) for cost in costs))
    rest = [edition.wording.say("other costs")] if len(names) > NAMED else []
    listed = edition.wording.join([*names[:NAMED], *rest])
    return edition.wording.say("plus {costs}", costs=listed) if names else ""


def amount_words(edition: Edition, cost: Cost) -> str:
    """'640,00 €/kuukausi', or that the provider has not told it."""
    if cost.price is None:
        return edition.wording.say("not told; ask the provider")
    return edition.wording.per(cost.price, cost.unit)
