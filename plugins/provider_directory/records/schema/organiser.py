"""Organisers: who grants vouchers and approves providers, with contacts, documents and application rounds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..fields import (
    AuthorityRef,
    BusinessId,
    Colour,
    Day,
    Email,
    Key,
    LawRef,
    Line,
    MunicipalityRef,
    Origin,
    Partial,
    PhoneNumber,
    RegisterRef,
    Text,
    Url,
    VoucherRef,
    Yes,
    choice,
    reads,
)
from .base import Address, Contact, Localised, Record, TopRecord


class OrganiserKind(StrEnum):
    """What grants the vouchers."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"


class DocumentKind(StrEnum):
    """What a document is for."""

    RULE_BOOK = "rule-book"
    PERSONAL_DATA = "personal-data"
    MONITORING = "monitoring"
    OTHER = "other"


class VersionStep(StrEnum):
    """What happened to a document on a date."""

    APPROVED = "approved"
    UPDATED = "updated"
    IN_FORCE = "in-force"


class RoundKind(StrEnum):
    """How providers may apply."""

    CONTINUOUS = "continuous"
    DEADLINE = "deadline"
    CLOSED = "closed"
    PLANNED = "planned"


class Channel(Record):
    """Where else the organiser speaks: social media, feeds."""

    name: Localised = Field(description="What it is.", examples=["Facebook"])
    url: Url | None = Field(None, description="Its address, when known.", examples=["https://www.example.fi/"])


class Version(Record):
    """One step in a document's life."""

    step: Annotated[VersionStep, *reads(choice(VersionStep, "a step"), enum=list(VersionStep))] = Field(
        description="approved, updated or in-force.", examples=["approved"]
    )
    on: Partial = Field(description="When, as precisely as known.", examples=["2018-04"])
    body: Localised | None = Field(None, description="Who did it.", examples=["Perusturvalautakunta"])
    changes: Localised | None = Field(None, description="What changed.", examples=["Hinnat päivitettiin."])


class Document(Record):
    """A rule book or another document that binds providers."""

    kind: Annotated[DocumentKind, *reads(choice(DocumentKind, "a kind of document"), enum=list(DocumentKind))] = Field(
        description="What it is.", examples=["rule-book"]
    )
    title: Localised = Field(description="Its title.", examples=["Perusturvan palveluseteleiden sääntökirja"])
    versions: list[Version] = Field(
        [], description="Its versions, oldest first.", examples=[[{"step": "approved", "on": "2018-04"}]]
    )
    supersedes: Localised | None = Field(None, description="What it replaces.", examples=["Aiemmat sopimukset."])
    where: Localised | None = Field(None, description="How to find it.", examples=["Nähtävillä Palse.fi-palvelussa."])
    url: Url | None = Field(None, description="Its address.", examples=["https://www.palse.fi/"])


class Round(Record):
    """One way or time to apply; several may be open at once."""

    kind: Annotated[RoundKind, *reads(choice(RoundKind, "a kind of round"), enum=list(RoundKind))] = Field(
        description="continuous, deadline, closed or planned.", examples=["deadline"]
    )
    vouchers: list[VoucherRef] = Field(
        [],
        description="The vouchers it concerns; none, and no registers, means all vouchers.",
        examples=[["ylojarvi/paivatoiminta"]],
    )
    registers: list[RegisterRef] = Field(
        [], description="The registers it concerns.", examples=[["jyvaskyla/hoito-ja-hoiva"]]
    )
    opens: Partial | None = Field(None, description="When it opens.", examples=["2018-06"])
    deadline: Day | None = Field(None, description="The last day to apply.", examples=["2018-08-05"])
    decisions: Partial | None = Field(None, description="When decisions are made.", examples=["2018-08"])
    protects: Localised | None = Field(
        None,
        description="Whom the deadline protects.",
        examples=["Nykyiset asiakkaat voivat jatkaa saman tuottajan luona."],
    )
    note: Localised | None = Field(
        None, description="Anything else.", examples=["Hakemukset käsitellään saapumisjärjestyksessä."]
    )


class Portal(Record):
    """The system in which applications are made."""

    name: Line = Field(description="Its name.", examples=["Palse.fi"])
    url: Url = Field(description="Its address.", examples=["https://www.palse.fi/"])
    free_for_providers: Yes = Field(description="Whether it costs providers nothing.", examples=["yes"])
    system: Line | None = Field(None, description="The voucher system behind it.", examples=["Effector"])


class Application(Record):
    """How to become a provider."""

    electronic_only: Yes = Field(description="Whether paper is not accepted.", examples=["yes"])
    portal: Portal | None = Field(
        None,
        description="Where to apply.",
        examples=[{"name": "Palse.fi", "url": "https://www.palse.fi/", "free_for_providers": "yes"}],
    )
    steps: list[Localised] = Field(description="The steps, in order.", examples=[["Valitse Yrityksille."]])
    register_steps: list[Localised] = Field(
        [], description="The steps for self-pay registers.", examples=[["Valitse rekisteri."]]
    )
    accepting: Localised | None = Field(None, description="What applying means accepting.", examples=["Sääntökirjan."])
    note: Localised | None = Field(None, description="Anything else.", examples=["Hakemuksia ei postiteta."])


class Organiser(TopRecord):
    """A municipality or a wellbeing services county that grants vouchers and answers for the figures."""

    name: Localised = Field(description="Its name.", examples=[{"fi": "Jyväskylän kaupunki", "sv": "Jyväskylä stad"}])
    kind: Annotated[OrganiserKind, *reads(choice(OrganiserKind, "a kind of organiser"), enum=list(OrganiserKind))] = (
        Field(description="municipality or county.", examples=["municipality"])
    )
    municipalities: list[MunicipalityRef] = Field(description="Whose residents it serves.", examples=[["jyvaskyla"]])
    business_id: BusinessId | None = Field(None, description="Its business id.", examples=["1234567-1"])
    division: Localised | None = Field(None, description="The division in charge.", examples=["Perusturva"])
    decision_body: Localised | None = Field(
        None, description="Who decides on vouchers.", examples=["Perusturvalautakunta"]
    )
    address: Address | None = Field(None, description="Where it is.", examples=[{"street": "Kuruntie 14"}])
    phones: list[PhoneNumber] = Field([], description="The switchboard.", examples=[["03 565 30 000"]])
    emails: list[Email] = Field(
        [], description="An office's address, never a person's.", examples=[["kirjaamo@example.fi"]]
    )
    website: Url | None = Field(None, description="Its site.", examples=["https://www.jyvaskyla.fi/"])
    channels: list[Channel] = Field([], description="Social media and feeds.", examples=[[{"name": "Facebook"}]])
    introduction: Localised | None = Field(
        None,
        description="What it does with vouchers, in short.",
        examples=["Kaupunki antaa palveluseteleitä päivätoimintaan."],
    )
    laws: list[LawRef] = Field([], description="The law its vouchers rest on.", examples=[["569/2009"]])
    refusal: Localised | None = Field(
        None, description="The right to refuse a voucher.", examples=["Setelistä voi kieltäytyä."]
    )
    alternative: Localised | None = Field(
        None, description="What a client gets instead.", examples=["Kaupungin palvelu."]
    )
    benefit: Localised | None = Field(None, description="Why a voucher.", examples=["Valinnanvapaus kasvaa."])
    quality: Localised | None = Field(
        None,
        description="Who answers for quality, and how.",
        examples=["Kaupunki valvoo palveluja valvontaohjelman mukaan."],
    )
    supervision: list[AuthorityRef] = Field([], description="Supervision authorities.", examples=[["valvira", "avi"]])
    approved_list: Localised | None = Field(
        None,
        description="How the approved list is published.",
        examples=["Kaupunki julkaisee listan hyväksytyistä tuottajista."],
    )
    contacts: dict[Key, Contact] = Field(
        {},
        description="Roles that answer, by key.",
        examples=[{"elderly": {"role": "Ikääntyneiden palvelusetelit", "phones": ["014 000 0100"]}}],
    )
    documents: dict[Key, Document] = Field(
        {},
        description="Rule books and others, by key.",
        examples=[{"rule-book": {"kind": "rule-book", "title": "Palveluseteleiden sääntökirja"}}],
    )
    rounds: list[Round] = Field([], description="Application rounds.", examples=[[{"kind": "continuous"}]])
    application: Application | None = Field(
        None,
        description="How to become a provider.",
        examples=[{"electronic_only": "yes", "steps": ["Valitse Yrityksille."]}],
    )
    self_pay: Localised | None = Field(
        None,
        description="What it says of self-pay services.",
        examples=["Kaupunki julkaisee myös itse maksettavien palvelujen tuottajia."],
    )
    notices: list[Localised] = Field(
        [], description="What everybody should know now.", examples=[["Järjestelmä vaihtuu."]]
    )
    frame_ancestors: list[Origin] = Field(
        [], description="Sites that may embed lists.", examples=[["https://www.example.fi"]]
    )
    accent: Colour | None = Field(None, description="Its colour.", examples=["#005a9c"])
    source: Url | None = Field(None, description="The page the facts come from.", examples=["https://www.example.fi/"])
    page_updated: Partial | None = Field(
        None, description="When its own page was last updated.", examples=["2019-06-17"]
    )
    keywords: list[Text] = Field([], description="Other words people search with.", examples=[["Jkl"]])
