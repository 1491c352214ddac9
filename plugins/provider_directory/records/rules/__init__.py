"""
The rules across records: each has a code, a severity, an explanation and a check.

RULES.md beside this file is their documentation for editors; a test keeps both equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...problems import Problem, Severity
from ..collections import Records
from . import addresses, contacts, events, freshness, listings, periods, prices, privacy, references, translations
from .rule import Context, Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *addresses.RULES,
    *periods.RULES,
    *listings.RULES,
    *prices.RULES,
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
    accepted = {}
    for entry in records.all():
        for warning in entry.record.accepted_warnings:
            accepted[entry.source.file, warning.rule, warning.where] = warning.because
    for problem in problems:
        keys = ((problem.file, problem.rule, where) for where in (problem.where, None))
        because = next((accepted[key] for key in keys if key in accepted), None)
        if because and problem.severity is Severity.WARNING:
            message = f"{problem.message} Accepted: {because}"
            yield replace(problem, severity=Severity.INFO, message=message)
        else:
            yield problem
