"""What is searched: providers and what each offers, as the search sees them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .vocabulary import SearchVocabulary

Kind = Literal["voucher", "self-pay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPay:
    """What the client pays for one unit of an offer, as far as that is known for everybody."""

    low_cents: int | None = None
    """The least that anybody pays."""

    high_cents: int | None = None
    """The most that anybody pays; the same as the least where it is one amount."""

    unit: str | None = None
    """Key of the unit it is told for, where that is not the price's."""

    words: str = ""
    """The same in finished words: "11,40 €", "0,00–66,50 €"; none where the price is all there is to say."""

    note: str = ""
    """What belongs under the words: that it depends on income, or why there is no amount."""

    besides: str = ""
    """What comes on top of it, in a few words; the note has them too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTerms:
    """A later day from which an offer's terms hold, and the price then."""

    day: date
    price_cents: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOffer:
    """One service from one provider, at one price, under one voucher or register."""

    service: str
    """Key of a service in the vocabulary."""

    kind: Kind
    """Whether a voucher pays for it or the client does."""

    origin: str
    """Key of the voucher or register that it is offered under."""

    municipalities: tuple[str, ...] = ()
    """Where it is delivered. Empty means: only where the provider has its locations."""

    unit: str | None = None
    """Key of the unit that the price is for; prices of different units are never compared."""

    price_cents: int | None = None
    """What the provider charges for one unit."""

    pay: SearchPay = field(default_factory=SearchPay)
    """What the client pays of it."""

    price: str = ""
    """The price in finished words: "38,50 €"."""

    variant: str = ""
    """How it is delivered, in finished words: "yöllä", "kuljetuksella". Found by its words."""

    variant_key: str = ""
    """The variant as the rules of its voucher call it."""

    terms: SearchTerms | None = None
    """When what the client pays holds only from a later day on than the directory's."""

    moments: tuple[str, ...] | None = None
    """Keys of the times of the week at which the price holds; nothing means all of them."""

    home_visit: bool = False
    """Whether it is delivered at the client's home."""

    starts: date | None = None
    """The first day it can be chosen; the browser leaves it out before."""

    until: date | None = None
    """The last day it can be chosen; the browser leaves it out afterwards."""

    def is_valid(self, day: date) -> bool:
        """Whether it can be chosen on a day."""
        return (self.starts is None or self.starts <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTag:
    """A mark on a result, such as "new"."""

    kind: str
    """Which mark it is; the page's styles know it."""

    words: str
    """What it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCard:
    """The finished words of one result. Nothing here is searched."""

    where: str = ""
    """Where the provider is or works, in words."""

    summary: str = ""
    """What it does, in a sentence."""

    approved_by: str = ""
    """Who approved it, in words."""

    languages: str = ""
    """The languages it serves in, in words."""

    phone: str = ""
    """The telephone number as people read it."""

    phone_url: str = ""
    """The same number as a link: "tel:+358140001234"."""

    tags: tuple[SearchTag, ...] = ()
    """Marks on the result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One provider, on one day, in one language."""

    key: str
    """The provider's identity: its file name. Equal results are ordered by it and the day."""

    url: str
    """The address of the provider's page."""

    name: str
    """The provider's name."""

    card: SearchCard = field(default_factory=SearchCard)
    """The words of the result."""

    languages: tuple[str, ...] = ()
    """Codes of the languages it serves in."""

    municipalities: tuple[str, ...] = ()
    """Keys of the municipalities where it has a location."""

    offers: tuple[SearchOffer, ...] = ()
    """What can be chosen. A provider with none is found by text and municipality only."""

    also_named: tuple[str, ...] = ()
    """Trade names, former names, names of locations."""

    places: tuple[str, ...] = ()
    """Streets, districts and postal places of its locations."""

    descriptions: tuple[str, ...] = ()
    """Everything else worth finding, sentence by sentence."""

    business_id: str = ""
    """The Finnish business id: "1234567-1"."""

    phones: tuple[str, ...] = ()
    """Telephone numbers in any common spelling."""

    mark: bytes = field(default=b"", init=False, compare=False, repr=False)
    """The mark of all the rest once it was asked for; a document that is kept, and read again, brings it along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDirectory:
    """Everything that is searched in one language on one day."""

    language: Literal["fi", "sv", "en"]
    day: date
    vocabulary: SearchVocabulary
    documents: tuple[SearchDocument, ...]
    """Providers in the order of their names."""
