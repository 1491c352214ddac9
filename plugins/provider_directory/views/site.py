"""What is the same on every page of one language: name, navigation, footer."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.schema.shared import PageKind
from .edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationLink:
    """A link of the header or the footer."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterGroup:
    """A column of the footer."""

    heading: str
    links: tuple[NavigationLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What base.html needs besides the page."""

    name: str
    tagline: str
    assets: str
    home_url: str
    search_url: str
    compare_url: str
    navigation: tuple[NavigationLink, ...]
    footer: tuple[FooterGroup, ...]
    stale_days: int


def site_of(edition: Edition, url: str) -> Site:
    """The site as seen from one of its pages."""
    return Site(
        name=edition.site_name,
        tagline=edition.wording.say("Approved care providers, their prices and service vouchers."),
        assets=edition.assets,
        home_url=edition.links.home(),
        search_url=edition.links.place("search"),
        compare_url=edition.links.place("compare"),
        navigation=navigation(edition, url),
        footer=footer(edition),
        stale_days=edition.settings.stale_days,
    )


def navigation(edition: Edition, url: str) -> tuple[NavigationLink, ...]:
    """The main places, in the order residents need them."""
    say, place = edition.wording.say, edition.links.place
    places = (
        (say("Search"), place("search")),
        (say("Municipalities"), place("municipalities")),
        (say("Services"), place("services")),
        (say("Service vouchers"), place("vouchers")),
        (say("Events"), place("events")),
    )
    return tuple(NavigationLink(label=label, url=to, current=url.startswith(to)) for label, to in places)


def footer(edition: Edition) -> tuple[FooterGroup, ...]:
    """The quieter places: for providers and organisers, and what the law requires."""
    say, links = edition.wording.say, edition.links
    organisers = sorted(edition.records.organisers.items())
    pages = sorted(edition.records.pages.items(), key=lambda item: (item[1].record.order, item[0]))
    return (
        FooterGroup(
            heading=say("For residents"),
            links=(
                NavigationLink(label=say("All providers"), url=links.place("providers")),
                NavigationLink(label=say("Self-pay registers"), url=links.place("registers")),
            ),
        ),
        FooterGroup(
            heading=say("For providers and organisers"),
            links=(
                NavigationLink(label=say("How to get on the list"), url=links.place("for-providers")),
                *(
                    NavigationLink(label=edition.organiser(entry), url=links.organiser(key))
                    for key, entry in organisers
                ),
            ),
        ),
        FooterGroup(
            heading=say("About this site"),
            links=(
                *(NavigationLink(label=entry.title(edition.language), url=links.page(key)) for key, entry in pages),
                *open_data(edition),
            ),
        ),
    )


def open_data(edition: Edition) -> tuple[NavigationLink, ...]:
    """The page about open data, where no organiser has written one and named it so."""
    if any(entry.record.kind is PageKind.OPEN_DATA for entry in edition.records.pages.values()):
        return ()
    return (NavigationLink(label=edition.wording.say("Open data"), url=edition.links.place("open-data")),)
