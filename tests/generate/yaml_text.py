"""A record as YAML in the style people write it, fast: nothing but texts, lists and groups of fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

Node = str | list["Node"] | dict[str, "Node"]

PLAIN = re.compile(r"[A-Za-zÅÄÖåäö0-9](?:[\wåäöÅÄÖ .()/%€+–-]*[\wåäöÅÄÖ.)%€])?")
"""Texts that mean the same with and without quotation marks, in a list on one line too."""


def yaml_text(record: dict[str, Node]) -> str:
    """The whole file."""
    return "\n".join(fields(record, "")) + "\n"


def fields(group: dict[str, Node], indent: str) -> Iterator[str]:
    """One line or block for each field."""
    for key, value in group.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {scalar(value)}"
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from fields(value, indent + "  ")
        elif all(isinstance(item, str) for item in value):
            yield f"{indent}{key}: [{', '.join(scalar(item) for item in value if isinstance(item, str))}]"
        else:
            yield f"{indent}{key}:"
            for item in value:
                yield from entry(item, indent + "  ")


def entry(item: Node, indent: str) -> Iterator[str]:
    """One entry of a list of groups; its first field stands beside the dash."""
    assert isinstance(item, dict)
    first, *others = fields(item, indent + "  ")
    yield f"{indent}- {first.lstrip()}"
    yield from others


def scalar(text: str) -> str:
    """The text, in quotation marks where YAML needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def euros(cents: int) -> str:
    """An amount as an editor writes it."""
    return f"{cents // 100}.{cents % 100:02}"
