"""A list as JSON: what <provider-list> shows (js/embed/list-data.js), and in the same file what oEmbed asks for."""

from __future__ import annotations

from typing import Any

from ...views.edition import Edition
from ...views.embed import EmbedView
from ...views.embed_codes import component_words, frame_code
from ...views.plain_table import Cell, PlainTable
from ...views.prose import json_text

FORMAT = 1
"""Raised whenever a component of the old format would misread the new one."""

WIDTH, HEIGHT = 800, 600
"""What a program is told that asks for no size; the frame takes the width of its place."""


def data_file(edition: Edition, view: EmbedView) -> bytes:
    """An oEmbed response (https://oembed.com/, 2.3) with the list itself beside it."""
    return json_text(
        {
            "version": "1.0",
            "type": "rich",
            "title": view.heading,
            "provider_name": edition.site_name,
            "provider_url": edition.absolute(edition.links.home()),
            "width": WIDTH,
            "height": HEIGHT,
            "html": frame_code(edition, view.subject, view.heading),
            "list": list_data(edition, view),
        }
    ).encode()


def list_data(edition: Edition, view: EmbedView) -> dict[str, Any]:
    """The list, in the words of its language."""
    return known(
        {
            "format": FORMAT,
            "language": edition.language,
            "page": view.page.url,
            "words": component_words(edition),
            "tables": [table_data(table) for table in view.tables],
            "empty": view.empty,
        },
        "tables",
    )


def table_data(table: PlainTable) -> dict[str, Any]:
    """One table."""
    return known(
        {
            "heading": table.heading,
            "caption": table.caption,
            "columns": [known({"key": each.key, "label": each.label, "amount": each.amount}) for each in table.columns],
            "rows": [[cell_data(cell) for cell in row] for row in table.rows],
            "notes": list(table.notes),
            "others": [known({"label": each.label, "url": each.url, "note": each.note}) for each in table.others],
        },
        "columns",
        "rows",
    )


def cell_data(cell: Cell) -> dict[str, Any]:
    """One cell, without what is empty."""
    made: dict[str, Any] = {"text": cell.text} if cell.text else {}
    if cell.url:
        made["url"] = cell.url
    if cell.unit:
        made["unit"] = cell.unit
    if cell.notes:
        made["notes"] = cell.notes
    if cell.cents is not None:
        made["cents"] = cell.cents
    if cell.sort:
        made["sort"] = cell.sort
    return made


def known(facts: dict[str, Any], *kept: str) -> dict[str, Any]:
    """Without what is empty, but for what is named."""
    return {name: value for name, value in facts.items() if value or name in kept}
