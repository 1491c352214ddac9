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
    "youPay",
    "priceWords",
    "youPayWords",
    "variant",
    "home",
    "from",
    "until",
)


class ProviderRows:
    """The rows of one directory; makes the table of areas as it goes."""

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
        self.areas: dict[tuple[int, ...], int] = {}

    def published(self) -> dict[str, object]:
        """Return the tables of providers, offers and areas."""
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
            None if offer.unit is None else self.units[offer.unit],
            *(offer.price_cents, offer.you_pay_cents, offer.price, offer.you_pay),
            self.variants.get(offer.variant),
            int(offer.home_visit),
            *(iso(offer.starts), iso(offer.until)),
        ]

    def area(self, municipalities: Iterable[str]) -> int:
        """Return the number of a set of municipalities; many offers share one."""
        area = tuple(sorted({self.municipalities[key] for key in municipalities}))
        return self.areas.setdefault(area, len(self.areas))


def numbers(document: SearchDocument) -> list[str]:
    """Return the digits that a provider is found by: its telephones and its business id."""
    found = [national(phone) for phone in document.phones]
    return [digits for digits in [*found, business_digits(document.business_id)] if digits]


def iso(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()
