"""
The vocabulary of schema.org: its types, their parents, and which values the properties of each may have.

It is read out of msgspec-schemaorg as text, not imported: of a package with a class for each type, only the facts are
wanted. It keeps one parent of each type; the others that matter here stand in MORE_PARENTS.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import files
from pathlib import Path

MORE_PARENTS = {"LocalBusiness": ("Place",)}
"""schema.org/LocalBusiness: an Organization and a Place."""

DATA_TYPES = {"str": "Text", "int": "Number", "float": "Number", "bool": "Boolean", "URL": "Text"}
"""The data types by the names that Python has for them."""

NO_PROPERTIES = ("type", "id", "context")
"""What every class has for JSON-LD itself."""


@dataclass
class Type:
    """A type of things."""

    parents: tuple[str, ...]
    ranges: dict[str, frozenset[str]] = field(default_factory=dict)
    """What values each property may have that belongs to this type, not to a parent."""


@dataclass(frozen=True)
class Vocabulary:
    """All types, and the members of all enumerations."""

    types: dict[str, Type]
    members: dict[str, str]
    """The enumeration that each belongs to."""

    def lineage(self, name: str) -> Iterator[str]:
        """A type, its parents, and theirs."""
        yield name
        for parent in self.types[name].parents if name in self.types else ():
            yield from self.lineage(parent)

    def is_a(self, name: str, wanted: str) -> bool:
        """Whether things of one type are things of another."""
        return wanted in self.lineage(name)

    def range_of(self, name: str, property_: str) -> frozenset[str] | None:
        """What values a property of a type may have; nothing where the type has no such property."""
        found = [
            self.types[each].ranges[property_]
            for each in self.lineage(name)
            if each in self.types and property_ in self.types[each].ranges
        ]
        return frozenset().union(*found) if found else None


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary as the installed package has it."""
    types, members = dict[str, Type](), dict[str, str]()
    for each in files("msgspec-schemaorg") or ():
        if each.suffix != ".py" or not {"models", "enums"} & set(each.parts):
            continue
        for node in ast.parse(Path(str(each.locate())).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and "enums" in each.parts:
                members |= dict.fromkeys(names_given(node), node.name)
            elif isinstance(node, ast.ClassDef):
                types[node.name] = type_of(node)
    assert types, "msgspec-schemaorg is not installed, or keeps its types elsewhere now."
    return Vocabulary(types, members)


def names_given(node: ast.ClassDef) -> Iterator[str]:
    """The members of an enumeration."""
    for line in node.body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            yield line.targets[0].id


def type_of(node: ast.ClassDef) -> Type:
    """A type, out of its class."""
    parents = (*(base.id for base in node.bases if isinstance(base, ast.Name)), *MORE_PARENTS.get(node.name, ()))
    ranges = {
        line.target.id: frozenset(values_of(line.annotation))
        for line in node.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.target.id not in NO_PROPERTIES
    }
    return Type(parents, ranges)


def values_of(annotation: ast.expr) -> Iterator[str]:
    """The names in an annotation that are kinds of values."""
    for node in ast.walk(annotation):
        name = node.id if isinstance(node, ast.Name) else node.value if isinstance(node, ast.Constant) else None
        if isinstance(name, str) and name not in ("Union", "List", "Optional"):
            yield DATA_TYPES.get(name, name)
