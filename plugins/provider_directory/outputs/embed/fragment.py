"""A list as a piece of plain HTML, for sites that put pages together on their server; it looks as the host's tables do."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...views.edition import Edition
from ...views.embed import EmbedView
from ...views.plain_table import Cell, PlainTable


def fragment(edition: Edition, view: EmbedView) -> bytes:
    """Tables under headings of the third level, with the whole addresses of this site."""
    return "\n".join(lines(edition, view)).encode()


def lines(edition: Edition, view: EmbedView) -> Iterator[str]:
    """The piece, line by line; it is one element."""
    yield f'<div class="provider-list" lang="{edition.language}" dir="ltr">'
    for table in view.tables:
        if len(view.tables) > 1:
            yield f'<h3 class="provider-list__heading">{escape(table.heading)}</h3>'
        yield from table_lines(table)
    if view.empty:
        yield f"<p>{escape(view.empty)}</p>"
    yield "</div>\n"


def table_lines(table: PlainTable) -> Iterator[str]:
    """One table, what is to be said of it, and where the rest of it is."""
    if table.rows:
        yield '<table class="provider-list__table">'
        yield f"<caption>{escape(table.caption)}</caption>"
        heads = "".join(f'<th scope="col">{escape(column.label)}</th>' for column in table.columns)
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for name, *cells in table.rows:
            rest = "".join(f"<td>{cell_html(cell)}</td>" for cell in cells)
            yield f'<tr><th scope="row">{cell_html(name)}</th>{rest}</tr>'
        yield "</tbody>"
        yield "</table>"
    yield from (f"<p>{escape(note)}</p>" for note in table.notes)
    if table.others:
        links = (
            f'<li><a href="{escape(other.url)}">{escape(other.label)}</a> {escape(other.note or "")}</li>'
            for other in table.others
        )
        yield f"<ul>{''.join(links)}</ul>"


def cell_html(cell: Cell) -> str:
    """What a cell holds."""
    text = escape(cell.text) if cell.text else "–"
    if cell.url:
        text = f'<a href="{escape(cell.url)}">{text}</a>'
    unit = f" / {escape(cell.unit)}" if cell.unit else ""
    return text + unit + "".join(f"<br><small>{escape(note)}</small>" for note in cell.notes)
