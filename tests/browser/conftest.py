"""Page kinds of the built site, and contexts of the browser that note what goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import BuiltSite

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def kinds(site: BuiltSite) -> dict[str, str]:
    """One address for each kind of page, Finnish where there is a choice; the fullest page of its kind."""
    found: dict[str, tuple[int, str]] = {}
    for file in site.pages():
        text = file.read_text(encoding="utf-8")
        kind = re.search(r'<body class="page page--([\w-]+)"', text)
        path = "/" + file.relative_to(site.output).as_posix().removesuffix("index.html")
        leads_on = 'http-equiv="refresh"' in text
        if (
            kind
            and path.startswith("/fi/")
            and not leads_on
            and (kind[1] not in found or len(text) > found[kind[1]][0])
        ):
            found[kind[1]] = (len(text), path)
    return {kind: path for kind, (_, path) in sorted(found.items())}


@pytest.fixture(scope="session")
def page_kinds(site: BuiltSite) -> dict[str, str]:
    """One address for each kind of page."""
    return kinds(site)


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a page of the site; at the end of the test nothing may have failed or left for another host."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(path: str, **options: Any) -> Page:
        context = browser.new_context(base_url=address, **{"viewport": DESK, "locale": "fi-FI", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        page.on(
            "console", lambda message: faults.append(f"{path}: {message.text}") if message.type == "error" else None
        )
        page.on(
            "request",
            lambda request: None if request.url.startswith((address, "data:", "blob:")) else faults.append(request.url),
        )
        page.goto(path)
        return page

    yield opened
    still_open = [context for context in browser.contexts if context in contexts]
    cookies = [cookie for context in still_open for cookie in context.cookies()]
    for context in still_open:
        context.close()
    assert faults == []
    assert cookies == []
