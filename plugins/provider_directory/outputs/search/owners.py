"""By whose texts an offer is found: its provider's, and those of everything that can be chosen and fits it."""

from collections.abc import Iterable, Iterator

from . import texts
from .analysis import Analysis
from .documents import SearchDirectory, SearchDocument, SearchOffer
from .numbers import business_digits, national
from .question import Keys, keys_of
from .texts import Text

Owner = tuple[str, str]
"""What has texts: what it is, and its key."""

Row = tuple[SearchDocument, SearchOffer | None]
"""An offer with its provider, or a provider that has none."""

Field = tuple[str, int]
"""Whose text it is, and how much it counts."""

Written = tuple[Field, Keys]
"""A text, by the keys of its words."""


def chosen(document: SearchDocument, offer: SearchOffer | None, moments: Iterable[str]) -> Iterator[Owner]:
    """Yield everything by whose texts an offer of a provider is found; moments are all times of the week."""
    yield "provider", document.key
    yield from (("language", key) for key in document.languages)
    yield from (("municipality", key) for key in (offer.municipalities if offer else ()) or document.municipalities)
    if offer:
        yield from (
            ("service", offer.service),
            ("origin", offer.origin),
            ("kind", offer.kind),
            ("variant", offer.variant),
        )
        yield from (("moment", key) for key in (moments if offer.moments is None else offer.moments))


def of_choices(directory: SearchDirectory) -> Iterator[tuple[Owner, Text]]:
    """Yield every text of what can be chosen, each with whose it is."""
    vocabulary = directory.vocabulary
    yield from ((("service", each.key), text) for each in vocabulary.services for text in texts.of_service(each))
    yield from ((("origin", each.key), text) for each in vocabulary.origins for text in texts.of_origin(each))
    yield from (
        (("municipality", each.key), text) for each in vocabulary.municipalities for text in texts.of_municipality(each)
    )
    yield from ((("kind", each.key), text) for each in vocabulary.kinds for text in texts.of_kind(each))
    yield from ((("language", each.key), text) for each in vocabulary.languages for text in texts.of_language(each))
    yield from ((("moment", each.key), text) for each in vocabulary.moments for text in texts.of_moment(each))
    yield from ((("variant", each), text) for each in texts.variants(directory) for text in texts.of_variant(each))


def of_providers(directory: SearchDirectory) -> Iterator[tuple[Owner, Text]]:
    """Yield every text of providers themselves, each with whose it is."""
    yield from ((("provider", each.key), text) for each in directory.documents for text in texts.of_document(each))


def written(found: Iterable[tuple[Owner, Text]], analysis: Analysis) -> dict[Owner, list[Written]]:
    """Return texts as the keys of their words, together by whose they are."""
    together: dict[Owner, list[Written]] = {}
    for (owner, key), text in found:
        together.setdefault((owner, key), []).append(((owner, text.weight), keys_of(analysis.words(text.words))))
    return together


def holds(text: Keys, phrase: Keys) -> bool:
    """Whether the words of a phrase stand side by side in a text."""
    return any(text[start : start + len(phrase)] == phrase for start in range(len(text)))


def rows(directory: SearchDirectory) -> Iterator[Row]:
    """Yield the offers that can be chosen on the day, and the providers that never had any."""
    for document in directory.documents:
        if not document.offers:
            yield document, None
        yield from ((document, offer) for offer in document.offers if offer.is_valid(directory.day))


def numbers(document: SearchDocument) -> str:
    """Return the digits that a provider is found by."""
    return " ".join([*map(national, document.phones), business_digits(document.business_id)])
