"""
At which times of the week the price of an offer holds, told in five moments that everybody knows.

The rule. A time band with days or hours holds at a moment when it has one of the moment's days and, of the hours of that
day, at least half of the moment lies in the band or at least half of the band in the moment: 7–18 is daytime and not the
evening, 15–20 the evening and not daytime, 6–22 both. A price without such a band holds at every moment, except those that
another price of the same listing, service and unit names with at least half of the moment's days and hours: a plain
price beside one for Sundays is not Sunday's, but is still that of most nights.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import cache

from ..records.schema.voucher import WEEKDAYS, TimeBand
from .offers import Offer

MIDNIGHT = 24 * 60
"""Minutes of a day."""


class Moment(StrEnum):
    """A time of the week that a person asks for; in the order it is asked."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    """Public holidays too."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days of the week, and the minutes of the day from when to when; past midnight the end is the smaller."""

    days: frozenset[str]
    starts: int
    ends: int

    @property
    def minutes(self) -> frozenset[int]:
        """Every minute of a day that lies in it."""
        if self.starts < self.ends:
            return frozenset(range(self.starts, self.ends))
        return frozenset((*range(self.starts, MIDNIGHT), *range(self.ends)))


WEEK = frozenset(WEEKDAYS)
WORKDAYS = frozenset(("mon", "tue", "wed", "thu", "fri"))

SPANS = {
    Moment.DAY: Span(WORKDAYS, 6 * 60, 17 * 60),
    Moment.EVENING: Span(WORKDAYS, 17 * 60, 22 * 60),
    Moment.NIGHT: Span(WEEK, 22 * 60, 6 * 60),
    Moment.SATURDAY: Span(frozenset(("sat",)), 6 * 60, 22 * 60),
    Moment.SUNDAY: Span(frozenset(("sun", "holiday")), 6 * 60, 22 * 60),
}
"""What each moment means. Together they leave no hour of the week out."""


def moments(offer: Offer, siblings: Iterable[Offer]) -> tuple[Moment, ...]:
    """The moments at which an offer's price holds; siblings are its listing's offers, itself among them or not."""
    own = span_of(offer)
    if own is not None:
        return span_moments(own)
    alike = (each for each in siblings if (each.service, each.unit) == (offer.service, offer.unit))
    spans = [span for each in alike if (span := span_of(each))]
    return tuple(moment for moment in Moment if not any(names(span, moment) for span in spans))


def band_of(offer: Offer) -> TimeBand | None:
    """The time band that a price is for: the voucher's by way of its variant, or the provider's own."""
    key, listing = offer.variant or "", offer.listing
    if listing.voucher and key in listing.voucher.record.variants:
        return listing.voucher.record.time_bands.get(listing.voucher.record.variants[key].band or "")
    return offer.provider.record.time_bands.get(key)


def span_of(offer: Offer) -> Span | None:
    """When the band of an offer is; nothing where there is no band, or one that is not about time."""
    band = band_of(offer)
    return band_span(band) if band else None


def band_span(band: TimeBand) -> Span | None:
    """The days and hours of a band; one with neither is about something else."""
    if not (band.days or band.starts or band.ends):
        return None
    return Span(frozenset(band.days) or WEEK, minute(band.starts), minute(band.ends))


@cache
def span_moments(span: Span) -> tuple[Moment, ...]:
    """The moments at which a price holds that is for these days and hours."""
    return tuple(moment for moment, meant in SPANS.items() if span.days & meant.days and meet(span, meant))


@cache
def names(span: Span, moment: Moment) -> bool:
    """Whether days and hours are at least half of a moment's, so that a price without any is not meant for it."""
    meant = SPANS[moment]
    days, hours = len(span.days & meant.days), len(span.minutes & meant.minutes)
    return 2 * days >= len(meant.days) and 2 * hours >= len(meant.minutes)


def meet(one: Span, other: Span) -> bool:
    """Whether at least half of the hours of one lie in the other."""
    return 2 * len(one.minutes & other.minutes) >= min(len(one.minutes), len(other.minutes))


def minute(clock: time | None) -> int:
    """The minute of the day; an end that is not told is midnight."""
    return clock.hour * 60 + clock.minute if clock else 0
