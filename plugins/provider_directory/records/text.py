"""
YAML as text: every scalar stays what the editor typed, and every value knows its line.

Refused, with a line each: repeated keys, anchors, aliases, tags, more than one document, keys that are not text,
characters nobody can see, files over SIZE_LIMIT and bytes that are not UTF-8.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..problems import Problem
from .characters import unseen
from .yaml_events import Event, explain, first_sentence, plain_events

SIZE_LIMIT = 1_000_000
"""Bytes. The largest register of a country is a third of this; anything larger is a mistake or an attack."""

Tree = str | list["Tree"] | dict[str, "Tree"]
Step = str | int
Path_ = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One file's tree of texts, and the line of every value in it."""

    file: str
    tree: Tree = ""
    """Nothing once a record was made of it: it is the same again, in more room."""
    lines: Mapping[Path_, int] = field(default_factory=dict)
    body: str = ""
    """What follows the front matter of a Markdown file."""
    body_line: int = 1
    prefix: Path_ = ()
    """Where in the file this tree stands, when it is one entry of a register."""
    digest: str = ""
    """What is written here, in so few letters that nothing else has the same; nothing before a record was made of it."""
    asked: dict[Path_, int] = field(default_factory=dict, compare=False)
    """Lines of the file that somebody has asked for, so that they are known when the others are not."""

    def line(self, path: Path_) -> int:
        """The line of a value, or of the nearest value around it that is written down."""
        place = self.prefix + path
        if place not in self.asked:
            while path and path not in self.lines:
                path = path[:-1]
            self.asked[place] = self.lines.get(path, 1)
        return self.asked[place]

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


def read_bytes(file: Path, name: str) -> bytes:
    """What stands in a file. Raises Unreadable when it is too large."""
    size = file.stat().st_size
    if size > SIZE_LIMIT:
        raise refused(name, 1, f"The file has {size:,} bytes; a record file may have {SIZE_LIMIT:,}. Split it.")
    return file.read_bytes()


def decoded(data: bytes, name: str) -> str:
    """A file's text with plain line ends. Raises Unreadable when it is not UTF-8 or holds what nobody can see."""
    try:
        text = re.sub("\r\n?", "\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(name, line, "The file is not UTF-8 text. Save it as UTF-8.") from None
    for line, words in enumerate(text.split("\n"), 1) if unseen(text) else ():
        if character := unseen(words):
            raise refused(name, line, f"{character} stands on this line. Type the line again by hand.")
    return text


def parse(text: str, name: str, first_line: int = 1) -> Source:
    """YAML text to a tree with lines. Raises Unreadable with every reason found."""
    reader = Reader(name, first_line)
    try:
        tree = reader.document(plain_events(text))
    except yaml.MarkedYAMLError as error:
        raise refused(name, *explain(error, first_line, text)) from None
    except (yaml.YAMLError, ValueError) as error:
        raise refused(name, first_line, f"This is not YAML we can read: {first_sentence(error)}.") from None
    if tree is None:
        raise refused(name, first_line, "The file is empty.")
    if reader.problems:
        raise Unreadable(reader.problems)
    return Source(name, tree, reader.lines)


def refused(name: str, line: int, message: str) -> Unreadable:
    """One reason why a file cannot be read at all."""
    return Unreadable([Problem(name, line, "", message, "yaml")])


class Reader:
    """Turns events into texts, lists and mappings, noting lines and faults; nothing is ever constructed from a tag."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []
        self.events: Iterator[Event] = iter(())

    def document(self, events: Iterator[Event]) -> Tree | None:
        """The only document of a stream, or nothing. What follows it is read too: its faults come before its presence."""
        self.events = events
        next(events)  # The stream begins.
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        tree = self.read(next(events), ())
        more: list[Any] = [event.start_mark for event in events if isinstance(event, yaml.DocumentStartEvent)]
        if more:
            raise yaml.MarkedYAMLError(problem="but found another document", problem_mark=more[0])
        return tree

    def read(self, event: Event, path: Path_) -> Tree:
        """The value that an event begins, as text, list or mapping."""
        self.lines.setdefault(path, self.line(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return [self.read(item, (*path, index)) for index, item in enumerate(self.until_end())]
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self.pairs(event, path))
        if is_empty(event):
            self.fault(event, path, "Nothing is written here. Write a value, or remove the line.")
        return str(event.value)

    def until_end(self) -> Iterator[Event]:
        """The events that begin the entries of the collection being read."""
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            yield event

    def pairs(self, mapping: Event, path: Path_) -> Iterator[tuple[str, Tree]]:
        """The mapping's entries; a repeated or unusable key is a fault."""
        seen: dict[str, int] = {}
        for key_event in self.until_end():
            if not isinstance(key_event, yaml.ScalarEvent):
                self.skip(key_event)
                self.skip(next(self.events))
                self.fault(key_event, path, "A field name must be plain text.")
                continue
            key, line, value = key_event.value, self.line(key_event), next(self.events)
            if key in seen:
                self.fault(key_event, (*path, key), f'"{key}" appears twice; the first is on line {seen[key]}.')
                self.skip(value)
                continue
            seen[key] = line
            self.lines[(*path, key)] = line
            if mapping.flow_style and is_empty(value):
                self.fault(
                    value,
                    path,
                    f'A comma begins a new field inside {{ }}, so "{key}" stands alone. Put the whole text in quotes.',
                )
                continue
            yield key, self.read(value, (*path, key))

    def skip(self, event: Event) -> None:
        """Leave out the value that an event begins."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            following = next(self.events)
            depth += isinstance(following, yaml.CollectionStartEvent) - isinstance(following, yaml.CollectionEndEvent)

    def line(self, event: Event) -> int:
        """The line in the file on which an event begins."""
        return int(event.start_mark.line) + self.first_line

    def fault(self, event: Event, path: Path_, message: str) -> None:
        """Note a fault where an event begins."""
        self.problems.append(Problem(self.file, self.line(event), say(path), message, "yaml"))


def is_empty(event: Event) -> bool:
    """Whether an event is a value of which nothing is written, not even quotation marks."""
    return isinstance(event, yaml.ScalarEvent) and event.value == "" and not event.style
