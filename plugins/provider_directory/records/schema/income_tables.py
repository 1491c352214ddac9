"""Tables that look at a person's income: bands, or limits with percentages, by household."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..fields import Coefficient, Count, Euros, Percent, choice, reads
from .base import Localised, Record


class Income(StrEnum):
    """Which income a rule looks at, per month."""

    GROSS = "gross"
    NET = "net"


IncomeKind = Annotated[Income, *reads(choice(Income, "a kind of income"), enum=list(Income))]


class Counts(StrEnum):
    """Who makes a household's size, as the rule's source counts."""

    PERSONS = "persons"
    """Adults and children together."""
    CLIENT = "client"
    """The client alone, whoever lives with them: one row, for a household of 1."""
    ADULTS = "adults"
    """Adults only."""
    ADULTS_AND_CHILDREN = "adults_and_children"
    """Rows name the adults and the children."""


CountsKind = Annotated[Counts, *reads(choice(Counts, "a way of counting a household"), enum=list(Counts))]


class HouseholdRow(Record):
    """A row for one household."""

    household: Count = Field(description="Persons in the household.", examples=["1"])
    adults: Count | None = Field(
        None, description="Its adults, where the source counts them apart; none means any number.", examples=["1"]
    )
    children: Count | None = Field(
        None, description="Its children, where the source counts them apart; none means any number.", examples=["0"]
    )


class Band(Record):
    """One row of an income table: the value up to an income."""

    up_to: Euros | None = Field(
        None, description="The highest income of the band; none on an open last band.", examples=["1500"]
    )
    amount: Euros = Field(description="The value in this band.", examples=["28.00"])


class HouseholdBands(HouseholdRow):
    """The income table of one household size."""

    bands: list[Band] = Field(
        description="Bands from the lowest income up.", examples=[[{"up_to": "1500", "amount": "28"}]]
    )


class HouseholdLimit(HouseholdRow):
    """The income limit and percentage of one household size, and of one number of granted hours where it matters."""

    limit: Euros = Field(description="Income left out of account.", examples=["576"])
    percent: Percent = Field(description="Share of the income above the limit.", examples=["35 %"])
    hours_up_to: Count | None = Field(None, description="Granted hours a month this row reaches to.", examples=["20"])


class Beyond(Record):
    """How the table goes on for larger households."""

    limit: Euros = Field(description="Added to the limit for each further person.", examples=["350"])
    percent: Percent = Field(
        Decimal(0),
        description="Taken from the percentage for each further person, never below nothing.",
        examples=["1"],
    )


class ByIncome(Record):
    """Which income and which household a table looks at."""

    income: IncomeKind = Field(description="gross or net, per month.", examples=["gross"])
    deducts: list[Localised] = Field(
        [], description="What the source takes off the income first, in words.", examples=[["Elatusapu"]]
    )
    counts: CountsKind = Field(
        Counts.PERSONS,
        description="How the source counts a household: persons, client (alone), adults or adults_and_children.",
        examples=["persons"],
    )
    beyond: Beyond | None = Field(
        None, description="For households past the table.", examples=[{"limit": "350", "percent": "1 %"}]
    )


class BandTable(ByIncome):
    """Amounts by household size and income."""

    households: list[HouseholdBands] = Field(
        description="One table for each size.",
        examples=[[{"household": "1", "bands": [{"up_to": "1500", "amount": "28"}]}]],
    )


class LimitTable(ByIncome):
    """Limits and percentages by household size."""

    households: list[HouseholdLimit] = Field(
        description="Limit and percentage by size.", examples=[[{"household": "1", "limit": "576", "percent": "35 %"}]]
    )


class MonthShare(LimitTable):
    """A percentage of the month's income above a limit, which the client pays."""

    share_at_most: Euros | None = Field(
        None, description="The most a client pays in a month, before the coefficient.", examples=["288"]
    )
    keeps: Euros | None = Field(None, description="What the client is left of the income at least.", examples=["110"])
    share_coefficient: Coefficient | None = Field(
        None, description="What the share is multiplied by, for example for part-time care.", examples=["0.6"]
    )
    siblings: list[Percent] = Field(
        [],
        description="The part paid for the first child, the second and so on; the last holds for further ones.",
        examples=[["100 %", "40 %", "20 %"]],
    )
    not_charged_below: Euros | None = Field(
        None, description="A share smaller than this is not charged.", examples=["27"]
    )
    round_down_to: Euros | None = Field(
        None, description="Rounded down to this step, in the client's favour.", examples=["0.10"]
    )
    round_share_to: Euros | None = Field(
        None, description="Rounded to the nearest multiple of this step, halves up.", examples=["1.00"]
    )


class Adjusted(Record):
    """What becomes of an amount in evenings, at nights or on Sundays."""

    coefficient: Coefficient | None = Field(None, description="What the amount is multiplied by.", examples=["1.5"])
    supplement: Euros | None = Field(None, description="What is added to the amount after that.", examples=["4.00"])
