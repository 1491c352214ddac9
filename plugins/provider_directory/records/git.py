"""The git history of a project's files: which of them changed on which day, and what stood in them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha1, sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from ..settings import HOME_ZONE

QUIET = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
)
"""The settings of a copied project must not make git run anything."""


class Unreadable(Exception):
    """There is no git here, or no whole history."""


class Commit(NamedTuple):
    """What one commit changed, as the project's main line has it."""

    day: date
    """When it was made, in Finland."""
    files: dict[str, str]
    """The name of the contents by path from the project's root; an empty one where a file was removed."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a project's folder is in."""

    root: Path

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What a git command says. Raises Unreadable when it fails."""
        others = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
        try:
            done = subprocess.run(
                ["git", *QUIET, *arguments],
                cwd=self.root,
                env={**others, **quiet},
                input=given,
                capture_output=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise Unreadable from error
        return done.stdout

    def head(self) -> str:
        """The name of the last commit. Raises Unreadable where the history is not whole: a commit would seem to write all."""
        shallow, head = self.run("rev-parse", "--is-shallow-repository", "HEAD").decode().split()
        if shallow != "false":
            raise Unreadable
        return head

    def commits(self, head: str, folders: Iterable[str]) -> list[Commit]:
        """The commits that changed anything in some folders, the oldest first; days never go back."""
        shown = (
            "--first-parent",
            "-m",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--no-ext-diff",
            "--root",
            "--relative",
        )
        text = self.run("log", "-z", "--reverse", *shown, "--format=%x01%ct", head, "--", *folders)
        found: list[Commit] = []
        for part in os.fsdecode(text).split("\x01")[1:]:
            seconds, *rest = part.split("\0")
            day = datetime.fromtimestamp(int(seconds), HOME_ZONE).date()
            found.append(Commit(max(day, found[-1].day) if found else day, dict(changed(rest))))
        return [commit for commit in found if commit.files]

    def uncommitted(self, head: str, folders: Iterable[str]) -> dict[str, bytes | None]:
        """The files of some folders that are not as they were committed; nothing in place of those that are gone."""
        raw = self.run("diff-index", "-z", "--no-renames", "--no-ext-diff", "--relative", head, "--", *folders)
        new = self.run("ls-files", "-z", "--others", "--exclude-standard", "--", *folders)
        before = {**dict(changed(os.fsdecode(raw).split("\0"), old=True)), **dict.fromkeys(names(new), "")}
        now = {path: contents(self.root / path) for path in before}
        return {path: data for path, data in now.items() if data is None or before[path] != name_of(data, before[path])}

    def blobs(self, wanted: Iterable[str]) -> dict[str, bytes]:
        """What stood in files, by the name of the contents. Raises Unreadable when any is missing."""
        asked = sorted(set(wanted))
        if not asked:
            return {}
        data, place, found = (
            self.run("cat-file", "--batch", given="".join(f"{name}\n" for name in asked).encode()),
            0,
            {},
        )
        for name in asked:
            end = data.index(b"\n", place)
            told = data[place:end].split()
            if len(told) != 3:
                raise Unreadable
            place = end + 1 + int(told[2])
            found[name] = data[end + 1 : place]
            place += 1
        return found


def changed(parts: list[str], *, old: bool = False) -> Iterator[tuple[str, str]]:
    """Paths with the names of their contents after a change, or before it, out of git's raw form."""
    own = [part.lstrip("\n") for part in parts]
    for facts, path in pairwise(own):
        if facts.startswith(":"):
            _, _, before, after, letter = facts[1:].split(" ")
            name = before if old else after
            yield path, "" if (letter == "D" and not old) or not name.strip("0") else name


def names(text: bytes) -> list[str]:
    """Paths that git tells one after the other."""
    return [path for path in os.fsdecode(text).split("\0") if path]


def contents(file: Path) -> bytes | None:
    """What is in a file; nothing where there is none."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def name_of(data: bytes, like: str) -> str:
    """The name that git gives to contents, by the same algorithm as another name."""
    made = sha256 if len(like) == 64 else sha1
    return made(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
