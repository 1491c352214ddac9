"""Records as the plain trees that read back as the same records: what an editor would have to write, and nothing that goes without saying."""

from __future__ import annotations

from typing import Any

from .collections import Entry
from .schema.base import TopRecord


def plain(record: TopRecord) -> dict[str, Any]:
    """A record's fields by the names they are written with; what is as it would be anyway is left out."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def plain_entry(entry: Entry[Any]) -> dict[str, Any]:
    """A record with its key and, where it has any, its text and translations."""
    found = {"key": entry.key, "record": plain(entry.record)}
    if entry.source.body:
        found["text"] = entry.source.body
    if entry.translations:
        found["translations"] = {
            language: {"record": plain(each.record), **({"text": each.source.body} if each.source.body else {})}
            for language, each in sorted(entry.translations.items())
        }
    return found
