"""What does not fit together in a directory. Nothing with a fault is written, and every fault is said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from .documents import SearchDirectory, SearchDocument
from .vocabulary import SearchVocabulary

Known = dict[str, frozenset[str]]


class Keyed(Protocol):
    """Anything with a key."""

    @property
    def key(self) -> str:
        """Its identity among its like."""


class DirectoryFaulty(ValueError):
    """A directory cannot be indexed; the message lists every reason."""


def check(directory: SearchDirectory) -> None:
    """Raise DirectoryFaulty when a key is repeated or stands for nothing."""
    found = list(faults(directory))
    if found:
        raise DirectoryFaulty(f"The search index ({directory.language}) was not written:\n" + "\n".join(found))


def faults(directory: SearchDirectory) -> Iterator[str]:
    """Yield a sentence for each fault of a directory."""
    vocabulary = directory.vocabulary
    kinds: dict[str, tuple[Keyed, ...]] = {
        "document": directory.documents,
        "service": vocabulary.services,
        "municipality": vocabulary.municipalities,
        "origin": vocabulary.origins,
        "kind": vocabulary.kinds,
        "unit": vocabulary.units,
        "moment": vocabulary.moments,
        "language": vocabulary.languages,
    }
    for noun, entries in kinds.items():
        yield from (f'{noun} "{key}" appears twice' for key in repeated(entries))
    known = {noun: frozenset(entry.key for entry in entries) for noun, entries in kinds.items()}
    yield from strange_neighbours(vocabulary, known)
    if any(keys - known[noun] for noun, keys in used(directory.documents).items()):
        for document in directory.documents:
            yield from (f"{document.key}: {fault}" for fault in unknown(document, known))


def used(documents: Sequence[SearchDocument]) -> dict[str, set[str]]:
    """Return every key that documents have. Most directories have no fault, and this is soon told."""
    offers = [offer for document in documents for offer in document.offers]
    moments = {offer.moments for offer in offers}
    return {
        "language": {key for document in documents for key in document.languages},
        "municipality": {
            *(key for document in documents for key in document.municipalities),
            *(key for area in {offer.municipalities for offer in offers} for key in area),
        },
        "service": {offer.service for offer in offers},
        "kind": {offer.kind for offer in offers},
        "origin": {offer.origin for offer in offers},
        "unit": {unit for offer in offers for unit in (offer.unit, offer.pay.unit) if unit},
        "moment": {key for each in moments for key in each or ()},
    }


def repeated(entries: Iterable[Keyed]) -> list[str]:
    """Return the keys that more than one entry has, sorted."""
    return sorted(key for key, times in Counter(entry.key for entry in entries).items() if times > 1)


def strange_neighbours(vocabulary: SearchVocabulary, known: Known) -> Iterator[str]:
    """Yield a sentence for each neighbour that is no municipality of the vocabulary."""
    for municipality in vocabulary.municipalities:
        for fault in missing("municipality", municipality.neighbours, known):
            yield f"{municipality.key}: neighbour {fault}"


def unknown(document: SearchDocument, known: Known) -> Iterator[str]:
    """Yield a sentence for each key in a document that the vocabulary does not have."""
    yield from missing("language", document.languages, known)
    yield from missing("municipality", document.municipalities, known)
    for offer in document.offers:
        yield from missing("service", (offer.service,), known)
        yield from missing("kind", (offer.kind,), known)
        yield from missing("origin", (offer.origin,), known)
        yield from missing("municipality", offer.municipalities, known)
        yield from missing("unit", (key for key in (offer.unit, offer.pay.unit) if key), known)
        yield from missing("moment", offer.moments or (), known)


def missing(noun: str, keys: Iterable[str], known: Known) -> Iterator[str]:
    """Yield a sentence for each key that stands for nothing."""
    return (f'{noun} "{key}" is not in the vocabulary' for key in keys if key not in known[noun])
