"""Application rounds: how and until when providers may apply. Several may be open at once."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.collections import Entry
from ..records.schema.organiser import Organiser, Round, RoundKind
from .edition import Edition
from .facts import Fact, FactEntry, known, listed
from .standing import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView:
    """One way or time to apply."""

    title: str
    tag: Tag
    note: str | None
    facts: tuple[Fact, ...]


def rounds_of(edition: Edition, organiser: Entry[Organiser]) -> tuple[RoundView, ...]:
    """An organiser's rounds in the record's order; one whose deadline is over comes last."""
    views = [(is_over(edition, each), round_view(edition, each)) for each in organiser.record.rounds]
    return tuple(view for _, view in sorted(views, key=lambda pair: pair[0]))


def round_view(edition: Edition, each: Round) -> RoundView:
    """One round."""
    return RoundView(
        title=title(edition, each),
        tag=tag(edition, each),
        note=edition.wording.read(each.note) or None,
        facts=tuple(facts(edition, each)),
    )


def is_over(edition: Edition, each: Round) -> bool:
    """Whether a round's last day has passed, or it is closed."""
    return each.kind is RoundKind.CLOSED or bool(each.deadline and each.deadline < edition.catalogue.as_of)


def is_coming(edition: Edition, each: Round) -> bool:
    """Whether a round is not open yet."""
    return each.kind is RoundKind.PLANNED or bool(each.opens and each.opens.first_day > edition.catalogue.as_of)


def title(edition: Edition, each: Round) -> str:
    """Until when one may apply."""
    say = edition.wording.say
    if each.deadline:
        day = edition.wording.weekday(each.deadline)
        return say("The deadline was {day}", day=day) if is_over(edition, each) else say("Apply by {day}", day=day)
    if each.kind is RoundKind.CLOSED:
        return say("Applications are closed")
    if is_coming(edition, each):
        when = edition.wording.partial(each.opens) if each.opens else ""
        return say("Applications open: {when}", when=when) if when else say("Applications are planned")
    return say("You can apply at any time")


def tag(edition: Edition, each: Round) -> Tag:
    """How a round stands on the day."""
    say = edition.wording.say
    if is_over(edition, each):
        return Tag(kind="ended", text=say("Closed"))
    if is_coming(edition, each):
        begins = each.opens.first_day.isoformat() if each.opens and each.opens.day else None
        return Tag(kind="planned", text=say("Not yet open"), begins=begins, past_text=say("Open"))
    until = each.deadline.isoformat() if each.deadline else None
    return Tag(kind="open", text=say("Open"), until=until, past_text=say("Closed") if until else None)


def facts(edition: Edition, each: Round) -> list[Fact]:
    """What a round is about, when decisions are made, and whom its deadline protects."""
    say, partial = edition.wording.say, edition.wording.partial
    return [
        *listed(say("Concerns"), concerned(edition, each)),
        *known(say("Decisions"), partial(each.decisions) if each.decisions else None),
        *known(say("Protects"), edition.wording.read(each.protects) or None),
    ]


def concerned(edition: Edition, each: Round) -> tuple[FactEntry, ...]:
    """The vouchers and registers a round is for; none named means all of the organiser's vouchers."""
    records, links = edition.records, edition.links
    vouchers = [
        FactEntry(text=records.vouchers[key].title(edition.language), url=links.voucher(key))
        for key in each.vouchers
        if key in records.vouchers
    ]
    registers = [
        FactEntry(text=edition.wording.read(records.registers[key].record.name), url=links.register(key))
        for key in each.registers
        if key in records.registers
    ]
    return (*vouchers, *registers) or (FactEntry(text=edition.wording.say("All vouchers")),)
