"""
YAML as text: every scalar stays what the editor typed, and every value knows its line.

Refused, with a line each: repeated keys, anchors, aliases, tags, more than one document, keys that are not text,
characters nobody can see, files over SIZE_LIMIT and bytes that are not UTF-8.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..problems import Problem
from .characters import unseen

SIZE_LIMIT = 1_000_000
"""Bytes. The largest register of a country is a third of this; anything larger is a mistake or an attack."""

DEPTH_LIMIT = 20

Tree = str | list["Tree"] | dict[str, "Tree"]
Step = str | int
Path_ = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One file's tree of texts, and the line of every value in it."""

    file: str
    tree: Tree
    lines: dict[Path_, int] = field(default_factory=dict)
    body: str = ""
    """What follows the front matter of a Markdown file."""
    body_line: int = 1
    prefix: Path_ = ()
    """Where in the file this tree stands, when it is one entry of a register."""

    def line(self, path: Path_) -> int:
        """The line of a value, or of the nearest value around it that is written down."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Path_, message: str, **more: object) -> Problem:
        """A problem at a value of this file."""
        return Problem(self.file, self.line(path), say(self.prefix + path), message, **more)  # type: ignore[arg-type]

    def entries(self) -> Iterator[tuple[str, Source]]:
        """Each top-level entry's key, and the same file seen from there."""
        assert isinstance(self.tree, dict)
        lines: dict[Step, dict[Path_, int]] = defaultdict(dict)
        for path, line in self.lines.items():
            if path:
                lines[path[0]][path[1:]] = line
        for key, tree in self.tree.items():
            yield key, Source(self.file, tree, lines[key], prefix=(key,))


class Unreadable(Exception):
    """A file that is not the plain YAML we accept; carries every reason found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(problems)


def say(path: Path_) -> str:
    """A path in the words of an editor: lists count from one."""
    return " › ".join(str(step + 1) if isinstance(step, int) else step for step in path)


def read_text(file: Path, name: str) -> str:
    """The file's text with plain line ends. Raises Unreadable when it is too large, not UTF-8 or holds what nobody can see."""
    size = file.stat().st_size
    if size > SIZE_LIMIT:
        raise refused(name, 1, f"The file has {size:,} bytes; a record file may have {SIZE_LIMIT:,}. Split it.")
    data = file.read_bytes()
    try:
        text = re.sub("\r\n?", "\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(name, line, "The file is not UTF-8 text. Save it as UTF-8.") from None
    for line, words in enumerate(text.split("\n"), 1):
        if character := unseen(words):
            raise refused(name, line, f"{character} stands on this line. Type the line again by hand.")
    return text


def parse(text: str, name: str, first_line: int = 1) -> Source:
    """YAML text to a tree with lines. Raises Unreadable with every reason found."""
    try:
        node = compose(text)
    except yaml.MarkedYAMLError as error:
        raise refused(name, *explain(error, first_line, text)) from None
    except (yaml.YAMLError, ValueError) as error:
        raise refused(name, first_line, f"This is not YAML we can read: {first_sentence(error)}.") from None
    if node is None:
        raise refused(name, first_line, "The file is empty.")
    reader = Reader(name, first_line)
    tree = reader.read(node, ())
    if reader.problems:
        raise Unreadable(reader.problems)
    return Source(name, tree, reader.lines)


def compose(text: str) -> yaml.Node | None:
    """The node tree of the only document in a text, without aliases."""
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
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return yaml.compose(text, Loader=yaml.CSafeLoader)


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


def refused(name: str, line: int, message: str) -> Unreadable:
    """One reason why a file cannot be read at all."""
    return Unreadable([Problem(name, line, "", message, "yaml")])


class Reader:
    """Turns composed nodes into texts, lists and mappings, noting lines and faults."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []

    def read(self, node: yaml.Node, path: Path_) -> Tree:
        """The node's value as text, list or mapping."""
        self.lines.setdefault(path, self.line(node))
        if isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style:
            self.fault(node, path, "Nothing is written here. Write a value, or remove the line.")
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node, path))
        return str(node.value)

    def pairs(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, Tree]]:
        """The mapping's entries; a repeated or unusable key is a fault."""
        seen: dict[str, int] = {}
        for key_node, value in node.value:
            key = key_node.value
            if not isinstance(key, str):
                self.fault(key_node, path, "A field name must be plain text.")
                continue
            line = self.line(key_node)
            if key in seen:
                self.fault(key_node, (*path, key), f'"{key}" appears twice; the first is on line {seen[key]}.')
                continue
            seen[key] = line
            self.lines[(*path, key)] = line
            if node.flow_style and value.value == "" and not value.style:
                self.fault(
                    value,
                    path,
                    f'A comma begins a new field inside {{ }}, so "{key}" stands alone. Put the whole text in quotes.',
                )
                continue
            yield key, self.read(value, (*path, key))

    def line(self, node: yaml.Node) -> int:
        """The node's line in the file."""
        return int(node.start_mark.line) + self.first_line

    def fault(self, node: yaml.Node, path: Path_, message: str) -> None:
        """Note a fault at a node."""
        self.problems.append(Problem(self.file, self.line(node), say(path), message, "yaml"))
