"""Every kind of page, in light and dark, on a phone and at a desk: no accessibility violation, nothing wider than the window."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_has_an_accessibility_violation(
    page_kinds: dict[str, str], open_page: OpenPage, scheme: str, viewport: dict[str, int]
) -> None:
    found = {}
    for kind, path in page_kinds.items():
        page = open_page(path, color_scheme=scheme, viewport=viewport)
        page.wait_for_load_state("networkidle")
        violations = Axe().run(page).response["violations"]
        if violations:
            found[kind] = [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in violations]
        page.context.close()
    assert found == {}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_the_window(page_kinds: dict[str, str], open_page: OpenPage, width: int) -> None:
    wide = {}
    for kind, path in page_kinds.items():
        page = open_page(path, viewport={"width": width, "height": 800})
        actual = page.evaluate("document.documentElement.scrollWidth")
        if actual > width:
            wide[kind] = actual
        page.context.close()
    assert wide == {}


def test_everything_one_presses_is_big_enough_for_a_thumb(page_kinds: dict[str, str], open_page: OpenPage) -> None:
    small = {}
    for kind, path in page_kinds.items():
        page = open_page(path, viewport=PHONE)
        found = page.evaluate(
            """() => [...document.querySelectorAll('button, select, summary, input:not([type=hidden]), a[class*=button]')]
            .filter((e) => e.checkVisibility() && !e.disabled && !['checkbox', 'radio'].includes(e.type))
            .map((e) => [e.className || e.tagName, Math.round(e.getBoundingClientRect().height)])
            .filter(([, height]) => height < 44)"""
        )
        if found:
            small[kind] = found
        page.context.close()
    assert small == {}


def test_forced_colours_keep_every_page_usable(page_kinds: dict[str, str], open_page: OpenPage) -> None:
    for path in page_kinds.values():
        page = open_page(path, forced_colors="active")
        assert page.locator("h1").count() >= 1, path
        page.context.close()
