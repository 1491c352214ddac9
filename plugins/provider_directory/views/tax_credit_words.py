"""The household tax credit in words: of which services it is, an example that is true of everybody, and its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..catalogue.offers import Kind, Offer, charged
from ..catalogue.tax_credit import after_credit, credit_on
from ..model import Cents
from ..records.schema.shared import TaxCredit
from .edition import Edition
from .facts import FactEntry
from .offer_data import offer_text
from .wording import alphabetical

EXAMPLE: Cents = 100_000
"""A year's work to show the credit with: a round sum that more than the own share is left of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRoom:
    """Room for the estimate of one offer for one person."""

    name: str
    offer: str
    """The offer as data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """The arguments of the tax-credit component."""

    heading: str
    example: str
    limits: str
    """That it is an estimate, and what it is not for."""
    law: FactEntry
    rooms: tuple[CreditRoom, ...]


def credit_view(edition: Edition, offers: Iterable[tuple[str, Offer]]) -> CreditView | None:
    """The credit for these offers; nothing where none is for work that gives it, or the day has no record of it."""
    credit = credit_on((entry.record for entry in edition.records.tax_credits.values()), edition.catalogue.as_of)
    listed = list(offers)
    giving = [(name, offer) for name, offer in listed if gives_credit(edition, offer)]
    if credit is None or not giving:
        return None
    return CreditView(
        heading=heading(edition, [offer for _, offer in listed], [offer for _, offer in giving]),
        example=example_words(edition, credit),
        limits=limits_words(edition, credit),
        law=law_entry(edition, credit),
        rooms=tuple(
            CreditRoom(name=name, offer=offer_text(edition, offer))
            for name, offer in giving
            if offer.price and charged(offer.price) is not None
        ),
    )


def credit_sentences(edition: Edition, offers: Iterable[Offer]) -> CreditView | None:
    """The same for a list, without room for every offer."""
    found = credit_view(edition, (("", offer) for offer in offers))
    return replace(found, rooms=()) if found else None


def heading(edition: Edition, offers: Sequence[Offer], giving: Sequence[Offer]) -> str:
    """Of which year, and for which services where others stand beside them."""
    words = edition.wording.say("Household tax credit {year}", year=edition.catalogue.as_of.year)
    services = dict.fromkeys(offer.service for offer in giving)
    if all(offer.service in services for offer in offers):
        return words
    names = edition.wording.join(sorted(map(edition.service, services), key=alphabetical))
    return edition.wording.say("{heading}: {services}", heading=words, services=names)


def gives_credit(edition: Edition, offer: Offer) -> bool:
    """Whether it is work for which one person gets the credit: done at home, paid oneself, of a service it is for."""
    return (
        offer.listing.kind is Kind.SELF_PAY
        and offer.listing.record.at_home
        and edition.records.services[offer.service].record.tax_credit
    )


def example_words(edition: Edition, credit: TaxCredit) -> str:
    """'Of work that costs 1 000,00 € in a year one person gets back 400,00 € in tax: 50 % less …'."""
    money = edition.wording.money
    return edition.wording.say(
        "Of work that costs {price} in a year one person gets back {credit} in tax: {percent} less an own share of "
        "{own}, at most {most} a year.",
        price=money(EXAMPLE),
        credit=money(after_credit(credit, EXAMPLE).credit.low or 0),
        percent=edition.wording.percent(credit.percent),
        own=money(credit.own_share),
        most=money(credit.maximum),
    )


def limits_words(edition: Edition, credit: TaxCredit) -> str:
    """What the record says it is not for, and that it is an estimate."""
    say = edition.wording.say
    note = edition.wording.read(credit.note) or say(
        "The credit is for the work only, and not for work that a voucher was given for."
    )
    return " ".join(
        (
            note,
            say("There is no credit for health care and nursing. This is an estimate: the Tax Administration decides."),
        )
    )


def law_entry(edition: Edition, credit: TaxCredit) -> FactEntry:
    """'Tuloverolaki (1535/1992), 127 a–127 c §'."""
    law = edition.records.laws[credit.law].record
    name = edition.wording.say(
        "{law} ({number}), sections {sections}",
        law=edition.wording.read(law.name),
        number=credit.law,
        sections=credit.section,
    )
    return FactEntry(text=name, url=law.url)
