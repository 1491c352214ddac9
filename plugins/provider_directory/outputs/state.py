"""feeds/state.json: what the next build has to know of the records where git knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue.status import ListingStatus
from ..records.published_history import PLACE, state
from .made import Editions, Pages


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The state, unless it is all in git; nothing of a provider that is withdrawn for a time."""
    catalogue = editions[0].catalogue
    if not catalogue.history.whole:
        withdrawn = (
            key for key in catalogue.records.providers if catalogue.provider_status(key) is ListingStatus.SUSPENDED
        )
        yield PLACE, state(catalogue.history, catalogue.records, withdrawn)
