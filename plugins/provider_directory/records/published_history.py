"""What was published last of records, for a project without git: a file that each build writes and the next one reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from .collections import Records
from .facts import NOWHERE, Facts, Standing, facts_of, iso, letters
from .history import KINDS, History, Line, Name, Version, told

FORMAT = 1
"""Raised whenever a reader of the old format would misread the new one."""

PLACE = "feeds/state.json"
"""Below the root of the site."""


def published_history(folder: Path, records: Records, day: date, since: date) -> History:
    """The changes up to a day, since the first build that left its state; nothing where there is none."""
    lines = read(folder / PLACE)
    if not lines:
        return History()
    later = any(each.day and each.day > day for line in lines.values() for each in line)
    lines = {name: list(up_to(line, day, since if name[0] != "events" else date.min)) for name, line in lines.items()}
    if not later:
        for name, facts in now(records):
            line = lines.setdefault(name, [Version(None, None)])
            line.append(Version(day, facts))
        known = {name for name, _ in now(records)}
        for name in lines.keys() - known:
            lines[name].append(Version(day, None))
    return History(False, told(lines))


def up_to(line: Line, day: date, since: date) -> Iterator[Version]:
    """The versions up to a day; of those that are older than needed the last one, of which no day is told."""
    own = [each for each in line if not each.day or each.day <= day]
    old = [each for each in own if not each.day or each.day <= since]
    yield Version(None, old[-1].facts if old else None)
    yield from own[len(old) :]


def now(records: Records) -> Iterator[tuple[Name, Facts]]:
    """The facts of every record as they may be published."""
    for kind in KINDS:
        for key, entry in getattr(records, kind).items():
            yield (kind, key), shown(facts_of(entry.record))


def shown(facts: Facts, hidden: Iterable[str] = ()) -> Facts:
    """Facts without the lists on which somebody is withdrawn for a time, now or in the record that is."""
    if "lists" not in facts:
        return facts
    own = {name: each for name, each in facts["lists"].items() if not each["hidden"] and name not in hidden}
    return {**facts, "lists": own}


def read(file: Path) -> dict[Name, Line]:
    """What a build left; nothing where it cannot be read."""
    try:
        state = json.loads(file.read_bytes())
        if state["format"] != FORMAT:
            return {}
        return {
            (kind, key): [Version(date.fromisoformat(when) if when else None, facts) for when, facts in line]
            for kind in KINDS
            for key, line in state[kind].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def state(history: History, records: Records, nameless: Iterable[str]) -> bytes:
    """What the next build has to know of the records on the day; nameless: keys of providers of which nothing is published."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    hidden = set(nameless)
    for (kind, key), line in written(history, records).items():
        entry = getattr(records, kind).get(key)
        if entry is None and kind == "providers":
            key, line = forgotten(key), [erased(each) for each in line]
        elif entry and kind == "providers":
            names = [name for name, each in facts_of(entry.record).get("lists", {}).items() if each["hidden"]]
            line = [each._replace(facts=shown(each.facts, names)) if each.facts else each for each in line]
        if key not in hidden or kind != "providers":
            found[kind][key] = [[iso(each.day), each.facts] for each in line]
    return json.dumps({"format": FORMAT, **found}, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def written(history: History, records: Records) -> dict[Name, Line]:
    """The versions of every record, of those that never changed the one there is."""
    plain = {name: [Version(None, facts)] for name, facts in now(records)}
    return plain | {name: list(line) for name, line in history.versions.items()}


def forgotten(key: str) -> str:
    """What the key of a removed provider is told by, which says nothing of it."""
    return key if key.startswith("#") else f"#{letters(key)}"


def erased(version: Version) -> Version:
    """Of a version of a removed provider only which lists it was on."""
    if version.facts is None:
        return version
    lists: Mapping[str, Standing] = shown(version.facts).get("lists", {})
    return Version(version.day, {"lists": dict.fromkeys(lists, NOWHERE)})
