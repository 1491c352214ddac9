"""Providers: the company, association or sole trader, its locations, its listings and their prices."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..fields import (
    BusinessId,
    Email,
    Euros,
    Key,
    LanguageCode,
    Line,
    MunicipalityRef,
    Percent,
    PhoneNumber,
    RegisterRef,
    ServiceRef,
    Text,
    UnitName,
    Url,
    VoucherRef,
    Yes,
    choice,
    reads,
)
from .base import Address, Decision, Localised, Period, Record, TopRecord, Verification
from .voucher import TimeBand


class ProviderKind(StrEnum):
    """The legal form, as far as clients care."""

    COMPANY = "company"
    ASSOCIATION = "association"
    SOLE_TRADER = "sole-trader"


class Vat(StrEnum):
    """Whether the price holds value added tax."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    EXEMPT = "exempt"
    """Social welfare and health services are exempt (VAT Act 1501/1993, 34 and 37 §)."""


class Location(Record):
    """A place of a provider; a service delivered at home needs none."""

    name: Line = Field(description="Its name.", examples=["Esimerkkikoti Keskusta"])
    address: Address = Field(description="Where it is.", examples=[{"street": "Esimerkkikatu 1"}])
    phone: PhoneNumber | None = Field(None, description="Its own number.", examples=["014 000 0100"])
    places: Line | None = Field(None, description="How many clients it takes.", examples=["24"])
    accessibility: Localised | None = Field(
        None, description="Steps, lifts, hearing loops.", examples=["Esteetön sisäänkäynti"]
    )


class Price(Period):
    """What the provider asks for one unit, in one variant, in a period."""

    service: ServiceRef | None = Field(
        None, description="The service, when the listing has several.", examples=["home-cleaning"]
    )
    variant: Line | None = Field(
        None, description="A variant of the voucher, or a time band of this provider.", examples=["day"]
    )
    price: Euros = Field(description="Euros for one unit.", examples=["38.50"])
    unit: UnitName = Field(description="What the price is for.", examples=["hour"])
    includes: list[Localised] = Field([], description="What it includes.", examples=[["Matkakulut"]])
    on_top: list[Localised] = Field([], description="What comes on top.", examples=[["Siivousaineet"]])
    vat: Annotated[Vat, *reads(choice(Vat, "a VAT status"), enum=list(Vat))] | None = Field(
        None, description="included, excluded or exempt.", examples=["included"]
    )
    vat_rate: Percent | None = Field(None, description="The rate.", examples=["24 %"])
    note: Localised | None = Field(None, description="Anything else.", examples=["Vähintään kaksi tuntia."])


class Cost(Period):
    """A cost outside the voucher: rent, meals."""

    name: Localised = Field(description="What it is.", examples=["Vuokra"])
    price: Euros | None = Field(None, description="Euros for one unit, when known.", examples=["620.00"])
    unit: UnitName = Field(description="What it is for.", examples=["month"])
    one_of: Localised | None = Field(
        None,
        description="What it is one choice of: of costs with the same words here, a client pays one.",
        examples=["Vuokra"],
    )


class Suspension(Period):
    """A period in which the listing is withdrawn from every list."""

    reason: Localised | None = Field(None, description="Why; never published.", examples=["Tuottaja pyysi taukoa."])


class Listing(Period):
    """A provider on one organiser's list: an approval for a voucher, or a notice to a register."""

    voucher: VoucherRef | None = Field(
        None, description="The voucher it is approved for.", examples=["ylojarvi/paivatoiminta"]
    )
    self_pay_register: RegisterRef | None = Field(
        None, alias="register", description="The register it gave notice to.", examples=["jyvaskyla/hoito-ja-hoiva"]
    )
    municipalities: list[MunicipalityRef] = Field([], description="Where it is delivered.", examples=[["jyvaskyla"]])
    locations: list[Line] = Field([], description="Keys of the provider's locations.", examples=[["keskusta"]])
    at_home: Yes = Field(False, description="yes: delivered in the client's home.", examples=["yes"])
    services: list[ServiceRef] = Field(
        [], description="When not all of the voucher's or register's.", examples=[["home-cleaning"]]
    )
    decision: Decision | None = Field(None, description="The approval.", examples=[{"date": "2018-06-01"}])
    suspended: Suspension | None = Field(
        None, description="When it is withdrawn for a time.", examples=[{"from": "2018-07-01"}]
    )
    prices: list[Price] = Field([], description="Its prices.", examples=[[{"price": "38.50", "unit": "hour"}]])
    costs: list[Cost] = Field(
        [],
        description="Costs outside the voucher.",
        examples=[[{"name": "Vuokra", "price": "620.00", "unit": "month"}]],
    )
    conditions: list[Localised] = Field(
        [], description="Conditions a client should know.", examples=[["Palvelu alkaa kahden viikon kuluessa."]]
    )
    verified: Verification | None = Field(
        None, description="When a person checked it.", examples=[{"on": "2018-06-12", "by": "Palvelusetelitoimisto"}]
    )


class Provider(TopRecord):
    """A company, association or sole trader that delivers services."""

    name: Line = Field(description="Its name.", examples=["Esimerkkihoiva Oy"])
    business_id: BusinessId = Field(description="Its business id (Y-tunnus).", examples=["1234567-1"])
    kind: Annotated[ProviderKind, *reads(choice(ProviderKind, "a kind of provider"), enum=list(ProviderKind))] = Field(
        ProviderKind.COMPANY, description="company, association or sole-trader.", examples=["company"]
    )
    summary: Localised | None = Field(
        None, description="What it does, in one sentence.", examples=["Kotihoitoa arkisin ja viikonloppuisin."]
    )
    description: Localised | None = Field(
        None,
        description="A few sentences more.",
        examples=["Jokaisella asiakkaalla on oma hoitaja. Käynnit sovitaan etukäteen."],
    )
    address: Address | None = Field(None, description="Its postal address.", examples=[{"street": "Esimerkkikatu 1"}])
    phones: list[PhoneNumber] = Field([], description="Numbers to call.", examples=[["014 000 0100"]])
    phone_hours: Localised | None = Field(None, description="When somebody answers.", examples=["ma–pe klo 9–15"])
    emails: list[Email] = Field([], description="E-mail addresses.", examples=[["hoiva@example.fi"]])
    website: Url | None = Field(None, description="Its site.", examples=["https://www.example.fi/"])
    languages: list[LanguageCode] = Field(["fi"], description="Languages it serves in.", examples=[["fi", "sv"]])
    locations: dict[Key, Location] = Field(
        {},
        description="Its places, by key.",
        examples=[{"keskusta": {"name": "Esimerkkikoti Keskusta", "address": {"street": "Esimerkkikatu 1"}}}],
    )
    time_bands: dict[Key, TimeBand] = Field(
        {},
        description="Its own time bands, by key.",
        examples=[{"sunday": {"name": "Sunnuntai", "days": ["sun", "holiday"]}}],
    )
    listings: list[Listing] = Field(
        description="The lists it stands on.",
        examples=[[{"voucher": "ylojarvi/paivatoiminta", "locations": ["keskusta"]}]],
    )
    verified: Verification | None = Field(
        None, description="When a person checked it.", examples=[{"on": "2018-06-12", "by": "Palvelusetelitoimisto"}]
    )
    keywords: list[Text] = Field([], description="Other words people search with.", examples=[["siivous"]])
