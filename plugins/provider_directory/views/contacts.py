"""Whom to ask and where they are: roles with numbers, e-mail and postal addresses. Never a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..records.collections import Entry
from ..records.fields import Phone
from ..records.schema.base import Address, Contact
from ..records.schema.organiser import Organiser
from .edition import Edition
from .prose import Html, hidden, mail_link


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """A telephone number."""

    label: str
    """As the source prints it."""
    url: str | None
    """Its tel: address; nothing when it cannot be dialled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailView:
    """An e-mail address that harvesters do not read."""

    href: Html
    text: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A role that answers, and every way to reach it."""

    role: str
    phones: tuple[PhoneView, ...]
    emails: tuple[EmailView, ...]
    hours: str | None
    note: str | None


def phone_view(phone: Phone) -> PhoneView:
    """A number to press, or plain text when it cannot be dialled as it is printed."""
    return PhoneView(label=phone.text, url=f"tel:{phone.dial}" if phone.dial else None)


def email_view(address: str) -> EmailView:
    """An address to write to."""
    return EmailView(href=mail_link(address), text=hidden(address))


def contact_view(edition: Edition, contact: Contact) -> ContactView:
    """One contact; a number that cannot be dialled is explained where its record does not do so."""
    note = edition.wording.read(contact.note)
    if not note and any(phone.dial is None for phone in contact.phones):
        note = edition.wording.say("The number is shown as the source prints it. It cannot be dialled like that.")
    return ContactView(
        role=edition.wording.read(contact.role),
        phones=tuple(phone_view(phone) for phone in contact.phones),
        emails=tuple(email_view(address) for address in contact.emails),
        hours=edition.wording.read(contact.hours) or None,
        note=note or None,
    )


def contacts_of(edition: Edition, organiser: Entry[Organiser], keys: Iterable[str]) -> tuple[ContactView, ...]:
    """An organiser's contacts by their keys, each once."""
    known = organiser.record.contacts
    return tuple(contact_view(edition, known[key]) for key in dict.fromkeys(keys) if key in known)


def whom_to_ask(edition: Edition, organiser: Entry[Organiser], keys: Iterable[str | None]) -> str | None:
    """'Kysy: 014 000 0100 (Kotihoidon palvelusetelit).', of the first contact that exists."""
    known = organiser.record.contacts
    found = next((known[key] for key in keys if key and key in known), None)
    if found is None:
        return None
    role, numbers = edition.wording.read(found.role), ", ".join(phone.text for phone in found.phones)
    return edition.wording.say("Ask: {whom}.", whom=f"{numbers} ({role})" if numbers else role)


def address_lines(address: Address) -> tuple[str, ...]:
    """The postal lines, from the street down."""
    town = " ".join(part for part in (address.postal_code, address.city) if part)
    return tuple(line for line in (address.street, address.po_box, town) if line)
