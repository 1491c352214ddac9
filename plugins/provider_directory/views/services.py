"""All services, by life situation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import structured
from .approved import counted
from .edition import Edition
from .page import Page
from .service_tiles import ServiceTile, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeSituation:
    """A group of services with whom it concerns."""

    name: str
    anchor: str
    description: str | None
    tiles: tuple[ServiceTile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesView:
    """The list of all services."""

    heading: str
    lead: str
    groups: tuple[LifeSituation, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all services."""
    say = edition.wording.say
    view = ServicesView(
        heading=say("What do you need help with?"),
        lead=say("Services by life situation. Choose one to see what it is, what it costs and who gives it."),
        groups=groups(edition),
    )
    urls = [(tile.name, tile.url) for group in view.groups for tile in group.tiles]
    yield edition.page(
        "services",
        view,
        title=say("Services"),
        description=view.lead,
        address=lambda links: links.place("services"),
        json_ld=[structured.item_list(edition, say("Services"), urls)],
    )


def groups(edition: Edition) -> tuple[LifeSituation, ...]:
    """Life situations in the order of the register, each with its services by name."""
    return tuple(
        LifeSituation(
            name=edition.wording.read(group.record.name),
            anchor=f"group-{key}",
            description=edition.wording.read(group.record.description) or None,
            tiles=tiles,
        )
        for key, group in edition.records.service_groups.items()
        if (
            tiles := in_order(
                tile(edition, service) for service in edition.records.services if in_group(edition, service, key)
            )
        )
    )


def in_group(edition: Edition, service: str, group: str) -> bool:
    """Whether a service belongs to a life situation."""
    return edition.records.services[service].record.group == group


def tile(edition: Edition, service: str) -> ServiceTile:
    """A service with what it is, and how many give it."""
    offers = edition.catalogue.offers_by_service.get(service, ())
    return ServiceTile(
        name=edition.service(service),
        url=edition.links.service(service),
        count=counted(edition, offers) if offers else edition.wording.say("No providers yet"),
        note=edition.wording.read(edition.records.services[service].record.summary),
    )
