"""A change in one sentence, as feeds tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..catalogue.change import Change, ChangeKind
from ..records.schema.dated_rule import Rule
from ..records.schema.share_rules import ShareRule
from ..records.schema.value_rules import ValueRule
from .amounts import share_words, value_words
from .edition import Edition
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """What a feed says of a change."""

    title: str
    text: str
    """On which list, and from when where the title does not say so."""
    url: str
    """Of the page where it can be seen."""


def change_words(edition: Edition, change: Change) -> ChangeWords:
    """A change in words."""
    kind, key = change.list
    where = edition.links.voucher(key) if kind == "voucher" else edition.links.register(key)
    return ChangeWords(
        title=title(edition, change),
        text=" ".join(part for part in (period(edition, change), f"{context(edition, change)}.") if part),
        url=edition.links.provider(change.provider) if change.name else where,
    )


def tells(edition: Edition, change: Change) -> bool:
    """Whether there is anything to tell: a rule may change in what its words leave out."""
    if change.before is None or change.after is None:
        return True
    return in_words(edition, change, change.before) != in_words(edition, change, change.after)


def list_name(edition: Edition, change: Change) -> str:
    """The voucher or the register."""
    kind, key = change.list
    if kind == "voucher":
        return edition.records.vouchers[key].title(edition.language)
    return edition.wording.read(edition.records.registers[key].record.name)


def context(edition: Edition, change: Change) -> str:
    """Whose list it is on, or whose voucher it is."""
    kind, key = change.list
    owner = edition.records.registers[key].record.organiser if kind == "register" else key.partition("/")[0]
    organiser = edition.organiser(edition.records.organisers[owner])
    own = change.kind in (ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.VALUE, ChangeKind.SHARE)
    return organiser if own else f"{list_name(edition, change)}, {organiser}"


def title(edition: Edition, change: Change) -> str:
    """The whole change in one sentence."""
    say, name = edition.wording.say, list_name(edition, change)
    match change.kind:
        case ChangeKind.NEW:
            return say("New: {provider}, {list}", provider=change.name, list=name)
        case ChangeKind.ENDED if change.until and change.day <= change.until:
            day = edition.wording.day(change.until)
            return say("Ends on {day}: {provider}, {list}", day=day, provider=change.name, list=name)
        case ChangeKind.ENDED:
            return say("Ended: {provider}, {list}", provider=change.name, list=name)
        case ChangeKind.REMOVED if change.name:
            return say("No longer on the list: {provider}, {list}", provider=change.name, list=name)
        case ChangeKind.REMOVED:
            return say("A provider is no longer on the list: {list}", list=name)
        case ChangeKind.OPENED if change.starts:
            return say("{list}: in use from {day}", list=name, day=edition.wording.day(change.starts))
        case ChangeKind.CLOSED if change.until:
            return say("{list}: in use until {day}", list=name, day=edition.wording.day(change.until))
        case ChangeKind.AREA:
            names = edition.records.municipalities
            return altered(edition, change, lambda key: edition.municipality(key) if key in names else "")
        case ChangeKind.SERVICES:
            services = edition.records.services
            return altered(edition, change, lambda key: edition.service(key) if key in services else "")
        case ChangeKind.VALUE:
            return amount(edition, change, say("{subject}: voucher value", subject=subject(edition, change)))
        case ChangeKind.SHARE:
            return amount(edition, change, say("{subject}: what you pay", subject=subject(edition, change)))
    what = say("{subject}: price", subject=subject(edition, change))
    if change.before is None:
        what = say("{subject}: new price", subject=subject(edition, change))
    return amount(edition, change, what)


def altered(edition: Edition, change: Change, name: Callable[[str], str]) -> str:
    """'Esimerkkihoiva Oy, Kotihoidon palveluseteli: myös Muurame'."""
    say, join = edition.wording.say, edition.wording.join
    added, dropped = (
        join(sorted(filter(None, map(name, keys)), key=alphabetical)) for keys in (change.added, change.dropped)
    )
    parts = (
        say("now also: {names}", names=added) if added else "",
        say("no longer: {names}", names=dropped) if dropped else "",
    )
    what = "; ".join(part for part in parts if part)
    return say("{provider}, {list}: {what}", provider=change.name, list=list_name(edition, change), what=what)


def subject(edition: Edition, change: Change) -> str:
    """Whose amount it is: the provider or the voucher, and the service and the variant where there are several."""
    service = edition.service(change.service) if change.service in edition.records.services else ""
    if change.name:
        own = edition.wording.read(change.variant_name)
        return ", ".join(part for part in (change.name, service, own) if part)
    variants = edition.records.vouchers[change.list[1]].record.variants
    names = (edition.wording.read(variants[key].name) for key in change.variant.split(",") if key in variants)
    return ", ".join((list_name(edition, change), *names))


def amount(edition: Edition, change: Change, what: str) -> str:
    """'Esimerkkihoiva Oy, sunnuntai: hinta 55,80 → 57,00 €/tunti 1.3.2019 alkaen'."""
    say, after = edition.wording.say, in_words(edition, change, change.after)
    if change.before is not None:
        before = in_words(edition, change, change.before)
        if isinstance(change.before, int):
            before = edition.wording.money(change.before).removesuffix("€").rstrip()
        after = say("{before} → {after}", before=before, after=after)
    if change.starts is None:
        return say("{what} {amount}", what=what, amount=after)
    return say("{what} {amount} from {day}", what=what, amount=after, day=edition.wording.day(change.starts))


def in_words(edition: Edition, change: Change, value: int | Rule | None) -> str:
    """A price, a value or a share."""
    match value:
        case ValueRule():
            return value_words(edition, value)
        case ShareRule():
            return share_words(edition, value, None)
        case int():
            return edition.wording.per(value, change.unit)
    return ""


def period(edition: Edition, change: Change) -> str:
    """From or to which day a provider is on a list."""
    if change.kind is ChangeKind.NEW and change.starts:
        return edition.wording.say("On the list from {day}.", day=edition.wording.day(change.starts))
    if change.kind is ChangeKind.ENDED and change.until:
        return edition.wording.say("On the list until {day}.", day=edition.wording.day(change.until))
    return ""
