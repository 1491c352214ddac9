"""The page for an address that is not here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .edition import Edition
from .page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """Somewhere to go instead."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """What to do when nothing is found."""

    heading: str
    lead: str
    ways_out: tuple[WayOut, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page in this language; the Finnish one also answers at the root."""
    say, links = edition.wording.say, edition.links
    view = NotFoundView(
        heading=say("This page was not found"),
        lead=say("The address may be mistyped, or the page may have moved. You can find it from here:"),
        ways_out=(
            WayOut(label=say("Search providers"), url=links.place("search")),
            WayOut(label=say("Choose your municipality"), url=links.place("municipalities")),
            WayOut(label=say("Service vouchers"), url=links.place("vouchers")),
            WayOut(label=say("Front page"), url=links.home()),
        ),
    )
    page = edition.page(
        "not-found",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: f"{links.home()}404.html",
        noindex=True,
    )
    yield page
    if edition.language == "fi":
        yield replace(page, path="404.html")
