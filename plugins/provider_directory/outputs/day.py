"""day.js: on which day the site is true, for the scripts of every page; a new day changes this file, and what it does change."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..views.edition import Edition


def files(edition: Edition, subject: None) -> Iterator[tuple[str, bytes]]:
    """The file of one language: the day, and how a sentence says it."""
    day = edition.catalogue.as_of
    data = json.dumps({"asOf": day.isoformat(), "asOfWords": edition.wording.day(day)}, ensure_ascii=False)
    yield f"{edition.language}/day.js", f"Object.assign(document.documentElement.dataset, {data})\n".encode()
