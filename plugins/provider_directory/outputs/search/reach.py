"""What each choice is found by, and which providers it reaches: by what they offer, where and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from . import texts
from .documents import SearchDocument
from .offers import KINDS, Places
from .texts import Text
from .vocabulary import SearchVocabulary

SERVICE, ORIGIN, MUNICIPALITY, KIND, LANGUAGE, VARIANT, MOMENT = range(7)
"""Who may answer a word beside providers."""

Owner = tuple[int, int | str]
"""Who answers: the kind of choice, and its place; a variant by its words."""


class Reach:
    """Which providers each choice reaches: sets as numbers, a bit for each provider."""

    def __init__(self, documents: Sequence[SearchDocument], places: Places) -> None:
        self.count_of_all = len(documents)
        found: dict[Owner, bytearray] = defaultdict(lambda: bytearray(len(documents)))
        for position, document in enumerate(documents):
            for owner in set(reached(document, places)):
                found[owner][position] = 1
        self.marks: Mapping[Owner, bytearray] = found
        self.bits = {owner: packed(marks) for owner, marks in found.items()}

    def any_of(self, owners: Iterable[Owner]) -> bytes | bytearray:
        """Return for each provider whether any of some choices reaches it."""
        wanted = [self.marks[owner] for owner in owners if owner in self.bits]
        if not wanted:
            return bytes(self.count_of_all)
        if len(wanted) == 1:
            return wanted[0]
        together = 0
        for marks in wanted:
            together |= int.from_bytes(marks, "big")
        return together.to_bytes(self.count_of_all, "big")

    def offers_any(self, owners: Iterable[Owner]) -> bool:
        """Return whether any of some choices reaches anybody."""
        return any(owner in self.bits for owner in owners)

    def count(self, owners: Collection[Owner], documents: Collection[int]) -> int:
        """Return how many providers some choices and some providers' own words reach; by voucher only without service and place."""
        by_service = any(kind in (SERVICE, MUNICIPALITY) for kind, _ in owners)
        together = 0
        for owner in owners:
            if not (by_service and owner[0] == ORIGIN):
                together |= self.bits.get(owner, 0)
        if not together:
            return len(documents)
        more = (
            sum(1 << position for position in documents)
            if len(documents) < 50
            else packed_of(documents, self.count_of_all)
        )
        return (together | more).bit_count()


def reached(document: SearchDocument, places: Places) -> Iterator[Owner]:
    """Yield every choice that reaches a provider."""
    yield from ((LANGUAGE, places.languages[key]) for key in document.languages)
    offers, seat = document.offers, document.municipalities
    yield from ((SERVICE, places.services[key]) for key in {offer.service for offer in offers})
    yield from ((ORIGIN, places.origins[key]) for key in {offer.origin for offer in offers})
    yield from ((KIND, KINDS.index(key)) for key in {offer.kind for offer in offers})
    for area in {offer.municipalities or seat for offer in offers} or {seat}:
        yield from ((MUNICIPALITY, places.municipalities[key]) for key in area)
    for times in {offer.moments for offer in offers}:
        yield from ((MOMENT, places.moments[key]) for key in (places.moments if times is None else times))
    yield from ((VARIANT, key) for key in {offer.variant for offer in offers if offer.variant})


DIGITS = bytes.maketrans(b"\0\1", b"01")


def packed(marks: bytearray) -> int:
    """Return marks as the bits of a number, the first the lowest."""
    return int(bytes(marks[::-1]).translate(DIGITS).decode() or "0", 2)


def packed_of(positions: Iterable[int], count: int) -> int:
    """Return positions as the bits of a number."""
    marks = bytearray(count)
    for position in positions:
        marks[position] = 1
    return packed(marks)


def choices(
    vocabulary: SearchVocabulary, places: Places, documents: Iterable[SearchDocument]
) -> Iterator[tuple[Owner, Text]]:
    """Yield what every choice is found by."""
    for service in vocabulary.services:
        yield from (((SERVICE, places.services[service.key]), text) for text in texts.of_service(service))
    for origin in vocabulary.origins:
        yield from (((ORIGIN, places.origins[origin.key]), text) for text in texts.of_origin(origin))
    for each in vocabulary.municipalities:
        yield from (((MUNICIPALITY, places.municipalities[each.key]), text) for text in texts.of_municipality(each))
    for kind in vocabulary.kinds:
        yield from (((KIND, KINDS.index(kind.key)), text) for text in texts.of_kind(kind))
    for language in vocabulary.languages:
        yield from (((LANGUAGE, places.languages[language.key]), text) for text in texts.of_language(language))
    for moment in vocabulary.moments:
        yield from (((MOMENT, places.moments[moment.key]), text) for text in texts.of_moment(moment))
    variants = {offer.variant for document in documents for offer in document.offers} - {""}
    for variant in sorted(variants):
        yield from (((VARIANT, variant), text) for text in texts.of_variant(variant))
