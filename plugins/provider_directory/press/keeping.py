"""Puts down what the next build may use, in the project's own folder for such things."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..settings import Settings

MOST = 4
"""For so many outputs something is kept."""


def kept_in(settings: Settings) -> Path:
    """The folder of what may always be deleted."""
    return settings.root / ".cache" / "provider-directory"


def kept_at(settings: Settings, what: str) -> Path:
    """Where a build into this output leaves something."""
    return kept_in(settings) / f"{what}-{sha256(str(settings.output.resolve()).encode()).hexdigest()[:16]}"


def kept(place: Path, version: str) -> Any:
    """What was put down; nothing where there is none, where it is of another version, or where it is damaged."""
    try:
        with place.open("rb") as file:
            # Unpickling runs what is written there: only what this user wrote here, not what came with a copied project.
            found = os.fstat(file.fileno())
            if found.st_uid != os.getuid() or found.st_mode & 0o077:
                return None
            return pickle.load(file) if pickle.load(file) == version else None
    except Exception:
        # Whatever is wrong with it, it can be done without.
        return None


def keep(place: Path, version: str, value: Any) -> None:
    """Put something down; that it cannot be is no fault of what was published."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.new")
        # Of two who write it at once, neither mixes what it writes into the other's; half of it is none.
        beside.unlink(missing_ok=True)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            pickle.dump(version, file, protocol=5)
            pickle.dump(value, file, protocol=5)
        os.replace(beside, place)
        clear_old(place.parent, place.name.partition("-")[0])


def clear_old(folder: Path, what: str) -> None:
    """Remove what was left for outputs that nobody built into for long; it would grow for ever."""
    found = sorted(folder.glob(f"{what}-*"), key=lambda each: each.stat().st_mtime_ns)
    for place in found[:-MOST]:
        place.unlink()
