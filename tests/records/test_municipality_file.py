"""Statistics Finland's classification: three shapes, and only what the register lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.records.municipality_file import NotMunicipalities, additions, decode, read_rows
from provider_directory.records.reading import read_records

EXPORT = 'Windows-1252;;kunta_1_20260101\ncode;level;classificationItemName\n"\'005\'";1;"Alajärvi"\n"\'179\'";1;"Jyväskylä"\n'
KEY = "sourceCode;sourceName;targetCode;targetName\n'989';'Ähtäri';'14';'Etelä-Pohjanmaa'\n"
WIDE = (
    "code,name_fi,name_sv,name_en,region_code,region_fi,region_sv,hva_code,hva_fi,hva_sv,hva_en,lon,lat\n"
    "091,Helsinki,Helsingfors,Helsinki,01,Uusimaa,Nyland,90,Helsinki,Helsingfors,Helsinki,24.9384,60.1699\n"
    "604,Pirkkala,Birkala,Pirkkala,06,Pirkanmaa,Birkaland,08,Pirkanmaan hyvinvointialue,Birkalands välfärdsområde,"
    "Pirkanmaa wellbeing services county,23.64741,61.46631\n"
)


def register(root: Path, name: str, text: str) -> None:
    """Write one register file."""
    file = root / "content/registers" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "found"), [(EXPORT, ["Alajärvi", "Jyväskylä"]), (KEY, ["Ähtäri"]), (WIDE, ["Helsinki", "Pirkkala"])]
)
def test_each_shape_of_the_file_is_understood(text: str, found: list[str]) -> None:
    assert [row["name_fi"] for row in read_rows(text)] == found


def test_the_export_in_windows_letters_is_understood() -> None:
    assert read_rows(decode(EXPORT.encode("cp1252")))[0]["name_fi"] == "Alajärvi"


def test_another_table_is_refused_in_words() -> None:
    with pytest.raises(NotMunicipalities, match=r"^The file has no columns we know\."):
        read_rows("a;b\n1;2\n")


def test_what_the_register_has_is_left_alone(tmp_path: Path) -> None:
    register(tmp_path, "municipalities.yaml", 'jyvaskyla:\n  code: "179"\n  name: Jyväskylä\n')

    found = additions(EXPORT.encode(), read_records(tmp_path)[0])

    assert found == {"municipalities.yaml": ['alajarvi:\n  code: "005"\n  name: {fi: "Alajärvi"}\n']}


def test_added_entries_pass_the_check_with_their_regions_and_counties(tmp_path: Path) -> None:
    register(tmp_path, "counties.yaml", 'pirkanmaa:\n  code: "08"\n  name: Pirkanmaan hyvinvointialue\n')

    for name, texts in additions(WIDE.encode(), read_records(tmp_path)[0]).items():
        file = tmp_path / "content/registers" / name
        register(tmp_path, name, (file.read_text() if file.exists() else "") + "\n".join(texts))

    records, problems = read_records(tmp_path)
    assert problems == []
    assert [county.county for county in records.municipalities["pirkkala"].record.counties] == ["pirkanmaa"]
    assert records.municipalities["helsinki"].record.counties == []
    assert sorted(records.regions) == ["pirkanmaa", "uusimaa"]
