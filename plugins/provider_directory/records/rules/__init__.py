"""
The rules across records: each has a code, a severity, an explanation and a check.

RULES.md beside this file is their documentation for editors; a test keeps both equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...problems import Problem, Severity
from ..collections import Records
from ..text import say
from . import (
    addresses,
    contacts,
    doubts,
    events,
    freshness,
    listings,
    periods,
    prices,
    privacy,
    references,
    shares,
    tables,
    translations,
)
from .rule import Context, Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *addresses.RULES,
    *periods.RULES,
    *listings.RULES,
    *prices.RULES,
    *tables.RULES,
    *shares.RULES,
    *doubts.RULES,
    *events.RULES,
    *contacts.RULES,
    *privacy.RULES,
    *freshness.RULES,
    *translations.RULES,
)


def check(records: Records, context: Context) -> list[Problem]:
    """Every problem across records, sorted, with accepted warnings turned into remarks."""
    found = [problem for rule in RULES for problem in rule.problems(records, context)]
    return sorted(accept(found, records))


def accept(problems: Iterable[Problem], records: Records) -> Iterator[Problem]:
    """Turn a warning that an editor accepted into a remark that carries the reason."""
    accepted: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for entry in records.all():
        for warning in entry.record.accepted_warnings:
            where = warning.where or say(entry.source.prefix)
            accepted[entry.source.file, warning.rule].append((where, warning.because))
    for problem in problems:
        reasons = accepted[problem.file, problem.rule] if problem.severity is Severity.WARNING else []
        because = next((because for where, because in reasons if inside(problem.where, where)), None)
        if because:
            yield replace(problem, severity=Severity.INFO, message=f"{problem.message} Accepted: {because}")
        else:
            yield problem


def inside(where: str, around: str) -> bool:
    """Whether a field is the one named or lies in it; no name is the whole file."""
    return not around or where == around or where.startswith(f"{around} › ")
