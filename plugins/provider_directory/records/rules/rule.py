"""What a rule is: a code, how much it matters, why it exists, and the check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...problems import Problem, Severity
from ..collections import Entry, Records
from ..text import Path_


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


Check = Callable[[Records, Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule across records."""

    code: str
    severity: Severity
    explains: str
    """One sentence for editors: what must hold, and why."""
    check: Check

    def problems(self, records: Records, context: Context) -> Iterator[Problem]:
        """Its findings as problems."""
        for finding in self.check(records, context):
            problem = finding.entry.source.problem(
                finding.path, finding.message, rule=self.code, severity=self.severity
            )
            yield replace(problem, line=finding.line) if finding.line else problem
