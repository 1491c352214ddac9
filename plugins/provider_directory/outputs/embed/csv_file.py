"""A list as CSV, as a Finnish Excel opens it."""

from __future__ import annotations

from ...views.edition import Edition
from ...views.embed import EmbedView
from ...views.sheet_words import sheet_words
from ..data.csv_text import FINNISH_EXCEL, csv_text
from .flat import header, rows


def csv_file(edition: Edition, view: EmbedView) -> bytes:
    """The list's rows."""
    return csv_text(header(sheet_words(edition), view), rows(view), FINNISH_EXCEL)
