"""An index read back as README.md describes it, by a stranger: nothing of the package is used."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

Json = Any
"""What JSON may hold."""


def unsealed(content: bytes) -> Json:
    """The payload of a sealed file whose sum is right."""
    assert content[:2] == b'["' and content[10:12] == b'",' and content[-1:] == b"]"
    assert int(content[2:10], 16) == zlib.crc32(content[12:-1])
    return json.loads(content[12:-1])


@dataclass(frozen=True)
class Published:
    """The files of one index."""

    path: str
    files: Mapping[str, bytes]

    @cached_property
    def boot(self) -> dict[str, Json]:
        """The file that a page opens."""
        boot: dict[str, Json] = unsealed(self.files[self.path])
        return boot

    @cached_property
    def words(self) -> dict[str, Json]:
        """What a text needs before its first word is looked up."""
        words: dict[str, Json] = self.single("words")
        return words

    @cached_property
    def numbers(self) -> dict[str, Json]:
        """Where what begins with a digit stands."""
        numbers: dict[str, Json] = self.single("numbers")
        return numbers

    @property
    def folder(self) -> str:
        """Where all other files lie."""
        return self.path.rpartition("/")[0] + "/"

    def together(self, family: str) -> int:
        """So many neighbouring places of a family share a tag."""
        municipalities = 4 if self.boot["slots"] else 8
        cards = municipalities << self.boot["bits"]
        sizes: dict[str, int] = {"d": cards, "x": cards, "m": 9 * municipalities, "s": 9, "t": 16, "n": 64, "l": 16}
        return sizes[family]

    def name(self, family: str, place: int) -> str:
        """The path of the file with a piece."""
        group = place // self.together(family)
        tag = self.namer(family)[family][group]
        packed = self.boot["slots"] and family not in "ms"
        return f"{self.folder}{family}-{group}-{tag}.bin" if packed else f"{self.folder}{family}{place}-{tag}.json"

    def namer(self, family: str) -> dict[str, Json]:
        """What has the tags of a family."""
        return self.words if family in "tl" else self.numbers if family == "n" else self.boot

    def piece(self, family: str, place: int, rank: int = 0) -> Json:
        """A piece of a family; its rank is its place in its pack, where it is in one."""
        file = self.files[self.name(family, place)]
        if not self.boot["slots"] or family in "ms":
            return unsealed(file)
        slots = self.boot["slots"][family] if family in "dx" else self.namer(family)[f"{family}Slots"]
        slot = slots[place // self.together(family)]
        member = file[slot * rank : slot * (rank + 1)]
        return json.loads(zlib.decompress(member[3 : 3 + int.from_bytes(member[:3], "little")]))

    def single(self, name: str) -> Json:
        """A piece that there is one of."""
        return unsealed(self.files[f"{self.folder}{name}-{self.boot['names'][name]}.json"])

    def service(self, key: str) -> int:
        """The place of a service."""
        return [each[0] for each in self.boot["services"]].index(key)

    def municipality(self, label: str) -> int:
        """The place of a municipality, by its label."""
        rows = self.boot["municipalities"]
        return [row if isinstance(row, str) else row[1] for row in rows].index(label)

    def block(self, number: int) -> int:
        """The place of the piece with a provider's card."""
        shift: int = self.boot["cut"][number >> self.boot["bits"]]
        return number >> shift << shift

    def cards(self) -> Iterator[tuple[int, int, dict[str, Json]]]:
        """Every provider: its number, its place in its piece, and the piece."""
        places = {
            int(path.removeprefix(f"{self.folder}d").partition("-")[0]) for path in self.files if self.is_card(path)
        }
        for place in sorted(places):
            piece = self.piece("d", place)
            yield from ((number, at, piece) for at, number in enumerate(ascending(piece["docs"])))

    def is_card(self, path: str) -> bool:
        """Whether a file holds cards."""
        return path.startswith(f"{self.folder}d") and path[len(self.folder) + 1].isdigit()

    def number(self, name: str) -> int:
        """The number of a provider."""
        return next(number for number, at, piece in self.cards() if piece["name"][at] == name)

    def entry(self, key: str) -> dict[str, Json]:
        """What the dictionary says of a key."""
        family, volume = ("n", self.numbers) if key[0].isdigit() else ("t", self.words)
        bounds = volume["pages"].split(",") if volume["pages"] else []
        page = self.piece(family, sum(1 for bound in bounds if bound <= key))
        at = page["k"].index(key)
        return {column: page[column][at] for column in page}


def ascending(gaps: list[int]) -> list[int]:
    """Ascending numbers from the first one and the distances between them."""
    return list(accumulate(gaps))


def rows(table: dict[str, Json]) -> list[dict[str, Json]]:
    """The rows of a table of offers, each with its facts by name."""
    names = [
        "kind",
        "origin",
        "unit",
        "moments",
        "home",
        "payUnit",
        "variant",
        "variantKey",
        "from",
        "until",
        "terms",
        "besides",
    ]
    made = []
    for at, number in enumerate(ascending(table["d"])):
        facts = table["facts"][table["f"][at]]
        row = dict.fromkeys(names) | dict(zip(names, facts, strict=False))
        row |= {"number": number, "price": table["p"][at], "paid": table["y"][at]}
        if "s" in table:
            row["service"] = table["s"] if isinstance(table["s"], int) else table["s"][at]
        if "a" in table:
            row["area"] = ascending(table["areas"][table["a"][at]])
        if "g" in table:
            row["languages"] = table["spoken"][table["g"][at]]
        made.append(row)
    return made
