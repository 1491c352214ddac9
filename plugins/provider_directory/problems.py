"""
What is wrong in the records: a problem, where it is, and the report an editor reads.

RecordsInvalid is the only way a problem stops a build; nothing else in the package raises it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby


class Severity(IntEnum):
    """How much a problem matters. Only an error stops publishing."""

    ERROR = 0
    WARNING = 1
    INFO = 2


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor has to put right or know, and where."""

    file: str
    """Path from the project's root, with forward slashes."""
    line: int
    where: str
    """The path of the field in the editor's words, for example 'listings › 1 › price'."""
    message: str
    rule: str = "field"
    """The code under which the rule is documented in records/RULES.md."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"line {self.line}"
        mark = "" if self.severity is Severity.ERROR else f"{self.severity.name.lower()}: "
        field = f"{self.where}: " if self.where else ""
        return printable(f"{place:<9} {mark}{field}{self.message} [{self.rule}]")


class RecordsInvalid(Exception):
    """The records hold at least one error, so nothing may be published."""

    exitcode = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(report(self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop publishing."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def report(problems: Iterable[Problem]) -> str:
    """All problems by file and line, under one sentence that says how many and what it means."""
    ordered = sorted(problems)
    lines = [headline(ordered)]
    for file, group in groupby(ordered, key=lambda problem: problem.file):
        lines += ["", printable(file), *(f"  {problem}" for problem in group)]
    return "\n".join(lines)


def headline(problems: list[Problem]) -> str:
    """How many problems there are, and whether anything was published."""
    fatal = len(errors(problems))
    if fatal:
        return f"{count(fatal, 'problem')} in the records. Nothing was published."
    if problems:
        return f"No errors in the records; {count(len(problems), 'remark')}."
    return "No problems in the records."


def printable(text: str) -> str:
    """A text on one line, with what cannot be seen written out: a report quotes files that anybody may have sent."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def count(number: int, noun: str) -> str:
    """'1 problem', '2 problems'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
