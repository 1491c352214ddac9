"""Pagefind, which makes its index from the pages of a site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from .peers import node
from .queries import STEP


def build(modules: Path, records: Path, pages: Path, folder: Path) -> None:
    """Write a page for each provider, and have Pagefind index them. Raises PeerMissing."""
    write_pages(records, pages)
    wanted = ("--site", str(pages), "--output-path", str(folder / "pagefind"), "--force-language", "fi", "--quiet")
    node("Building the index of pagefind", str(modules / "pagefind" / "lib" / "runner" / "bin.cjs"), *wanted)


def write_pages(records: Path, pages: Path) -> None:
    """Write a page for each provider, at its address."""
    with records.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            file = pages / record["url"].strip("/") / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page(record), encoding="utf-8")


def page(record: dict[str, Any]) -> str:
    """A page with what is searched, filtered, sorted by and shown."""
    words = " | ".join(offer["words"] for offer in record["offers"])
    lowest = min(offer["cents"] for offer in record["offers"])
    body = [
        f'<h1 data-pagefind-meta="title" data-pagefind-weight="8">{escape(record["name"])}</h1>',
        f'<p data-pagefind-weight="8">{escape(record["services"])}</p>',
        f'<p data-pagefind-weight="5">{escape(record["places"])}</p>',
        f'<p data-pagefind-meta="summary:{escape(record["summary"])}">{escape(record["text"])}</p>',
        f'<p data-pagefind-ignore data-pagefind-meta="offers[title]" title="{escape(words)}"></p>',
        f'<p data-pagefind-ignore data-pagefind-sort="price[title]" title="{lowest}"></p>',
        *(filtered(name, value) for name, value in sorted(set(filters(record["offers"])))),
    ]
    return f'<!doctype html><html lang="fi"><title>–</title><body data-pagefind-body>{"".join(body)}</body></html>'


def filters(offers: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What a provider is filtered by; a price as the step it lies in, with its unit."""
    for offer in offers:
        yield "service", offer["service"]
        # A limit of 40 € lets 40 € pass, so a step ends with its limit.
        yield "price", f"{offer['unit']} {max(0, offer['cents'] - 1) // STEP * STEP}"
        yield from (("municipality", key) for key in offer["municipalities"])


def filtered(name: str, value: str) -> str:
    """One filter."""
    return f'<p data-pagefind-ignore data-pagefind-filter="{name}[title]" title="{escape(value)}"></p>'
