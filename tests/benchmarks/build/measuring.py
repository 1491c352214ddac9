"""What is built and how often: both generators take turns, so that a busy moment of the machine hits both."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from .floor import Tree, floor, tree
from .hugo import HugoSite
from .processes import Failed, Limits, Run, run
from .project import Project, change_a_price

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"

OURS, HUGO = "ours", "Hugo"


class Work(StrEnum):
    """What there is to do for a build."""

    COLD = "whole site, cold"
    ALONE = "providers alone, cold"
    CHANGED = "one price changed"
    UNCHANGED = "nothing changed"


@dataclass(slots=True)
class Measured:
    """Every run at one number of providers."""

    count: int
    runs: dict[tuple[Work, str], list[Run]] = field(default_factory=dict)
    trees: dict[tuple[Work, str], Tree] = field(default_factory=dict)
    floors: list[float] = field(default_factory=list)
    starts: list[Run] = field(default_factory=list)
    """Runs that only load our program and its libraries."""
    given_up: dict[tuple[Work, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One project, built by both."""

    project: Project
    hugo: HugoSite | None
    limits: Limits
    say: Callable[[str], None]

    @property
    def engines(self) -> tuple[str, ...]:
        """Who takes turns."""
        return (OURS, HUGO) if self.hugo else (OURS,)

    def measure(self, count: int, repeats: int) -> Measured:
        """All rounds. In every second one Hugo begins."""
        measured = Measured(count)
        for number in range(repeats):
            order = self.engines if number % 2 == 0 else tuple(reversed(self.engines))
            for work in (Work.ALONE, Work.COLD, Work.UNCHANGED, Work.CHANGED):
                self.turn(measured, work, order)
            self.around(measured)
        return measured

    def turn(self, measured: Measured, work: Work, order: Sequence[str]) -> None:
        """The same work for each."""
        if work is Work.CHANGED:
            change_a_price(self.project)
        for engine in order:
            if (work, engine) in measured.given_up or (Work.COLD, engine) in measured.given_up:
                continue
            if work in (Work.COLD, Work.ALONE):
                self.clear(engine)
            try:
                done = self.build(work, engine)
            except Failed as error:
                measured.given_up[work, engine] = str(error)
                self.say(f"  {engine}, {work}: given up. {error}")
                continue
            measured.runs.setdefault((work, engine), []).append(done)
            self.say(f"  {engine}, {work}: {done.wall:.2f} s, CPU {done.cpu:.2f} s, {done.peak / 1e6:,.0f} MB")
            if work in (Work.COLD, Work.ALONE):
                measured.trees[work, engine] = tree(self.output(engine))

    def build(self, work: Work, engine: str) -> Run:
        """One build."""
        if engine == HUGO:
            assert self.hugo
            return run(self.hugo.command(providers_alone=work is Work.ALONE), self.hugo.root, {}, self.limits)
        if work is Work.ALONE:
            program = ("-m", "tests.benchmarks.build.alone", str(self.project.root), str(self.project.output))
            return self.ours(*program)
        return self.ours("-m", "pelican", "content", "-o", "output", "-s", "pelicanconf.py", "--fatal", "errors")

    def ours(self, *arguments: str) -> Run:
        """Our own program, as the Makefile runs it."""
        places = {"PYTHONPATH": f"{PLUGINS}:{PLUGINS.parent}", "AS_OF": "", "SITEURL": ""}
        return run((sys.executable, *arguments), self.project.root, places, self.limits)

    def output(self, engine: str) -> Path:
        """Where one publishes."""
        return self.hugo.output if self.hugo and engine == HUGO else self.project.output

    def clear(self, engine: str) -> None:
        """Take away what one built and remembered."""
        if engine == HUGO:
            assert self.hugo
            self.hugo.clear()
            return
        for name in ("output", ".output.last", ".output.next", ".cache", "cache"):
            shutil.rmtree(self.project.root / name, ignore_errors=True)

    def around(self, measured: Measured) -> None:
        """What the builds are held against: loading our program, and only writing what it writes."""
        measured.starts.append(self.ours("-c", "import pelican, provider_directory.generator"))
        if (made := measured.trees.get((Work.COLD, OURS))) is not None:
            measured.floors.append(floor(made.files, self.project.root / "floor"))
            self.say(f"  only writing: {measured.floors[-1]:.2f} s")
