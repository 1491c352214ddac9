"""Tells how far a build is: a line that lives on a terminal, and elsewhere a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from rich.console import Console, ConsoleRenderable, RenderableType, RenderHook
from rich.progress import BarColumn, ProgressColumn, Task, TextColumn
from rich.progress import Progress as Live
from rich.text import Text

Spread = Callable[..., Iterable[Any]]
"""Does a work for each of many tasks, as Workers.done does."""

INTERVAL = 10.0
"""Seconds between two lines where there is no terminal; a build that is done earlier has nothing to tell."""

SOONEST = 2.0
"""Seconds after which is told how long a step will take."""

LEAST = 20
"""One of so many things has to be done before: the first ones are the slowest."""


class Step:
    """One step of a build, and how much of it is done."""

    def __init__(self, words: str, total: int, clock: Callable[[], float], told: Callable[[Step], object]) -> None:
        self.words = words
        self.total = total
        """Things to do; 0 where it is not known how many."""
        self.done = 0
        self.clock = clock
        self.told = told
        self.began = self.last = clock()

    def advance(self, number: int = 1) -> None:
        """So many more are done."""
        self.done += number
        self.last = self.clock()
        self.told(self)

    def expect(self, number: int) -> None:
        """So many more are to be done."""
        self.total += number
        self.told(self)

    def counting(self, done: Spread) -> Spread:
        """The same way to have work done; its tasks are what is to be done in this step."""

        def counted(work: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterable[Any]:
            known = list(tasks)
            self.expect(len(known))
            return done(work, known, lambda _: self.advance())

        return counted

    def left(self) -> float | None:
        """Seconds it will still take, if the rest takes as long as what is done; None as long as that says little."""
        if not self.total <= self.done * LEAST < self.total * LEAST or self.clock() - self.began < SOONEST:
            return None
        rest = (self.last - self.began) * (self.total - self.done) / self.done
        return max(0.0, rest - (self.clock() - self.last))

    def count(self) -> str:
        """'4,120 of 20,450, about 40 s left'; nothing where it is not known of how many."""
        if not self.total:
            return ""
        left = self.left()
        return f"{self.done:,} of {self.total:,}" + ("" if left is None else f", {duration(left)} left")

    def __str__(self) -> str:
        return f"{self.words}: {self.count()}" if self.total else self.words


class Progress:
    """How people are told of a build."""

    def __init__(self, console: Console, *, quiet: bool = False, clock: Callable[[], float] = monotonic) -> None:
        self.console = console
        self.clock = clock
        self.is_live = not quiet and console.is_interactive and console.file.isatty()
        self.is_in_lines = not quiet and not self.is_live
        self.last = clock()

    @contextmanager
    def step(self, words: str, total: int = 0) -> Iterator[Step]:
        """One step, told of while it lasts."""
        step = Step(words, total, self.clock, self.line)
        if not self.is_live:
            self.line(step)
            yield step
            return
        columns = (TextColumn("{task.description}"), Bar(), Count(step))
        with Live(*columns, console=self.console, transient=True) as live:
            task = live.add_task(words, total=total or None)
            step.told = lambda step: live.update(task, completed=step.done, total=step.total or None)
            yield step

    def line(self, step: Step) -> None:
        """Tell of a step in a line, where nothing was told for a while."""
        if self.is_in_lines and self.clock() - self.last >= INTERVAL:
            self.last = self.clock()
            sys.stdout.write(f"{step}\n")
            sys.stdout.flush()


class Bar(ProgressColumn):
    """How much of a step is done, where it is known of how many."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = BarColumn()

    def render(self, task: Task) -> RenderableType:
        """The bar, or nothing."""
        return self.bar.render(task) if task.total else Text()


class Count(ProgressColumn):
    """How much of a step is done, and how long the rest will take."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step

    def render(self, task: Task) -> Text:
        """The words of now."""
        return Text(self.step.count())


class Unsaid(RenderHook):
    """Keeps one thing from being said on a console, and nothing else: what clears up a terminal goes by the same way."""

    def __init__(self, console: Console, start: str) -> None:
        self.console = console
        self.start = start
        console.push_render_hook(self)

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Everything but that, which is said once."""
        rest = [each for each in renderables if not str(each).startswith(self.start)]
        if len(rest) < len(renderables):
            self.console.pop_render_hook()
        return rest


def duration(seconds: float) -> str:
    """'a moment', 'about 40 s', 'about 3 min', 'about 1 h 20 min': no more precise than anybody can know."""
    if seconds < 3:
        return "a moment"
    if seconds < 57:
        return f"about {round(seconds / 5) * 5 or 5} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"about {max(1, minutes)} min"
    hours, minutes = divmod(round(minutes, -1), 60)
    return f"about {hours} h {minutes} min" if minutes else f"about {hours} h"
