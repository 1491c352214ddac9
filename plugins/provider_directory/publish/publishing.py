"""Runs a publish: what is missing is sent, what pages need before the pages, and only then anything is deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .difference import Difference, all_folders, difference, folders_of
from .faults import NotPublished
from .journal import Journal
from .listing import list_of
from .notes import BEFORE, PUBLISHED
from .site import Site
from .standing import Standing, read_standing
from .target import Target

BYTES_PER_FILE = 100_000
"""Files that are larger than this on average are sent fewer at once."""

STEP = 20
"""A line tells how far the sending is after each twentieth of the files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a publish will do, and from where it starts."""

    site: Site
    target: Target
    standing: Standing
    difference: Difference

    @property
    def is_done(self) -> bool:
        """Whether the target holds the site already, and nothing else of ours."""
        found = self.difference
        is_same = self.standing.published == self.site.files
        return is_same and not (found.sent or found.deleted or self.standing.is_unfinished)


def planned(site: Site, target: Target, *, beside_others: bool) -> Plan:
    """What is to be done; nothing is done yet. Raises NotPublished when something that is not ours is in the way."""
    standing = read_standing(target)
    found = difference(site.files, standing, site.headers.is_for_ever)
    if standing.is_new and not beside_others and not target.is_empty():
        raise NotPublished(
            f"There are files in {target.shown}, and none of them was published by this command. Nothing was sent. "
            "If the site belongs there all the same, add --beside-others: they stay, except where the site has a file "
            "of the same name."
        )
    if not standing.is_new and not beside_others:
        known = {*standing.certain, *standing.doubtful}
        ours = known | all_folders(known)
        new = [path for path in found.sent if path not in ours and not known & set(folders_of(path))]
        taken = sorted(target.taken(new)) if new else []
        if taken:
            others = f" (and {len(taken) - 1:,} more)" if len(taken) > 1 else ""
            raise NotPublished(
                f"{taken[0]} is in the way at {target.shown}{others}: somebody else put it there, and the site has a file of "
                "that name. Nothing was sent. Move it away, or add --beside-others to replace it."
            )
    return Plan(site=site, target=target, standing=standing, difference=found)


def publish(plan: Plan, say: Callable[[str], None]) -> int:
    """Do what was planned; the answer is how many files had to be sent. Raises NotPublished or OSError.

    Wherever it ends, the pages at the target find what they need, and the next publish knows what is there.
    """
    site, target, found = plan.site, plan.target, plan.difference
    entries = found.journal(site.files, plan.standing.certain)
    journal = Journal(target, entries, len(found.arrived))
    journal.begin()
    journal.check()
    if found.way:
        target.delete(found.way, found.emptied)
    progress = Progress(len(found.sent), site.size(found.sent))
    sent = 0
    for stage in found.stages:
        for batch in batches(stage, site, target.at_once):
            sent += len(target.send(site, batch))
            journal.arrive(batch)
            if progress.after(len(batch), site.size(batch)):
                say(str(progress))
    if found.kept != plan.standing.before:
        target.write(BEFORE, list_of(found.kept))
    target.write(PUBLISHED, site.manifest)
    # Another publish that began since the last look may have changed anything under the manifest just written.
    journal.unseen |= site.files
    journal.check()
    target.delete(found.deleted, found.emptied)
    journal.end()
    return sent


def batches(paths: tuple[str, ...], site: Site, at_once: int) -> Iterator[tuple[str, ...]]:
    """The files of a stage, so many at a time."""
    batch: list[str] = []
    size = 0
    for path in paths:
        if batch and (len(batch) == at_once or size > at_once * BYTES_PER_FILE):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(path)
        size += site.size([path])
    if batch:
        yield tuple(batch)


@dataclass(slots=True)
class Progress:
    """How far the sending is."""

    files: int
    size: int
    sent: int = 0
    sent_size: int = 0

    def after(self, files: int, size: int) -> bool:
        """Whether it is worth a line, once these are sent too."""
        before = self.sent * STEP // self.files
        self.sent += files
        self.sent_size += size
        return self.sent < self.files and self.sent * STEP // self.files > before

    def __str__(self) -> str:
        return f"  {self.sent:,} of {self.files:,} files, {megabytes(self.sent_size)} of {megabytes(self.size)}"


def megabytes(size: int) -> str:
    """A number of bytes, for people."""
    return f"{size / 1_000_000:,.1f} MB"
