"""What git knows of records: days are those of commits, and what is not yet committed changed on the day of the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from .cache import version
from .collections import Records
from .facts import Facts, facts_of
from .file import told_by
from .folders import FOLDERS, Place, Stamp, key_of
from .git import Commit, Repository, Unreadable
from .history import KINDS, History, Line, Name, Version, told
from .schema.base import TopRecord
from .vault import Vault, packed

HOMES = {folder: (attribute, model) for folder, _, attribute, model in FOLDERS if attribute in KINDS}

NO_STAMP = Stamp(0, 0, 0, 0)

Blobs = list[tuple[date | None, str]]
"""Days and the names of the contents from then on, the oldest first."""


Said = tuple[Facts, TopRecord | None]
"""The facts of a file, and of a voucher the whole record: what it was worth has to be said in words."""


def git_history(repository: Repository, records: Records, day: date, since: date) -> History:
    """The changes up to a day. Raises Unreadable where there is no whole history of the records."""
    head = repository.head()
    vault = Vault(repository.root / ".cache" / "provider-directory" / "history", version())
    kept: dict[str, Any] = vault.read("git") or {"head": "", "commits": [], "said": {}}
    plain = kept["commits"] if kept["head"] == head else [tuple(each) for each in repository.commits(head, HOMES)]
    commits = [Commit(*each) for each in plain]
    if not commits:
        raise Unreadable
    lines = timelines(commits, day, since)
    # Once there are later commits, nobody knows what of the tree was so on the day.
    tree = repository.uncommitted(head, HOMES) if commits[-1].day <= day else {}
    edited = {path for path in tree if place_of(path)}
    wanted = {blob: path for path in sorted({*lines, *edited}) for blob in needed(lines.get(path, []), path in edited)}
    said = {blob: tuple(each) for blob, each in kept["said"].items() if blob in wanted}
    said |= {blob: said_in(wanted[blob], data) for blob, data in repository.blobs(set(wanted) - set(said)).items()}
    if kept["head"] != head or kept["said"].keys() != said.keys():
        vault.write("git", packed({"head": head, "commits": plain, "said": said}))
    found: dict[Name, Line] = {}
    for path in sorted({*lines, *edited}):
        name, line = name_of(path), lines.get(path, [(None, "")])
        if len(line) > 1 or path in edited:
            own = [Version(when, *said.get(blob, (None, None))) for when, blob in line]
            found[name] = [*own, *([Version(day, *said_now(records, name))] if path in edited else [])]
    return History(True, told(found))


def timelines(commits: Iterable[Commit], day: date, since: date) -> dict[str, Blobs]:
    """Of each record's file what stood in it: at first, and each time it changed; of events always, of others since a day.

    What the first commit of all wrote has no day: it is where the history begins, and no change.
    """
    found: dict[str, Blobs] = {}
    for number, commit in enumerate(commits):
        for path, blob in commit.files.items() if commit.day <= day else ():
            if place_of(path):
                line = found.setdefault(path, [] if number == 0 else [(None, "")])
                event = path.startswith("content/events/")
                when = commit.day if number and (event or commit.day > since) else None
                # A calendar has to tell of each change of an event, readers are told what came of a day.
                if line and line[-1][0] == when and not (event and when):
                    line.pop()
                line.append((when, blob))
    return found


def needed(line: Blobs, edited: bool) -> Iterator[str]:
    """The contents that have to be read: none where nothing ever changed."""
    if len(line) > 1 or edited:
        yield from (blob for _, blob in line if blob)


def said_in(path: str, data: bytes) -> Said:
    """What a file said; nothing where it was faulty."""
    place = place_of(path)
    parts = told_by(data, place).parts if place else ()
    record = parts[0].record if parts else None
    return (facts_of(record), record if path.startswith("content/vouchers/") else None) if record else ({}, None)


def said_now(records: Records, name: Name) -> tuple[Facts | None, TopRecord | None]:
    """The facts of a record as it is, where there is one."""
    entry = getattr(records, name[0]).get(name[1])
    return (facts_of(entry.record), entry.record) if entry else (None, None)


def place_of(path: str) -> Place | None:
    """The record that a path is of; nothing for translations and what is no record."""
    for folder, (attribute, model) in HOMES.items():
        if path.startswith(f"{folder}/") and path.endswith((".md", ".yaml")) and not path.endswith("/README.md"):
            key, language = key_of(path.removeprefix(f"{folder}/"))
            return None if language else Place(path, attribute, model, NO_STAMP, key)
    return None


def name_of(path: str) -> Name:
    """The table and the key of the record that a path is of."""
    place = place_of(path)
    assert place
    return place.attribute, place.key
