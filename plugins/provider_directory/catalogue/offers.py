"""Listings and offers on a day: who delivers which service, where, to whom, at what price."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..model import Cents, Unit
from ..records.collections import Entry, Records
from ..records.schema.base import Localised
from ..records.schema.organiser import Organiser
from ..records.schema.provider import Listing, Price, Provider
from ..records.schema.register import SelfPayRegister
from ..records.schema.voucher import Voucher
from .outcome import Outcome
from .payment import charged as charged
from .payment import voucher_pays
from .status import ListingStatus, RegisterStatus, VoucherStatus, listing_status, register_status, voucher_status


class Kind(StrEnum):
    """Who pays."""

    VOUCHER = "voucher"
    SELF_PAY = "self-pay"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DatedListing:
    """One listing with everything it refers to, and its status on the day."""

    provider: Entry[Provider]
    number: int
    """Its place in the provider's record, from nought."""
    record: Listing
    organiser: Entry[Organiser]
    voucher: Entry[Voucher] | None
    register: Entry[SelfPayRegister] | None
    status: ListingStatus
    services: tuple[str, ...]
    municipalities: tuple[str, ...]
    """Whose residents can use it."""
    places: tuple[str, ...]
    """Where its locations are."""

    @property
    def kind(self) -> Kind:
        """Voucher or self-pay."""
        return Kind.VOUCHER if self.voucher else Kind.SELF_PAY

    @property
    def list_key(self) -> str:
        """The key of the voucher or register it is for."""
        entry = self.voucher or self.register
        assert entry
        return entry.key

    @property
    def choosable(self) -> bool:
        """Whether it may be listed: current, or upcoming with its day."""
        return self.status in (ListingStatus.CURRENT, ListingStatus.UPCOMING)

    @property
    def starts(self) -> date | None:
        """The first day it can be chosen: its own, or its voucher's when that opens later."""
        own, opens = self.record.starts, self.voucher.record.opens if self.voucher else None
        return max(own, opens) if own and opens else own or opens

    @property
    def until(self) -> date | None:
        """The last day it can be chosen: its own, or its voucher's when that closes earlier."""
        own, closes = self.record.until, self.voucher.record.closes if self.voucher else None
        return min(own, closes) if own and closes else own or closes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offer:
    """One service of a listing in one variant, with the price that holds on the day."""

    listing: DatedListing
    service: str
    variant: str | None
    variant_name: Localised | None
    price: Price | None
    """The price that holds on the day, or the first to come where none does yet."""
    changes: tuple[Price, ...]
    """Prices already decided that follow, soonest first."""
    value: Outcome | None
    """What the voucher pays of one unit; nothing for self-pay or where the voucher names no value."""
    share: Outcome | None
    """What the client pays for one unit."""

    @property
    def provider(self) -> Entry[Provider]:
        """Who offers it."""
        return self.listing.provider

    @property
    def cents(self) -> Cents | None:
        """The price of one unit."""
        return self.price.price if self.price else None

    @property
    def unit(self) -> Unit | None:
        """What the price is for."""
        return self.price.unit if self.price else None

    @property
    def you_pay(self) -> Cents | None:
        """What the client pays for one unit, when that is one known amount."""
        if self.listing.kind is Kind.SELF_PAY:
            return self.cents
        return self.share.exact if self.share else None


def dated_listings(records: Records, day: date, closing_days: int) -> Iterator[DatedListing]:
    """Every listing of every provider, by provider's key and place in its record."""
    for _, provider in sorted(records.providers.items()):
        for number, listing in enumerate(provider.record.listings):
            yield dated_listing(records, provider, number, listing, day, closing_days)


def dated_listing(
    records: Records, provider: Entry[Provider], number: int, listing: Listing, day: date, closing_days: int
) -> DatedListing:
    """One listing with what it refers to."""
    voucher = records.vouchers.get(listing.voucher or "")
    register = records.registers.get(listing.self_pay_register or "")
    organiser = organiser_of(records, voucher, register)
    default = voucher.record.services if voucher else register.record.services if register else []
    places = tuple(dict.fromkeys(place for key in listing.locations if (place := municipality_of(provider, key))))
    return DatedListing(
        provider=provider,
        number=number,
        record=listing,
        organiser=organiser,
        voucher=voucher,
        register=register,
        status=status_with_list(listing, voucher, register, day, closing_days),
        services=tuple(listing.services or default),
        municipalities=residents(listing, organiser, places),
        places=places,
    )


def organiser_of(
    records: Records, voucher: Entry[Voucher] | None, register: Entry[SelfPayRegister] | None
) -> Entry[Organiser]:
    """Who publishes the list."""
    if voucher:
        return records.organisers[voucher.key.partition("/")[0]]
    assert register
    return records.organisers[register.record.organiser]


def status_with_list(
    listing: Listing,
    voucher: Entry[Voucher] | None,
    register: Entry[SelfPayRegister] | None,
    day: date,
    closing_days: int,
) -> ListingStatus:
    """The listing's status; it cannot be chosen before its list opens or after it ends."""
    status = listing_status(listing, day)
    if status in (ListingStatus.ENDED, ListingStatus.SUSPENDED):
        return status
    whole = register_status(register.record, day) if register else None
    if voucher:
        state = voucher_status(voucher.record, day, closing_days)
        early, over = state is VoucherStatus.PLANNED, state is VoucherStatus.ENDED
    else:
        early, over = whole is RegisterStatus.COMING, whole is RegisterStatus.ENDED
    if over:
        return ListingStatus.ENDED
    return ListingStatus.UPCOMING if early else status


def municipality_of(provider: Entry[Provider], location: str) -> str | None:
    """The municipality a location lies in."""
    return provider.record.locations[location].address.municipality


def residents(listing: Listing, organiser: Entry[Organiser], places: tuple[str, ...]) -> tuple[str, ...]:
    """Whose residents can use a listing: a voucher is for its organiser's own, wherever the place is."""
    if listing.voucher:
        own = organiser.record.municipalities
        return tuple(key for key in own if not listing.municipalities or key in listing.municipalities)
    return tuple(dict.fromkeys([*listing.municipalities, *places]))


def offers_of(listing: DatedListing, day: date) -> Iterator[Offer]:
    """A listing's offers: one for each service and variant with a price, one without for a service that has none now."""
    priced: dict[tuple[str, str | None, Unit], list[Price]] = {}
    for price in listing.record.prices:
        for service in services_of(price, listing):
            priced.setdefault((service, price.variant, price.unit), []).append(price)
    shown = set()
    for (service, variant, _), prices in priced.items():
        held = [price for price in prices if not (price.until and price.until < day)]
        held.sort(key=lambda price: price.starts or date.min)
        if held:
            shown.add(service)
            yield offer(listing, service, variant, held[0], tuple(held[1:]), day)
    for service in listing.services:
        if service not in shown:
            yield offer(listing, service, None, None, (), day)


def services_of(price: Price, listing: DatedListing) -> tuple[str, ...]:
    """The services a price is for."""
    if price.service:
        return (price.service,)
    variant = listing.voucher.record.variants.get(price.variant or "") if listing.voucher else None
    return (variant.service,) if variant and variant.service else listing.services


def offer(
    listing: DatedListing, service: str, variant: str | None, price: Price | None, changes: tuple[Price, ...], day: date
) -> Offer:
    """One offer with what the voucher pays and the client's share on the day it can first be used."""
    value, share = pays(listing, variant, price, max(day, listing.starts or day))
    return Offer(
        listing=listing,
        service=service,
        variant=variant,
        variant_name=name_of(listing, variant),
        price=price,
        changes=changes,
        value=value,
        share=share,
    )


def name_of(listing: DatedListing, variant: str | None) -> Localised | None:
    """A variant's name: the voucher's own, or the provider's time band."""
    if variant is None:
        return None
    if listing.voucher and variant in listing.voucher.record.variants:
        return listing.voucher.record.variants[variant].name
    return listing.provider.record.time_bands[variant].name


def pays(
    listing: DatedListing, variant: str | None, price: Price | None, day: date
) -> tuple[Outcome | None, Outcome | None]:
    """What the voucher and the client pay of a price, on a day; nothing for what one pays oneself."""
    return voucher_pays(listing.voucher.record, variant, price, day) if listing.voucher else (None, None)
