"""What every record shares: strict fields, text in three languages, periods, decisions, addresses, contacts."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ...model import valid_on
from ..fields import (
    Day,
    Email,
    Line,
    MunicipalityRef,
    Partial,
    PhoneNumber,
    PostalCode,
    Text,
    Url,
)


class Record(BaseModel):
    """A group of fields; an unknown field is a mistake, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """As it was kept or told by another process; which fields were given is the same for thousands of records."""
        given = state["__pydantic_fields_set__"]
        super().__setstate__(state | {"__pydantic_fields_set__": GIVEN.setdefault(frozenset(given), given)})


GIVEN: dict[frozenset[str], set[str]] = {}
"""Fields that records were given, once for all that were given the same: a set of them for each would take a third of the memory."""


class Localised(Record):
    """A text in Finnish and, where translated, in Swedish and English. Plain text alone is Finnish."""

    fi: Text = Field(description="In Finnish.", examples=["Kotihoito"])
    sv: Text | None = Field(None, description="In Swedish.", examples=["Hemvård"])
    en: Text | None = Field(None, description="In English.", examples=["Home care"])

    @model_validator(mode="before")
    @classmethod
    def plain_text_is_finnish(cls, value: Any) -> Any:
        """'name: Kotihoito' is short for 'name: {fi: Kotihoito}'."""
        return {"fi": value} if isinstance(value, str) else value

    def read(self, language: str) -> str:
        """The text in a language, or in Finnish where it is not translated."""
        return getattr(self, language) or self.fi

    def has(self, language: str) -> bool:
        """Whether the text is written in a language."""
        return getattr(self, language) is not None


class Period(Record):
    """From a day until a day, both included; an open end has no limit."""

    starts: Day | None = Field(None, alias="from", description="First day it holds.", examples=["2018-09-01"])
    until: Day | None = Field(None, description="Last day it holds.", examples=["2019-08-31"])

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return valid_on(day, self.starts, self.until)


class Decision(Record):
    """Who decided something, when and under which section."""

    body: Localised | None = Field(None, description="The deciding body.", examples=["Perusturvalautakunta"])
    date: Partial | None = Field(None, description="When, as precisely as known.", examples=["2017-04-11", "2018-04"])
    section: Line | None = Field(None, description="The section of the minutes, without §.", examples=["26"])
    about: Localised | None = Field(None, description="What was decided.", examples=["Päivätoiminnan palveluseteli"])
    url: Url | None = Field(None, description="Where the decision can be read.", examples=["https://www.example.fi/"])


class Verification(Record):
    """That a person checked the facts, which is not the day a file was saved."""

    on: Day = Field(description="The day a person checked it.", examples=["2018-06-12"])
    by: Localised = Field(description="The role that checked it.", examples=["Palvelusetelitoimisto"])


class Link(Record):
    """A link with its words."""

    label: Localised = Field(description="What the link leads to.", examples=["Esitys (PDF)"])
    url: Url | None = Field(
        None, description="Its address, when the source gives one.", examples=["https://www.example.fi/"]
    )


class Address(Record):
    """A postal or visiting address."""

    street: Line | None = Field(None, description="Street and number.", examples=["Vapaudenkatu 32"])
    po_box: Line | None = Field(None, description="Post office box.", examples=["PL 22"])
    postal_code: PostalCode | None = Field(None, description="Five digits.", examples=["40100"])
    city: Line | None = Field(None, description="The postal town.", examples=["Jyväskylä"])
    municipality: MunicipalityRef | None = Field(
        None, description="The municipality it lies in.", examples=["jyvaskyla"]
    )


class Contact(Record):
    """A role that answers questions. Never a person's name."""

    role: Localised = Field(
        description="The role, not the person.", examples=["Lapsiperheiden kotipalvelun palveluseteli"]
    )
    phones: list[PhoneNumber] = Field([], description="Telephone numbers.", examples=[["014 266 3502"]])
    emails: list[Email] = Field([], description="E-mail addresses of an office.", examples=[["kirjaamo@example.fi"]])
    hours: Localised | None = Field(None, description="When somebody answers.", examples=["ma–pe klo 9–15"])
    note: Localised | None = Field(
        None, description="Anything a caller must know.", examples=["Numero on lähteessä vajaa."]
    )


class AcceptedWarning(Record):
    """A warning looked at and left standing, with the reason; it is then only told on request."""

    rule: Line = Field(description="The rule's code.", examples=["phone"])
    where: Line | None = Field(
        None, description="The field it concerns, as the report names it.", examples=["contacts › nepsy"]
    )
    because: Line = Field(description="Why it is left as it is.", examples=["Numero on lähteessä yhtä numeroa vajaa."])


class TopRecord(Record):
    """What stands in a file or an entry of its own."""

    accepted_warnings: list[AcceptedWarning] = Field(
        [],
        description="Warnings that were looked at and accepted.",
        examples=[[{"rule": "phone", "because": "Numero on lähteessä näin."}]],
    )
