"""A list as an Excel workbook: one sheet, amounts as numbers, text as text."""

from __future__ import annotations

from ...views.edition import Edition
from ...views.embed import EmbedView
from ...views.sheet_words import sheet_words
from ..data.workbook import Sheet, workbook
from .flat import header, rows


def xlsx_file(edition: Edition, view: EmbedView) -> bytes:
    """The list's rows under a head that stays in sight."""
    words = sheet_words(edition)
    return workbook([Sheet(title=words.list, columns=header(words, view), rows=list(rows(view)))])
