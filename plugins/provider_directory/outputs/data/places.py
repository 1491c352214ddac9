"""Municipalities, and the columns of an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import LANGUAGES
from ...records.schema.base import Address
from ...views.edition import Edition
from ...views.links import Links
from .columns import AS_OF, Column, Kind, Row, Table, in_languages, key, localised, names, of, say, text

ADDRESS = (
    text("street", say("Street and number.")),
    text("po_box", say("Post office box.")),
    text("postal_code", say("Postal code of five digits, leading zeros kept."), pattern=r"\d{5}"),
    text("city", say("Postal town.")),
    names("municipality", "municipalities", say("The municipality it lies in.")),
)


def address_row(address: Address | None) -> Row:
    """The cells of an address."""
    fields = [column.name for column in ADDRESS]
    return {name: getattr(address, name) if address else None for name in fields}


def url_columns() -> tuple[Column, ...]:
    """Where the page about it is, by language."""
    return in_languages(text("url", say("Its page on this site.")))


def urls(edition: Edition, place: str, *steps: str) -> Row:
    """The addresses of a page whose steps are keys, by language."""
    return {
        f"url_{language}": edition.absolute(Links(edition.records, language).place(place, *steps))
        for language in LANGUAGES
    }


def rows(edition: Edition) -> Iterator[Row]:
    """The municipalities that exist on the day."""
    day = edition.catalogue.as_of
    for entry in edition.catalogue.municipalities:
        record = entry.record
        yield {
            "key": entry.key,
            "code": record.code,
            **localised("name", record.name),
            "region": next((each.region for each in record.regions if each.holds_on(day)), None),
            "county": next((each.county for each in record.counties if each.holds_on(day)), None),
            "longitude": record.longitude,
            "latitude": record.latitude,
            "as_of": day,
        }


def sources(edition: Edition) -> Iterable[tuple[str, str]]:
    """Where the facts of the register come from."""
    return (
        ("Statistics Finland (CC BY 4.0)", "https://stat.fi/en/luokitukset/kunta/"),
        ("National Land Survey of Finland (CC BY 4.0)", "https://www.maanmittauslaitos.fi/en"),
    )


MUNICIPALITIES = Table(
    name="municipalities",
    title=say("Municipalities"),
    about=say("The municipalities that exist on the day, with their regions and wellbeing services counties."),
    columns=(
        key("key", say("What other tables call the municipality.")),
        text(
            "code",
            say("Statistics Finland’s code of three digits, leading zeros kept."),
            required=True,
            pattern=r"\d{3}",
        ),
        *in_languages(text("name", say("Official name."), required=True)),
        text("region", say("Key of the region (maakunta).")),
        text("county", say("Key of the wellbeing services county (hyvinvointialue).")),
        of(Kind.NUMBER, "longitude", say("Degrees east (WGS 84) of a point in the municipality."), unit="degree"),
        of(Kind.NUMBER, "latitude", say("Degrees north (WGS 84) of the same point."), unit="degree"),
        AS_OF,
    ),
    rows=rows,
    key=("key",),
    sources=sources,
)
