"""The approved list of one voucher or the providers of one register, or why there is nobody on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..catalogue.catalogue import gather
from ..catalogue.offers import DatedListing, Offer
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.register import SelfPayRegister
from ..records.schema.voucher import Voucher
from .cards import ProviderRow, rows
from .choice import Choice
from .edition import Edition
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLists:
    """A service of a list that is too long for one page, with the list of it in each municipality."""

    heading: str
    """With how many there are in all."""
    lists: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedProviders:
    """The arguments of the provider-table component, or of the empty state."""

    caption: str
    rows: tuple[ProviderRow, ...]
    """Everybody; of a list too long for one page, those who are for the residents of no municipality."""
    spread: tuple[ServiceLists, ...]
    """Where all others of such a list are found."""
    you_pay: bool
    count: str
    """How many there are, in words."""
    empty_title: str
    empty_text: str | None
    ways_out: tuple[Choice, ...]
    lists: tuple[Choice, ...]
    """The same by municipality and service, where that is a page of its own."""


def approved_providers(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> ApprovedProviders:
    """Those one may choose with a voucher."""
    say, offers = edition.wording.say, edition.catalogue.offers_by_voucher.get(entry.key, ())
    return ApprovedProviders(
        caption=say("{voucher}: approved providers", voucher=entry.title(edition.language)),
        rows=rows(edition, on_page(edition, offers)),
        spread=spread(edition, offers),
        you_pay=True,
        count=counted(edition, offers),
        empty_title=say("No approved providers here"),
        empty_text=why_empty(edition, entry, organiser) or None,
        ways_out=ways_out(edition, entry.record.services, organiser),
        lists=() if too_long(edition, offers) else lists(edition, offers),
    )


def why_empty(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> str:
    """Why nobody is on a voucher's list, as far as its organiser tells."""
    if not entry.record.accepts_providers:
        return edition.wording.say("The organiser does not approve providers for this voucher through this site.")
    return edition.wording.read(organiser.record.approved_list)


def register_providers(
    edition: Edition, entry: Entry[SelfPayRegister], organiser: Entry[Organiser]
) -> ApprovedProviders:
    """Those who gave notice to a register."""
    say, offers = edition.wording.say, edition.catalogue.offers_by_register.get(entry.key, ())
    name = edition.wording.read(entry.record.name)
    return ApprovedProviders(
        caption=say("{register}: providers", register=name),
        # Everybody here is paid by the client, so no row need say so.
        rows=tuple(
            replace(row, tags=tuple(tag for tag in row.tags if tag.kind != "plain"))
            for row in rows(edition, on_page(edition, offers))
        ),
        spread=spread(edition, offers),
        you_pay=False,
        count=counted(edition, offers),
        empty_title=say("No providers on this register here"),
        empty_text=None,
        ways_out=ways_out(edition, entry.record.services, organiser),
        lists=() if too_long(edition, offers) else lists(edition, offers),
    )


def counted(edition: Edition, offers: Iterable[Offer]) -> str:
    """'12 palveluntuottajaa'."""
    return number_words(edition, len({offer.provider.key for offer in offers}))


def number_words(edition: Edition, number: int) -> str:
    """'12 palveluntuottajaa'."""
    return edition.wording.count("{number} provider", "{number} providers", number)


def ways_out(edition: Edition, services: Iterable[str], organiser: Entry[Organiser]) -> tuple[Choice, ...]:
    """Where to look when a list is empty: the services elsewhere, and the organiser."""
    found = [
        Choice(label=edition.service(key), url=edition.links.service(key))
        for key in services
        if key in edition.catalogue.offers_by_service
    ]
    return (*found, Choice(label=edition.organiser(organiser), url=edition.links.organiser(organiser.key)))


def lists(edition: Edition, offers: Iterable[Offer]) -> tuple[Choice, ...]:
    """The lists of one service in one municipality that these offers stand on, by name."""
    pairs = {(place, offer.service) for offer in offers for place in offer.listing.municipalities}
    found = [
        Choice(
            label=edition.wording.say(
                "{service}: {municipality}", service=edition.service(service), municipality=edition.municipality(place)
            ),
            url=edition.links.approved_list(place, service),
        )
        for place, service in pairs
    ]
    return tuple(sorted(found, key=lambda choice: alphabetical(choice.label)))


def too_long(edition: Edition, offers: Iterable[Offer]) -> bool:
    """Whether a page cannot list everybody."""
    return len({offer.provider.key for offer in offers}) > edition.settings.list_longest


def on_page(edition: Edition, offers: Sequence[Offer]) -> Sequence[Offer]:
    """Those that the page itself lists: all, or of a long list those that no list of a municipality has."""
    return [offer for offer in offers if not offer.listing.municipalities] if too_long(edition, offers) else offers


def spread(edition: Edition, offers: Sequence[Offer]) -> tuple[ServiceLists, ...]:
    """A voucher's or a register's list that is too long for one page, by service and municipality; else nothing."""
    if not too_long(edition, offers):
        return ()
    found = gather((offer.service, offer) for offer in offers)
    services = sorted(found.items(), key=lambda item: alphabetical(edition.service(item[0])))
    return tuple(service_lists(edition, service, own) for service, own in services)


def service_lists(edition: Edition, service: str, offers: Sequence[Offer]) -> ServiceLists:
    """One service of the list: the part of each municipality's page that is about this list."""
    places = gather((place, offer) for offer in offers for place in offer.listing.municipalities)
    found = [
        Choice(
            label=edition.municipality(place),
            url=f"{edition.links.approved_list(place, service)}#{list_anchor(offers[0].listing)}",
            note=counted(edition, own),
        )
        for place, own in places.items()
    ]
    return ServiceLists(
        heading=edition.wording.say(
            "{service}: {count}", service=edition.service(service), count=counted(edition, offers)
        ),
        lists=tuple(sorted(found, key=lambda choice: alphabetical(choice.label))),
    )


def list_anchor(listing: DatedListing) -> str:
    """Where a voucher's or a register's list stands on the page of a service in a municipality."""
    return listing.list_key.replace("/", "-")
