"""Registers of self-pay providers, with their sunset and successors."""

from __future__ import annotations

from pydantic import Field

from ..fields import Day, Line, OrganiserRef, Partial, RegisterRef, ServiceRef, Url, Yes
from .base import Localised, TopRecord
from .voucher import FormerName


class SelfPayRegister(TopRecord):
    """A list of self-pay providers that an organiser publishes."""

    organiser: OrganiserRef = Field(description="Who publishes it.", examples=["jyvaskyla"])
    name: Localised = Field(description="Its name.", examples=["Hoito- ja hoivapalvelut"])
    summary: Localised = Field(
        description="What it is, in one or two sentences.",
        examples=["Kodin hoidon ja hoivan tuottajat, joiden palvelun maksat itse."],
    )
    services: list[ServiceRef] = Field([], description="What is published in it.", examples=[["home-cleaning"]])
    notices_from: Partial | None = Field(None, description="Since when providers may give notice.", examples=["2018"])
    published: Partial | None = Field(None, description="When the list opens to the public.", examples=["2018-autumn"])
    separate_notice: Yes = Field(True, description="Whether it needs a notice of its own.", examples=["yes"])
    promises: Localised | None = Field(
        None,
        description="What the organiser answers for.",
        examples=["Kaupunki tarkistaa, että tuottaja on ennakkoperintärekisterissä."],
    )
    not_promised: Localised | None = Field(
        None, description="What it does not answer for.", examples=["Kaupunki ei valvo palvelun laatua."]
    )
    sunset: Day | None = Field(None, description="The last day of an old register.", examples=["2018-12-31"])
    successors: list[RegisterRef] = Field([], description="What replaces it.", examples=[["jyvaskyla/hoito-ja-hoiva"]])
    free_for_providers: Yes | None = Field(None, description="Whether notice is free.", examples=["yes"])
    former_names: list[FormerName] = Field(
        [], description="Earlier names.", examples=[[{"name": "Klemmari.info", "until": "2018"}]]
    )
    contacts: list[Line] = Field([], description="Keys of the organiser's contacts.", examples=[["portal"]])
    url: Url | None = Field(None, description="Its own address elsewhere.", examples=["https://www.palse.fi/"])
