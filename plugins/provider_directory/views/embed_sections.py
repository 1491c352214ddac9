"""The tables of a list for other sites, as far as this site's own pages list it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..catalogue.catalogue import gather
from ..catalogue.offers import Kind, Offer
from .approved import ApprovedProviders, approved_providers, counted, register_providers
from .approved_list import ApprovedList, approved_list, approved_lists
from .cards import ProviderRow
from .choice import Choice
from .edition import Edition
from .embed_lists import list_address, list_title, own_lists
from .list_links import ListKey
from .list_sheets import ListSheet, cut_list
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedSection:
    """One table."""

    heading: str
    caption: str
    rows: tuple[ProviderRow, ...]
    you_pay: bool
    notes: tuple[str, ...] = ()
    others: tuple[Choice, ...] = ()
    """Where on this site the rest of a long list is."""


def sections(edition: Edition, subject: ListKey) -> Sequence[EmbedSection]:
    """The tables of a list of providers."""
    kind, organiser, *keys = subject
    match kind:
        case "voucher":
            return [each for each in [of_voucher(edition, keys[0])] if each]
        case "register":
            return [each for each in [of_register(edition, keys[0])] if each]
        case "service":
            return of_service(edition, *keys)
        case "municipality":
            return of_municipality(edition, keys[0])
        case _:
            return of_organiser(edition, organiser)


def of_voucher(edition: Edition, key: str) -> EmbedSection | None:
    """Those approved for a voucher."""
    entry = edition.records.vouchers[key]
    organiser = edition.catalogue.organiser_of(entry)
    return whole(edition, entry.title(edition.language), approved_providers(edition, entry, organiser))


def of_register(edition: Edition, key: str) -> EmbedSection | None:
    """Those on a register."""
    entry = edition.records.registers[key]
    organiser = edition.records.organisers[entry.record.organiser]
    return whole(edition, edition.wording.read(entry.record.name), register_providers(edition, entry, organiser))


def whole(edition: Edition, heading: str, found: ApprovedProviders) -> EmbedSection | None:
    """The list of a voucher's or a register's page; nothing where nobody is on it."""
    if not found.rows and not found.spread:
        return None
    return EmbedSection(
        heading=heading,
        caption=found.caption,
        rows=found.rows,
        you_pay=found.you_pay,
        notes=(found.count, choose(edition)) if found.spread else (),
        others=tuple(
            replace(each, label=f"{service.heading.partition(':')[0]}: {each.label}")
            for service in found.spread
            for each in service.lists
        ),
    )


def choose(edition: Edition) -> str:
    """Why a long list is not here."""
    return edition.wording.say(
        "They are too many for one page. Choose the service and the municipality; who serves several is on the list of each."
    )


def of_service(edition: Edition, municipality: str, service: str) -> list[EmbedSection]:
    """The lists of one service in one municipality."""
    offers, sheet = edition.catalogue.offers_by_list[municipality, service], ListSheet(municipality, service)
    by_kind = gather((offer.listing.kind, offer) for offer in offers)
    return [of_list(each) for kind in Kind for each in approved_lists(edition, sheet, by_kind.get(kind, ()))]


def of_list(found: ApprovedList) -> EmbedSection:
    """A list of the page of a service in a municipality."""
    part = found.part
    return EmbedSection(
        heading=found.heading,
        caption=found.caption,
        rows=found.rows,
        you_pay=found.you_pay,
        notes=(*([part.words] if part else []), *found.notes),
        others=part.others if part else (),
    )


def of_municipality(edition: Edition, municipality: str) -> list[EmbedSection]:
    """Every voucher's and register's list as far as a municipality's residents can use it, those with vouchers first."""
    services = edition.catalogue.services_in(municipality)
    offers = [offer for key in services for offer in edition.catalogue.offers_by_list[municipality, key]]
    if too_many(edition, offers):
        return [by_service(edition, municipality)]
    lists = gather(((offer.listing.kind, offer.listing.list_key), offer) for offer in offers)
    sheet = ListSheet(municipality, "")
    made = [(kind, of_list(approved_list(edition, sheet, cut_list(edition, own)))) for (kind, _), own in lists.items()]
    return [
        each for _, each in sorted(made, key=lambda pair: (pair[0] is Kind.SELF_PAY, alphabetical(pair[1].heading)))
    ]


def too_many(edition: Edition, offers: Iterable[Offer]) -> bool:
    """Whether a page cannot hold a row for each provider on each list."""
    rows = {(offer.listing.kind, offer.listing.list_key, offer.provider.key) for offer in offers}
    return len(rows) > edition.settings.list_longest


def by_service(edition: Edition, municipality: str) -> EmbedSection:
    """In place of a list that is too long: where each service's own is."""
    services, lists = edition.catalogue.services_in(municipality), edition.catalogue.offers_by_list
    found = [
        Choice(
            label=edition.service(service),
            url=edition.links.approved_list(municipality, service),
            note=counted(edition, lists[municipality, service]),
        )
        for service in services
    ]
    return EmbedSection(
        heading=edition.municipality(municipality),
        caption="",
        rows=(),
        you_pay=False,
        notes=(choose(edition),),
        others=tuple(sorted(found, key=lambda each: alphabetical(each.label))),
    )


def of_organiser(edition: Edition, organiser: str) -> list[EmbedSection]:
    """Every list of an organiser, those with vouchers first; where they are too long together, where each of them is."""
    own = in_order(edition, own_lists(edition, organiser))
    made = [(key, each) for key in own for each in sections(edition, key)]
    if sum(len(each.rows) for _, each in made) <= edition.settings.list_longest:
        return [each for _, each in made]
    others = (Choice(label=each.heading, url=list_address(edition.links, key)) for key, each in made)
    return [
        EmbedSection(
            heading=edition.organiser(edition.records.organisers[organiser]),
            caption="",
            rows=(),
            you_pay=False,
            notes=(choose(edition),),
            others=tuple(others),
        )
    ]


def in_order(edition: Edition, lists: Iterable[ListKey]) -> list[ListKey]:
    """Vouchers first, then registers, each by name."""
    return sorted(lists, key=lambda key: (key[0] != "voucher", alphabetical(list_title(edition, key))))
