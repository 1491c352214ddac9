"""What earlier builds left of the index of one language, asked for by what it follows from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from .documents import SearchDocument
from .marks import document_mark, mark, words_mark
from .memory import Memory, Shelf
from .offers import Offered, Places, offered

Made = TypeVar("Made")


class Remembered:
    """What was made of documents, alone and together. Without a memory nothing is marked, and everything is made."""

    def __init__(self, memory: Memory | None, language: str, places: Places) -> None:
        names = ("documents", "pieces", "words", "packs")
        self.shelves = {name: memory.shelf(f"{language}-{name}") if memory else Shelf() for name in names}
        self.memory = memory
        self.language = language
        self.places = places
        self.marks: dict[int, bytes] = {}
        """By number of the provider: that number, and what its document says."""
        self.words_marks: list[bytes] = []
        """The numbers, and by which words each is found."""

    def close(self) -> None:
        """Leave it to the next build."""
        for shelf in self.shelves.values():
            shelf.close()

    def offered(self, number: int, document: SearchDocument) -> tuple[Offered, ...]:
        """Return what tables say of a provider's offers."""
        if not self.memory:
            return offered(document, self.places)
        own, place = document_mark(document), number.to_bytes(8, "little")
        words, made = self.shelves["documents"].made(
            own + self.places.mark, lambda: (words_mark(document), offered(document, self.places))
        )
        self.marks[number] = place + own
        self.words_marks.append(place + words)
        found: tuple[Offered, ...] = made
        return found

    def piece(self, name: str, numbers: Iterable[int], make: Callable[[], Made]) -> Made:
        """Return a piece, or some; name says all they follow from beside the documents of the providers of these numbers."""
        if not self.memory:
            return make()
        documents = b"".join(map(self.marks.__getitem__, dict.fromkeys(numbers)))
        return self.shelves["pieces"].made(mark(name.encode(), self.places.mark, documents), make)

    def words(self, said: str, make: Callable[[Shelf | None], Made]) -> Made:
        """Return what is made of all words; said is all they follow from beside documents. It is made with keys of words."""
        if not self.memory:
            return make(None)
        found = mark(said.encode(), self.places.mark, b"".join(self.words_marks))
        return self.shelves["words"].made(found, partial(self.with_keys, make))

    def with_keys(self, make: Callable[[Shelf | None], Made]) -> Made:
        """Return what is made with the keys of words that are known."""
        assert self.memory
        keys = self.memory.shelf(f"{self.language}-keys")
        made = make(keys)
        keys.close()
        return made
