"""What a query finds, worked out slowly and plainly: the judge of the search in the browser."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs

from provider_directory.outputs.search import SearchDirectory, SearchDocument, SearchOffer, SearchPay

MUCH = 10**12

Shares = Sequence[SearchPay | None]
"""What one person pays for each offer of a directory in turn, where that is more than is known of everybody."""


@dataclass(frozen=True)
class Query:
    """The part of a query that its filters make."""

    municipality: frozenset[str] = frozenset()
    service: frozenset[str] = frozenset()
    kind: str | None = None
    of: str = "price"
    max: int | None = None
    unit: str | None = None
    when: str | None = None
    language: str | None = None
    home: bool = False
    words: frozenset[str] = frozenset()
    """Words, each of which has to stand in the provider's name, the service's label or a municipality's name."""

    @classmethod
    def of_address(cls, address: str) -> "Query":
        """The query that an address asks."""
        given = parse_qs(address)

        def one(name: str) -> str | None:
            return given[name][0] if name in given else None

        euros = one("max")
        return cls(
            municipality=frozenset(given.get("municipality", [])),
            service=frozenset(given.get("service", [])),
            kind=one("kind"),
            of=one("of") or "price",
            max=None if euros is None else round(float(euros.replace(",", ".")) * 100),
            unit=one("unit"),
            when=one("when"),
            language=one("language"),
            home=one("home") == "1",
            words=frozenset((one("q") or "").split()),
        )


@dataclass(frozen=True)
class Answer:
    """What a query finds: for each provider, the lowest amount in the unit of the query, if it has any."""

    unit: str | None
    prices: dict[str, int | None]
    open: int = 0
    """How many were left out only because nobody knows whether they pass."""


@dataclass(frozen=True)
class Candidate:
    """An offer, or a provider that has none, with what one person pays for it."""

    document: SearchDocument
    offer: SearchOffer | None
    share: SearchPay | None

    def cost(self, measure: str) -> SearchPay:
        """The price, or what the client pays: their own share before what is known of everybody."""
        if self.offer is None:
            return SearchPay()
        price, unit = self.offer.price_cents, self.offer.unit
        if measure == "price":
            return SearchPay(low_cents=price, high_cents=price, unit=unit)
        if self.share:
            return self.share
        return replace(self.offer.pay, unit=self.offer.pay.unit or unit)


def answer(
    directory: SearchDirectory, query: Query, day: date, *, sort: str = "price", shares: Shares | None = None
) -> Answer:
    """Ask every offer of every provider; the amounts are prices, or with sort=you-pay what one pays at most."""
    found: dict[str, list[int]] = {}
    unsure = set()
    everyone = list(candidates(directory, day, shares))
    unit = unit_of(directory, query, everyone, sort)
    for candidate in everyone:
        if not fits(directory, query, candidate):
            continue
        key = candidate.document.key
        if fits_cost(query, unit, candidate):
            cost = candidate.cost(sort)
            shown = cost.high_cents if unit and cost.unit == unit else None
            found.setdefault(key, []).append(MUCH if shown is None else shown)
        elif may_fit(query, unit, candidate):
            unsure.add(key)
    lowest = {key: None if min(amounts) == MUCH else min(amounts) for key, amounts in found.items()}
    return Answer(unit, lowest, len(unsure - found.keys()))


def count(
    directory: SearchDirectory, query: Query, day: date, facet: str, choice: str, shares: Shares | None = None
) -> int:
    """How many providers a choice of a facet would leave."""
    unit = unit_of(directory, query, list(candidates(directory, day, shares)), "price")
    if facet == "unit":
        return len(answer(directory, replace(query, unit=choice), day, shares=shares).prices)
    changes = {"municipality": frozenset({choice}), "service": frozenset({choice}), "home": True}
    changed = replace(query, **{facet: changes.get(facet, choice)})
    if query.max is not None:
        changed = replace(changed, unit=unit)
    return len(answer(directory, changed, day, shares=shares).prices)


def candidates(directory: SearchDirectory, day: date, shares: Shares | None = None) -> Iterator[Candidate]:
    """Every offer that can be chosen on a day, and every provider that never had one."""
    number = 0
    for document in directory.documents:
        if not document.offers:
            yield Candidate(document, None, None)
        for offer in document.offers:
            if (offer.starts is None or offer.starts <= day) and (offer.until is None or day <= offer.until):
                yield Candidate(document, offer, shares[number] if shares else None)
            number += 1


def unit_of(directory: SearchDirectory, query: Query, everyone: list[Candidate], sort: str) -> str | None:
    """The unit of most offers that fit but for their cost; else of those of the services; else of all.

    With a limit it is the unit of what is limited, else of what is sorted by.
    """
    if query.unit:
        return query.unit
    measure = sort if query.max is None else query.of
    for asked in (query, Query(service=query.service), Query()):
        found = (each.cost(measure).unit for each in everyone if fits(directory, asked, each))
        units = Counter(unit for unit in found if unit)
        if units:
            order = [unit.key for unit in directory.vocabulary.units]
            return min(units, key=lambda unit: (-units[unit], order.index(unit)))
    return None


def fits(directory: SearchDirectory, query: Query, candidate: Candidate) -> bool:
    """Whether an offer passes everything but the cost and its unit."""
    document, offer = candidate.document, candidate.offer
    area = (offer.municipalities if offer else ()) or document.municipalities
    return (
        (not query.municipality or bool(query.municipality & set(area)))
        and (not query.service or (offer is not None and offer.service in query.service))
        and (query.kind is None or (offer is not None and offer.kind == query.kind))
        and (not query.home or (offer is not None and offer.home_visit))
        and (query.when is None or (offer is not None and (offer.moments is None or query.when in offer.moments)))
        and (query.language is None or query.language in document.languages)
        and (not query.words or query.words <= words_of(directory, document, offer, area))
    )


def fits_cost(query: Query, unit: str | None, candidate: Candidate) -> bool:
    """Whether an offer passes the limit and its unit; only the most it can be is certain."""
    cost = candidate.cost(query.of)
    if query.unit and cost.unit != query.unit:
        return False
    if query.max is None:
        return True
    return (
        cost.unit is not None
        and cost.unit == unit
        and (MUCH if cost.high_cents is None else cost.high_cents) <= query.max
    )


def may_fit(query: Query, unit: str | None, candidate: Candidate) -> bool:
    """Whether an offer that does not pass may still cost no more than the limit."""
    cost = candidate.cost(query.of)
    return query.max is not None and cost.unit is not None and cost.unit == unit and (cost.low_cents or 0) <= query.max


def words_of(
    directory: SearchDirectory, document: SearchDocument, offer: SearchOffer | None, area: tuple[str, ...]
) -> set[str]:
    """The words that an offer is found by, in small letters."""
    services = {service.key: service.label for service in directory.vocabulary.services}
    places = {place.key: place.label for place in directory.vocabulary.municipalities}
    texts = [document.name, *(places[key] for key in area), services[offer.service] if offer else ""]
    return {word for text in texts for word in text.lower().split()}
