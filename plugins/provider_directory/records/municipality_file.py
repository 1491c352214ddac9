"""
Reads Statistics Finland's municipality classification and writes what the register lacks.

Three shapes are understood, told apart by their column names: the classification's own export
(code;level;classificationItemName, often in Windows-1252, codes in quotation marks), a key from municipality to region
(sourceCode;sourceName;targetCode;targetName), and a wide table (code, name_fi, name_sv, region_*, hva_*).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import slug
from .collections import Records

COLUMNS = {
    "code": ("code", "sourcecode", "kuntanumero", "koodi"),
    "name_fi": ("name_fi", "classificationitemname", "sourcename", "nimi", "nimike"),
    "name_sv": ("name_sv",),
    "region_code": ("region_code", "targetcode"),
    "region_fi": ("region_fi", "targetname"),
    "region_sv": ("region_sv",),
    "county_code": ("hva_code",),
    "county_fi": ("hva_fi",),
    "county_sv": ("hva_sv",),
    "county_en": ("hva_en",),
    "longitude": ("lon",),
    "latitude": ("lat",),
}
"""What each fact is called in the shapes that are understood."""

NO_COUNTY = ("90", "91")
"""Helsinki and Åland belong to no wellbeing services county; the wide table numbers them all the same."""


class NotMunicipalities(ValueError):
    """A file in none of the shapes that are understood."""


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality of the file; what the file does not tell is empty."""

    facts: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.facts.get(name, "")


def decode(data: bytes) -> str:
    """The file's text: UTF-8, or else Windows-1252 as the classification's export has it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def read_rows(text: str) -> list[Row]:
    """The municipalities of a file, by code. Raises NotMunicipalities with a sentence."""
    lines = text.splitlines()
    start, delimiter = header(lines)
    table = csv.DictReader(lines[start:], delimiter=delimiter)
    names = {column.strip().strip("'\"").lower(): column for column in table.fieldnames or ()}
    known = {fact: names[option] for fact, options in COLUMNS.items() for option in options if option in names}
    rows = [Row({fact: clean(line.get(column)) for fact, column in known.items()}) for line in table]
    return sorted((row for row in rows if re.fullmatch(r"\d{3}", row["code"])), key=lambda row: row["code"])


def header(lines: list[str]) -> tuple[int, str]:
    """Where the column names stand and what parts them; the export has a line of its own above them."""
    for number, line in enumerate(lines[:3]):
        for delimiter in (";", ",", "\t"):
            columns = {column.strip().strip("'\"").lower() for column in line.split(delimiter)}
            if columns & set(COLUMNS["code"]) and columns & set(COLUMNS["name_fi"]):
                return number, delimiter
    raise NotMunicipalities(
        "The file has no columns we know. It needs code and classificationItemName, sourceCode and sourceName, or code and name_fi."
    )


def clean(text: str | None) -> str:
    """A cell without the quotation marks the export puts around codes."""
    return (text or "").strip().strip("'\"").strip()


def lacking(rows: Iterable[Row], records: Records) -> list[Row]:
    """The municipalities the register does not have yet, by code."""
    known = {entry.record.code for entry in records.municipalities.values()}
    return [row for row in rows if row["code"] not in known]


@dataclass(frozen=True, slots=True)
class AreaKeys:
    """The keys of regions or counties by code: those of the register, and new ones from their names."""

    kind: str
    """region or county; also the beginning of the columns' names."""
    known: dict[str, str]

    def key(self, row: Row) -> str:
        """The key of a row's area, or nothing when it has none."""
        code = row[f"{self.kind}_code"]
        if not code or (self.kind == "county" and code in NO_COUNTY):
            return ""
        return self.known.get(code) or slug(re.sub(r" hyvinvointialue$", "", row[f"{self.kind}_fi"]))

    def additions(self, rows: Iterable[Row]) -> Iterator[str]:
        """Entries for regions.yaml or counties.yaml that rows name and the register lacks."""
        seen = set(self.known.values())
        for row in rows:
            key = self.key(row)
            if key and key not in seen:
                seen.add(key)
                starts = "  from: 2023-01-01\n" if self.kind == "county" else ""
                yield f'{key}:\n  code: "{row[f"{self.kind}_code"]}"\n  name: {names(row, self.kind)}\n{starts}'


def area_keys(records: Records) -> tuple[AreaKeys, AreaKeys]:
    """The keys of the register's regions and counties."""
    regions = {entry.record.code: key for key, entry in records.regions.items()}
    counties = {entry.record.code: key for key, entry in records.counties.items()}
    return AreaKeys("region", regions), AreaKeys("county", counties)


def entries(rows: Iterable[Row], regions: AreaKeys, counties: AreaKeys) -> Iterator[str]:
    """Entries for municipalities.yaml."""
    for row in rows:
        region, county = regions.key(row), counties.key(row)
        lines = [f"{slug(row['name_fi'])}:", f'  code: "{row["code"]}"', f"  name: {names(row, 'name')}"]
        lines += [f"  regions: [{{region: {region}}}]"] if region else []
        lines += [f"  counties: [{{county: {county}, from: 2023-01-01}}]"] if county else []
        lines += [f'  longitude: "{row["longitude"]}"', f'  latitude: "{row["latitude"]}"'] if row["latitude"] else []
        yield "\n".join(lines) + "\n"


def names(row: Row, kind: str) -> str:
    """A name in the languages the file has, in YAML's one-line style."""
    found = {language: row[f"{kind}_{language}"] for language in ("fi", "sv", "en")}
    return "{" + ", ".join(f'{language}: "{name}"' for language, name in found.items() if name) + "}"


def additions(data: bytes, records: Records) -> dict[str, list[str]]:
    """What each register file lacks, as YAML entries by file name. Raises NotMunicipalities."""
    rows = lacking(read_rows(decode(data)), records)
    regions, counties = area_keys(records)
    found = {
        "regions.yaml": list(regions.additions(rows)),
        "counties.yaml": list(counties.additions(rows)),
        "municipalities.yaml": list(entries(rows, regions, counties)),
    }
    return {file: texts for file, texts in found.items() if texts}
