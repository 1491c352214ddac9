"""
What was read and checked before, kept in `.cache/provider-directory/records/`.

A file is taken for unchanged while the file system says that nobody has written to it, as git does, and else by its
contents. What is kept is of one version of this package, of Python and of the libraries that read.
"""

from __future__ import annotations

import os
import pickle
import platform
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import phonenumbers
import pydantic
import pydantic_core
import yaml

from ..problems import Problem
from .collections import Alone
from .file import Part, Told, told_by
from .folders import Place, Stamp
from .text import Path_, Unreadable, read_bytes
from .vault import Vault, packed

Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Does a work for each of many tasks, in whatever processes, and gives what comes of them in their order."""

SHARDS = 64
"""Files of records: few enough to be opened quickly, each small enough to be written anew for one record."""

QUIET = 2_000_000_000
"""Nanoseconds. A file system may give the same time to all that is written within so long."""

WORTH = 300
"""Files. Fewer are read before another process has begun."""

Held = tuple[str, Any]
"""The digest of a file's bytes, and what they say in plain tuples."""


class Known(NamedTuple):
    """What is known of a file without opening it."""

    stamp: Stamp | None
    text: str
    """The digest of its bytes."""
    asked: dict[Path_, int]
    """Lines of it that were asked for."""
    placed: tuple[Problem, ...] | None = None
    """What its record shows in its surroundings."""


class Cache:
    """What one run knows from earlier ones, and leaves to later ones."""

    def __init__(self, root: Path, vault: Vault | None = None) -> None:
        self.root = root
        self.vault = vault
        self.begun = vault.clock() if vault else 0
        before = vault.read("files") if vault else None
        self.before: tuple[str, Mapping[str, Any]] = before or ("", {})
        self.surroundings = self.before[0]
        """What the problems of placed records were found in."""
        self.files: dict[str, Known] = {}

    @classmethod
    def below(cls, root: Path) -> Cache:
        """What is kept in a project's folder."""
        return cls(root, Vault(root / ".cache" / "provider-directory" / "records", version()))

    def told(self, places: Iterable[Place], spread: Spread) -> dict[str, Told]:
        """What every file says; only those that changed are read."""
        shards: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            shards[crc32(os.fsencode(place.name)) % SHARDS].append(place)
        told: dict[str, Told] = {}
        todo: list[tuple[int, dict[str, Held], list[Place]]] = []
        for number in range(SHARDS):
            group, held = shards[number], self.open(number)
            same = {place.name: held[place.name] for place in group if self.unchanged(place, held.get(place.name))}
            told |= {name: told_of(plain) for name, (_, plain) in same.items()}
            if len(same) < max(len(group), len(held)):
                todo.append((number, same, [place for place in group if place.name not in same]))
        share = here if sum(len(changed) for *_, changed in todo) < WORTH else spread
        for (number, same, changed), content in zip(
            todo, share(partial(read_share, self.root), [changed for *_, changed in todo]), strict=True
        ):
            new: dict[str, Held] = pickle.loads(content)
            told |= {name: told_of(plain) for name, (_, plain) in new.items()}
            self.files |= {place.name: Known(place.stamp, new[place.name][0], {}) for place in changed}
            self.close(number, content if all(text for text, _ in new.values()) and not same else None, same | new)
        return told

    def open(self, number: int) -> dict[str, Held]:
        """What is kept in a shard."""
        held: dict[str, Held] | None = self.vault.read(f"{number:02}") if self.vault else None
        return held or {}

    def close(self, number: int, content: bytes | None, held: dict[str, Held]) -> None:
        """Keep a shard; what could not be read is not kept."""
        if self.vault:
            whole = {name: each for name, each in held.items() if each[0]}
            self.vault.write(f"{number:02}", content or packed(whole))

    def unchanged(self, place: Place, held: Held | None) -> bool:
        """Whether a file is as it was when it was read."""
        if held is None:
            return False
        known = Known(*self.before[1].get(place.name, (None, "", {})))
        if known.text != held[0]:
            known = Known(None, held[0], {})
        if known.stamp != place.stamp:
            with suppress(OSError, Unreadable):
                data = read_bytes(self.root / place.name, place.name)
                known = known._replace(stamp=place.stamp if sha256(data).hexdigest() == held[0] else None)
        if known.stamp:
            self.files[place.name] = known._replace(asked=dict(known.asked))
        return known.stamp is not None

    def asked(self, file: str) -> dict[Path_, int]:
        """The lines of a file that were asked for; who asks for another adds it."""
        return self.files[file].asked if file in self.files else {}

    def settle(self, surroundings: str) -> None:
        """Forget what records show in other surroundings."""
        if self.surroundings != surroundings:
            self.files = {name: known._replace(placed=None) for name, known in self.files.items()}
        self.surroundings = surroundings

    def placed(self, file: str) -> tuple[Problem, ...] | None:
        """What a file's record shows in its surroundings, when that is known."""
        return self.files[file].placed if file in self.files else None

    def place(self, file: str, problems: tuple[Problem, ...], asked: Mapping[Path_, int]) -> None:
        """Know what a file's record shows in its surroundings, and where."""
        if file in self.files:
            self.files[file] = self.files[file]._replace(placed=problems)
            self.files[file].asked.update(asked)

    def keep(self) -> None:
        """Leave what is known of files to later runs."""
        files = {
            name: (self.trusted(known.stamp), known.text, known.asked, known.placed)
            for name, known in self.files.items()
            if known.text
        }
        if self.vault and (self.surroundings, files) != self.before:
            self.vault.write("files", packed((self.surroundings, files)))

    def trusted(self, stamp: Stamp | None) -> tuple[int, ...] | None:
        """A stamp by which a file will be known to be the same; none while another writing could bear the same time."""
        return tuple(stamp) if stamp and max(stamp[:2]) < self.begun - QUIET else None


def here(work: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
    """Do a work for each task in this process."""
    return map(work, tasks)


def read_share(root: Path, places: Iterable[Place]) -> bytes:
    """What several files say, packed."""
    return packed({place.name: read(root, place) for place in places})


def read(root: Path, place: Place) -> Held:
    """What a file says, in plain tuples, which are packed quickly; without a digest when it could not be opened."""
    try:
        data = read_bytes(root / place.name, place.name)
    except Unreadable as error:
        return "", (tuple(error.problems), ())
    except OSError as error:
        return "", ((Problem(place.name, 1, "", f"The file cannot be opened: {error.strerror}.", "file"),), ())
    told = told_by(data, place)
    parts = tuple((*part[:-1], tuple(part.alone)) for part in told.parts)
    return sha256(data).hexdigest(), (told.problems, parts)


def told_of(plain: Any) -> Told:
    """What a file says, out of plain tuples."""
    problems, parts = plain
    return Told(
        problems,
        tuple(
            Part(key, record, digest, body, body_line, Alone(*alone))
            for key, record, digest, body, body_line, alone in parts
        ),
    )


def version() -> str:
    """What makes the same file say the same: all that reads it."""
    package = Path(__file__).parent
    sources = [*sorted(package.rglob("*.py")), package.parent / "model.py", package.parent / "problems.py"]
    libraries = (platform.python_version(), pydantic.VERSION, pydantic_core.__version__, yaml.__version__)
    written = sha256(repr((libraries, phonenumbers.__version__, platform.machine())).encode())
    for source in sources:
        written.update(sha256(source.read_bytes()).digest())
    return written.hexdigest()
