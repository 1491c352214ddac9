"""How and until when one signs up for an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..catalogue.status import EventStatus
from ..records.collections import Entry
from ..records.schema.event import Event
from .contacts import PhoneView, phone_view
from .edition import Edition

OVER = (EventStatus.PAST, EventStatus.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    """What the event-facts component says of signing up."""

    words: str
    label: str
    url: str | None
    until: str | None
    """ISO; the last day, while it has not passed."""
    phone: PhoneView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """The arguments of the countdown component: how long one may still register."""

    until: str
    text: str
    one: str
    """With {number} for the days left."""
    many: str
    last: str
    """On the last day itself."""
    past: str


def registration_view(edition: Edition, entry: Entry[Event]) -> RegistrationView | None:
    """Nothing where one need not, or can no longer, sign up for an event that is over."""
    registration = entry.record.registration
    if registration is None or edition.catalogue.event_status(entry) in OVER:
        return None
    deadline, day = registration.deadline, edition.catalogue.as_of
    is_open = deadline is None or deadline >= day
    parts = [deadline_words(edition, deadline), edition.wording.read(registration.note) if is_open else ""]
    words = " ".join(part for part in parts if part)
    return RegistrationView(
        words=words or edition.wording.say("You have to register."),
        label=edition.wording.say("Register for this event"),
        url=registration.url if is_open else None,
        until=deadline.isoformat() if deadline and is_open else None,
        phone=phone_view(registration.phone) if registration.phone and is_open else None,
    )


def deadline_words(edition: Edition, deadline: date | None) -> str:
    """Until when one can sign up, or that it is too late."""
    if deadline is None:
        return ""
    day = edition.wording.weekday(deadline)
    if deadline < edition.catalogue.as_of:
        return edition.wording.say("Registration closed: {day}.", day=day)
    return edition.wording.say("Register by {day}.", day=day)


def countdown(edition: Edition, entry: Entry[Event]) -> Countdown | None:
    """How many days are left to register, in words that a script can keep true."""
    registration = entry.record.registration
    deadline = registration.deadline if registration else None
    if deadline is None or deadline < edition.catalogue.as_of or edition.catalogue.event_status(entry) in OVER:
        return None
    say = edition.wording.say
    left = (deadline - edition.catalogue.as_of).days
    last = say("Today is the last day to register")
    counted = edition.wording.count("{number} day left to register", "{number} days left to register", left)
    return Countdown(
        until=deadline.isoformat(),
        text=counted if left else last,
        one=template(edition, 1),
        many=template(edition, 2),
        last=last,
        past=say("Registration has closed."),
    )


def template(edition: Edition, number: int) -> str:
    """The words for one or for several days, with the number left open."""
    words = edition.wording.count("{number} day left to register", "{number} days left to register", number)
    return words.replace(str(number), "{number}", 1)
