"""
The value types that every step shares: languages, units, days of uncertain precision, and amounts.

Nothing here knows YAML, HTML or today's date.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

LANGUAGES = ("fi", "sv", "en")
"""The site's languages. Finnish comes first and is what the others fall back to."""

Cents = int
"""An amount of money. Never a float, never in euros."""


class Unit(StrEnum):
    """What one price or voucher value pays for."""

    HOUR = "hour"
    DAY = "day"
    FULL_DAY = "24h"
    """A day and a night (vrk)."""
    VISIT = "visit"
    DIRECTION = "direction"
    """One way of a journey (suunta)."""
    WEEK = "week"
    MONTH = "month"
    PIECE = "piece"


class Season(StrEnum):
    """A part of a year, for what is announced as 'in autumn 2018'."""

    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"

    @property
    def months(self) -> tuple[int, int]:
        """First and last month, by the Finnish almanac; winter is taken as the start of the named year."""
        return {"winter": (1, 2), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A day, month, season or year, as precisely as the source gave it."""

    year: int
    month: int | None = None
    day: int | None = None
    season: Season | None = None

    @property
    def first_day(self) -> date:
        """The earliest day it may mean."""
        if self.season:
            return date(self.year, self.season.months[0], 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it may mean."""
        if self.day:
            return self.first_day
        month = self.season.months[1] if self.season else (self.month or 12)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        if self.season:
            return f"{self.year}-{self.season}"
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)


def valid_on(day: date, starts: date | None, until: date | None) -> bool:
    """Whether a day lies in a period whose open ends are unlimited; both ends count."""
    return (starts is None or starts <= day) and (until is None or day <= until)


@lru_cache(maxsize=10_000)
def slug(text: str) -> str:
    """A name as a part of an address: small letters a–z, digits and single dashes."""
    folded = text.casefold().translate(LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "ß": "ss", "’": None, "'": None})
