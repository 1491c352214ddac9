"""The parser's events of plain YAML: what is refused of the rest, and why in the words of an editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

Event = Any
"""One of yaml.Event's kinds; what is published of their types leaves most fields out."""

DEPTH_LIMIT = 20


def plain_events(text: str) -> Iterator[Event]:
    """The parser's events, as long as there are no anchors, aliases or tags and nothing is nested too deep."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark: Any = event.start_mark
        if getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem="alias", problem_mark=mark)
        if getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(problem="tag", problem_mark=mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH_LIMIT:
                raise yaml.MarkedYAMLError(problem="depth", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield event


A_TAB = "A tab stands where spaces belong. Indent with spaces."

EXPLAINED = {
    "alias": "Anchors (&name) and aliases (*name) are not used in records. Write the value out, or put it in quotes.",
    "tag": "Tags (!name) are not used in records. Write the plain value.",
    "depth": f"Values are nested more than {DEPTH_LIMIT} deep.",
    "mapping values are not allowed in this context": (
        'A second ": " on this line, or wrong indentation. Put the text in "double quotes" or mend the indentation.'
    ),
    "could not find expected ':'": 'A ":" is missing after the field name on this line or the one above.',
    "did not find expected key": "The indentation of this line does not fit the lines above it.",
    "did not find expected <document start>": "The file holds more than one document (... or ---). Keep one.",
    "but found another document": "The file holds more than one document (---). Keep one.",
    "found unexpected end of stream": 'A quotation mark that opens a text is never closed. Add the closing ".',
    "found unknown escape character": "A \\ in a text in double quotes begins a special character. Write \\\\ for a plain one.",
    "did not find expected ',' or ']'": "A list that opens with [ is not closed, or a comma is missing. Mend this line or the one above.",
    "did not find expected ',' or '}'": "A group that opens with { is not closed, or a comma is missing. Mend this line or the one above.",
    "did not find expected alphabetic or numeric character": "* and & mean something else in YAML. Put the text in quotes.",
    "found a tab character that violates indentation": A_TAB,
}

UNSTARTABLE = "found character that cannot start any token"


def explain(error: yaml.MarkedYAMLError, first_line: int, text: str) -> tuple[int, str]:
    """Line and sentence for a syntax error, in the words of an editor."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or str(error)
    if mark and problem == UNSTARTABLE:
        return first_line + mark.line, unstartable(text.split("\n")[mark.line][mark.column : mark.column + 1])
    line = first_line + (mark.line if mark else 0)
    return line, EXPLAINED.get(problem, f"This is not YAML we can read: {problem}.")


def unstartable(character: str) -> str:
    """What to do about a character that no value can begin with."""
    if character == "\t":
        return A_TAB
    return f'A text cannot begin with {character} here. Put it in "double quotes".'


def first_sentence(error: Exception) -> str:
    """The first line of an error, without Python's trailing detail."""
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
