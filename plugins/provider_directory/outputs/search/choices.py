"""What a person can choose between, as the index writes it, and what helps them to choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from .cards import slug
from .dictionary_pages import owners
from .documents import SearchDirectory
from .entries import Entry
from .offers import KINDS

Addresses = Mapping[str, str]
"""How the addresses of most pages of a kind begin; the key and a slash follow."""


def addresses(directory: SearchDirectory) -> dict[str, str]:
    """Return how addresses begin, by kind of page."""
    vocabulary = directory.vocabulary
    return {
        "provider": beginning((each.url, each.key) for each in directory.documents),
        "service": beginning((each.url, each.key) for each in vocabulary.services),
        "municipality": beginning((each.url, each.key) for each in vocabulary.municipalities),
        "origin": beginning((each.url, each.key) for each in vocabulary.origins),
    }


def beginning(pages: Iterable[tuple[str, str]]) -> str:
    """Return how most addresses begin that end with their key and a slash."""
    found = Counter(url.removesuffix(f"{key}/") for url, key in pages if url.endswith(f"/{key}/"))
    return found.most_common(1)[0][0] if found else ""


def short(url: str, key: str, base: str) -> object:
    """Return 0 where an address is what it would be guessed to be."""
    return 0 if base and url == f"{base}{key}/" else url


def boot_choices(
    directory: SearchDirectory, seats: Sequence[str], bases: Addresses, offered: Mapping[str, int]
) -> dict[str, object]:
    """Return the choices by which a query is read and a result is told."""
    vocabulary = directory.vocabulary
    units = units_told(directory)
    labels = {each.key: each.label for each in vocabulary.municipalities}
    return {
        "addresses": bases["provider"],
        "services": [
            [each.key, each.label, offered.get(each.key, 0), units.get(each.key, [])] for each in vocabulary.services
        ],
        "municipalities": [labels[key] if slug(labels[key]) == key else [key, labels[key]] for key in seats],
        "origins": [[each.key, each.label, short(each.url, each.key, bases["origin"])] for each in vocabulary.origins],
        "origin": bases["origin"],
        "units": [[each.key, each.label] for each in vocabulary.units],
        "moments": [[each.key, each.label] for each in vocabulary.moments],
        "languages": [[each.key, each.label] for each in vocabulary.languages],
    }


def units_told(directory: SearchDirectory) -> dict[str, list[list[int]]]:
    """Return by service how many offers are priced in each unit on the day, and paid in each, where there are any."""
    every = (offer for each in directory.documents for offer in each.offers if offer.is_valid(directory.day))
    counted = Counter((offer.service, offer.unit, offer.pay.unit or offer.unit) for offer in every)
    places = {each.key: place for place, each in enumerate(directory.vocabulary.units)}
    found: dict[str, dict[int, list[int]]] = {}
    for (service, *units), times in counted.items():
        for column, unit in enumerate(units, 1):
            if unit:
                place = places[unit]
                found.setdefault(service, {}).setdefault(place, [place, 0, 0])[column] += times
    return {service: [told for _, told in sorted(units.items())] for service, units in found.items()}


def guide(entries: Iterable[Entry]) -> dict[str, object]:
    """Return the words of choices."""
    known = [entry for entry in entries if entry.owners and entry.shown]
    return {
        "k": [entry.key for entry in known],
        "w": [entry.shown for entry in known],
        "h": [entry.heaviest for entry in known],
        "o": [owners(entry) for entry in known],
    }


def guidance(directory: SearchDirectory, seats: Sequence[str], bases: Addresses) -> dict[str, dict[str, object]]:
    """Return what else helps to choose: the pages of choices, and counts where nothing is chosen; what is near."""
    vocabulary = directory.vocabulary
    by_key = {each.key: each for each in vocabulary.municipalities}
    places = {key: place for place, key in enumerate(seats)}
    return {
        "pages": {
            "groups": [each.group for each in vocabulary.services],
            "services": [short(each.url, each.key, bases["service"]) for each in vocabulary.services],
            "service": bases["service"],
            "municipalities": [short(by_key[key].url, key, bases["municipality"]) for key in seats],
            "municipality": bases["municipality"],
            "counts": counts(directory, seats),
            "planned": [
                [place, number]
                for number, each in enumerate(vocabulary.origins)
                for place, service in enumerate(vocabulary.services)
                if service.key in each.services
            ],
        },
        "near": {
            "neighbours": [sorted(places[near] for near in by_key[key].neighbours) for key in seats],
            "points": [point(by_key[key].latitude, by_key[key].longitude) for key in seats],
        },
    }


def point(latitude: float | None, longitude: float | None) -> object:
    """Return a place on earth to the hundredth of a degree, about a kilometre; 0 where it is not known."""
    return 0 if latitude is None or longitude is None else [round(latitude, 2), round(longitude, 2)]


def counts(directory: SearchDirectory, seats: Sequence[str]) -> dict[str, list[int]]:
    """Return how many providers each choice leaves where nothing is chosen, in the order of the choices."""
    vocabulary = directory.vocabulary
    found: dict[str, list[str]] = {
        name: [] for name in ("municipality", "service", "kind", "unit", "when", "language", "home")
    }
    moments = [each.key for each in vocabulary.moments]
    for document in directory.documents:
        offers, seat = document.offers, document.municipalities
        areas = {offer.municipalities or seat for offer in offers} or {seat}
        week = {offer.moments for offer in offers}
        found["municipality"].extend({key for area in areas for key in area})
        found["service"].extend({offer.service for offer in offers})
        found["kind"].extend({offer.kind for offer in offers})
        found["unit"].extend({offer.unit for offer in offers if offer.unit})
        found["when"].extend({key for each in week for key in (moments if each is None else each)})
        found["language"].extend(document.languages)
        found["home"].extend({"1" for offer in offers if offer.home_visit})
    keys: dict[str, Sequence[str]] = {
        "municipality": seats,
        "service": [each.key for each in vocabulary.services],
        "kind": KINDS,
        "unit": [each.key for each in vocabulary.units],
        "when": moments,
        "language": [each.key for each in vocabulary.languages],
        "home": ["1"],
    }
    times = {name: Counter(every) for name, every in found.items()}
    return {name: [times[name][key] for key in order] for name, order in keys.items()}
