"""Calendars as RFC 5545 has them: lines of names and values, folded; and the hours of Finland."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from ..settings import HOME_ZONE

Line = tuple[str, str]
"""A property's name with its parameters, and its value as it is written."""

LONGEST = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""

ZONE = "Europe/Helsinki"

HELSINKI: tuple[Line, ...] = (
    ("BEGIN", "VTIMEZONE"),
    ("TZID", ZONE),
    ("BEGIN", "DAYLIGHT"),
    ("DTSTART", "19970330T030000"),
    ("TZOFFSETFROM", "+0200"),
    ("TZOFFSETTO", "+0300"),
    ("TZNAME", "EEST"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19961027T040000"),
    ("TZOFFSETFROM", "+0300"),
    ("TZOFFSETTO", "+0200"),
    ("TZNAME", "EET"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
)
"""Summer time as Finland has had it since 1996 (directive 2000/84/EC); RFC 5545 wants it in every file that names the zone."""


def calendar(name: str, parts: Iterable[Line]) -> bytes:
    """A calendar file."""
    lines = (
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//provider-directory//events//FI"),
        ("CALSCALE", "GREGORIAN"),
        text("NAME", name),
        text("X-WR-CALNAME", name),
        ("X-WR-TIMEZONE", ZONE),
        ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        ("X-PUBLISHED-TTL", "P1D"),
        *HELSINKI,
        *parts,
        ("END", "VCALENDAR"),
    )
    return b"".join(octets + b"\r\n" for line in lines for octets in folded(":".join(line)))


def text(name: str, value: str) -> Line:
    """A property of plain text."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return name, "\\n".join(escaped.splitlines())


def folded(line: str) -> Iterator[bytes]:
    """A line in pieces that are short enough; no letter is cut."""
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LONGEST:
            yield piece
            piece = b" "
        piece += octets
    yield piece


def on_day(name: str, day: date) -> Line:
    """A property that is a day."""
    return f"{name};VALUE=DATE", f"{day:%Y%m%d}"


def at_home(name: str, day: date, clock: time) -> Line:
    """A property that is a moment in Finland."""
    return f"{name};TZID={ZONE}", f"{datetime.combine(day, clock):%Y%m%dT%H%M%S}"


def in_utc(day: date, clock: time) -> str:
    """A moment in Finland, as everybody has it."""
    return f"{datetime.combine(day, clock, HOME_ZONE).astimezone(UTC):%Y%m%dT%H%M%SZ}"
