"""Reading and checking in one step: the records, and everything there is to say about them."""

from __future__ import annotations

from pathlib import Path

from ..problems import Problem
from ..settings import Settings
from .collections import Records
from .reading import read_records
from .rules import accept, placed_problems, problems_among
from .rules.rule import Context


def context_of(settings: Settings) -> Context:
    """What the rules may know of a build."""
    return Context(as_of=settings.as_of, expiring_days=settings.expiring_days, verified_months=settings.verified_months)


def checked_records(root: Path, context: Context) -> tuple[Records, list[Problem]]:
    """All records that could be read, and all problems, sorted."""
    records, problems = read_records(root)
    found = [*problems_among(records)]
    for entry in records.all():
        found += entry.alone.problems
        found += placed_problems(entry, records, context)
    return records, sorted([*problems, *accept(found, records)])
