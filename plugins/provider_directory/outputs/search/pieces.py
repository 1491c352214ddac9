"""Pieces: the files of an index, named by what is in them, each with a sum that a browser checks before it reads on."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .marks import mark
from .memory import Shelf

PACKED = "dxtnl"
"""The families whose pieces are put into packs in the largest directories; the others have few."""

LENGTH = 3
"""Bytes before a packed piece that say how many it has, the lowest first."""

TAG = 8
"""Letters of a tag: 32 bits of SHA-256."""


def encoded(content: object) -> str:
    """Return JSON without spaces."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def sealed(text: str) -> bytes:
    """Return a piece as it is published: an array of its CRC-32 in eight hexadecimal digits, and itself."""
    content = text.encode()
    return b'["%08x",%b]' % (zlib.crc32(content), content)


@dataclass(slots=True)
class Pieces:
    """The pieces of one index, by family and place."""

    together: Mapping[str, int]
    """By family: so many neighbouring places change their names together; a name is cheap to know, a table of names is not."""

    packed: bool = False
    """Whether the pieces of a group stand in one file, each in a slot of one size, of which a browser asks for its own."""

    members: Shelf = field(default_factory=Shelf)
    """Pieces as packs have them, known from earlier builds: to compress them takes long."""

    families: dict[str, dict[int, str]] = field(default_factory=dict)

    def put(self, family: str, place: int, content: object) -> None:
        """Take a piece in."""
        self.put_text(family, place, encoded(content))

    def put_text(self, family: str, place: int, text: str) -> None:
        """Take in a piece that is JSON already."""
        self.families.setdefault(family, {})[place] = text

    def groups(self, family: str) -> dict[int, dict[int, str]]:
        """Return the pieces of a family by group, in the order of their places."""
        found: dict[int, dict[int, str]] = {}
        for place, text in sorted(self.families.get(family, {}).items()):
            found.setdefault(place // self.together[family], {})[place] = text
        return found

    def tags(self, family: str) -> list[str]:
        """Return the tags of a family's groups, those without any piece empty."""
        groups = self.groups(family)
        named = {at: tag("\n".join(f"{place} {text}" for place, text in group.items())) for at, group in groups.items()}
        return [named.get(at, "") for at in range(max(named, default=-1) + 1)]

    def slots(self, family: str) -> list[int]:
        """Return how many bytes a slot has in the pack of each group; none where the pieces are not packed."""
        if not self.packed or family not in PACKED:
            return []
        sizes = {at: max(map(len, map(self.member, group.values()))) for at, group in self.groups(family).items()}
        return [sizes.get(at, 0) for at in range(max(sizes, default=-1) + 1)]

    def member(self, text: str) -> bytes:
        """Return a piece as it stands in a pack."""
        return self.members.made(mark(text.encode()), lambda: member(text))

    def files(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield every piece, or every pack of them, with its path."""
        for family in self.families:
            tags, slots = self.tags(family), self.slots(family)
            for at, group in self.groups(family).items():
                if slots:
                    content = b"".join(self.member(text).ljust(slots[at], b"\0") for text in group.values())
                    yield f"{folder}/{family}-{at}-{tags[at]}.bin", content
                else:
                    yield from (
                        (f"{folder}/{family}{place}-{tags[at]}.json", sealed(text)) for place, text in group.items()
                    )

    def all(self) -> Mapping[str, str]:
        """Return every piece by family and place: "d12"."""
        return {f"{family}{place}": text for family, pieces in self.families.items() for place, text in pieces.items()}


def member(text: str) -> bytes:
    """Return a piece as it stands in a pack: its length, then its bytes, compressed, because packs are sent as they are."""
    content = zlib.compress(text.encode(), 9)
    return len(content).to_bytes(LENGTH, "little") + content


def tag(text: str) -> str:
    """Return what a text is told apart by."""
    return hashlib.sha256(text.encode()).hexdigest()[:TAG]
