"""How a page can be followed without coming back: its events in a calendar, its changes in a feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .choice import Choice
from .edition import Edition
from .links import Links
from .page import Feed

ATOM, CALENDAR = "application/atom+xml", "text/calendar"

PAGES: dict[str, Callable[[Links, str], str]] = {
    "events": lambda links, _: links.place("events"),
    "organiser": Links.organiser,
    "municipality": Links.municipality,
    "voucher": Links.voucher,
}
"""The page of each kind of thing that can be followed, by its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """What a page offers to those who want to be told."""

    calendar: tuple[Choice, ...]
    changes: tuple[Choice, ...]
    feeds: tuple[Feed, ...]
    """The same, for the page's head."""


def page_of(links: Links, kind: str, key: str) -> str:
    """The address of what can be followed."""
    return PAGES[kind](links, key)


def name_of(edition: Edition, kind: str, key: str) -> str:
    """What it is called."""
    match kind:
        case "organiser":
            return edition.organiser(edition.records.organisers[key])
        case "municipality":
            return edition.municipality(key)
        case "voucher":
            return edition.records.vouchers[key].title(edition.language)
    return edition.site_name


def feed_title(edition: Edition, kind: str, key: str) -> str:
    """'Muutokset: Jyväskylän kaupunki'."""
    return edition.wording.say("Changes: {name}", name=name_of(edition, kind, key))


def feed_subtitle(edition: Edition) -> str:
    """What every feed tells of."""
    return edition.wording.say("New, changed and ended providers, prices and voucher values.")


def calendar_title(edition: Edition, kind: str, key: str) -> str:
    """'Tilaisuudet: Jyväskylän kaupunki'."""
    return edition.wording.say("Events: {name}", name=name_of(edition, kind, key))


def subscriptions(edition: Edition, kind: str, key: str = "") -> Subscriptions:
    """How to follow an organiser, a voucher, a municipality, or all events."""
    page = page_of(edition.links, kind, key)
    has_calendar, has_changes = kind != "municipality", kind != "events"
    calendar, changes = edition.links.beside(page, "events"), edition.links.beside(page, "changes")
    feeds = [
        *([Feed(type=ATOM, title=feed_title(edition, kind, key), url=changes)] if has_changes else []),
        *([Feed(type=CALENDAR, title=calendar_title(edition, kind, key), url=calendar)] if has_calendar else []),
    ]
    return Subscriptions(
        calendar=calendar_links(edition, calendar) if has_calendar else (),
        changes=(changes_link(edition, changes),) if has_changes else (),
        feeds=tuple(feeds),
    )


def calendar_links(edition: Edition, url: str) -> tuple[Choice, ...]:
    """To subscribe, where the site knows its own address; and to take the file."""
    say = edition.wording.say
    host = edition.settings.site_url.partition("://")[2]
    file = Choice(
        label=say("Save these events as a calendar file"),
        url=url,
        note=say("Later changes do not come to a saved file. Most calendar programs can also follow its address."),
    )
    if not host:
        return (file,)
    subscribe = Choice(
        label=say("Subscribe to these events in your calendar"),
        url=f"webcal://{host}{url}",
        note=say(
            "Your calendar then shows new events and changes by itself. It costs nothing and asks for no account."
        ),
    )
    return subscribe, file


def changes_link(edition: Edition, url: str) -> Choice:
    """The feed of changes."""
    say = edition.wording.say
    return Choice(
        label=say("Changes as a feed (Atom)"),
        url=url,
        note=say("For a feed reader: new, changed and ended providers, prices and voucher values."),
    )
