"""What stands at a target, as our notes there tell it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from .journal import read_journal
from .listing import Hashes, listed
from .notes import BEFORE, JOURNAL, NOTES, PUBLISHED, SENT
from .target import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of a target."""

    published: Hashes
    """What the last finished publish listed."""
    before: Hashes
    """What was kept for the pages before those."""
    arrived: Hashes
    """What a publish that was broken off has sent for certain."""
    doubtful: Set[str]
    """What it may have sent, in part, or deleted."""
    is_unfinished: bool
    is_new: bool
    """Whether there is no note of ours at all."""

    @property
    def certain(self) -> dict[str, str]:
        """Every file that is there for certain, by path."""
        every = {**self.before, **self.published, **self.arrived}
        return {path: sha256 for path, sha256 in every.items() if path not in self.doubtful}


def read_standing(target: Target) -> Standing:
    """Read our notes at a target. Raises NotPublished when one of them is not ours."""
    notes = target.read(NOTES)
    entries, sent = read_journal(notes, target.shown)
    paths = list(entries)
    return Standing(
        published=listed(notes.get(PUBLISHED, b""), f"{PUBLISHED} at {target.shown}"),
        before=listed(notes.get(BEFORE, b""), f"{BEFORE} at {target.shown}"),
        arrived={path: entries[path] for path in paths[:sent]},
        doubtful=frozenset(paths[sent:]),
        is_unfinished=JOURNAL in notes or SENT in notes,
        is_new=not notes,
    )
