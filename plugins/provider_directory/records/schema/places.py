"""Municipalities, regions and wellbeing services counties, each with the time it exists."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from ..fields import (
    TEXT_OR_INTEGER,
    TEXT_OR_NUMBER,
    CountyRef,
    Line,
    MunicipalityRef,
    RegionRef,
    Unfit,
    read_number,
    reads,
)
from .base import Localised, Period, TopRecord


def read_code(text: str) -> str:
    """The statistical code of a municipality: three digits, leading zeros kept."""
    if not (len(text) == 3 and text.isascii() and text.isdigit()):
        raise Unfit(f'"{text}" is not a municipality code. Write three digits, for example 179.')
    return text


def read_degrees(text: str) -> Decimal:
    """A coordinate in degrees (WGS 84)."""
    return read_number(text, "a coordinate", "62.24")


Code = Annotated[str, *reads(read_code, type=TEXT_OR_INTEGER, pattern=r"^\d{3}$")]
Degrees = Annotated[Decimal, *reads(read_degrees, type=TEXT_OR_NUMBER)]


class Area(TopRecord, Period):
    """A region (maakunta) or a wellbeing services county (hyvinvointialue)."""

    name: Localised = Field(description="Its name.", examples=[{"fi": "Keski-Suomi", "sv": "Mellersta Finland"}])
    code: Line = Field(description="Its code in Statistics Finland's classification.", examples=["13"])


class RegionMembership(Period):
    """The region a municipality belongs to, in a period."""

    region: RegionRef = Field(description="A key of regions.yaml.", examples=["keski-suomi"])


class CountyMembership(Period):
    """The wellbeing services county a municipality belongs to, in a period."""

    county: CountyRef = Field(description="A key of counties.yaml.", examples=["keski-suomi"])


class Municipality(TopRecord, Period):
    """A municipality, the statistical unit."""

    code: Code = Field(description="Statistics Finland's code, three digits.", examples=["179"])
    name: Localised = Field(description="Its official names.", examples=[{"fi": "Pirkkala", "sv": "Birkala"}])
    aliases: list[Line] = Field([], description="Short names in common use, for the search.", examples=[["jkl"]])
    locative: Localised | None = Field(
        None,
        description="'In the municipality', in each language.",
        examples=[{"fi": "Ylöjärvellä", "en": "in Ylöjärvi"}],
    )
    regions: list[RegionMembership] = Field(
        [], description="Regions with periods.", examples=[[{"region": "pirkanmaa"}]]
    )
    counties: list[CountyMembership] = Field(
        [], description="Wellbeing services counties with periods (since 2023).", examples=[[{"county": "pirkanmaa"}]]
    )
    neighbours: list[MunicipalityRef] = Field([], description="Municipalities it borders on.", examples=[["muurame"]])
    postal_codes: list[Line] = Field([], description="How its postal codes begin.", examples=[["40", "411"]])
    longitude: Degrees | None = Field(None, description="Of its label point, degrees east.", examples=["25.74568"])
    latitude: Degrees | None = Field(None, description="Of its label point, degrees north.", examples=["62.23941"])
