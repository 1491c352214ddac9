"""Pages through their templates, as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..views.edition import Edition
from ..views.page import Page
from ..views.site import site_of
from .environment import environment


def rendered(edition: Edition, pages: Iterable[Page], templates: Path) -> Iterator[tuple[str, bytes]]:
    """Each page's path under output/ and its HTML."""
    jinja = environment(templates, edition.wording.translations)
    for page in pages:
        template = jinja.get_template(page.template)
        html = template.render(page=page.frame, view=page.view, site=site_of(edition, page.frame.url))
        yield page.path, html.encode()
