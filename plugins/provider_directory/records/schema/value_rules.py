"""
How much a voucher pays and what the client pays: one record per rule of the price model.

Amounts are cents, percentages hundredths, incomes per month. Every rule has its own period and source, because the
sources date each amount and not the voucher.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from ..fields import Coefficient, Count, Euros, Line, Percent, UnitName
from .base import Decision, Localised, Period
from .income_tables import Adjusted, BandTable, IncomeKind, LimitTable, MonthShare
from .income_tables import Band as Band
from .income_tables import Beyond as Beyond
from .income_tables import Counts as Counts
from .income_tables import HouseholdBands as HouseholdBands
from .income_tables import HouseholdLimit as HouseholdLimit
from .income_tables import Income as Income


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
    """The voucher is worth the provider's price or a percentage of it, at most a maximum."""

    rule: Literal["price_capped"]
    percent: Percent | None = Field(
        None, description="The part of the price it pays; left out, the whole price.", examples=["80 %"]
    )
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
    round_to: Euros | None = Field(
        None, description="Rounded to the nearest multiple of this step, halves up.", examples=["1.00"]
    )


class IncomeBands(KnownValue, BandTable, Adjusted):
    """A table by household size and income; above the last band there is no voucher."""

    rule: Literal["income_bands"]


class IncomeReduction(KnownValue, LimitTable, Adjusted):
    """A maximum that falls as income rises, never below a minimum."""

    rule: Literal["income_reduction"]
    maximum: Euros = Field(description="The value at the lowest incomes.", examples=["27.00"])
    minimum: Euros = Field(description="The value at the highest incomes.", examples=["7.00"])
    divisor: Count = Field(description="What the reduction of a month is divided by.", examples=["60"])
    round_up_to: Euros | None = Field(
        None, description="Rounded up to this step, in the client's favour.", examples=["0.50"]
    )
    round_to: Euros | None = Field(
        None, description="Rounded to the nearest multiple of this step, halves up.", examples=["1.00"]
    )


class IncomeShare(KnownValue, MonthShare):
    """The client pays a share of income for the month; the voucher pays the rest of the base price."""

    rule: Literal["income_share"]
    base_price: Euros = Field(description="The price the organiser accounts for one unit.", examples=["64.00"])
    minimum: Euros | None = Field(None, description="The least it pays for one unit.", examples=["7.00"])
    base_price_is_maximum: Literal["yes", "no"] = Field(
        "no", description="yes: the provider's price when it is lower.", examples=["yes"]
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


class Formula(ShareRule, MonthShare):
    """The client pays a percentage of the income above a limit, per month."""

    rule: Literal["formula"]


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
