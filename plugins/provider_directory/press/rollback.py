"""The release before is published again, in one step, and the one that was published is kept in its place."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .faults import NothingKept
from .foreign import coming_along, look
from .lock import Lock, locked
from .manifest import UNKNOWN, Manifest, read
from .releases import are_one, change_places, identity, only_ours, since, was_published
from .site import Site, site_at
from .writing import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How what is published now differs from what was published until now."""

    files: int
    """All that are published now."""
    changed: int
    added: int
    removed: int


def roll_back(output: Path) -> Difference:
    """Let what is published and the release before change places. Raises NothingKept, Occupied, Busy and Unwritable."""
    site = site_at(output)
    with told(site), locked(site) as lock:
        kept, current = read(site.last), read(output) or Manifest()
        if kept is None or not was_published(site, lock):
            raise NothingKept(
                f"No release before the one in {site.output} is kept: there was no second one yet, a build was ended while "
                "it changed it, or it cannot be kept there. Nothing was changed."
            )
        if not is_whole(site, lock, kept, current):
            raise NothingKept(f"The release before, in {site.last}, is not as it was published. Nothing was changed.")
        put_back(site, lock, kept, current)
    return difference(current, kept)


def is_whole(site: Site, lock: Lock, kept: Manifest, current: Manifest) -> bool:
    """Whether each file of the kept release is as it was published; those that nobody can have touched are not read."""
    changed = only_ours(site, kept, kept, since(site.last, lock))
    return all(
        is_as_listed(site, path, hashed)
        for path, hashed in kept.hashes.items()
        if current.hashes.get(path) != hashed or path.rpartition("/")[0] in changed
    )


def is_as_listed(site: Site, path: str, hashed: str) -> bool:
    """Whether a file holds what the list says; so does one that is published, until somebody touches it."""
    place = site.last / path
    if not place.is_file() or place.is_symlink():
        return False
    return hashed == UNKNOWN or are_one(site, path) or sha256(place.read_bytes()).hexdigest() == hashed


def put_back(site: Site, lock: Lock, kept: Manifest, current: Manifest) -> None:
    """Let the two change places."""
    if not os.path.lexists(site.output):
        os.rename(site.last, site.output)
        return
    found = look(site.output, current.hashes, since(site.output, lock)).foreign
    foreign = tuple(coming_along(site.output, found, kept.hashes))
    change_places(site, lock, found, foreign, is_believed=identity(site.output) in lock.text().split())


def difference(former: Manifest, new: Manifest) -> Difference:
    """What changes from one list of files to another."""
    both = former.hashes.keys() & new.hashes.keys()
    return Difference(
        files=len(new.hashes),
        changed=sum(former.hashes[path] != new.hashes[path] for path in both),
        added=len(new.hashes) - len(both),
        removed=len(former.hashes) - len(both),
    )
