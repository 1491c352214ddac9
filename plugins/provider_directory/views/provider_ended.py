"""The short pages of providers that cannot be chosen: approved for nothing any more, or withdrawn for a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..catalogue.offers import DatedListing
from ..catalogue.status import ListingStatus
from ..records.collections import Entry
from ..records.schema.provider import Provider
from .choice import Choice
from .edition import Edition
from .listing_block import list_name
from .page import Page
from .standing import last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEndedView:
    """A provider that cannot be chosen: why, as far as it is anyone's business, and where to go instead."""

    heading: str
    text: str
    ended: tuple[str, ...]
    """Each list it was on, where there were several."""
    ways_out: tuple[Choice, ...]


def ended_page(edition: Edition, entry: Entry[Provider]) -> Page:
    """The short page of a provider that is approved for nothing any more."""
    listings = edition.catalogue.listings_by_provider.get(entry.key, ())
    days = [day for listing in listings if (day := last_day(listing))]
    say = edition.wording.say
    text = (
        say("No longer approved: the last approval ended on {day}.", day=edition.wording.day(max(days)))
        if days
        else say("This provider is on no list at present.")
    )
    ended = ended_words(edition, listings)
    view = ProviderEndedView(
        heading=entry.record.name,
        text=text,
        ended=ended if len(ended) > 1 else (),
        ways_out=ways_out(edition, listings),
    )
    return short_page(edition, entry, view)


def suspended_page(edition: Edition, entry: Entry[Provider]) -> Page:
    """The short page of a provider withdrawn for a time: nothing about it, not even its name."""
    view = ProviderEndedView(
        heading=edition.wording.say("This provider is not available now"),
        text=edition.wording.say("It cannot be chosen at present. You can look for another one."),
        ended=(),
        ways_out=ways_out(edition, ()),
    )
    return short_page(edition, entry, view)


def short_page(edition: Edition, entry: Entry[Provider], view: ProviderEndedView) -> Page:
    """A page that search engines leave out."""
    return edition.page(
        "provider-ended",
        view,
        title=view.heading,
        description=view.text,
        address=lambda links: links.provider(entry.key),
        trail=[trail(edition)],
        noindex=True,
    )


def ways_out(edition: Edition, listings: Sequence[DatedListing]) -> tuple[Choice, ...]:
    """Lists of the same services where anybody is still on them, and all providers."""
    catalogue, found = edition.catalogue, {}
    for listing in listings:
        for municipality in listing.municipalities:
            for service in listing.services:
                if (municipality, service) in catalogue.offers_by_list:
                    url = edition.links.approved_list(municipality, service)
                    label = f"{edition.service(service)}: {edition.municipality(municipality)}"
                    found[url] = Choice(label=label, url=url)
    say, place = edition.wording.say, edition.links.place
    return (
        *found.values(),
        Choice(label=say("Search providers"), url=place("search")),
        Choice(label=say("All providers"), url=place("providers")),
    )


def trail(edition: Edition) -> tuple[str, str]:
    """The step above every provider."""
    return edition.wording.say("Providers"), edition.links.place("providers")


def ended_words(edition: Edition, listings: Sequence[DatedListing]) -> tuple[str, ...]:
    """'Kotihoidon palveluseteli: päättynyt 31.7.2018', for each list the provider is on no longer."""
    current = {list_name(edition, listing) for listing in listings if listing.choosable}
    found = {}
    for listing in listings:
        name, day = list_name(edition, listing), last_day(listing)
        if listing.status is ListingStatus.ENDED and name not in current and day:
            found[name] = edition.wording.say("{name}: ended {day}", name=name, day=edition.wording.day(day))
    return tuple(found.values())
