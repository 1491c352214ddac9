"""What a query finds, worked out slowly and plainly: the judge of the search in the browser."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs

from provider_directory.outputs.search import SearchDirectory, SearchDocument, SearchOffer

MUCH = 10**12


@dataclass(frozen=True)
class Query:
    """The part of a query that its filters make."""

    municipality: frozenset[str] = frozenset()
    service: frozenset[str] = frozenset()
    kind: str | None = None
    max: int | None = None
    unit: str | None = None
    language: str | None = None
    home: bool = False
    words: frozenset[str] = frozenset()
    """Words, each of which has to stand in the provider's name, the service's label or a municipality's name."""

    @classmethod
    def of(cls, address: str) -> "Query":
        """The query that an address asks."""
        given = parse_qs(address)

        def one(name: str) -> str | None:
            return given[name][0] if name in given else None

        euros = one("max")
        return cls(
            municipality=frozenset(given.get("municipality", [])),
            service=frozenset(given.get("service", [])),
            kind=one("kind"),
            max=None if euros is None else round(float(euros.replace(",", ".")) * 100),
            unit=one("unit"),
            language=one("language"),
            home=one("home") == "1",
            words=frozenset((one("q") or "").split()),
        )


@dataclass(frozen=True)
class Answer:
    """What a query finds: for each provider, the lowest price in the unit of the query, if it has any."""

    unit: str | None
    prices: dict[str, int | None]


def answer(directory: SearchDirectory, query: Query, day: date) -> Answer:
    """Ask every offer of every provider."""
    unit = query.unit or commonest_unit(directory, query, day)
    found: dict[str, list[int]] = {}
    for document, offer in candidates(directory, day):
        if fits(directory, query, document, offer) and fits_price(query, unit, offer):
            price = offer.price_cents if offer and offer.unit == unit and unit else None
            found.setdefault(document.key, []).append(MUCH if price is None else price)
    return Answer(unit, {key: None if min(prices) == MUCH else min(prices) for key, prices in found.items()})


def count(directory: SearchDirectory, query: Query, day: date, facet: str, choice: str) -> int:
    """How many providers a choice of a facet would leave."""
    unit = query.unit or commonest_unit(directory, query, day)
    if facet == "unit":
        return len(answer(directory, replace(query, unit=choice), day).prices)
    changes = {"municipality": frozenset({choice}), "service": frozenset({choice}), "home": True}
    changed = replace(query, **{facet: changes.get(facet, choice)})
    return len(answer(directory, replace(changed, unit=unit) if query.max is not None else changed, day).prices)


def candidates(directory: SearchDirectory, day: date) -> Iterator[tuple[SearchDocument, SearchOffer | None]]:
    """Every offer that can be chosen on a day, and every provider that never had one."""
    for document in directory.documents:
        if not document.offers:
            yield document, None
        for offer in document.offers:
            if (offer.starts is None or offer.starts <= day) and (offer.until is None or day <= offer.until):
                yield document, offer


def commonest_unit(directory: SearchDirectory, query: Query, day: date) -> str | None:
    """The unit of most offers that fit but for their price; else of those of the services; else of all."""
    free = replace(query, max=None, unit=None)
    for asked in (free, Query(service=query.service), Query()):
        units = Counter(
            offer.unit
            for document, offer in candidates(directory, day)
            if offer and offer.unit and fits(directory, asked, document, offer)
        )
        if units:
            order = [unit.key for unit in directory.vocabulary.units]
            return min(units, key=lambda unit: (-units[unit], order.index(unit)))
    return None


def fits(directory: SearchDirectory, query: Query, document: SearchDocument, offer: SearchOffer | None) -> bool:
    """Whether an offer passes everything but the price and its unit."""
    area = (offer.municipalities if offer else ()) or document.municipalities
    return (
        (not query.municipality or bool(query.municipality & set(area)))
        and (not query.service or (offer is not None and offer.service in query.service))
        and (query.kind is None or (offer is not None and offer.kind == query.kind))
        and (not query.home or (offer is not None and offer.home_visit))
        and (query.language is None or query.language in document.languages)
        and query.words <= words_of(directory, document, offer, area)
    )


def fits_price(query: Query, unit: str | None, offer: SearchOffer | None) -> bool:
    """Whether an offer passes the price and its unit."""
    if query.unit and (offer is None or offer.unit != query.unit):
        return False
    if query.max is None:
        return True
    priced = offer is not None and offer.unit is not None and offer.unit == unit
    return priced and offer is not None and offer.price_cents is not None and offer.price_cents <= query.max


def words_of(
    directory: SearchDirectory, document: SearchDocument, offer: SearchOffer | None, area: tuple[str, ...]
) -> set[str]:
    """The words that an offer is found by, in small letters."""
    services = {service.key: service.label for service in directory.vocabulary.services}
    places = {place.key: place.label for place in directory.vocabulary.municipalities}
    texts = [document.name, *(places[key] for key in area), services[offer.service] if offer else ""]
    return {word for text in texts for word in text.lower().split()}
