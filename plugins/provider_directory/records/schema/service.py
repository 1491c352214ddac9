"""Services: the shared words for what is delivered, in groups by life situation."""

from __future__ import annotations

from pydantic import Field

from ..fields import Line, ServiceGroupRef, Text, Yes
from .base import Localised, Record, TopRecord


class WordLists(Record):
    """Words by language."""

    fi: list[Line] = Field([], description="Finnish words.", examples=[["kotipalvelu"]])
    sv: list[Line] = Field([], description="Swedish words.", examples=[["hemservice"]])
    en: list[Line] = Field([], description="English words.", examples=[["home help"]])

    def all(self) -> list[str]:
        """Every word of every language."""
        return [*self.fi, *self.sv, *self.en]


NO_WORDS = WordLists(fi=[], sv=[], en=[])


class ServiceGroup(TopRecord):
    """A life situation that services are gathered under."""

    name: Localised = Field(description="The group's heading.", examples=["Apua kotiin"])
    description: Localised | None = Field(
        None, description="One sentence on whom it concerns.", examples=["Kun arki kotona käy raskaaksi."]
    )


class Service(TopRecord):
    """What is delivered, whoever delivers or pays."""

    name: Localised = Field(description="Its name.", examples=[{"fi": "Kotihoito", "sv": "Hemvård", "en": "Home care"}])
    group: ServiceGroupRef = Field(description="A key of service-groups.yaml.", examples=["help-at-home"])
    summary: Localised = Field(description="What it is, in one sentence.", examples=["Hoitoa ja apua omassa kodissa."])
    description: Localised | None = Field(
        None,
        description="A plain explanation of a few sentences.",
        examples=["Kotihoito auttaa arjen toimissa, kun voimat eivät riitä."],
    )
    synonyms: WordLists = Field(NO_WORDS, description="Other words people search with.", examples=[{"fi": ["kotiapu"]}])
    former_names: WordLists = Field(NO_WORDS, description="Names it had before.", examples=[{"fi": ["kodinhoitoapu"]}])
    misspellings: list[Text] = Field([], description="Wrong spellings in use.", examples=[["kotihoitto"]])
    tax_credit: Yes = Field(
        False,
        description=(
            "yes: ordinary household, care or maintenance work that gives the household tax credit when it is done in "
            "the client's home and no voucher was given for it (Income Tax Act 1535/1992, 127 a §). Health care and "
            "nursing (VAT Act 1501/1993, 34–36 §) gives none."
        ),
        examples=["yes"],
    )
