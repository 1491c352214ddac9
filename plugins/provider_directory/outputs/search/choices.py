"""What a person can choose between, as the index writes it: one row each, in the order in which it is shown."""

from collections.abc import Iterable

from . import texts
from .faults import Keyed
from .terms import Terms
from .vocabulary import SearchVocabulary

Row = list[object]


def positions(entries: Iterable[Keyed]) -> dict[str, int]:
    """Return the place of each key; rows point at each other by place."""
    return {entry.key: place for place, entry in enumerate(entries)}


def published(vocabulary: SearchVocabulary, variants: Iterable[str], terms: Terms) -> dict[str, list[Row]]:
    """Return the rows of every kind of choice."""
    places = positions(vocabulary.municipalities)
    return {
        "services": [
            [each.key, each.label, each.group, each.url, terms.rows(texts.of_service(each))]
            for each in vocabulary.services
        ],
        "municipalities": [
            [each.key, each.label, each.url, near(each.neighbours, places), terms.rows(texts.of_municipality(each))]
            for each in vocabulary.municipalities
        ],
        "origins": [[each.key, each.label, each.url, terms.rows(texts.of_origin(each))] for each in vocabulary.origins],
        "kinds": [[each.key, each.label, terms.rows(texts.of_kind(each))] for each in vocabulary.kinds],
        "units": [[each.key, each.label] for each in vocabulary.units],
        "moments": [[each.key, each.label] for each in vocabulary.moments],
        "languages": [[each.key, each.label, terms.rows(texts.of_language(each))] for each in vocabulary.languages],
        "variants": [[words, terms.rows(texts.of_variant(words))] for words in variants],
    }


def near(neighbours: Iterable[str], places: dict[str, int]) -> list[int]:
    """Return the places of some municipalities."""
    return sorted(places[key] for key in neighbours)
