"""The front page: where do I start?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue.catalogue import providers_of
from ..catalogue.offers import Offer
from ..catalogue.status import VoucherStatus
from .choice import Choice
from .edition import Edition
from .links import Links
from .page import Page
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceGroupView:
    """A life situation with its services."""

    name: str
    description: str
    services: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The front page, from the first question to the quiet links."""

    heading: str
    lead: str
    search_label: str
    search_hint: str
    municipality_label: str
    municipalities: tuple[Choice, ...]
    """Every municipality with something to choose, with counts, in alphabetical order."""
    services_heading: str
    groups: tuple[ServiceGroupView, ...]
    voucher_heading: str
    voucher_words: tuple[str, ...]
    """What a voucher is, in three sentences."""
    vouchers_heading: str
    vouchers: tuple[Choice, ...]
    """Each organiser's vouchers."""
    events_heading: str
    events: tuple[Choice, ...]
    """The next few."""
    quiet_heading: str
    quiet: tuple[Choice, ...]
    """For providers and organisers."""


def pages(edition: Edition) -> Iterator[Page]:
    """The front page, and for Finnish the page at the root that leads to it."""
    say = edition.wording.say
    view = HomeView(
        heading=say("Find care, see what it costs"),
        lead=say("Care providers approved by your municipality, with their prices and what you pay yourself."),
        search_label=say("What do you need?"),
        search_hint=say("For example: home care Jyväskylä, bathing, cleaning"),
        municipality_label=say("Where do you live?"),
        municipalities=municipalities(edition),
        services_heading=say("What do you need help with?"),
        groups=groups(edition),
        voucher_heading=say("What is a service voucher?"),
        voucher_words=voucher_words(edition),
        vouchers_heading=say("Whose vouchers are here?"),
        vouchers=vouchers(edition),
        events_heading=say("Coming events"),
        events=events(edition),
        quiet_heading=say("For providers and organisers"),
        quiet=quiet(edition),
    )
    yield edition.page(
        "home",
        view,
        title=edition.site_name,
        description=view.lead,
        address=Links.home,
        json_ld=[{"@type": "WebSite", "name": edition.site_name, "url": edition.absolute(edition.links.home())}],
    )


def municipalities(edition: Edition) -> tuple[Choice, ...]:
    """Municipalities with something to choose."""
    choices = []
    for entry in edition.catalogue.municipalities:
        count = len({offer.provider.key for offer in offers_in(edition, entry.key)})
        if count:
            note = edition.wording.count("{number} provider", "{number} providers", count)
            name = edition.municipality(entry.key)
            choices.append(Choice(label=name, url=edition.links.municipality(entry.key), note=note))
    return tuple(sorted(choices, key=lambda choice: alphabetical(choice.label)))


def offers_in(edition: Edition, municipality: str) -> list[Offer]:
    """What a municipality's residents can choose from."""
    catalogue = edition.catalogue
    return [
        offer
        for service in catalogue.services_in(municipality)
        for offer in catalogue.offers_by_list[municipality, service]
    ]


def groups(edition: Edition) -> tuple[ServiceGroupView, ...]:
    """Services somebody offers, by life situation in the order of the register."""
    found = []
    for key, group in edition.records.service_groups.items():
        services = [
            Choice(
                label=edition.service(service),
                url=edition.links.service(service),
                note=edition.wording.count("{number} provider", "{number} providers", len(list(providers_of(offers)))),
            )
            for service, offers in edition.catalogue.offers_by_service.items()
            if edition.records.services[service].record.group == key
        ]
        if services:
            ordered = sorted(services, key=lambda choice: alphabetical(choice.label))
            found.append(
                ServiceGroupView(
                    name=group.record.name.read(edition.language),
                    description=edition.wording.read(group.record.description),
                    services=tuple(ordered),
                )
            )
    return tuple(found)


def voucher_words(edition: Edition) -> tuple[str, ...]:
    """Three sentences (Act 569/2009, 3 and 6 §)."""
    say = edition.wording.say
    return (
        say("With a service voucher your municipality pays a part of your care, up to the voucher's value."),
        say("You choose the provider yourself from those the municipality has approved, and pay the rest."),
        say("You may always refuse a voucher; the municipality then arranges the service in another way."),
    )


def vouchers(edition: Edition) -> tuple[Choice, ...]:
    """The organisers, with how many vouchers each has in use."""
    choices = []
    for key, organiser in sorted(edition.records.organisers.items()):
        own = edition.catalogue.vouchers_of(key)
        in_use = [entry for entry in own if edition.catalogue.voucher_status(entry) is not VoucherStatus.PLANNED]
        note = edition.wording.count("{number} voucher", "{number} vouchers", len(in_use))
        choices.append(Choice(label=edition.organiser(organiser), url=edition.links.organiser(key), note=note))
    return tuple(choices)


def events(edition: Edition) -> tuple[Choice, ...]:
    """The next events, soonest first."""
    return tuple(
        Choice(
            label=entry.title(edition.language),
            url=edition.links.event(entry.key),
            note=edition.wording.weekday(edition.catalogue.held(entry)),
        )
        for entry in edition.catalogue.coming_events[:3]
    )


def quiet(edition: Edition) -> tuple[Choice, ...]:
    """For those who deliver and those who organise."""
    say = edition.wording.say
    return (
        Choice(label=say("For providers: how to get on the list"), url=edition.links.place("for-providers")),
        Choice(label=say("Events for providers and residents"), url=edition.links.place("events")),
    )
