"""When a generated listing holds: most of them now, some not yet, no longer, soon no longer or suspended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .offers import Offer

DAY = date(2018, 8, 10)
"""The day of the example site. Statuses are true on this day."""

KINDS = (("current", 80), ("upcoming", 6), ("ended", 5), ("expiring", 5), ("suspended", 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days of one listing."""

    starts: date
    until: date | None = None
    suspended_from: date | None = None


def span(random: Random, offer: Offer) -> Span:
    """Days that the list allows: none before it opens, none after it closes."""
    kind = random.choices([kind for kind, _ in KINDS], weights=[often for _, often in KINDS])[0]
    starts = DAY + timedelta(days=random.randint(5, 90) if kind == "upcoming" else -random.randint(30, 1200))
    until = None
    if kind == "ended":
        until = DAY - timedelta(days=random.randint(1, 29))
    if kind == "expiring":
        until = DAY + timedelta(days=random.randint(1, 59))
    if offer.opens and offer.opens > starts:
        # Earlier than the list itself is too early; a list not yet open has nothing that ends.
        starts, until = offer.opens, until if until and until > offer.opens else None
    if offer.closes and (until is None or until > offer.closes):
        until = offer.closes
    suspended = DAY - timedelta(days=random.randint(1, 20)) if kind == "suspended" else None
    return Span(starts=min(starts, until) if until else starts, until=until, suspended_from=suspended)
