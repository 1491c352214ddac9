"""A service: what it is in plain words, which vouchers pay for it, and what it costs where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..catalogue.catalogue import gather
from ..catalogue.offers import Offer
from ..catalogue.status import VoucherStatus
from ..records.collections import Entry
from ..records.schema.service import Service
from ..records.schema.voucher import Voucher
from . import structured
from .approved import counted, on_page, too_long
from .cards import ProviderRow, rows
from .choice import Choice
from .edition import Edition
from .page import Page
from .page_kind import PageKind
from .paying import main_unit, reasons, share_known
from .price_line import price_line
from .price_range import ENOUGH, PlotStrip, cheapest_by_provider, plot, ranges_words
from .service_tiles import ServiceTile, in_order
from .voucher_tiles import VoucherTile, tile
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """One service, what it is first."""

    heading: str
    kicker: str
    """The life situation it belongs to."""
    lead: str
    description: str | None
    synonyms: str | None
    vouchers: tuple[VoucherTile, ...]
    """In use first, then planned."""
    municipalities: tuple[ServiceTile, ...]
    """Where it is given, with counts and prices."""
    strip: PlotStrip | None
    """All lowest prices of the commonest unit."""
    caption: str
    elsewhere: str | None
    """That there are too many for one page."""
    providers: tuple[ProviderRow, ...]
    """Everybody, or then those whom the list of no municipality has."""
    you_pay: bool
    notes: tuple[str, ...]
    """Why what the client pays is not told, where it is not."""
    nobody: str | None
    """What to say where nobody gives it."""
    ways_out: tuple[Choice, ...]


def subjects(edition: Edition) -> Iterable[str]:
    """Every service."""
    return sorted(edition.records.services)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    entry = edition.records.services[key]
    view = service_view(edition, entry)
    areas = structured.areas(edition, structured.served(edition.catalogue.offers_by_service.get(entry.key, ())))
    return edition.page(
        "service",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.service(entry.key),
        trail=[(edition.wording.say("Services"), edition.links.place("services"))],
        json_ld=[structured.known(structured.service(edition, entry.key) | {"areaServed": areas})],
    )


pages = PageKind(subjects, page)


def service_view(edition: Edition, entry: Entry[Service]) -> ServiceView:
    """What the page says."""
    offers, read = edition.catalogue.offers_by_service.get(entry.key, ()), edition.wording.read
    providers = rows(edition, on_page(edition, offers))
    known = any(share_known(edition, offer) for offer in offers)
    return ServiceView(
        heading=edition.service(entry.key),
        kicker=read(edition.records.service_groups[entry.record.group].record.name),
        lead=read(entry.record.summary),
        description=read(entry.record.description) or None,
        synonyms=synonyms(edition, entry),
        vouchers=vouchers(edition, entry.key),
        municipalities=municipalities(edition, entry.key),
        strip=strip(edition, offers),
        caption=edition.wording.say("{service}: providers", service=edition.service(entry.key)),
        elsewhere=elsewhere(edition, offers),
        providers=providers,
        you_pay=known,
        notes=reasons(row.you_pay for row in providers) if known else (),
        nobody=None if offers else nobody(edition, entry),
        ways_out=() if offers else ways_out(edition, entry),
    )


def synonyms(edition: Edition, entry: Entry[Service]) -> str | None:
    """'Samaa tarkoittavat: …', with a few of the words people use, former names last."""
    words = [
        *getattr(entry.record.synonyms, edition.language)[:5],
        *getattr(entry.record.former_names, edition.language),
    ]
    return edition.wording.say("Also called: {words}.", words=edition.wording.join(words)) if words else None


def vouchers(edition: Edition, service: str) -> tuple[VoucherTile, ...]:
    """The vouchers that pay for it, each with its organiser's name."""
    order = {VoucherStatus.PLANNED: 1, VoucherStatus.ENDED: 2}
    found = [entry for _, entry in sorted(edition.records.vouchers.items()) if service in entry.record.services]
    found.sort(key=lambda entry: order.get(edition.catalogue.voucher_status(entry), 0))
    return tuple(with_organiser(edition, entry) for entry in found)


def with_organiser(edition: Edition, entry: Entry[Voucher]) -> VoucherTile:
    """A voucher with whose it is, since several organisers may have one of the same name."""
    made = tile(edition, entry)
    whose = edition.organiser(edition.catalogue.organiser_of(entry))
    return replace(made, count=f"{whose} · {made.count}" if made.count else whose)


def municipalities(edition: Edition, service: str) -> tuple[ServiceTile, ...]:
    """The municipalities where it is given."""
    lists = edition.catalogue.offers_by_list
    return in_order(
        ServiceTile(
            name=edition.municipality(place),
            url=edition.links.approved_list(place, service),
            count=counted(edition, lists[place, service]),
            note=ranges_words(edition, lists[place, service]) or None,
        )
        for place in edition.catalogue.municipalities_by_service.get(service, ())
    )


def elsewhere(edition: Edition, offers: Sequence[Offer]) -> str | None:
    """Where everybody is listed, if not here."""
    if not too_long(edition, offers):
        return None
    return edition.wording.say(
        "{count}, too many for one page. Choose a municipality above: its list has prices, what you pay, and telephone numbers.",
        count=counted(edition, offers),
    )


def strip(edition: Edition, offers: Sequence[Offer]) -> PlotStrip | None:
    """Every provider's lowest price in the commonest unit, where there are enough of them."""
    unit = main_unit(offers)
    line = price_line(cheapest_by_provider(offers, unit).values() if unit else ())
    if unit is None or len(line.prices) < ENOUGH:
        return None
    words = edition.wording.count(
        "{number} provider's lowest price is {span}, half of them at most {middle}.",
        "The lowest prices of {number} providers are {span}, half of them at most {middle}.",
        len(line.prices),
        span=edition.wording.span(line.low, line.high, unit),
        middle=edition.wording.money(line.middle),
    )
    return plot(edition, words, line)


def nobody(edition: Edition, entry: Entry[Service]) -> str:
    """Why there is no provider."""
    planned = any(
        edition.catalogue.voucher_status(voucher) is VoucherStatus.PLANNED
        for voucher in edition.records.vouchers.values()
        if entry.key in voucher.record.services
    )
    if planned:
        return edition.wording.say(
            "A voucher for this service is planned. Providers are approved when it is taken into use."
        )
    return edition.wording.say("No provider on the lists gives this service on this day.")


def ways_out(edition: Edition, entry: Entry[Service]) -> tuple[Choice, ...]:
    """Services of the same life situation that somebody gives, and all services."""
    given = gather((edition.records.services[key].record.group, key) for key in edition.catalogue.offers_by_service)
    found = [
        Choice(
            label=edition.service(key),
            url=edition.links.service(key),
            note=counted(edition, edition.catalogue.offers_by_service[key]),
        )
        for key in given.get(entry.record.group, ())
    ]
    ordered = sorted(found, key=lambda choice: alphabetical(choice.label))
    return (*ordered, Choice(label=edition.wording.say("All services"), url=edition.links.place("services")))
