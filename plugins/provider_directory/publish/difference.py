"""What has to be sent and deleted so that a target holds the site, and in which order, so that no reader notices."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath

from .listing import UNKNOWN, Hashes
from .standing import Standing

POINTING = (".xml", ".atom", ".txt")
"""Endings of the files that tell machines of pages: sitemaps, feeds, robots.txt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one publish will do, in the order of these fields."""

    arrived: Hashes
    """What a publish that was broken off has sent, and is still wanted or kept."""
    way: tuple[str, ...]
    """Files of ours to delete first, because a folder is needed where they stand, or the other way round."""
    stages: tuple[tuple[str, ...], ...]
    """What to send; each stage only after the one before."""
    kept: Hashes
    """What the site no longer has and pages that are open in a browser may still ask for."""
    deleted: tuple[str, ...]
    emptied: tuple[str, ...]
    """The folders in which nothing of ours is left after that."""

    @property
    def sent(self) -> tuple[str, ...]:
        """Everything to send, in order."""
        return tuple(chain(*self.stages))

    def journal(self, wanted: Hashes, certain: Hashes) -> dict[str, str]:
        """The list of what will be done, in order: what is there, what is sent, what is deleted."""
        sent = {path: wanted[path] for path in self.sent}
        return {**self.arrived, **sent, **{path: certain.get(path, UNKNOWN) for path in self.deleted}}


def difference(wanted: Hashes, standing: Standing, is_for_ever: Callable[[str], bool]) -> Difference:
    """What to do so that a target, as it stands, holds the wanted files.

    What is named after its contents and was needed by the site until now is kept until the publish after this one:
    pages of the former site, open in a browser, go on asking for it. Nothing is deleted that no note of ours lists.
    """
    certain = standing.certain
    if standing.published == wanted:
        kept = {path: sha256 for path, sha256 in standing.before.items() if path not in wanted and path in certain}
    else:
        former = {**standing.published, **standing.arrived}
        kept = {path: certain[path] for path in former if path in certain and path not in wanted and is_for_ever(path)}
    sent = [path for path, sha256 in wanted.items() if certain.get(path) != sha256]
    deleted = sorted({*certain, *standing.doubtful} - set(wanted) - set(kept))
    return Difference(
        arrived={path: certain[path] for path in standing.arrived if {path} <= (set(wanted) | set(kept)) - set(sent)},
        way=tuple(in_the_way(sent, deleted)),
        stages=stages(sent, {*certain, *standing.doubtful}, is_for_ever),
        kept=kept,
        deleted=tuple(deleted),
        emptied=tuple(sorted(all_folders(deleted) - all_folders({*wanted, *kept}))),
    )


def stages(
    sent: Collection[str], there: Collection[str], is_for_ever: Callable[[str], bool]
) -> tuple[tuple[str, ...], ...]:
    """The files to send in five stages, the empty ones left out.

    What is named after its contents; other files that a page may ask for; new pages, which nothing leads to yet; pages
    that change, which lead to them; and what tells machines of pages. A compressed file goes with what it is of.
    """

    def stage(path: str) -> int:
        if is_for_ever(path):
            return 0
        whole = path.removesuffix(".gz").removesuffix(".br")
        kind = PurePosixPath(whole).suffix
        return (3 if whole in there else 2) if kind == ".html" else 4 if kind in POINTING else 1

    by_stage: dict[int, list[str]] = {}
    for path in sorted(sent):
        by_stage.setdefault(stage(path), []).append(path)
    return tuple(tuple(by_stage[number]) for number in sorted(by_stage))


def in_the_way(sent: Collection[str], deleted: Collection[str]) -> Iterator[str]:
    """The files to delete that stand where a folder is needed, or in a folder where a file is."""
    needed, folders = set(sent), all_folders(sent)
    for path in deleted:
        if path in folders or needed & set(folders_of(path)):
            yield path


def folders_of(path: str) -> list[str]:
    """The folders a file is in, below the site's root."""
    return [folder.as_posix() for folder in PurePosixPath(path).parents][:-1]


def all_folders(paths: Iterable[str]) -> set[str]:
    """The folders that some files are in."""
    return {folder for path in paths for folder in folders_of(path)}
