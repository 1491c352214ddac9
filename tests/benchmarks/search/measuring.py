"""The measurements, in an order that lets every engine meet the same weather."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error

from .browsing import First, Target, asked_first, first, fresh_page, memory, typed
from .queries import FILTER, TEXT, Question, beginnings
from .spread import percentile

Say = Callable[[str], None]

HELD_OUT = ("ours", "pagefind")
"""The engines whose bytes depend on the question; the others fetch everything for any."""


@dataclass(slots=True)
class Measured:
    """Everything that was measured of one engine."""

    text: list[First] = field(default_factory=list)
    filter: list[First] = field(default_factory=list)
    slow_text: list[First] = field(default_factory=list)
    slow_filter: list[First] = field(default_factory=list)
    keystrokes: list[float] = field(default_factory=list)
    """Milliseconds."""
    memory: list[int] = field(default_factory=list)
    """Bytes, after the typing."""
    held_out: list[tuple[Question, First]] = field(default_factory=list)


def measure(
    browser: Browser, targets: Sequence[Target], repeats: int, questions: Sequence[Question], say: Say
) -> dict[str, Measured]:
    """Measure every engine; one that fails is told of and left out."""
    results = {target.name: Measured() for target in targets}
    running = list(targets)
    for target in list(running):
        # The first page of a browser, and the first run of an engine's files, are slower than any other.
        attempt(browser, target, running, say, warm_up)
    for number in range(1, repeats + 1):
        say(f"  round {number} of {repeats}")
        for target in list(running):
            attempt(browser, target, running, say, lambda browser, target: one_round(browser, target, results))
    for target in [each for each in running if each.name in HELD_OUT and questions]:
        say(f"  {len(questions)} held-out questions for {target.name}")
        attempt(browser, target, running, say, lambda browser, target: ask_all(browser, target, questions, results))
    return {target.name: results[target.name] for target in running}


def attempt(
    browser: Browser, target: Target, running: list[Target], say: Say, step: Callable[[Browser, Target], None]
) -> None:
    """Take a step; an engine that fails is said to and runs no more."""
    try:
        step(browser, target)
    except Error as error:
        running.remove(target)
        say(f"  {target.name} failed and is left out: {error.message.strip().splitlines()[0]}")


def warm_up(browser: Browser, target: Target) -> None:
    """A run that does not count."""
    first(browser, target, TEXT)


def one_round(browser: Browser, target: Target, results: dict[str, Measured]) -> None:
    """Everything once, but for the held-out questions."""
    measured = results[target.name]
    measured.text.append(first(browser, target, TEXT))
    measured.filter.append(first(browser, target, FILTER))
    measured.slow_text.append(first(browser, target, TEXT, slow=True))
    measured.slow_filter.append(first(browser, target, FILTER, slow=True))
    with fresh_page(browser, target) as page:
        asked_first(page, target, TEXT)
        measured.keystrokes += typed(page, beginnings())
        measured.memory.append(memory(page))


def ask_all(browser: Browser, target: Target, questions: Sequence[Question], results: dict[str, Measured]) -> None:
    """Every question, each with an engine that is opened for it."""
    results[target.name].held_out = [(question, first(browser, target, question)) for question in questions]


def median_ms(runs: Sequence[First]) -> float:
    """The median time of runs."""
    return percentile((run.ms for run in runs), 50)


def median_kb(runs: Sequence[First]) -> float:
    """The median of what was fetched, in thousands of bytes."""
    return percentile((run.before.bytes / 1000 for run in runs), 50)


def median_requests(runs: Sequence[First]) -> float:
    """The median of how many requests there were."""
    return percentile((run.before.requests for run in runs), 50)
