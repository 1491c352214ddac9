"""What a rule is: a code, how much it matters, why it exists, and the checks themselves, each with how far it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...problems import Problem, Severity
from ..collections import Entry, Records
from ..schema.base import TopRecord
from ..text import Path_
from ..walking import Met


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may know besides the records."""

    as_of: date
    expiring_days: int = 60
    """A listing that ends within so many days is about to expire."""
    verified_months: int = 12
    """A listing not checked for so many months is unverified."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule is broken."""

    entry: Entry[Any]
    path: Path_
    message: str
    line: int | None = None
    """In the file, when it lies in the Markdown text and not in a field."""


Own = Callable[[Entry[Any], Met], Iterator[Finding]]
"""Looks at one file's record and what is met in it, and at nothing else: not even at the day, or at its translations."""

Placed = Callable[[Entry[Any], Records, Context], Iterator[Finding]]
"""Looks at one record in its surroundings: at the day and at all records but other providers."""

Among = Callable[[Records], Iterator[Finding]]
"""Looks at all records at once."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule across records."""

    code: str
    severity: Severity
    explains: str
    """One sentence for editors: what must hold, and why."""
    own: Own | None = None
    placed: Placed | None = None
    among: Among | None = None
    of: type[TopRecord] = TopRecord
    """The records it is about."""

    @property
    def told(self) -> str:
        """What it looks for, in words."""
        return next(check.__doc__ or "" for check in (self.own, self.placed, self.among) if check)

    def problems(self, findings: Iterator[Finding]) -> Iterator[Problem]:
        """Its findings as problems."""
        for finding in findings:
            problem = finding.entry.source.problem(
                finding.path, finding.message, rule=self.code, severity=self.severity
            )
            yield replace(problem, line=finding.line) if finding.line else problem
