"""Workbooks: what openpyxl reads in them, that their bytes do not change, and that no text in them is a formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from provider_directory.outputs.data import workbook as module
from provider_directory.outputs.data.csv_text import Cell
from provider_directory.outputs.data.workbook import MOST_LETTERS, Sheet, column_letters, workbook


def read(data: bytes) -> Any:
    """The workbook as another program has it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def of(*rows: Sequence[Cell], columns: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet."""
    return workbook([Sheet(title="tuottajat", columns=columns or [f"c{n}" for n in range(len(rows[0]))], rows=rows)])


def test_every_kind_of_cell_is_what_it_is() -> None:
    row = (
        "Ähtäri <&>",
        3,
        Decimal("38.50"),
        Decimal("24"),
        True,
        date(2018, 8, 10),
        time(13, 20),
        ("a", "b"),
        None,
        (),
    )
    (cells,) = read(of(row))["tuottajat"].iter_rows(min_row=2)

    assert [cell.value for cell in cells] == [
        *(
            "Ähtäri <&>",
            3,
            38.5,
            24,
            True,
            datetime.combine(date(2018, 8, 10), time()),
            time(13, 20),
            "a | b",
            None,
            None,
        )
    ]
    assert cells[2].number_format == "0.00" and cells[5].is_date and cells[6].is_date


@pytest.mark.parametrize("text", ["=1+1", "+358 14 000", "@A1", "-1", "'sano", "00100", "1e3", "TRUE"])
def test_a_text_is_a_text_and_stays_one_when_it_is_edited(text: str) -> None:
    cell = read(of([text]))["tuottajat"]["A2"]

    assert (cell.data_type, cell.value) == ("s", text)
    assert bool(cell.quotePrefix) is (text[0] in "=+-@'")


def test_there_is_no_formula_anywhere_in_the_file() -> None:
    data = of(["=cmd|' /C calc'!A0", "=1"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) or b"<f " in archive.read(name) for name in archive.namelist())


def test_the_same_cells_are_the_same_bytes_and_tell_no_time() -> None:
    data = of(["a"])

    assert data == of(["a"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
        assert not any(name.startswith("docProps") for name in archive.namelist())


def test_the_heading_stays_in_sight_and_can_be_filtered_by() -> None:
    sheet = read(of(["a", "b"], columns=["nimi", "kunta"]))["tuottajat"]

    assert [cell.value for cell in sheet[1]] == ["nimi", "kunta"] and all(cell.font.b for cell in sheet[1])
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:B2"


def test_more_rows_than_a_sheet_holds_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    book = read(of(*([str(number)] for number in range(5))))

    assert book.sheetnames == ["tuottajat", "tuottajat 2", "tuottajat 3"]
    assert [[row[0].value for row in sheet.iter_rows(min_row=2)] for sheet in book] == [["0", "1"], ["2", "3"], ["4"]]


def test_a_table_without_rows_has_its_heading() -> None:
    (row,) = read(workbook([Sheet(title="tyhjä", columns=["a", "b"], rows=[])]))["tyhjä"].iter_rows()

    assert [cell.value for cell in row] == ["a", "b"]


def test_what_cannot_be_written_is_marked_and_what_is_too_long_is_cut() -> None:
    cells = next(read(of(["a\x07b", "ä" * 40_000])).active.iter_rows(min_row=2))

    assert cells[0].value == "a\ufffdb"
    assert len(cells[1].value) == MOST_LETTERS and cells[1].value.endswith("…")


def test_columns_are_lettered_as_spreadsheets_do() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
