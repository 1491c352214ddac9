"""Tells a browser at once which scripts a page will need, so that it fetches them side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .assets import Assets

MAIN = "js/main.js"
ASKED = re.compile(rb'data-module="([\w-]+)"')


def preloading(pages: Iterable[tuple[str, bytes]], assets: Assets) -> Iterator[tuple[str, bytes]]:
    """Pages with a link to each file that the scripts they ask for are in, below main.js where they load it."""
    base = assets.base
    start = f'<script type="module" src="{base}/{MAIN}"></script>\n'.encode()
    for path, html in pages:
        scripts = (MAIN, *(f"js/components/{name.decode()}.js" for name in ASKED.findall(html)))
        files = (file for file in assets.scripts.needed(scripts) if file != MAIN)
        links = "".join(f'<link rel="modulepreload" href="{base}/{file}">\n' for file in files)
        yield path, html.replace(start, start + links.encode(), 1)
