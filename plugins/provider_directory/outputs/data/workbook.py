"""
Workbooks as spreadsheets open them (XLSX, ECMA-376): the same cells, the same bytes, whenever and wherever.

Texts are texts, so that neither a formula nor a leading nought is lost; those that begin like a formula are marked as quoted, so
that they stay texts when somebody edits them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from .csv_text import RISKY, Cell, joined

MOST_ROWS = 1_048_576
MOST_LETTERS = 32_767
"""What a sheet and a cell can hold; further rows go on in a further sheet, a longer text is cut."""

UNSAID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no way to write."""

FIRST = date(1900, 3, 1)
"""Before it spreadsheets count a day too many: they believe in 29 February 1900."""

DAY_ZERO = date(1899, 12, 30)

HEADING, DAY, TWO_DECIMALS, QUOTED, CLOCK = 1, 2, 3, 4, 5
"""Places in the list of styles."""

STYLES = """\
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
<xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: a heading for each column, and rows of cells."""

    title: str
    """At most 31 letters, none of them one of []:*?/\\."""
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """A workbook of some sheets."""
    parts = [part for sheet in sheets for part in sheet_parts(sheet)]
    titles = [title for title, _ in parts]
    files = {
        "[Content_Types].xml": content_types(len(parts)),
        "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": book(titles),
        "xl/_rels/workbook.xml.rels": relationships(
            [
                *(("worksheet", f"worksheets/sheet{number + 1}.xml") for number in range(len(parts))),
                ("styles", "styles.xml"),
            ]
        ),
        "xl/styles.xml": HEAD + STYLES,
        **{f"xl/worksheets/sheet{number}.xml": xml for number, (_, xml) in enumerate(parts, 1)},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(entry(name), text, zipfile.ZIP_DEFLATED, 6)
    return target.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """A file in the archive, on the same day and the same system everywhere."""
    found = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    found.create_system = 3
    found.external_attr = 0o644 << 16
    return found


def sheet_parts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """A sheet, or several where it has more rows than one can hold: titles and XML."""
    rows = iter(sheet.rows)
    number = 0
    while some := list(islice(rows, MOST_ROWS - 1)) or not number:
        number += 1
        title = sheet.title if number == 1 else f"{sheet.title[:27]} {number}"
        yield title, sheet_xml(sheet.columns, some if isinstance(some, list) else [])


def sheet_xml(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """One sheet; its heading stays in sight and can be filtered by."""
    letters = [column_letters(number) for number in range(len(columns))]
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width(columns, rows, n - 1)}" customWidth="1"/>'
        for n in range(1, len(columns) + 1)
    )
    heading = "".join(text_cell(f"{letter}1", name, HEADING) for letter, name in zip(letters, columns, strict=True))
    body = "".join(
        f'<row r="{number}">{"".join([cell_xml(f"{letter}{number}", cell) for letter, cell in zip(letters, row, strict=True) if cell is not None])}</row>'
        for number, row in enumerate(rows, 2)
    )
    last = f"{letters[-1]}{len(rows) + 1}"
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData><row r="1">{heading}</row>{body}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )


def cell_xml(place: str, cell: Cell) -> str:
    """One cell that is not empty."""
    match cell:
        case str():
            return text_cell(place, cell, QUOTED if cell.startswith(RISKY) else 0)
        case bool():
            return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
        case tuple():
            return text_cell(place, text := joined(cell), QUOTED if text.startswith(RISKY) else 0) if cell else ""
        case Decimal():
            style = f' s="{TWO_DECIMALS}"' if cell.as_tuple().exponent == -2 else ""
            return f'<c r="{place}"{style}><v>{cell}</v></c>'
        case date() if cell >= FIRST:
            return f'<c r="{place}" s="{DAY}"><v>{(cell - DAY_ZERO).days}</v></c>'
        case time():
            seconds = cell.hour * 3600 + cell.minute * 60 + cell.second
            return f'<c r="{place}" s="{CLOCK}"><v>{Decimal(seconds) / 86_400:.15f}</v></c>'
        case int():
            return f'<c r="{place}"><v>{cell}</v></c>'
    return text_cell(place, str(cell))


def text_cell(place: str, text: str, style: int = 0) -> str:
    """A cell of text."""
    shown = text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"
    space = ' xml:space="preserve"' if shown != shown.strip() or "\n" in shown else ""
    styled = f' s="{style}"' if style else ""
    safe = escape(shown if shown.isprintable() else UNSAID.sub("\ufffd", shown))
    return f'<c r="{place}"{styled} t="inlineStr"><is><t{space}>{safe}</t></is></c>'


def width(columns: Sequence[str], rows: Sequence[Sequence[Cell]], place: int) -> int:
    """How wide a column is, by its heading and its first rows."""
    found = [len(columns[place]) + 2, *(len(str(row[place])) + 1 for row in rows[:50] if row[place] is not None)]
    return max(8, min(48, max(found)))


def column_letters(number: int) -> str:
    """A, B … Z, AA …"""
    before, own = divmod(number, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + own)


def content_types(sheets: int) -> str:
    """What each file of the archive is."""
    own = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{TYPES}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>{own}</Types>'
    )


def relationships(targets: Sequence[tuple[str, str]]) -> str:
    """What leads from one file to others: their kinds and paths."""
    own = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{own}</Relationships>'


def book(titles: Sequence[str]) -> str:
    """The list of sheets."""
    own = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{own}</sheets></workbook>'
