"""Vouchers: what an organiser commits to pay for, for whom, how much, and what the client pays."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..fields import Clock, Count, Day, Key, LawRef, Line, Partial, ServiceRef, Text, Unfit, Yes, reads
from .base import Decision, Link, Localised, Record, TopRecord
from .value_rules import AnyShare, AnyValue

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")


def read_weekday(text: str) -> str:
    """A day of the week by its first three letters, or a public holiday."""
    if text not in WEEKDAYS:
        raise Unfit(f'"{text}" is not a day of the week. Use one of: {", ".join(WEEKDAYS)}.')
    return text


Weekday = Annotated[str, *reads(read_weekday, enum=list(WEEKDAYS))]


class TimeBand(Record):
    """A part of the week with its own price; the organiser or the provider names it."""

    name: Localised = Field(description="What it is called.", examples=["Arki klo 9–15"])
    days: list[Weekday] = Field([], description="Its days; none means every day.", examples=[["mon", "tue"]])
    starts: Clock | None = Field(None, alias="from", description="When it begins.", examples=["9.00"])
    ends: Clock | None = Field(None, alias="to", description="When it ends.", examples=["15.00"])


class Variant(Record):
    """One way a voucher or an offer is delivered and priced."""

    name: Localised = Field(description="What tells it from the others.", examples=["Klo 9–15, ilman kuljetusta"])
    service: ServiceRef | None = Field(
        None, description="Its service, when the voucher has several.", examples=["day-activity"]
    )
    band: Line | None = Field(None, description="A key of time_bands.", examples=["day"])
    hours: Count | None = Field(None, description="How many hours one unit lasts.", examples=["6"])
    dimensions: dict[Key, Line] = Field(
        {}, description="Anything else that tells variants apart, freely named.", examples=[{"transport": "yes"}]
    )


class OwnPayment(Localised):
    """Something the client pays."""

    counted: Yes = Field(
        False, description="yes: the amounts of these pages hold it, as the client's share.", examples=["yes"]
    )


class FormerName(Record):
    """A name in earlier use that people still search with."""

    name: Text = Field(description="The name.", examples=["tuetun kotona asumisen seteli"])
    until: Partial | None = Field(None, description="Until when it was used.", examples=["2018-08"])


class Plan(Record):
    """What is known of a voucher not yet in use."""

    stage: Localised = Field(description="How far the plan is.", examples=["Käyttöönottoa suunnitellaan."])
    expected: Partial | None = Field(None, description="When it may start.", examples=["2019"])


class Flag(Record):
    """A doubt about this record that readers should know."""

    code: Line = Field(description="What kind of doubt.", examples=["contact-list-only"])
    note: Localised = Field(description="The doubt in words.", examples=["Mainitaan vain yhteystiedoissa."])


class Voucher(TopRecord):
    """A service voucher of one organiser (palveluseteli, Act 569/2009)."""

    title: Line = Field(description="Its Finnish name.", examples=["Päivätoiminnan palveluseteli"])
    summary: Text = Field(
        description="In one or two plain Finnish sentences.",
        examples=["Setelillä kaupunki maksaa osan päivätoiminnasta."],
    )
    services: list[ServiceRef] = Field(description="What it pays for.", examples=[["day-activity"]])
    audience: Localised | None = Field(None, description="For whom.", examples=["Ikääntyneet"])
    opens: Day | None = Field(None, description="First day it is in use, when known.", examples=["2017-09-01"])
    closes: Day | None = Field(None, description="Last day it is in use.", examples=["2020-12-31"])
    planned: Plan | None = Field(
        None, description="When it is only planned.", examples=[{"stage": "Käyttöönottoa suunnitellaan."}]
    )
    system_since: Day | None = Field(
        None, description="Handled in the organiser's system since.", examples=["2018-06-01"]
    )
    former_names: list[FormerName] = Field(
        [], description="Earlier names.", examples=[[{"name": "tuetun kotona asumisen seteli", "until": "2018-08"}]]
    )
    aliases: list[Text] = Field([], description="Other and misspelt names in use.", examples=[["nepsy-seteli"]])
    eligibility: list[Localised] = Field([], description="Who can get it.", examples=[["Palvelutarve on arvioitu."]])
    covers: list[Localised] = Field([], description="What it covers.", examples=[["Hoito ja hoiva"]])
    client_pays: list[OwnPayment] = Field(
        [],
        description="What the client pays besides.",
        examples=[["Vuokra", {"fi": "Omavastuu", "counted": "yes"}]],
    )
    usage: list[Localised] = Field(
        [], description="How it is used and billed.", examples=[["Yksi seteli on yksi päivä."]]
    )
    apply: list[Localised] = Field(
        [], description="How a resident gets it.", examples=[["Ota yhteyttä palveluohjaukseen."]]
    )
    time_bands: dict[Key, TimeBand] = Field(
        {},
        description="Time bands, by key.",
        examples=[{"day": {"name": "Arki klo 9–15", "from": "9.00", "to": "15.00"}}],
    )
    variants: dict[Key, Variant] = Field(
        {},
        description="Variants, by key.",
        examples=[{"day-no-transport": {"name": "Klo 9–15, ilman kuljetusta", "band": "day"}}],
    )
    values: list[AnyValue] = Field(
        [], description="What the organiser pays.", examples=[[{"rule": "fixed", "unit": "day", "amount": "55.00"}]]
    )
    client_shares: list[AnyShare] = Field([], description="What the client pays.", examples=[[{"rule": "difference"}]])
    decisions: list[Decision] = Field([], description="The decisions behind it.", examples=[[{"section": "26"}]])
    rule_books: list[Line] = Field([], description="Keys of the organiser's documents.", examples=[["rule-book"]])
    contacts: list[Line] = Field([], description="Keys of the organiser's contacts.", examples=[["elderly"]])
    laws: list[LawRef] = Field([], description="Laws besides the organiser's own.", examples=[["734/1992"]])
    links: list[Link] = Field(
        [], description="Where to read more.", examples=[[{"label": "Hakulomake", "url": "https://www.example.fi/"}]]
    )
    flags: list[Flag] = Field(
        [],
        description="Doubts about this record.",
        examples=[[{"code": "contact-list-only", "note": "Mainitaan vain yhteystiedoissa."}]],
    )
    source: Localised | None = Field(
        None, description="Where the facts come from.", examples=["Ylöjärven kaupungin palvelusetelisivu"]
    )
    page_updated: Partial | None = Field(None, description="When the source was updated.", examples=["2019-06-17"])
    accepts_providers: Yes = Field(
        True, description="no: providers are not approved through this site.", examples=["yes"]
    )


class Translation(TopRecord):
    """The Swedish or English front matter of a Markdown file."""

    title: Line = Field(description="The name in this language.", examples=["Servicesedel för dagverksamhet"])
    summary: Text | None = Field(
        None,
        description="The summary in this language.",
        examples=["Med sedeln betalar staden en del av dagverksamheten."],
    )
