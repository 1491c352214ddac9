"""Addresses that people get by cutting the end off another: each leads on to the page they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .edition import Edition
from .links import Links
from .page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadsOnView:
    """Where the page is."""

    heading: str
    label: str
    url: str


def pages(edition: Edition) -> Iterator[Page]:
    """An organiser's vouchers and registers stand on its own page; the texts begin with the first."""
    for key, organiser in sorted(edition.records.organisers.items()):
        name = edition.organiser(organiser)
        if edition.catalogue.vouchers_of(key):
            yield leading(edition, "vouchers", (key,), name, edition.links.organiser(key))
        if edition.catalogue.registers_of(key):
            yield leading(edition, "registers", (key,), name, edition.links.organiser(key))
    texts = sorted(edition.records.pages.items(), key=lambda item: (item[1].record.order, item[0]))
    for key, entry in texts[:1]:
        yield leading(edition, "pages", (), entry.title(edition.language), edition.links.page(key))


def leading(edition: Edition, place: str, steps: tuple[str, ...], label: str, url: str) -> Page:
    """One address that leads on."""

    def address(links: Links) -> str:
        return links.place(place, *steps)

    view = LeadsOnView(heading=edition.wording.say("You will find it here"), label=label, url=url)
    return edition.page(
        "leads-on",
        view,
        title=label,
        description=label,
        address=address,
        redirect=url,
        noindex=True,
        heading=view.heading,
    )
