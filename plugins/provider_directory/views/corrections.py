"""'Something wrong here?': a letter begun for the organiser, or for the provider, about one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ..catalogue.offers import DatedListing
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.provider import Provider
from .choice import Choice
from .edition import Edition
from .prose import Html, mail_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One thing that may be wrong, with the letter that says so."""

    label: str
    url: Html
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who can put things right, and the letters to them."""

    name: str
    letters: tuple[Letter, ...]
    page: Choice | None
    """Where to find a telephone number, when there is no address to write to."""


def addressees(edition: Edition, provider: Entry[Provider], listings: Sequence[DatedListing]) -> tuple[Addressee, ...]:
    """The organisers whose lists the provider stands on, then the provider itself."""
    organisers = {listing.organiser.key: listing.organiser for listing in listings}
    found = [organiser_addressee(edition, provider, entry, listings) for entry in organisers.values()]
    if provider.record.emails:
        say, email = edition.wording.say, provider.record.emails[0]
        own = (letter(edition, provider, email, say("Ask the provider about this page")),)
        found.append(Addressee(name=provider.record.name, letters=own, page=None))
    return tuple(found)


def organiser_addressee(
    edition: Edition, provider: Entry[Provider], organiser: Entry[Organiser], listings: Iterable[DatedListing]
) -> Addressee:
    """An organiser with one letter for each thing that is usually wrong."""
    email = office(organiser, listings)
    name = edition.organiser(organiser)
    if email is None:
        page = Choice(
            label=edition.wording.say("Call or visit: {name}", name=name), url=edition.links.organiser(organiser.key)
        )
        return Addressee(name=name, letters=(), page=page)
    return Addressee(
        name=name, letters=tuple(letter(edition, provider, email, thing) for thing in things(edition)), page=None
    )


def things(edition: Edition) -> tuple[str, ...]:
    """What is usually wrong on a provider's page."""
    say = edition.wording.say
    return (
        say("A price is wrong"),
        say("The contact details are wrong"),
        say("The provider no longer gives this service"),
        say("Something else is wrong"),
    )


def office(organiser: Entry[Organiser], listings: Iterable[DatedListing]) -> str | None:
    """The office to write to: that of the voucher or register, else the organiser's own, else any of its contacts'."""
    contacts = organiser.record.contacts
    lists = [listing.voucher or listing.register for listing in listings if listing.organiser.key == organiser.key]
    keys = [key for entry in lists if entry for key in entry.record.contacts]
    named = [email for key in keys if key in contacts for email in contacts[key].emails]
    any_contact = [email for contact in contacts.values() for email in contact.emails]
    return next(iter([*named, *organiser.record.emails, *any_contact]), None)


def letter(edition: Edition, provider: Entry[Provider], email: str, thing: str) -> Letter:
    """A letter with its subject and the page's address already in it."""
    page = edition.absolute(edition.links.provider(provider.key))
    subject = f"{thing}: {provider.record.name}"
    body = "\n".join(
        (
            edition.wording.say("The page: {address}", address=page),
            "",
            edition.wording.say("What is wrong, and what would be right:"),
            "",
        )
    )
    return Letter(label=thing, url=mail_link(email, f"subject={quote(subject, safe='')}&body={encoded(body)}"))


def encoded(body: str) -> str:
    """A letter's text for a mailto: address, whose lines end as RFC 6068 wants."""
    return quote(body.replace("\n", "\r\n"), safe="")
