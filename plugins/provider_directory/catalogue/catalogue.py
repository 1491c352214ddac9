"""The directory on a day: everything views and outputs may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from ..records.collections import Entry, Records
from ..records.history import History
from ..records.schema.event import Event
from ..records.schema.organiser import Organiser
from ..records.schema.places import Municipality
from ..records.schema.provider import Provider
from ..records.schema.register import SelfPayRegister
from ..records.schema.voucher import Voucher
from .offers import DatedListing, Kind, Offer, dated_listings, offers_of
from .portions import portions
from .reads import Reads
from .status import (
    EventStatus,
    ListingStatus,
    RegisterStatus,
    VoucherStatus,
    event_status,
    register_status,
    voucher_status,
)

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class table(Generic[T]):
    """A property of a catalogue that is worked out when it is first asked for, and kept."""

    def __init__(self, make: Callable[[Catalogue], T]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __get__(self, catalogue: Catalogue, owner: type) -> T:
        return catalogue.worked_out(self.make.__name__, self.make)


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue:
    """Records, and what is true of them on as_of. Looks everything up once and keeps it; is only equal to itself."""

    records: Records
    as_of: date
    closing_days: int = 90
    history: History = field(default_factory=History)
    """What the records said before."""
    changes_days: int = 730
    """Feeds tell of the changes of so many days."""
    changes_longest: int = 100
    """A feed tells of so many changes at most."""
    kept: dict[str, Any] = field(default_factory=dict, repr=False)
    """Tables that were worked out, by name; they are the same whether or not they are watched."""
    reads: Reads | None = None
    """Who notes what is read, if anybody."""
    unwatched: Catalogue | None = None
    """The same without anybody noting."""

    @property
    def changes_since(self) -> date:
        """The day up to which changes are told no more."""
        return self.as_of - timedelta(days=self.changes_days)

    def watched(self, reads: Reads) -> Catalogue:
        """The same catalogue, of which somebody notes what is read."""
        return replace(self, records=reads.records(self.records), reads=reads, unwatched=self)

    def worked_out(self, name: str, make: Callable[[Catalogue], T]) -> T:
        """What is worked out of a catalogue, once for everybody who asks."""
        if name not in self.kept:
            self.kept[name] = make(self.unwatched or self)
        value: T = self.kept[name]
        return self.reads.seen(name, value) if self.reads else value

    @table
    def listings(self) -> tuple[DatedListing, ...]:
        """Every listing, suspended and ended ones too."""
        return tuple(dated_listings(self.records, self.as_of, self.closing_days))

    @table
    def offers(self) -> tuple[Offer, ...]:
        """Every offer that may be shown in a list: of current listings, and of upcoming ones labelled with their day."""
        return tuple(
            offer for listing in self.listings if listing.choosable for offer in offers_of(listing, self.as_of)
        )

    @table
    def listings_by_provider(self) -> dict[str, tuple[DatedListing, ...]]:
        """A provider's listings, by the provider's key."""
        return gather((listing.provider.key, listing) for listing in self.listings)

    @table
    def offers_by_provider(self) -> dict[str, tuple[Offer, ...]]:
        """A provider's offers, by the provider's key; providers without any are left out."""
        return gather((offer.provider.key, offer) for offer in self.offers)

    @table
    def offers_by_list(self) -> dict[tuple[str, str], tuple[Offer, ...]]:
        """Offers by municipality (of the residents who can use them) and service."""
        return gather(
            ((municipality, offer.service), offer)
            for offer in self.offers
            for municipality in offer.listing.municipalities
        )

    @table
    def services_by_municipality(self) -> dict[str, tuple[str, ...]]:
        """The services somebody offers to a municipality's residents, by key, by the municipality's."""
        return gather(sorted(self.offers_by_list))

    @table
    def municipalities_by_service(self) -> dict[str, tuple[str, ...]]:
        """The municipalities to whose residents somebody offers a service, in the order of the first offers, by service."""
        return gather((service, municipality) for municipality, service in self.offers_by_list)

    @table
    def offers_by_service(self) -> dict[str, tuple[Offer, ...]]:
        """Offers by service, wherever they are given."""
        return gather((offer.service, offer) for offer in self.offers)

    @table
    def offers_by_voucher(self) -> dict[str, tuple[Offer, ...]]:
        """Offers by voucher."""
        return gather((offer.listing.voucher.key, offer) for offer in self.offers if offer.listing.voucher)

    @table
    def offers_by_register(self) -> dict[str, tuple[Offer, ...]]:
        """Offers by register."""
        return gather((offer.listing.register.key, offer) for offer in self.offers if offer.listing.register)

    @table
    def numbers_by_list(self) -> dict[tuple[Kind, str], int]:
        """How many providers can be chosen from a list, by who pays and the key of the voucher or register; none is left out."""
        lists = gather(((offer.listing.kind, offer.listing.list_key), offer) for offer in self.offers)
        return {key: len({offer.provider.key for offer in own}) for key, own in lists.items()}

    @table
    def shown_providers(self) -> tuple[Entry[Provider], ...]:
        """Providers with something to choose, by key."""
        return tuple(self.records.providers[key] for key in sorted(self.offers_by_provider))

    @table
    def told_providers(self) -> dict[int, tuple[str, ...]]:
        """Keys of the providers of which anything is said, those that ended too but none suspended, in portions for open data."""
        return portions(
            key for key in sorted(self.records.providers) if self.provider_status(key) is not ListingStatus.SUSPENDED
        )

    @table
    def municipalities(self) -> tuple[Entry[Municipality], ...]:
        """The municipalities that exist on the day, by key."""
        entries = sorted(self.records.municipalities.items())
        return tuple(entry for _, entry in entries if entry.record.holds_on(self.as_of))

    @table
    def organisers_by_municipality(self) -> dict[str, tuple[str, ...]]:
        """The keys of those who grant vouchers to a municipality's residents, by the municipality's."""
        entries = sorted(self.records.organisers.items())
        return gather((place, key) for key, entry in entries for place in entry.record.municipalities)

    @table
    def events(self) -> tuple[Entry[Event], ...]:
        """Every event, soonest first."""
        return tuple(sorted(self.records.events.values(), key=lambda entry: (self.held(entry), entry.key)))

    @property
    def coming_events(self) -> tuple[Entry[Event], ...]:
        """Events not yet past, soonest first; cancelled ones stay until their day has passed."""
        return tuple(entry for entry in self.events if self.held(entry) >= self.as_of)

    @property
    def past_events(self) -> tuple[Entry[Event], ...]:
        """Events that have been, latest first."""
        return tuple(reversed([entry for entry in self.events if self.held(entry) < self.as_of]))

    def held(self, event: Entry[Event]) -> date:
        """The day an event is held, its new one when it was moved."""
        return event.record.moved_to or event.record.date

    def event_status(self, event: Entry[Event]) -> EventStatus:
        """What an event is on the day."""
        return event_status(event.record, self.as_of)

    def voucher_status(self, voucher: Entry[Voucher]) -> VoucherStatus:
        """What a voucher is on the day."""
        return voucher_status(voucher.record, self.as_of, self.closing_days)

    def register_status(self, register: Entry[SelfPayRegister]) -> RegisterStatus:
        """What a register is on the day."""
        return register_status(register.record, self.as_of)

    def provider_status(self, key: str) -> ListingStatus:
        """A provider's best status among its listings; suspended only when nothing else is left to show."""
        found = {listing.status for listing in self.listings_by_provider.get(key, ())}
        order = (ListingStatus.CURRENT, ListingStatus.UPCOMING, ListingStatus.SUSPENDED, ListingStatus.ENDED)
        return next((status for status in order if status in found), ListingStatus.ENDED)

    def organiser_of(self, voucher: Entry[Voucher]) -> Entry[Organiser]:
        """Who grants a voucher."""
        return self.records.organisers[voucher.key.partition("/")[0]]

    def vouchers_of(self, organiser: str) -> tuple[Entry[Voucher], ...]:
        """An organiser's vouchers, by key."""
        entries = sorted(self.records.vouchers.items())
        return tuple(entry for key, entry in entries if key.partition("/")[0] == organiser)

    def registers_of(self, organiser: str) -> tuple[Entry[SelfPayRegister], ...]:
        """An organiser's registers, by key."""
        entries = sorted(self.records.registers.items())
        return tuple(entry for _, entry in entries if entry.record.organiser == organiser)

    def organisers_in(self, municipality: str) -> tuple[Entry[Organiser], ...]:
        """Who grants vouchers to a municipality's residents."""
        entries = sorted(self.records.organisers.items())
        return tuple(entry for _, entry in entries if municipality in entry.record.municipalities)

    def services_in(self, municipality: str) -> tuple[str, ...]:
        """The services somebody offers to a municipality's residents, by key."""
        return self.services_by_municipality.get(municipality, ())


def gather(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in the order they come."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def providers_of(offers: Iterable[Offer]) -> Iterator[Entry[Provider]]:
    """The providers behind offers, each once, in the order they come."""
    yield from {offer.provider.key: offer.provider for offer in offers}.values()


def of_kind(offers: Iterable[Offer], kind: Kind) -> tuple[Offer, ...]:
    """Only the offers paid for in one way."""
    return tuple(offer for offer in offers if offer.listing.kind is kind)
