"""Tables that look at a person's income: bands, or limits with percentages, by household."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..fields import Coefficient, Count, Euros, Percent, Yes, choice, reads
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
    CHILDREN = "children"
    """Children only."""
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
    """One row of an income table: an amount, or a percentage of the price, up to an income."""

    up_to: Euros | None = Field(
        None, description="The highest income of the band; none on an open last band.", examples=["1500"]
    )
    amount: Euros | None = Field(
        None, description="The amount in this band; with a percentage, the most it comes to.", examples=["28.00"]
    )
    percent: Percent | None = Field(None, description="A percentage of the provider's price.", examples=["25 %"])


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


class Deduction(Localised):
    """Something taken off the income first: its name and, where the source says so, how much of it counts."""

    above: Euros | None = Field(None, description="Only what is above this amount counts.", examples=["50"])
    percent: Percent | None = Field(None, description="The part of it that counts.", examples=["20 %"])
    at_most: Euros | None = Field(None, description="The most that is taken off in a month.", examples=["520"])


class ByIncome(Record):
    """Which income and which household a table looks at."""

    income: IncomeKind = Field(description="gross or net, per month.", examples=["gross"])
    deducts: list[Deduction] = Field(
        [],
        description="What the source takes off the income first, each with its limits.",
        examples=[["Elatusapu", {"fi": "Vuokra", "at_most": "520"}]],
    )
    counts: CountsKind = Field(
        Counts.PERSONS,
        description="Who makes a household's size: persons, client (alone), adults, children or adults_and_children.",
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
        description="The part of the whole share paid for the first child, the second and so on; the last holds for "
        "further ones.",
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
    round_each: Yes = Field(
        False,
        description="yes: rounded first of all, then again for a sibling and for part-time care.",
        examples=["yes"],
    )


class Adjusted(Record):
    """What becomes of an amount in evenings, at nights or on Sundays."""

    coefficient: Coefficient | None = Field(None, description="What the amount is multiplied by.", examples=["1.5"])
    supplement: Euros | None = Field(None, description="What is added to the amount after that.", examples=["4.00"])
