"""Providers and their offers, as the index writes them: one row each."""

from collections.abc import Iterable
from datetime import date

from . import texts
from .choices import Row, positions
from .documents import SearchDirectory, SearchDocument, SearchOffer
from .numbers import business_digits, national
from .terms import Terms

DOCUMENT_FIELDS = (
    "key",
    "url",
    "name",
    "where",
    "summary",
    "approvedBy",
    "speaks",
    "phone",
    "phoneUrl",
    "tags",
    "languages",
    "municipalities",
    "numbers",
    "texts",
)
OFFER_FIELDS = (
    "document",
    "service",
    "kind",
    "origin",
    "area",
    "unit",
    "price",
    "payLow",
    "payHigh",
    "payUnit",
    "priceWords",
    "payWords",
    "payNote",
    "besides",
    "variant",
    "variantKey",
    "terms",
    "moments",
    "home",
    "from",
    "until",
)


class ProviderRows:
    """The rows of one directory; makes the tables of what many rows share as it goes."""

    def __init__(self, directory: SearchDirectory, variants: Iterable[str], terms: Terms) -> None:
        vocabulary = directory.vocabulary
        self.documents = directory.documents
        self.terms = terms
        self.services = positions(vocabulary.services)
        self.municipalities = positions(vocabulary.municipalities)
        self.origins = positions(vocabulary.origins)
        self.units = positions(vocabulary.units)
        self.languages = positions(vocabulary.languages)
        self.variants = {words: place for place, words in enumerate(variants)}
        self.moments = positions(vocabulary.moments)
        self.areas: dict[tuple[int, ...], int] = {}
        self.notes: dict[str, int] = {}
        self.variant_keys: dict[str, int] = {}

    def published(self) -> dict[str, object]:
        """Return the tables of providers and offers, and of what their rows share."""
        documents = [self.document(document) for document in self.documents]
        offers = [
            [place, *self.offer(document, offer)]
            for place, document in enumerate(self.documents)
            for offer in document.offers
        ]
        return {
            "documents": {"fields": DOCUMENT_FIELDS, "rows": documents},
            "offers": {"fields": OFFER_FIELDS, "rows": offers},
            "areas": [list(area) for area in self.areas],
            "notes": list(self.notes),
            "variantKeys": list(self.variant_keys),
        }

    def document(self, document: SearchDocument) -> Row:
        """Return one provider, in the order of DOCUMENT_FIELDS."""
        card = document.card
        return [
            *(document.key, document.url, document.name),
            *(card.where, card.summary, card.approved_by, card.languages, card.phone, card.phone_url),
            [[tag.kind, tag.words] for tag in card.tags],
            sorted(self.languages[key] for key in document.languages),
            sorted(self.municipalities[key] for key in document.municipalities),
            numbers(document),
            self.terms.rows(texts.of_document(document)),
        ]

    def offer(self, document: SearchDocument, offer: SearchOffer) -> Row:
        """Return one offer, in the order of OFFER_FIELDS after the first."""
        return [
            *(self.services[offer.service], offer.kind, self.origins[offer.origin]),
            self.area(offer.municipalities or document.municipalities),
            self.unit(offer.unit),
            *(offer.price_cents, offer.pay.low_cents, offer.pay.high_cents),
            self.unit(offer.pay.unit) if offer.pay.unit != offer.unit else None,
            *(offer.price, offer.pay.words, place(offer.pay.note, self.notes)),
            place(offer.pay.besides, self.notes),
            self.variants.get(offer.variant),
            place(offer.variant_key, self.variant_keys),
            [offer.terms.day.isoformat(), offer.terms.price_cents] if offer.terms else None,
            self.mask(self.moments if offer.moments is None else offer.moments),
            int(offer.home_visit),
            *(iso(offer.starts), iso(offer.until)),
        ]

    def unit(self, key: str | None) -> int | None:
        """Return the place of a unit."""
        return None if key is None else self.units[key]

    def mask(self, moments: Iterable[str]) -> int:
        """Return times of the week as bits, that of the first one the lowest."""
        return sum(1 << self.moments[key] for key in moments)

    def area(self, municipalities: Iterable[str]) -> int:
        """Return the number of a set of municipalities; many offers share one."""
        area = tuple(sorted({self.municipalities[key] for key in municipalities}))
        return self.areas.setdefault(area, len(self.areas))


def place(words: str, table: dict[str, int]) -> int | None:
    """Return the place of words in a table that takes them in when they are new; empty ones have none."""
    return table.setdefault(words, len(table)) if words else None


def numbers(document: SearchDocument) -> list[str]:
    """Return the digits that a provider is found by: its telephones and its business id."""
    found = [national(phone) for phone in document.phones]
    return [digits for digits in [*found, business_digits(document.business_id)] if digits]


def iso(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()
