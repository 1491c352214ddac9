"""A month of a listing: what it comes to as far as that is the same for everybody, and room for one person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..catalogue.monthly import MonthLine, MonthTotal, costs_of_month, month_of
from ..catalogue.offers import Kind, Offer, charged
from ..catalogue.pricing import Confidence, Outcome, Situation, exactly
from ..model import Cents, Unit
from ..records.schema.provider import Cost
from .amounts import at_most_words
from .changes import terms
from .costs import amount_words, cost_name, lower
from .edition import Edition
from .offer_data import apart_from, costs_on, month_text
from .paying import extras


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthItem:
    """One line of a month: what it is, how it is counted, what it comes to."""

    label: str
    how: str | None
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRoom:
    """Room for a month of one offer for one person."""

    name: str
    offer: str
    """The offer as data, its costs included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """The arguments of the month-total component."""

    words: str | None
    """What is known of a month where the whole of it hangs on the person."""
    items: tuple[MonthItem, ...]
    total: str | None
    missing: str | None
    """Which part is not in the sum."""
    starts: str | None
    """From which day all of it holds, where that is still to come."""
    note: str | None
    """How many days a month has, where that counts."""
    rooms: tuple[MonthRoom, ...]


def month_view(edition: Edition, offers: Sequence[tuple[str, Offer]]) -> MonthView | None:
    """A month of a listing's offers, each with its name; nothing where there is nothing to say of a month."""
    priced = [(name, offer) for name, offer in offers if offer.price]
    rooms = tuple(
        MonthRoom(name=name, offer=month_text(edition, offer)) for name, offer in priced if known(edition, offer)
    )
    costs = costs_on(edition, offers[0][1]) if offers else ()
    if len(priced) == 1 and costs and (found := everybodys(edition, priced[0][1])):
        return totalled(edition, priced[0][1], found, rooms)
    note = month_note(edition, [offer for _, offer in priced], costs, rooms)
    words, missing = costs_words(edition, [offer for _, offer in offers], costs)
    if not words and not rooms:
        return None
    return MonthView(words=words, items=(), total=None, missing=missing, starts=None, note=note, rooms=rooms)


def share_of_offer(edition: Edition, offer: Offer) -> Outcome:
    """What the client pays for one unit, the whole price where there is no voucher."""
    found = terms(edition, offer)
    if offer.listing.kind is Kind.VOUCHER:
        return found.share or Outcome(confidence=Confidence.UNKNOWN)
    cents = charged(found.price) if found.price else None
    return Outcome(confidence=Confidence.UNKNOWN) if cents is None else exactly(cents, offer.unit)


def known(edition: Edition, offer: Offer) -> bool:
    """Whether a browser could tell a month of it."""
    return share_of_offer(edition, offer).confidence is not Confidence.UNKNOWN


def everybodys(edition: Edition, offer: Offer) -> MonthTotal | None:
    """The month where it is the same for everybody: its units are known, and so is the share."""
    share = share_of_offer(edition, offer)
    if share.confidence is Confidence.INCOME:
        return None
    costs = costs_of_month(costs_on(edition, offer), offer.unit)
    month = month_of(share, Situation(), extras(edition, offer), costs, offer.unit)
    return None if month.lines[0].high is None else month


def totalled(edition: Edition, offer: Offer, month: MonthTotal, rooms: tuple[MonthRoom, ...]) -> MonthView:
    """Line by line, and what it comes to."""
    costs = costs_on(edition, offer)
    return MonthView(
        words=None,
        items=tuple(item(edition, offer, line, costs) for line in month.lines if line.high is not None),
        total=total_words(edition, month),
        missing=missing_words(
            edition,
            [costs[line.index] for line in month.unknown if line.kind == "cost"],
            apart_from(edition, offer),
        ),
        starts=starting(edition, offer),
        note=month_note(edition, [offer], costs, rooms),
        rooms=rooms,
    )


def starting(edition: Edition, offer: Offer) -> str | None:
    """That the amounts are not today's."""
    starts = terms(edition, offer).starts
    return edition.wording.say("The amounts hold from {day}.", day=edition.wording.day(starts)) if starts else None


def item(edition: Edition, offer: Offer, line: MonthLine, costs: Sequence[Cost]) -> MonthItem:
    """One line."""
    read, say = edition.wording.read, edition.wording.say
    share, times = share_of_offer(edition, offer), line.times or Decimal(1)
    service = say("The service") if offer.listing.kind is Kind.SELF_PAY else say("Your share of the service")
    match line.kind:
        case "cost":
            cost = costs[line.index]
            label, each = cost_name(edition, cost), None if cost.one_of else cost.price
        case "add_on":
            extra = extras(edition, offer)[line.index]
            label, each = read(extra.name), extra.amount
        case "past":
            label, each = say("Past what the voucher covers, at the full price"), share.full
        case _:
            label, each = service, share.exact
    how = (
        say("{times} × {amount}", times=edition.wording.number(times), amount=edition.wording.money(each))
        if each is not None and times != 1
        else None
    )
    return MonthItem(label=label, how=how, amount=ends(edition, line.low, line.high))


def month_note(
    edition: Edition, offers: Sequence[Offer], costs: Sequence[Cost], rooms: Sequence[MonthRoom]
) -> str | None:
    """How many days a month has, where something of it is paid by the day."""
    by_day = any(offer.unit is Unit.FULL_DAY for offer in offers)
    counted = rooms or any(cost.unit is not Unit.MONTH for cost in costs)
    return edition.wording.say("A month is counted as 30 days.") if by_day and counted else None


def ends(edition: Edition, low: Cents | None, high: Cents | None) -> str:
    """One amount, two ends, or the most it can be."""
    if low is None or high is None:
        return at_most_words(edition, high, None)
    return edition.wording.span(low, high, None)


def total_words(edition: Edition, month: MonthTotal) -> str:
    """'Kuukaudessa 1 234,00 €', 'vähintään' where a part is not known."""
    say, money = edition.wording.say, edition.wording.money
    if month.high is None:
        return say("In a month at least {amount}", amount=money(month.low))
    if any(line.low is None for line in month.lines):
        return say("In a month at most {amount}", amount=money(month.high))
    return say("In a month {amount}", amount=edition.wording.span(month.low, month.high, None))


def costs_words(edition: Edition, offers: Sequence[Offer], costs: Sequence[Cost]) -> tuple[str | None, str | None]:
    """'Vuokra ja ateriat 812,00 € kuukaudessa; …', and which costs are not in that sum."""
    counted = costs_of_month(costs, offers[0].unit if offers else None)
    lines = month_of(Outcome(confidence=Confidence.UNKNOWN), Situation(), (), counted).lines[1:]
    told = [line for line in lines if line.high is not None]
    if not told:
        return None, None
    names = edition.wording.join(
        [
            cost_name(edition, costs[line.index]) if at == 0 else lower(edition, costs[line.index])
            for at, line in enumerate(told)
        ]
    )
    least, most = (
        sum(end or 0 for end in side) for side in zip(*((line.low, line.high) for line in told), strict=True)
    )
    amount = edition.wording.span(least, most, None)
    apart = apart_from(edition, offers[0]) if offers else ()
    missing = missing_words(edition, [costs[line.index] for line in lines if line.high is None], apart)
    return service_words(edition, offers, names, amount), missing


def service_words(edition: Edition, offers: Sequence[Offer], costs: str, amount: str) -> str:
    """What the costs come to, and why what the service costs the client is not in it."""
    say = edition.wording.say
    shares = {share_of_offer(edition, offer).confidence for offer in offers}
    if Confidence.INCOME in shares:
        return say(
            "{costs} {amount} a month; what the service itself costs you depends on your income.",
            costs=costs,
            amount=amount,
        )
    if shares <= {Confidence.UNKNOWN}:
        return say(
            "{costs} {amount} a month; what the service itself costs you cannot be computed here.",
            costs=costs,
            amount=amount,
        )
    return say(
        "{costs} {amount} a month; what the service itself costs you depends on how much you use.",
        costs=costs,
        amount=amount,
    )


def missing_words(edition: Edition, costs: Sequence[Cost], apart: Sequence[str]) -> str | None:
    """'Summassa ei ole: kuntosali (ei kerrottu) ja lääkkeet.'"""
    parts = [*(f"{lower(edition, cost)} ({amount_words(edition, cost)})" for cost in costs), *apart]
    if not parts:
        return None
    return edition.wording.say("Not in the sum: {parts}.", parts=edition.wording.join(parts))
