"""
How much a voucher pays and what the client pays: one record per rule of the price model.

Amounts are cents, percentages hundredths, incomes per month. Every rule has its own period and source, because the
sources date each amount and not the voucher.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from ..fields import Coefficient, Count, Euros, Line, Percent, UnitName, choice, reads
from .base import Decision, Localised, Period, Record


class Income(StrEnum):
    """Which income a rule looks at, per month."""

    GROSS = "gross"
    NET = "net"


IncomeKind = Annotated[Income, *reads(choice(Income, "a kind of income"), enum=list(Income))]


class Rule(Period):
    """What all value and share rules have in common."""

    variants: list[Line] = Field(
        [], description="The variants it concerns; none means all.", examples=[["day-no-transport"]]
    )
    decision: Decision | None = Field(
        None, description="The decision behind this amount.", examples=[{"section": "26"}]
    )
    note: Localised | None = Field(
        None, description="What else the source says of this amount.", examples=["Arvo on sama kaikkina päivinä."]
    )


class ValueRule(Rule):
    """What the organiser pays."""

    unit: UnitName | None = Field(None, description="What one voucher value pays for.", examples=["day"])


class KnownValue(ValueRule):
    """What the organiser pays for one unit; only a value that cannot be told may leave the unit out."""

    unit: UnitName = Field(description="What one voucher value pays for.", examples=["day"])


class Fixed(KnownValue):
    """The voucher is worth one amount."""

    rule: Literal["fixed"]
    amount: Euros = Field(description="The value of one unit, euros.", examples=["55.00"])


class PriceCapped(KnownValue):
    """The voucher is worth the provider's price, at most a maximum."""

    rule: Literal["price_capped"]
    maximum: Euros | None = Field(
        None, description="The most it pays; left out, it pays the price.", examples=["115.34"]
    )


class Range(KnownValue):
    """The value is decided individually between two amounts."""

    rule: Literal["range"]
    minimum: Euros = Field(description="The least it pays.", examples=["20.00"])
    maximum: Euros = Field(description="The most it pays.", examples=["35.00"])


class CoefficientRule(KnownValue):
    """A base amount multiplied for this variant."""

    rule: Literal["coefficient"]
    base: Euros = Field(description="The base amount.", examples=["32.00"])
    coefficient: Coefficient = Field(description="The multiplier of these variants.", examples=["2"])


class Band(Record):
    """One row of an income table: the value up to an income."""

    up_to: Euros | None = Field(
        None, description="The highest income of the band; none on an open last band.", examples=["1500"]
    )
    amount: Euros = Field(description="The value in this band.", examples=["28.00"])


class HouseholdBands(Record):
    """The income table of one household size."""

    household: Count = Field(description="Persons in the household.", examples=["1"])
    bands: list[Band] = Field(
        description="Bands from the lowest income up.", examples=[[{"up_to": "1500", "amount": "28"}]]
    )


class IncomeBands(KnownValue):
    """A table by household size and income; above the last band there is no voucher."""

    rule: Literal["income_bands"]
    income: IncomeKind = Field(description="gross or net, per month.", examples=["gross"])
    households: list[HouseholdBands] = Field(
        description="One table for each size.",
        examples=[[{"household": "1", "bands": [{"up_to": "1500", "amount": "28"}]}]],
    )


class HouseholdLimit(Record):
    """The income limit and percentage of one household size, and of one number of granted hours where it matters."""

    household: Count = Field(description="Persons in the household.", examples=["1"])
    limit: Euros = Field(description="Income left out of account.", examples=["576"])
    percent: Percent = Field(description="Share of the income above the limit.", examples=["35 %"])
    hours_up_to: Count | None = Field(None, description="Granted hours a month this row reaches to.", examples=["20"])


class Beyond(Record):
    """How the table goes on for larger households."""

    limit: Euros = Field(description="Added to the limit for each further person.", examples=["350"])
    percent: Percent = Field(description="Taken from the percentage for each further person.", examples=["1 %"])


class IncomeReduction(KnownValue):
    """A maximum that falls as income rises, never below a minimum."""

    rule: Literal["income_reduction"]
    income: IncomeKind = Field(description="gross or net, per month.", examples=["gross"])
    maximum: Euros = Field(description="The value at the lowest incomes.", examples=["27.00"])
    minimum: Euros = Field(description="The value at the highest incomes.", examples=["7.00"])
    households: list[HouseholdLimit] = Field(
        description="Limit and percentage by size.", examples=[[{"household": "1", "limit": "576", "percent": "35 %"}]]
    )
    beyond: Beyond | None = Field(
        None, description="For households past the table.", examples=[{"limit": "350", "percent": "1 %"}]
    )
    divisor: Count = Field(description="What the reduction of a month is divided by.", examples=["60"])
    round_up_to: Euros | None = Field(
        None, description="Rounded up to this step, in the client's favour.", examples=["0.50"]
    )


class IncomeShare(KnownValue):
    """The client pays a share of income for the month; the voucher pays the rest of the base price."""

    rule: Literal["income_share"]
    income: IncomeKind = Field(description="gross or net, per month.", examples=["gross"])
    base_price: Euros = Field(description="The price the organiser accounts for one unit.", examples=["64.00"])
    base_price_is_maximum: Literal["yes", "no"] = Field(
        "no", description="yes: the provider's price when it is lower.", examples=["yes"]
    )
    households: list[HouseholdLimit] = Field(
        description="Limit and percentage by size.", examples=[[{"household": "1", "limit": "576", "percent": "35 %"}]]
    )
    beyond: Beyond | None = Field(
        None, description="For households past the table.", examples=[{"limit": "350", "percent": "1 %"}]
    )


class Unknown(ValueRule):
    """What the two rules that cannot be computed here share."""

    reason: Localised = Field(
        description="Why it cannot be computed here.", examples=["Arvo päätetään yksilöllisesti."]
    )
    maximum: Euros | None = Field(None, description="The most it pays, when that is known.", examples=["115.34"])
    income: IncomeKind | None = Field(None, description="The income it depends on.", examples=["net"])
    ask: Line | None = Field(
        None, description="The contact to ask, a key of the organiser's contacts.", examples=["elderly"]
    )


class Individual(Unknown):
    """The value is decided for each client."""

    rule: Literal["individual"]


class ByReference(Unknown):
    """The value stands in another document that is not public here."""

    rule: Literal["by_reference"]


class AddOn(Period):
    """What the client pays besides the share, with its own unit, for example transport by direction."""

    name: Localised = Field(description="What it is.", examples=["Kuljetus"])
    amount: Euros = Field(description="For one unit.", examples=["3.50"])
    unit: UnitName = Field(description="Its own unit.", examples=["direction"])
    count: Count = Field(1, description="How many units go with one unit of the service.", examples=["2"])
    variants: list[Line] = Field([], description="The variants it concerns; none means all.", examples=[["transport"]])


class ShareRule(Rule):
    """What the client pays for one unit."""

    unit: UnitName | None = Field(None, description="What the share is paid for.", examples=["day"])
    add_ons: list[AddOn] = Field(
        [], description="What comes on top.", examples=[[{"name": "Kuljetus", "amount": "3.50", "unit": "direction"}]]
    )


class Difference(ShareRule):
    """The client pays what the voucher does not: price less value."""

    rule: Literal["difference"]


class FixedShare(ShareRule):
    """The client pays one amount, whoever the provider is."""

    rule: Literal["fixed"]
    amount: Euros = Field(description="The share.", examples=["11.40"])


class AtMost(ShareRule):
    """The provider may not charge the client more than this."""

    rule: Literal["at_most"]
    amount: Euros = Field(description="The most a client pays.", examples=["22.80"])


class Formula(ShareRule):
    """The client pays a percentage of the income above a limit, per month."""

    rule: Literal["formula"]
    income: IncomeKind = Field(description="gross or net, per month.", examples=["gross"])
    households: list[HouseholdLimit] = Field(
        description="Limit and percentage by size.", examples=[[{"household": "1", "limit": "576", "percent": "35 %"}]]
    )
    beyond: Beyond | None = Field(
        None, description="For households past the table.", examples=[{"limit": "350", "percent": "1 %"}]
    )


class UnknownShare(ShareRule):
    """A share that cannot be computed here."""

    rule: Literal["individual", "by_reference"]
    reason: Localised = Field(
        description="Why it cannot be computed here.", examples=["Kuten kunnan omassa yksikössä."]
    )
    income: IncomeKind | None = Field(None, description="The income it depends on.", examples=["net"])
    ask: Line | None = Field(None, description="The contact to ask.", examples=["elderly"])


def rule_of(value: object) -> str | None:
    """The text of the field 'rule', by which the right record is chosen."""
    found = value.get("rule") if isinstance(value, dict) else getattr(value, "rule", None)
    return found if isinstance(found, str) else None


AnyValue = Annotated[
    Annotated[Fixed, Tag("fixed")]
    | Annotated[PriceCapped, Tag("price_capped")]
    | Annotated[Range, Tag("range")]
    | Annotated[CoefficientRule, Tag("coefficient")]
    | Annotated[IncomeBands, Tag("income_bands")]
    | Annotated[IncomeReduction, Tag("income_reduction")]
    | Annotated[IncomeShare, Tag("income_share")]
    | Annotated[Individual, Tag("individual")]
    | Annotated[ByReference, Tag("by_reference")],
    Discriminator(rule_of),
]

AnyShare = Annotated[
    Annotated[Difference, Tag("difference")]
    | Annotated[FixedShare, Tag("fixed")]
    | Annotated[AtMost, Tag("at_most")]
    | Annotated[Formula, Tag("formula")]
    | Annotated[UnknownShare, Tag("individual")]
    | Annotated[UnknownShare, Tag("by_reference")],
    Discriminator(rule_of),
]
