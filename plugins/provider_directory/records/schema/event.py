"""Events: information and training sessions for providers or residents."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..fields import Clock, Day, Line, OrganiserRef, PhoneNumber, RegisterRef, Text, Url, VoucherRef, Yes, choice, reads
from .base import Address, Link, Localised, Record, TopRecord


class Audience(StrEnum):
    """Whom an event is for."""

    PROVIDERS = "providers"
    RESIDENTS = "residents"


class Change(StrEnum):
    """What became of an announced event."""

    CANCELLED = "cancelled"
    MOVED = "moved"


class Venue(Address):
    """Where an event takes place."""

    name: Localised | None = Field(None, description="The building.", examples=["Kaupungintalo"])
    floor: Localised | None = Field(None, description="The floor.", examples=["1. krs"])
    room: Localised | None = Field(None, description="The room.", examples=["Juhlasali"])
    entrance: Localised | None = Field(None, description="How to find in.", examples=["A-talo"])


class Registration(Record):
    """How to sign up."""

    deadline: Day | None = Field(None, description="The last day.", examples=["2018-08-14"])
    url: Url | None = Field(
        None, description="The form, when the source gives it.", examples=["https://www.example.fi/"]
    )
    phone: PhoneNumber | None = Field(None, description="A number to call.", examples=["014 000 0100"])
    note: Localised | None = Field(None, description="How, in words.", examples=["Lomake on järjestäjän sivulla."])


class Programme(Record):
    """What happens when; a page may promise a programme and give none."""

    items: list[Localised] = Field([], description="The points, in order.", examples=[["Tervetuloa"]])
    promised: Yes = Field(False, description="yes: announced but not given.", examples=["yes"])
    subject_to_change: Yes = Field(False, description="yes: changes are possible.", examples=["yes"])


class Materials(Record):
    """Handouts of an event."""

    items: list[Link] = Field([], description="The handouts.", examples=[[{"label": "Esitys"}]])
    promised: Yes = Field(False, description="yes: announced but not given.", examples=["yes"])


class Event(TopRecord):
    """An information or training session."""

    title: Line = Field(description="Its Finnish title.", examples=["Info- ja koulutustilaisuus"])
    summary: Text = Field(
        description="In one or two plain Finnish sentences.",
        examples=["Tilaisuudessa neuvotaan, miten tuottajaksi haetaan."],
    )
    organiser: OrganiserRef = Field(description="Who holds it.", examples=["jyvaskyla"])
    date: Day = Field(description="The day.", examples=["2018-08-16"])
    weekday: Line | None = Field(None, description="The weekday as announced, in Finnish.", examples=["torstai"])
    starts: Clock | None = Field(None, alias="from", description="When it begins.", examples=["13.30"])
    ends: Clock | None = Field(None, alias="to", description="When it ends.", examples=["16.00"])
    venue: Venue | None = Field(None, description="Where.", examples=[{"name": "Tietotalo"}])
    audience: list[Annotated[Audience, *reads(choice(Audience, "an audience"), enum=list(Audience))]] = Field(
        description="providers, residents or both.", examples=[["providers"]]
    )
    audience_words: Localised | None = Field(
        None, description="For whom, in words.", examples=["Palveluasumisen tuottajat"]
    )
    vouchers: list[VoucherRef] = Field(
        [], description="The vouchers it concerns, planned ones too.", examples=[["ylojarvi/paivatoiminta"]]
    )
    registers: list[RegisterRef] = Field(
        [], description="The registers it concerns.", examples=[["jyvaskyla/hoito-ja-hoiva"]]
    )
    topics: list[Localised] = Field([], description="What it deals with.", examples=[["Portaalin käyttö"]])
    registration: Registration | None = Field(
        None, description="How to sign up.", examples=[{"deadline": "2018-08-14"}]
    )
    programme: Programme | None = Field(None, description="The programme.", examples=[{"promised": "yes"}])
    materials: Materials | None = Field(None, description="The handouts.", examples=[{"promised": "yes"}])
    change: Annotated[Change, *reads(choice(Change, "a change"), enum=list(Change))] | None = Field(
        None, description="cancelled or moved.", examples=["cancelled"]
    )
    moved_to: Day | None = Field(None, description="The new day of a moved event.", examples=["2018-09-20"])
    change_note: Localised | None = Field(
        None, description="Why it was cancelled or moved.", examples=["Tilaisuus siirtyi, koska sali oli varattu."]
    )
    contacts: list[Line] = Field([], description="Keys of the organiser's contacts.", examples=[["portal"]])
