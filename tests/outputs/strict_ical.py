"""What RFC 5545 asks of a calendar, as far as ours could break it; stricter than programs are that open them."""

from __future__ import annotations

import re
from typing import NamedTuple

NAME = re.compile(r"([A-Z0-9-]+)((?:;[A-Z-]+=(?:[^\",;:]+|\"[^\"]*\"))*):(.*)", re.S)
TEXT = re.compile(r"(?:[^\\,;\x00-\x08\x0a-\x1f]|\\[\\;,nN])*")
DATE, MOMENT = r"\d{8}", r"\d{8}T\d{6}"

VALUES = {
    ("DTSTART", "VALUE=DATE"): DATE,
    ("DTSTART", "TZID=Europe/Helsinki"): MOMENT,
    ("DTEND", "TZID=Europe/Helsinki"): MOMENT,
    ("DTSTAMP", ""): f"{MOMENT}Z",
    ("LAST-MODIFIED", ""): f"{MOMENT}Z",
    ("TRIGGER", "VALUE=DATE-TIME"): f"{MOMENT}Z",
    ("SEQUENCE", ""): r"\d+",
    ("STATUS", ""): "CONFIRMED|CANCELLED",
    ("TRANSP", ""): "TRANSPARENT",
    ("URL", ""): r"https://\S+",
    ("UID", ""): r"[0-9a-f-]{36}",
    ("RELATED-TO", ""): r"[0-9a-f-]{36}",
    ("ACTION", ""): "DISPLAY",
}
"""The values of an event's properties by their parameters."""

TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION"}

NEEDED = {"VEVENT": {"UID", "DTSTAMP", "DTSTART"}, "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"}}
"""What RFC 5545 wants once (3.6.1, 3.6.6)."""


class Part(NamedTuple):
    """A component with its own properties."""

    name: str
    properties: list[tuple[str, str, str]]
    parts: list[Part]

    def value(self, name: str) -> str:
        """The value of a property; nothing where it has none."""
        return next((value for own, _, value in self.properties if own == name), "")


def parsed(data: bytes) -> Part:
    """A calendar's components. Raises AssertionError at what no calendar may hold."""
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""), "lines end in CRLF (3.1)"
    octets = data.split(b"\r\n")[:-1]
    assert max(map(len, octets)) <= 75, "a line is too long (3.1)"
    for line in octets:
        line.decode()
    lines = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    top = Part("", [], [])
    open_parts = [top]
    for line in lines:
        match = NAME.fullmatch(line)
        assert match, line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            open_parts[-1].parts.append(Part(value, [], []))
            open_parts.append(open_parts[-1].parts[-1])
        elif name == "END":
            assert open_parts.pop().name == value, line
        else:
            open_parts[-1].properties.append((name, parameters.lstrip(";"), value))
    assert open_parts == [top] and [part.name for part in top.parts] == ["VCALENDAR"]
    return top.parts[0]


def faults(data: bytes) -> list[str]:
    """Everything else that is wrong in a calendar."""
    calendar = parsed(data)
    found = [name for name in ("VERSION", "PRODID") if not calendar.value(name)]
    if [part.value("TZID") for part in calendar.parts if part.name == "VTIMEZONE"] != ["Europe/Helsinki"]:
        found.append("the time zone is not explained (3.6.5)")
    events = [part for part in calendar.parts if part.name == "VEVENT"]
    names = [event.value("UID") for event in events]
    if len(set(names)) < len(names):
        found.append("two events have the same UID (3.8.4.7)")
    for part in (*events, *(alarm for event in events for alarm in event.parts)):
        found += of_one(part)
    return found


def of_one(part: Part) -> list[str]:
    """What is wrong in an event or an alarm."""
    own = [name for name, *_ in part.properties]
    found = [
        f"{part.name} has {name} {own.count(name)} times" for name in {*own, *NEEDED[part.name]} if own.count(name) != 1
    ]
    for name, parameters, value in part.properties:
        if name in TEXTS:
            good = not parameters and TEXT.fullmatch(value)
        else:
            good = re.fullmatch(VALUES.get((name, parameters), "(?!)"), value)
        if not good:
            found.append(f"{name};{parameters}:{value}")
    if part.value("DTEND") and part.value("DTEND") <= part.value("DTSTART"):
        found.append("it ends before it begins (3.6.1)")
    return found
