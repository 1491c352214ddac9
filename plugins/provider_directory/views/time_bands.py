"""Time bands in words: which days and hours a name such as 'evening' stands for."""

from __future__ import annotations

from collections.abc import Mapping

from ..records.schema.voucher import TimeBand
from .edition import Edition
from .facts import Fact


def bands(edition: Edition, found: Mapping[str, TimeBand]) -> tuple[Fact, ...]:
    """Each band with its days and hours; a band that names neither is left out."""
    facts = (Fact(label=edition.wording.read(band.name), text=band_words(edition, band)) for band in found.values())
    return tuple(fact for fact in facts if fact.text)


def band_words(edition: Edition, band: TimeBand) -> str:
    """'maanantai ja tiistai klo 9.00–15.00'; only the hours where no days are named."""
    names = day_names(edition)
    days = edition.wording.join(names[day] for day in band.days)
    return " ".join(part for part in (days, edition.wording.hours(band.starts, band.ends)) if part)


def day_names(edition: Edition) -> dict[str, str]:
    """The days of the week and public holidays, by their keys in records."""
    say = edition.wording.say
    return {
        "mon": say("Monday"),
        "tue": say("Tuesday"),
        "wed": say("Wednesday"),
        "thu": say("Thursday"),
        "fri": say("Friday"),
        "sat": say("Saturday"),
        "sun": say("Sunday"),
        "holiday": say("public holidays"),
    }
