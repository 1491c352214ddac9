"""What the client pays: one record per rule of the price model. Amounts are cents, incomes per month."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from ..fields import Count, Euros, Line, UnitName
from .base import Localised, Period
from .dated_rule import Rule, rule_of
from .income_tables import Adjusted, BandTable, IncomeKind, MonthShare


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


class MonthLimited(ShareRule):
    """A share of which a month's sum may be limited."""

    month_at_most: Euros | None = Field(None, description="The most a client pays in a month.", examples=["150"])


class FixedShare(MonthLimited):
    """The client pays one amount, whoever the provider is."""

    rule: Literal["fixed"]
    amount: Euros = Field(description="The share.", examples=["11.40"])


class AtMost(MonthLimited):
    """The provider may not charge the client more than this."""

    rule: Literal["at_most"]
    amount: Euros = Field(description="The most a client pays.", examples=["22.80"])


class Formula(ShareRule, MonthShare):
    """The client pays a percentage of the income above a limit, per month."""

    rule: Literal["formula"]


class BandShare(MonthLimited, BandTable, Adjusted):
    """A table by household size and income; above its last band the client pays the whole price."""

    rule: Literal["income_bands"]


class UnknownShare(ShareRule):
    """A share that cannot be computed here."""

    rule: Literal["individual", "by_reference"]
    reason: Localised = Field(
        description="Why it cannot be computed here.", examples=["Kuten kunnan omassa yksikössä."]
    )
    income: IncomeKind | None = Field(None, description="The income it depends on.", examples=["net"])
    ask: Line | None = Field(None, description="The contact to ask.", examples=["elderly"])


AnyShare = Annotated[
    Annotated[Difference, Tag("difference")]
    | Annotated[FixedShare, Tag("fixed")]
    | Annotated[AtMost, Tag("at_most")]
    | Annotated[Formula, Tag("formula")]
    | Annotated[BandShare, Tag("income_bands")]
    | Annotated[UnknownShare, Tag("individual")]
    | Annotated[UnknownShare, Tag("by_reference")],
    Discriminator(rule_of),
]
