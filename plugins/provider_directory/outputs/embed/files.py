"""Everything that a list is published as beside its page for other sites, from the view of that page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...views.edition import Edition
from ...views.embed import EmbedView
from ...views.page import Page
from .csv_file import csv_file
from .data import data_file
from .fragment import fragment
from .pdf_file import pdf_file
from .xlsx_file import xlsx_file

ALWAYS: dict[str, Callable[[Edition, EmbedView], bytes]] = {"json": data_file}
"""By ending: what the component and oEmbed read."""

ASKED: dict[str, Callable[[Edition, EmbedView], bytes]] = {
    "shtml": fragment,
    "csv": csv_file,
    "xlsx": xlsx_file,
    "pdf": pdf_file,
}
"""Those that the setting LIST_FILES can name."""


def files(edition: Edition, page: Page) -> Iterator[tuple[str, bytes]]:
    """The list's files, in the folder of its page."""
    view: EmbedView = page.view
    wanted = ALWAYS | {ending: ASKED[ending] for ending in edition.settings.list_files}
    for ending, make in wanted.items():
        yield edition.links.embed_file(view.subject, ending).lstrip("/"), make(edition, view)
