"""
How much a voucher pays: one record per rule of the price model; what the client pays stands in share_rules.

Amounts are cents, percentages hundredths, incomes per month. Every rule has its own period and source, because the
sources date each amount and not the voucher.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from ..fields import Coefficient, Count, Euros, Line, Percent, UnitName
from .base import Localised
from .dated_rule import Rule as Rule
from .dated_rule import rule_of
from .income_tables import Adjusted, BandTable, IncomeKind, LimitTable, MonthShare
from .income_tables import Band as Band
from .income_tables import Beyond as Beyond
from .income_tables import Counts as Counts
from .income_tables import Deduction as Deduction
from .income_tables import HouseholdBands as HouseholdBands
from .income_tables import HouseholdLimit as HouseholdLimit
from .income_tables import Income as Income
from .share_rules import AddOn as AddOn
from .share_rules import AnyShare as AnyShare
from .share_rules import AtMost as AtMost
from .share_rules import BandShare as BandShare
from .share_rules import Difference as Difference
from .share_rules import FixedShare as FixedShare
from .share_rules import Formula as Formula
from .share_rules import MonthLimited as MonthLimited
from .share_rules import ShareRule as ShareRule
from .share_rules import UnknownShare as UnknownShare


class ValueRule(Rule):
    """What the organiser pays."""

    unit: UnitName | None = Field(None, description="What one voucher value pays for.", examples=["day"])


class KnownValue(ValueRule):
    """What the organiser pays for one unit; only a value that cannot be told may leave the unit out."""

    unit: UnitName = Field(description="What one voucher value pays for.", examples=["day"])
    units_at_most: Count | None = Field(
        None, description="How many units a month it pays for; further ones cost their whole price.", examples=["30"]
    )


class Limited(KnownValue):
    """A value of which a month's sum may be limited."""

    month_at_most: Euros | None = Field(
        None, description="The most it pays in a month; the client pays the rest of the bill.", examples=["114"]
    )


class Fixed(Limited):
    """The voucher is worth one amount."""

    rule: Literal["fixed"]
    amount: Euros = Field(description="The value of one unit, euros.", examples=["55.00"])


class PriceCapped(Limited):
    """The voucher is worth the provider's price, or what it has above the client's own part, at most a maximum."""

    rule: Literal["price_capped"]
    own_share: Euros | None = Field(
        None, description="The first euros of the price, which the client pays.", examples=["3.50"]
    )
    percent: Percent | None = Field(
        None, description="The part of it that the voucher pays; left out, the whole.", examples=["80 %"]
    )
    maximum: Euros | None = Field(
        None, description="The most it pays; left out, it pays the price.", examples=["115.34"]
    )


class Range(KnownValue):
    """The value is decided individually between two amounts."""

    rule: Literal["range"]
    minimum: Euros = Field(description="The least it pays.", examples=["20.00"])
    maximum: Euros = Field(description="The most it pays.", examples=["35.00"])


class CoefficientRule(Limited):
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
    round_down_to: Euros | None = Field(None, description="Rounded down to this step.", examples=["0.10"])
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
