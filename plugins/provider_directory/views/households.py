"""Households in words, as a rule's source counts them."""

from __future__ import annotations

from ..records.schema.income_tables import Counts, HouseholdRow
from .edition import Edition


def household_words(edition: Edition, counts: Counts, row: HouseholdRow) -> str:
    """'2 hengen talous', '1 aikuinen ja 2 lasta', as the source counts."""
    count = edition.wording.count
    adults, children = row.adults, row.children
    if counts is Counts.ADULTS:
        adults = row.household
    elif counts is Counts.CHILDREN:
        children = row.household
    named = [count("{number} adult", "{number} adults", adults)] if adults is not None else []
    named += [count("{number} child", "{number} children", children)] if children is not None else []
    return edition.wording.join(named) or count("household of {number}", "household of {number}", row.household)
