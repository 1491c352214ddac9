"""Which row of a table is a household's, as the rule's source counts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from ..model import Cents, Unit
from ..records.schema.income_tables import Beyond, Counts, HouseholdLimit, HouseholdRow
from .outcome import Why
from .situation import Situation

R = TypeVar("R", bound=HouseholdRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[R]):
    """The rows of a household, and how many persons it has past the table."""

    rows: Sequence[R]
    further: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """An income limit and a percentage, as they are for one household."""

    limit: Cents
    percent: Decimal


def rows_for(rows: Sequence[R], counts: Counts, beyond: Beyond | None, situation: Situation) -> Found[R] | Why:
    """The household's rows, or those of the largest one where the table says how it goes on."""
    if counts is Counts.ADULTS_AND_CHILDREN:
        return rows_of_family(rows, beyond, situation)
    persons = persons_counted(counts, situation)
    sizes = [row.household for row in rows]
    last = max(sizes, default=0)
    if persons in sizes:
        return Found(rows=[row for row in rows if row.household == persons])
    if beyond and last and persons > last:
        return Found(rows=[row for row in rows if row.household == last], further=persons - last)
    return Why.HOUSEHOLD_NOT_IN_TABLE


def persons_counted(counts: Counts, situation: Situation) -> int:
    """How many persons the source counts."""
    match counts:
        case Counts.CLIENT:
            return 1
        case Counts.ADULTS:
            return situation.adults
        case Counts.CHILDREN:
            return situation.children
    return situation.adults + situation.children


def rows_of_family(rows: Sequence[R], beyond: Beyond | None, situation: Situation) -> Found[R] | Why:
    """The rows that name so many adults and children; each further child goes past the table."""
    same = [row for row in rows if row.adults in (None, situation.adults)]
    for children in range(situation.children, -1, -1):
        found = [row for row in same if row.children in (None, children)]
        larger = any(row.children is not None and row.children > children for row in same)
        further = situation.children - children
        if found and (not further or (beyond and not larger)):
            return Found(rows=found, further=further)
    return Why.HOUSEHOLD_NOT_IN_TABLE


def limit_for(
    rows: Sequence[HouseholdLimit], counts: Counts, beyond: Beyond | None, situation: Situation, unit: Unit | None
) -> Limit | Why:
    """Limit and percentage of a household and its granted hours."""
    found = rows_for(rows, counts, beyond, situation)
    if isinstance(found, Why):
        return found
    row = row_of_hours(found.rows, situation.hours_of(unit))
    if isinstance(row, Why):
        return row
    if not beyond or not found.further:
        return Limit(limit=row.limit, percent=row.percent)
    percent = max(Decimal(0), row.percent - found.further * beyond.percent)
    return Limit(limit=row.limit + found.further * beyond.limit, percent=percent)


def row_of_hours(rows: Sequence[HouseholdLimit], hours: Decimal | None) -> HouseholdLimit | Why:
    """The row whose hours reach far enough; an open row holds for all above."""
    if all(row.hours_up_to is None for row in rows):
        return rows[0]
    if hours is None:
        return Why.NEEDS_HOURS
    reaching = [row for row in rows if row.hours_up_to is None or hours <= row.hours_up_to]
    # An open row stands last, whatever the order of the others.
    return min(
        reaching, key=lambda row: (row.hours_up_to is None, row.hours_up_to or 0), default=Why.HOURS_NOT_IN_TABLE
    )
