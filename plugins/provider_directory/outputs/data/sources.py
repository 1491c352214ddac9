"""Whose facts they are: the organisers that publish here, and under which licence all of it may be used."""

from __future__ import annotations

from collections.abc import Iterable

from ...settings import LICENCES, Settings
from ...views.edition import Edition


def publishers(edition: Edition) -> Iterable[tuple[str, str]]:
    """The organisers, each with the page its facts come from."""
    found = sorted(edition.records.organisers.items())
    return [(entry.record.name.fi, entry.record.source or entry.record.website or "") for _, entry in found]


def with_providers(edition: Edition) -> Iterable[tuple[str, str]]:
    """The same for what providers tell of themselves."""
    return [*publishers(edition), ("The providers themselves, as the organisers have published it", "")]


def licence(settings: Settings) -> dict[str, str]:
    """The licence of all of it, as a Data Package tells it."""
    title, url = LICENCES[settings.data_licence]
    return {"name": settings.data_licence, "title": title, "path": url}
