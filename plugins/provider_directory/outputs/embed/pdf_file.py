"""A list as a PDF that screen readers can read (PDF/UA-1), made by Typst; the same list, the same bytes."""

from __future__ import annotations

from typing import Any

import typst

from ...views.edition import Edition
from ...views.embed import EmbedView
from ...views.plain_table import Cell, PlainTable
from ...views.prose import json_text

PAGE = r"""
#let list = json(bytes(sys.inputs.list))
#set document(title: list.title, date: none)
#set text(lang: list.language, font: "Libertinus Serif", size: 10.5pt, hyphenate: true)
#set par(leading: 0.5em)
#set page(paper: "a4", flipped: true, margin: (x: 1.6cm, y: 1.7cm),
  footer: context [#set text(size: 9pt); #list.source #h(1fr) #counter(page).display("1/1", both: true)])
#show heading: set block(above: 1.2em, below: 0.6em)
#show link: underline
#let shown(cell) = {
  if cell.at("url", default: none) != none { link(cell.url, cell.text) } else { cell.text }
  for note in cell.notes { linebreak(); text(size: 9pt, note) }
}
#heading(level: 1, list.title)
#if list.empty != none { par(list.empty) }
#for each in list.tables {
  if list.tables.len() > 1 { heading(level: 2, each.heading) }
  if each.caption != "" { par(each.caption) }
  if each.rows.len() > 0 {
    table(
      columns: (2.4fr,) + (1.6fr,) * (each.columns.len() - 1),
      stroke: (x: none, y: 0.5pt + luma(120)), inset: (x: 3pt, y: 5pt), align: start,
      table.header(..each.columns.map(name => table.cell(strong(name)))),
      ..each.rows.flatten().map(shown),
    )
  }
  for note in each.notes { par(note) }
  for other in each.others { par(shown(other)) }
}
"""


def pdf_file(edition: Edition, view: EmbedView) -> bytes:
    """The list on sheets of A4, to hang on a wall. Raises TypstError for what cannot be set."""
    inputs = {"list": json_text(document(edition, view))}
    compiler = typst.Compiler(PAGE.encode(), ignore_system_fonts=True, sys_inputs=inputs)
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


def document(edition: Edition, view: EmbedView) -> dict[str, Any]:
    """What is printed."""
    return {
        "title": view.heading,
        "language": edition.language,
        "source": f"{view.page.label}: {view.page.url}",
        "empty": view.empty,
        "tables": [table_words(table) for table in view.tables],
    }


def table_words(table: PlainTable) -> dict[str, Any]:
    """One table."""
    return {
        "heading": table.heading,
        "caption": table.caption,
        "columns": [column.label for column in table.columns],
        "rows": [[cell_words(cell) for cell in row] for row in table.rows],
        "notes": table.notes,
        "others": [linked(other.label, other.url, other.note) for other in table.others],
    }


def cell_words(cell: Cell) -> dict[str, Any]:
    """One cell."""
    text = " / ".join(filter(None, (cell.text or "–", cell.unit)))
    return linked(text, cell.url, *cell.notes)


def linked(text: str, url: str | None, *notes: str | None) -> dict[str, Any]:
    """A text with its address; one without a host leads nowhere from a file."""
    address = {"url": url} if url and ":" in url else {}
    return {"text": text, **address, "notes": list(filter(None, notes))}
