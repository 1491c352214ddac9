"""All municipalities, by region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from . import structured
from .choice import Choice
from .edition import Edition
from .home import offers_in
from .nearby import choice, region_name
from .page import Page
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region with its municipalities."""

    name: str
    anchor: str
    municipalities: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalitiesView:
    """The list of all municipalities."""

    heading: str
    lead: str
    regions: tuple[Region, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all municipalities."""
    say = edition.wording.say
    served = [entry for entry in edition.catalogue.municipalities if offers_in(edition, entry.key)]
    view = MunicipalitiesView(
        heading=say("Choose your municipality"),
        lead=edition.wording.count(
            "Providers can be chosen in {number} municipality. Where you live decides which vouchers you can get.",
            "Providers can be chosen in {number} municipalities. Where you live decides which vouchers you can get.",
            len(served),
        ),
        regions=regions(edition),
    )
    urls = [(each.label, each.url) for region in view.regions for each in region.municipalities]
    yield edition.page(
        "municipalities",
        view,
        title=say("Municipalities"),
        description=view.lead,
        address=lambda links: links.place("municipalities"),
        json_ld=[structured.item_list(edition, say("Municipalities"), urls)],
    )


def regions(edition: Edition) -> tuple[Region, ...]:
    """Regions by name, those without one last."""
    other = edition.wording.say("Other municipalities")
    found = gather((region_name(edition, entry) or other, entry) for entry in edition.catalogue.municipalities)
    return tuple(
        Region(
            name=name,
            anchor=f"region-{number}",
            municipalities=tuple(
                sorted((choice(edition, each.key) for each in own), key=lambda each: alphabetical(each.label))
            ),
        )
        for number, (name, own) in enumerate(
            sorted(found.items(), key=lambda item: (item[0] == other, alphabetical(item[0]))), 1
        )
    )
