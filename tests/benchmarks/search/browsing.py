"""Chromium: a fresh one for every cold measurement, as fast as it is or slowed down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.setup.browser import find_browser

from .queries import Question
from .serving import Served, Traffic, traffic

ARGUMENTS = ("--no-sandbox", "--enable-blink-features=ForceEagerMeasureMemory")
"""The second lets memory be measured at once instead of within the next minute."""

SLOW_PROCESSOR = {"rate": 4}
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Slow 4G: 1.6 Mbit/s, 150 ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An engine that is served."""

    name: str
    served: Served
    settings: dict[str, str]

    def asked(self, question: Question) -> dict[str, Any]:
        """What the page is told to measure."""
        return {"settings": self.settings, "query": query(question)}


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """From nothing to the first results."""

    ms: float
    total: int
    """How many were found."""
    before: Traffic
    """Up to the first results."""
    after: Traffic
    """What was fetched afterwards, until the page was closed."""


def query(question: Question) -> dict[str, Any]:
    """A question as adapters take it."""
    return {name: value for name, value in asdict(question).items() if name not in ("kind", "passing")}


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_browser()), args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def fresh_page(browser: Browser, target: Target, *, slow: bool = False) -> Iterator[Page]:
    """The page of the harness in a browser that has seen nothing yet."""
    context = browser.new_context(ignore_https_errors=True, locale="fi-FI")
    page = context.new_page()
    page.goto(f"{target.served.url}/-/")
    page.wait_for_function("window.bench")
    page.evaluate("(name) => bench.load(name)", target.name)
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
        session.send("Emulation.setCPUThrottlingRate", SLOW_PROCESSOR)
    target.served.take()
    yield page
    context.close()


def first(browser: Browser, target: Target, question: Question, *, slow: bool = False) -> First:
    """Ask one question of an engine that is opened for it."""
    with fresh_page(browser, target, slow=slow) as page:
        return asked_first(page, target, question)


def asked_first(page: Page, target: Target, question: Question) -> First:
    """Open the engine, ask and show."""
    answer = page.evaluate("(asked) => bench.first(asked)", target.asked(question))
    book = target.served.take()
    return First(
        ms=answer["took"],
        total=answer["total"],
        before=traffic(sent for sent in book if not sent.marked),
        after=traffic(sent for sent in book if sent.marked),
    )


def typed(page: Page, questions: Iterable[Question]) -> list[float]:
    """Milliseconds of each keystroke, in a page whose engine is open."""
    took: list[float] = page.evaluate("(queries) => bench.type(queries)", [query(each) for each in questions])
    return took


def memory(page: Page) -> int:
    """Bytes that the page and its workers hold."""
    held: int = page.evaluate("() => bench.memory()")
    return held
