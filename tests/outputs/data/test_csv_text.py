"""CSV: what RFC 4180 has, what a Finnish Excel opens, and that no text in it is a formula."""

from __future__ import annotations

import csv
import io
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.outputs.data.csv_text import FINNISH_EXCEL, PROGRAMS, Cell, csv_text, harmless


def read(data: bytes, separator: str = ",") -> list[list[str]]:
    """The cells of a file, as any reader of CSV has them."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def restored(cell: str) -> str:
    """A text as it was: one apostrophe that stands first is taken off."""
    return cell.removeprefix("'")


def cells(*row: Cell) -> list[str]:
    """A row of cells as a program reads them."""
    return read(csv_text([f"c{number}" for number in range(len(row))], [row], PROGRAMS))[1]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://example.com";"Katso")',
        "=1+1",
        "+1+1",
        "+358-14-000",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "'=1",
        "'sano",
    ],
)
def test_a_text_that_would_be_calculated_gets_an_apostrophe_that_can_be_taken_off(text: str) -> None:
    for dialect in (PROGRAMS, FINNISH_EXCEL):
        (_, (cell,)) = read(csv_text(["c"], [[text]], dialect), dialect.separator)
        assert cell == f"'{text}" and restored(cell) == text


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_every_text_is_harmless_and_comes_back(text: str) -> None:
    from provider_directory.outputs.data.csv_text import PHONE, RISKY

    cell = harmless(text)

    assert restored(cell) == text
    assert not cell.startswith(tuple(sign for sign in RISKY if sign != "'")) or PHONE.fullmatch(cell)


def test_the_first_text_of_a_list_is_harmless_too() -> None:
    assert cells(("=1", "b")) == ["'=1 | b"]


@pytest.mark.parametrize("phone", ["+358 14 000 0102", "+358140000102", "014 000 0102"])
def test_a_telephone_number_stays_as_it_is(phone: str) -> None:
    assert cells(phone) == [phone]


def test_numbers_stay_numbers_and_days_days() -> None:
    row = (3, Decimal("-1.50"), Decimal("38.50"), True, date(2018, 8, 10), time(13, 30), None, ())

    assert cells(*row) == ["3", "-1.50", "38.50", "true", "2018-08-10", "13:30:00", "", ""]


def test_a_finnish_excel_finds_its_mark_its_semicolons_and_its_commas() -> None:
    data = csv_text(["a", "b"], [["ä;ö", Decimal("38.50")]], FINNISH_EXCEL)

    assert data == '\ufeffa;b\r\n"ä;ö";38,50\r\n'.encode()


def test_programs_find_what_rfc_4180_says() -> None:
    data = csv_text(["a", "b"], [['sano "hei", vain', "kaksi\nriviä"]], PROGRAMS)

    assert data == 'a,b\r\n"sano ""hei"", vain","kaksi\nriviä"\r\n'.encode()


def test_a_bar_inside_a_text_does_not_part_a_list() -> None:
    assert cells(("a|b", "c\\d")) == ["a\\|b | c\\\\d"]
