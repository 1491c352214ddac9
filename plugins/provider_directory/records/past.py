"""Where what records said before is to be found: git first, then what was published last."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from ..settings import Settings
from .collections import Records
from .git import Repository, Unreadable
from .git_history import git_history
from .history import History
from .published_history import PLACE, published_history


def past(settings: Settings, records: Records, since: date) -> History:
    """What is known of the changes of records up to the day of a build."""
    try:
        return git_history(Repository(settings.root), records, settings.as_of, since)
    except Unreadable:
        return published_history(published(settings), records, settings.as_of, since)


def published(settings: Settings) -> Path:
    """The folder of the site as it was published last."""
    return settings.changes_from or settings.output


def past_mark(settings: Settings) -> str:
    """A few letters that are others when anything else is known; what is written and not committed does not count."""
    try:
        return Repository(settings.root).head()
    except Unreadable:
        # What stands in the output folder is looked at there.
        place = (settings.changes_from or settings.root) / PLACE
        return sha256(place.read_bytes()).hexdigest() if place.is_file() else ""
