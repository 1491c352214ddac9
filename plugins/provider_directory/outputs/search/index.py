"""The index of one language: everything its search needs, in pieces. README.md describes each byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from . import texts
from .analysis import Analysis
from .cards import cards, stories
from .choices import addresses, boot_choices, guidance
from .dictionary_pages import bound, long_lists, page, pages, volumes
from .documents import SearchDirectory
from .entries import Dictionary, Entry
from .faults import check
from .numbering import Numbering, gaps
from .offers import Places, Row, Rows, by_municipality, by_service
from .pieces import Pieces, encoded, sealed, tag
from .shape import HUGE, MOST_BUCKETS, PLACES, WHOLE, Shape
from .terms import Terms

FORMAT = 3
"""Raised whenever a reader of the old format would misread the new one."""

FOLDER = "search"
MANIFEST = f"{FOLDER}/manifest.json"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one language, as it is written."""

    language: str
    path: str
    """Of the file that a page opens, below the root of the site; names follow from contents, so a cached file is never stale."""

    files: tuple[tuple[str, bytes], ...]
    """Every file with its path, that one too."""


def files(directories: Iterable[SearchDirectory]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the search: the indexes of some directories, and the manifest that names them."""
    yield from index_files([index_of(directory) for directory in directories])


def index_files(indexes: Sequence[SearchIndex]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of indexes that are made, and the manifest that names them."""
    for index in indexes:
        yield from index.files
    yield MANIFEST, manifest(indexes)


def manifest(indexes: Iterable[SearchIndex]) -> bytes:
    """Return the file by which a page that outlived its index finds the new one."""
    names = {index.language: index.path.removeprefix(f"{FOLDER}/") for index in indexes}
    return encoded({"format": FORMAT, "indexes": names}).encode()


def index_of(directory: SearchDirectory, *, whole: int = WHOLE, huge: int = HUGE) -> SearchIndex:
    """Return the index of one directory; raises DirectoryFaulty. whole: up to so many providers it has a file with everything."""
    check(directory)
    return Writer(directory, whole, huge).index()


class Writer:
    """Makes the pieces of one index."""

    def __init__(self, directory: SearchDirectory, whole: int, huge: int) -> None:
        self.directory = directory
        vocabulary = directory.vocabulary
        self.numbering = Numbering.of(directory.documents, vocabulary.municipalities)
        self.documents = self.numbering.ordered(directory.documents)
        self.numbers = [self.numbering.numbers[each.key] for each in self.documents]
        self.places = Places(vocabulary, self.numbering.seats)
        self.rows = Rows(self.places)
        self.every = [
            row
            for number, document in zip(self.numbers, self.documents, strict=True)
            for row in self.rows.of(number, document)
        ]
        self.in_municipality = by_municipality(self.rows, self.every)
        rows = [len(found) for found in self.in_municipality]
        self.shape = Shape.of(self.numbers, self.numbering.bits, rows, whole, huge)
        self.addresses = addresses(directory)
        self.pieces = Pieces(self.shape.together(), packed=self.shape.packed)

    def index(self) -> SearchIndex:
        """Return the finished index."""
        self.put_tables()
        self.put_cards()
        singles = self.singles(self.put_words())
        boot = sealed(encoded(self.boot(singles)))
        folder = f"{FOLDER}/{self.directory.language}"
        path = f"{folder}/boot-{tag(boot.decode())}.json"
        return SearchIndex(
            self.directory.language, path, ((path, boot), *single(singles, folder), *self.pieces.files(folder))
        )

    def put_tables(self) -> None:
        """Cut the offers by municipality and by service."""
        for municipality, rows in enumerate(self.in_municipality):
            for bucket, chosen in enumerate(bucketed(rows, self.shape.buckets[municipality])):
                made = self.rows.table(chosen, with_areas=False, with_services=True)
                ordinals = [row.ordinal for row in chosen]
                self.pieces.put("m", municipality * PLACES + bucket, made | {"n": ordinals})
            self.pieces.put("m", municipality * PLACES + MOST_BUCKETS, providers(rows))
        for service, rows in enumerate(by_service(self.every, len(self.places.services))):
            # Who offers it is often all that is asked; what it costs, and where and in which language, come apart.
            made = self.rows.table(rows, with_areas=True, with_services=False) | {"s": service}
            where = {name: made.pop(name) for name in ("a", "areas", "g", "spoken")}
            self.pieces.put("s", 3 * service, providers(rows))
            self.pieces.put("s", 3 * service + 1, made)
            self.pieces.put("s", 3 * service + 2, where)

    def put_cards(self) -> None:
        """Cut the providers into neighbourhoods."""
        block_of, base = self.shape.block, self.addresses["provider"]
        blocks: dict[int, list[int]] = {block: [] for block in self.shape.blocks()}
        for position, number in enumerate(self.numbers):
            blocks[block_of(number)].append(position)
        rows: dict[int, list[Row]] = {block: [] for block in blocks}
        for row in self.every:
            rows[block_of(row.number)].append(row)
        for block, positions in blocks.items():
            documents = [self.documents[position] for position in positions]
            numbers = [self.numbers[position] for position in positions]
            self.pieces.put("d", block, cards(documents, rows[block], numbers, self.rows, base))
            self.pieces.put("x", block, stories(documents, numbers))

    def put_words(self) -> dict[str, object]:
        """Cut the dictionary; returns what there is one of: where words stand, where numbers do, and the words of choices."""
        analysis = Analysis(self.directory.language)
        terms = Terms.of(texts.of_directory(self.directory), analysis)
        entries = Dictionary(self.documents, self.directory.vocabulary, self.places, terms).entries()
        numbers, words = volumes(entries)
        lists = long_lists(entries, self.numbers, self.shape.lists)
        for place in range(self.shape.lists):
            self.pieces.put("l", place, lists.get(place, {}))
        known = {"rules": analysis.rules.published(), "lists": self.shape.lists, **self.named("l")}
        return {
            "words": known | self.volume("t", words),
            "numbers": self.volume("n", numbers),
            **guidance(self.directory, entries, self.numbering.seats, self.addresses),
        }

    def volume(self, family: str, entries: Sequence[Entry]) -> dict[str, object]:
        """Cut some entries into pages; returns where each stands."""
        cut = list(pages(entries, self.shape.letters)) or [[]]
        for place, found in enumerate(cut):
            self.pieces.put(family, place, page(found, self.numbers))
        bounds = [bound(before[-1].key, behind[0].key) for before, behind in pairwise(cut)]
        return {"pages": ",".join(bounds), **self.named(family)}

    def named(self, family: str) -> dict[str, object]:
        """Return how the files of a family are called, and how they are cut where they are packs."""
        slots = {f"{family}Slots": self.pieces.slots(family)} if self.shape.packed else {}
        return {family: self.pieces.tags(family), **slots}

    @cached_property
    def by_name(self) -> list[int]:
        """The numbers of providers in the order of their names."""
        order = {each.key: place for place, each in enumerate(self.directory.documents)}
        return [
            self.numbers[at] for at in sorted(range(len(self.documents)), key=lambda at: order[self.documents[at].key])
        ]

    def singles(self, words: Mapping[str, object]) -> dict[str, str]:
        """Return the pieces that there is one of, by name."""
        everything = self.rows.table(self.every, with_areas=True, with_services=True)
        contents = {"all": everything, "names": self.by_name, **words}
        made = {name: encoded(content) for name, content in contents.items()}
        if not self.shape.whole:
            return made
        # Every offer is in the cards.
        parts = {name: text for name, text in self.pieces.all().items() if name[0] not in "ms"}
        return made | {"whole": encoded(parts | {name: text for name, text in made.items() if name != "all"})}

    def boot(self, singles: Mapping[str, str]) -> dict[str, object]:
        """Return what a page opens."""
        shape, directory = self.shape, self.directory
        return {
            "format": FORMAT,
            "language": directory.language,
            "day": directory.day.isoformat(),
            "count": len(self.documents),
            "dated": int(any(not row.offer.is_valid(directory.day) for row in self.every if row.offer)),
            **{"page": shape.page, "bits": shape.bits, "cut": shape.cut, "buckets": shape.buckets},
            **boot_choices(directory, self.numbering.seats, self.addresses, self.offered()),
            "names": {name: tag(text) for name, text in singles.items()},
            "slots": {family: self.pieces.slots(family) for family in "dx"} if shape.packed else 0,
            **{family: self.pieces.tags(family) for family in "dxms"},
        }

    def offered(self) -> Counter[str]:
        """Return how many providers offer each service."""
        return Counter(key for each in self.documents for key in {offer.service for offer in each.offers})


def bucketed(rows: Iterable[Row], buckets: int) -> list[list[Row]]:
    """Return rows cut by their service."""
    found: list[list[Row]] = [[] for _ in range(buckets)]
    for row in rows:
        found[max(row.service, 0) % buckets].append(row)
    return found


def providers(rows: Iterable[Row]) -> list[int]:
    """Return whose offers some are, as gaps."""
    return gaps(dict.fromkeys(row.number for row in rows))


def single(singles: Mapping[str, str], folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files that there is one of."""
    for name, text in singles.items():
        yield f"{folder}/{name}-{tag(text)}.json", sealed(text)
