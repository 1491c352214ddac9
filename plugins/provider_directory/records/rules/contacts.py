"""Telephone numbers: they can be dialled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...problems import Severity
from ..collections import Entry
from ..fields import Phone
from ..text import Path_
from ..walking import Met
from .rule import Finding, Rule

SERIES = 6
"""Characters after +358 minus the area code's zero that make a number series, for example +35814266."""

Number = tuple[Path_, Phone]


def odd_phone(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """A number that does not parse, or is shorter than all the others of its series in the same file."""
    numbers = list(met.of(Phone))
    for path, phone in numbers:
        if phone.dial is None:
            message = (
                f'"{phone.text}" is not a number one can dial. Check it; it is shown as it stands, without a link.'
            )
            yield Finding(entry, path, message)
    yield from short_ones(entry, [number for number in numbers if number[1].dial])


def short_ones(entry: Entry[Any], numbers: list[Number]) -> Iterator[Finding]:
    """Numbers a digit or more shorter than the rest of an office's series; Finnish numbers vary in length, an office's do not."""
    series: dict[str, Counter[int]] = {}
    for _, phone in numbers:
        series.setdefault(start(phone), Counter())[len(str(phone.dial))] += 1
    for path, phone in numbers:
        lengths = series[start(phone)]
        usual, times = max(lengths.items(), key=lambda item: (item[1], item[0]))
        if times >= 2 and len(str(phone.dial)) < usual:
            missing = usual - len(str(phone.dial))
            message = f'"{phone.text}" is {missing} digit{"s"[: missing - 1]} shorter than the other numbers that begin alike.'
            yield Finding(entry, path, f"{message} Check it.")


def start(phone: Phone) -> str:
    """The beginning that numbers of one office share."""
    return str(phone.dial)[: len("+358") + SERIES - 1]


RULES = (Rule("phone", Severity.WARNING, "A telephone number can be dialled as it is printed.", own=odd_phone),)
