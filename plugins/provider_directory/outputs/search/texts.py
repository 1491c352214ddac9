"""What everything is found by, and how much each text counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from .documents import SearchDirectory, SearchDocument
from .vocabulary import SearchKind, SearchLanguage, SearchMoment, SearchMunicipality, SearchOrigin, SearchService

# A service counts more than a name, so a provider gains nothing by putting a service into its name.
SERVICE = 9
NAME = 8
SYNONYM = 7
ALSO_NAMED = ORIGIN = 6
MUNICIPALITY = 5
PLACE = VARIANT = LANGUAGE = KIND = MOMENT = 4
GROUP = AREA = 3
DESCRIPTION = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Words that something is found by, and how much they count."""

    weight: int
    words: str


def of_service(service: SearchService) -> Iterator[Text]:
    """Yield what a service is found by."""
    yield Text(SERVICE - is_of_several(service.label), service.label)
    yield from (Text(SYNONYM - is_of_several(words), words) for words in service.words)
    yield Text(GROUP, service.group)


def is_of_several(name: str) -> bool:
    """Whether a name has several words; each of them counts a little less than a name of its own."""
    return " " in name.strip()


def of_municipality(municipality: SearchMunicipality) -> Iterator[Text]:
    """Yield what a municipality is found by."""
    yield from (Text(MUNICIPALITY, words) for words in (municipality.label, *municipality.words))
    yield from (Text(AREA, words) for words in municipality.areas)


def of_origin(origin: SearchOrigin) -> Iterator[Text]:
    """Yield what a voucher or a register is found by."""
    yield from (Text(ORIGIN, words) for words in (origin.label, *origin.words))


def of_kind(kind: SearchKind) -> Iterator[Text]:
    """Yield what a way to pay is found by."""
    yield from (Text(KIND, words) for words in (kind.label, *kind.words))


def of_language(language: SearchLanguage) -> Iterator[Text]:
    """Yield what a language is found by."""
    yield from (Text(LANGUAGE, words) for words in (language.label, *language.words))


def of_moment(moment: SearchMoment) -> Iterator[Text]:
    """Yield what a time of the week is found by; its label is a sentence, not a name."""
    yield from (Text(MOMENT, words) for words in moment.words)


def of_variant(variant: str) -> Iterator[Text]:
    """Yield what a variant of an offer is found by."""
    yield Text(VARIANT, variant)


def of_document(document: SearchDocument) -> Iterator[Text]:
    """Yield what a provider itself is found by, besides what its offers are found by."""
    yield Text(NAME, document.name)
    yield from (Text(ALSO_NAMED, words) for words in document.also_named)
    yield from (Text(PLACE, words) for words in document.places)
    yield from (Text(DESCRIPTION, words) for words in document.descriptions)


def variants(directory: SearchDirectory) -> list[str]:
    """Return every variant that an offer has, sorted."""
    return sorted({offer.variant for document in directory.documents for offer in document.offers} - {""})


def of_directory(directory: SearchDirectory) -> Iterator[Text]:
    """Yield every text of a directory."""
    vocabulary = directory.vocabulary
    for service in vocabulary.services:
        yield from of_service(service)
    for municipality in vocabulary.municipalities:
        yield from of_municipality(municipality)
    for origin in vocabulary.origins:
        yield from of_origin(origin)
    for kind in vocabulary.kinds:
        yield from of_kind(kind)
    for language in vocabulary.languages:
        yield from of_language(language)
    for moment in vocabulary.moments:
        yield from of_moment(moment)
    for variant in variants(directory):
        yield from of_variant(variant)
    for document in directory.documents:
        yield from of_document(document)
