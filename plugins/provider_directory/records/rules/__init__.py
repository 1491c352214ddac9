"""
The rules across records: each has a code, a severity, an explanation and its checks.

RULES.md beside this file is their documentation for editors; a test keeps both equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from ...problems import Problem, Severity
from ..collections import Entry, Records
from ..schema.base import TopRecord
from ..text import say
from ..walking import Met
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


@cache
def rules_of(kind: type[TopRecord]) -> tuple[Rule, ...]:
    """The rules that are about a kind of record."""
    return tuple(rule for rule in RULES if issubclass(kind, rule.of))


def own_problems(entry: Entry[Any], met: Met) -> tuple[Problem, ...]:
    """What a record shows by itself, so that it is looked for once, when its file is read."""
    record: TopRecord = entry.record
    rules = rules_of(type(record))
    return tuple(problem for rule in rules if rule.own for problem in rule.problems(rule.own(entry, met)))


def placed_problems(entry: Entry[Any], records: Records, context: Context) -> tuple[Problem, ...]:
    """What a record shows beside all that are no providers, on a day."""
    record: TopRecord = entry.record
    rules = rules_of(type(record))
    return tuple(
        problem for rule in rules if rule.placed for problem in rule.problems(rule.placed(entry, records, context))
    )


def problems_among(records: Records) -> Iterator[Problem]:
    """What only all records together show."""
    for rule in RULES:
        if rule.among:
            yield from rule.problems(rule.among(records))


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
