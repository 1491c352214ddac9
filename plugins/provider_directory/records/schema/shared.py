"""Small shared registers: laws, supervision authorities, the household tax credit, and editorial pages."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..fields import Count, Day, Euros, LawRef, Line, Partial, Percent, Text, Url, choice, reads
from .base import Localised, Period, TopRecord


class Law(TopRecord):
    """An act or decree."""

    name: Localised = Field(description="Its title.", examples=["Laki sosiaali- ja terveydenhuollon palvelusetelistä"])
    short: Localised | None = Field(None, description="What people call it.", examples=["Palvelusetelilaki"])
    says: Localised | None = Field(
        None,
        description="What it means here, in plain words.",
        examples=["Kunta voi antaa asiakkaalle setelin, jolla tämä ostaa palvelun."],
    )
    url: Url | None = Field(None, description="Where to read it.", examples=["https://www.finlex.fi/"])


class Authority(TopRecord):
    """Who supervises quality."""

    name: Localised = Field(description="The full name.", examples=["Aluehallintovirasto"])
    short: Localised | None = Field(None, description="The short name.", examples=["AVI"])
    url: Url | None = Field(None, description="Its site.", examples=["https://www.valvira.fi/"])
    until: Day | None = Field(None, description="Its last day, when it has been abolished.", examples=["2025-12-31"])


class TaxCredit(TopRecord, Period):
    """The household tax credit (kotitalousvähennys) of a period."""

    percent: Percent = Field(description="Share of the work's price, VAT included.", examples=["50 %"])
    own_share: Euros = Field(description="What is always left to the household, a year.", examples=["100"])
    maximum: Euros = Field(description="The most for one person, a year.", examples=["2400"])
    law: LawRef = Field(description="The act.", examples=["1535/1992"])
    section: Line = Field(description="The sections.", examples=["127 a–127 c"])
    note: Localised | None = Field(
        None, description="What it does not cover.", examples=["Vähennystä ei saa palvelusta, johon käytetään seteliä."]
    )


class PageKind(StrEnum):
    """What an editorial page is for."""

    ABOUT = "about"
    ACCESSIBILITY = "accessibility"
    PRIVACY = "privacy"
    OPEN_DATA = "open-data"
    OTHER = "other"


class EditorialPage(TopRecord):
    """A page of text."""

    title: Line = Field(description="Its Finnish title.", examples=["Tietoa palvelusta"])
    summary: Text = Field(description="In one sentence.", examples=["Kuka sivustoa pitää ja mistä tiedot tulevat."])
    kind: Annotated[PageKind, *reads(choice(PageKind, "a kind of page"), enum=list(PageKind))] = Field(
        PageKind.OTHER, description="What it is for.", examples=["about"]
    )
    order: Count = Field(100, description="Its place in lists.", examples=["10"])
    updated: Partial | None = Field(None, description="When it was last revised.", examples=["2018-08-10"])
