"""What an index holds, cut into pieces. README.md describes each byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial

from .analysis import RULES
from .cards import cards, stories
from .choices import addresses, boot_choices, guidance
from .documents import SearchDirectory, SearchDocument
from .memory import Memory
from .numbering import Numbering, gaps
from .offers import Places, Row, Rows, by_municipality, by_service
from .pieces import Pieces, encoded, sealed, tag
from .remembered import Remembered
from .shape import MOST_BUCKETS, PLACES, Shape
from .words import Words, words_of

FORMAT = 3
"""Raised whenever a reader of the old format would misread the new one."""

FOLDER = "search"


class Writer:
    """Makes the pieces of one index."""

    def __init__(self, directory: SearchDirectory, whole: int, huge: int, memory: Memory | None) -> None:
        self.directory = directory
        vocabulary = directory.vocabulary
        self.numbering = Numbering.of(directory.documents, vocabulary.municipalities)
        self.documents = self.numbering.ordered(directory.documents)
        self.numbers = [self.numbering.numbers[each.key] for each in self.documents]
        self.places = Places(vocabulary, self.numbering.seats)
        self.remembered = Remembered(memory, directory.language, self.places)
        self.rows = Rows()
        self.every = [
            row
            for number, document in zip(self.numbers, self.documents, strict=True)
            for row in self.rows.of(number, document, self.remembered.offered(number, document))
        ]
        self.in_municipality = by_municipality(self.rows, self.every, len(self.places.municipalities))
        rows = [len(found) for found in self.in_municipality]
        self.shape = Shape.of(self.numbers, self.numbering.bits, rows, whole, huge)
        self.addresses = addresses(directory)
        packs = self.remembered.shelves["packs"]
        self.pieces = Pieces(self.shape.together(), packed=self.shape.packed, members=packs)

    def files(self) -> tuple[str, tuple[tuple[str, bytes], ...]]:
        """Return the path of the file that a page opens, and every file with its path."""
        self.put_tables()
        self.put_cards()
        singles = self.singles(self.put_words())
        boot = sealed(encoded(self.boot(singles)))
        folder = f"{FOLDER}/{self.directory.language}"
        path = f"{folder}/boot-{tag(boot.decode())}.json"
        made = ((path, boot), *single(singles, folder), *self.pieces.files(folder))
        self.remembered.close()
        return path, made

    def put_tables(self) -> None:
        """Cut the offers by municipality and by service."""
        for municipality, rows in enumerate(self.in_municipality):
            buckets = self.shape.buckets[municipality]
            for bucket, chosen in enumerate(bucketed(rows, buckets)):
                name = f"m {municipality} {bucket} {buckets}"
                text = self.remembered.piece(name, numbers(chosen), partial(self.local, chosen))
                self.pieces.put_text("m", municipality * PLACES + bucket, text)
            self.pieces.put("m", municipality * PLACES + MOST_BUCKETS, providers(rows))
        for service, rows in enumerate(by_service(self.every, len(self.places.services))):
            texts = self.remembered.piece(f"s {service}", numbers(rows), partial(self.of_service, service, rows))
            for part, text in enumerate((encoded(providers(rows)), *texts)):
                self.pieces.put_text("s", 3 * service + part, text)

    def local(self, rows: list[Row]) -> str:
        """Return some offers that are delivered in one municipality."""
        made = self.rows.table(rows, with_areas=False, with_services=True)
        return encoded(made | {"n": [row.ordinal for row in rows]})

    def of_service(self, service: int, rows: list[Row]) -> tuple[str, str]:
        """Return the offers of one service: what they cost; where and in which language they are, which is asked less."""
        made = self.rows.table(rows, with_areas=True, with_services=False) | {"s": service}
        where = {name: made.pop(name) for name in ("a", "areas", "g", "spoken")}
        return encoded(made), encoded(where)

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
            own = [self.numbers[position] for position in positions]
            make = partial(self.neighbours, documents, rows[block], own)
            card, story = self.remembered.piece(f"d {base}", own, make)
            self.pieces.put_text("d", block, card)
            self.pieces.put_text("x", block, story)

    def neighbours(self, documents: list[SearchDocument], rows: list[Row], own: list[int]) -> tuple[str, str]:
        """Return the cards of some providers, and their stories."""
        made = cards(documents, rows, own, self.rows, self.addresses["provider"])
        return encoded(made), encoded(stories(documents, own))

    def put_words(self) -> dict[str, str]:
        """Cut the dictionary; returns what there is one of: where words stand, where numbers do, and the words of choices."""
        directory, shape = self.directory, self.shape
        said = f"{directory.language} {shape.letters} {shape.lists} {directory.vocabulary}"
        make = partial(words_of, directory, self.documents, self.places, self.numbers, shape)
        words = Words(*self.remembered.words(said, make))
        for family, texts in (("l", words.lists), ("t", words.pages), ("n", words.numbers)):
            for place, text in enumerate(texts):
                self.pieces.put_text(family, place, text)
        known = {"rules": RULES[directory.language].published(), "lists": shape.lists, **self.named("l")}
        return {
            "words": encoded(known | {"pages": words.page_bounds, **self.named("t")}),
            "numbers": encoded({"pages": words.number_bounds, **self.named("n")}),
            "guide": words.guide,
            **{
                name: encoded(content)
                for name, content in guidance(directory, self.numbering.seats, self.addresses).items()
            },
        }

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

    def singles(self, words: Mapping[str, str]) -> dict[str, str]:
        """Return the pieces that there is one of, by name."""
        everything = self.rows.table(self.every, with_areas=True, with_services=True)
        made = {"all": encoded(everything), "names": encoded(self.by_name), **words}
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


def numbers(rows: Iterable[Row]) -> list[int]:
    """Return the number of the provider of each row."""
    return [row.number for row in rows]


def providers(rows: Iterable[Row]) -> list[int]:
    """Return whose offers some are, as gaps."""
    return gaps(dict.fromkeys(numbers(rows)))


def single(singles: Mapping[str, str], folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files that there is one of."""
    for name, text in singles.items():
        yield f"{folder}/{name}-{tag(text)}.json", sealed(text)
