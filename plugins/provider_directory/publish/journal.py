"""The note of what a publish is about to do, so that the next one can go on, and two at once notice each other."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .faults import NotPublished
from .listing import Hashes, list_of, listed
from .notes import JOURNAL, SENT
from .target import Target

STATE = re.compile(rb"(\d+) ([0-9a-f]{64}) ([0-9a-f]+)\n")


def read_journal(notes: Mapping[str, bytes], shown: str) -> tuple[dict[str, str], int]:
    """What a publish that was broken off meant to do, and how many of these files are there for certain."""
    journal = notes.get(JOURNAL, b"")
    state = STATE.fullmatch(notes.get(SENT, b""))
    # A count that was left by another journal says nothing of this one.
    known = state is not None and state[2].decode() == fingerprint(journal)
    return listed(journal, f"{JOURNAL} at {shown}"), int(state[1]) if state and known else 0


def fingerprint(journal: bytes) -> str:
    """The hash by which a count names the journal it belongs to."""
    return hashlib.sha256(journal).hexdigest()


@dataclass(slots=True)
class Journal:
    """The journal of a publish that is under way."""

    target: Target
    entries: Hashes
    arrived: int
    """How many entries, from the first on, are there for certain."""
    run: str = field(default_factory=lambda: secrets.token_hex(8))
    """Tells this publish from any other."""
    unseen: dict[str, str] = field(default_factory=dict)
    """What was sent since it was last seen that no other publish had begun."""
    name: str = ""
    """The hash by which a count names this journal."""

    def begin(self) -> None:
        """Note what will be done, before anything is."""
        journal = list_of(self.entries)
        self.name = fingerprint(journal)
        self.target.write(JOURNAL, journal)
        self.count()

    def count(self) -> None:
        """Note how far it is."""
        self.target.write(SENT, f"{self.arrived} {self.name} {self.run}\n".encode())

    def arrive(self, paths: Iterable[str]) -> None:
        """Note that the next entries are there; a target that compares finds that out by itself. Raises as check does."""
        sent = {path: self.entries[path] for path in paths}
        self.unseen |= sent
        self.check()
        self.arrived += len(sent)
        if not self.target.compares:
            self.count()

    def check(self) -> None:
        """See that no other publish has begun meanwhile. Raises NotPublished if one has.

        That one goes on. What was sent since the last look may have overwritten what it sent, so that is noted as
        doubtful: then it stops as well, and the next publish sends these files again.
        """
        state = STATE.fullmatch(self.target.read([SENT]).get(SENT, b""))
        if state and state[3].decode() == self.run:
            self.unseen.clear()
            return
        if self.unseen:
            others = self.target.read([JOURNAL]).get(JOURNAL, b"")
            self.entries = {**listed(others, f"{JOURNAL} at {self.target.shown}"), **self.unseen}
            self.arrived = 0
            self.begin()
        raise NotPublished(
            f"Another publish to {self.target.shown} began while this one was under way, so this one stopped. "
            "When the other has ended, publish once more."
        )

    def end(self) -> None:
        """Forget it: all is done."""
        # In this order: a journal without its count would have everything sent again, unless the target compares.
        for names in [[JOURNAL, SENT]] if self.target.compares else [[JOURNAL], [SENT]]:
            self.target.delete(names)
