"""How people are told how far a build is: on a terminal, and where there is none."""

from __future__ import annotations

import io
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from provider_directory.press.pool import Alone
from provider_directory.press.progress import Progress, Step, duration
from tests.sites.building import PROJECT, SITES, build

MINIMAL = SITES / "minimal"


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def step(total: int, clock: Clock) -> Step:
    """A step that nobody is told of."""
    return Step("Making pages", total, clock, lambda _: None)


class TestStep:
    """A step in words."""

    def test_what_is_left_follows_from_what_is_done(self) -> None:
        clock = Clock()
        pages = step(1000, clock)
        clock.now = 30
        pages.advance(250)

        assert pages.left() == 90
        assert str(pages) == "Making pages: 250 of 1,000, about 2 min left"

    def test_time_goes_on_between_two_results(self) -> None:
        clock = Clock()
        pages = step(1000, clock)
        clock.now = 30
        pages.advance(250)
        clock.now = 50
        assert pages.left() == 70
        clock.now = 300
        assert pages.left() == 0

    @pytest.mark.parametrize(("now", "done"), [(30, 0), (1, 250), (30, 49), (30, 1000)])
    def test_nothing_is_guessed_of_too_little_or_at_the_end(self, now: float, done: int) -> None:
        clock = Clock()
        pages = step(1000, clock)
        clock.now = now
        pages.advance(done)

        assert pages.left() is None
        assert str(pages) == f"Making pages: {done:,} of 1,000"

    def test_of_an_unknown_number_none_is_told(self) -> None:
        clock = Clock()
        reading = step(0, clock)
        clock.now = 30

        assert str(reading) == "Making pages"

    def test_tasks_may_be_counted_as_they_come(self) -> None:
        clock = Clock()
        reading = step(0, clock)
        spread = reading.counting(Alone().done)

        assert list(spread(str, range(3))) == ["0", "1", "2"]
        assert reading.count() == "3 of 3"
        spread(str, [4])
        assert reading.count() == "4 of 4"

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [
            (0, "a moment"),
            (4, "about 5 s"),
            (38, "about 40 s"),
            (58, "about 1 min"),
            (200, "about 3 min"),
            (3600, "about 1 h"),
            (5000, "about 1 h 20 min"),
            (3599, "about 1 h"),
        ],
    )
    def test_a_duration_is_no_more_precise_than_it_can_be(self, seconds: float, said: str) -> None:
        assert duration(seconds) == said


class TestLines:
    """Where there is no terminal."""

    def test_a_line_is_told_each_ten_seconds_at_most(self, capsys: pytest.CaptureFixture[str]) -> None:
        clock = Clock()
        progress = Progress(Console(file=io.StringIO()), clock=clock)
        with progress.step("Reading the records"):
            clock.now = 8
        with progress.step("Making pages", 100) as pages:
            for clock.now in (9, 11, 15, 20, 22, 25):
                pages.advance(10)
        with progress.step("Publishing"):
            clock.now = 40

        assert capsys.readouterr().out == (
            "Making pages: 20 of 100, about 10 s left\nMaking pages: 50 of 100, about 15 s left\n"
        )

    def test_a_step_after_a_long_one_is_told_at_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        clock = Clock()
        progress = Progress(Console(file=io.StringIO()), clock=clock)
        with progress.step("Reading the records"):
            clock.now = 40
        with progress.step("Looking for what changed"):
            pass

        assert capsys.readouterr().out == "Looking for what changed\n"

    def test_who_wants_quiet_has_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        clock = Clock()
        progress = Progress(Console(file=io.StringIO()), quiet=True, clock=clock)
        with progress.step("Making pages", 100) as pages:
            clock.now = 40
            pages.advance(10)

        assert capsys.readouterr().out == ""

    def test_colours_that_are_forced_are_no_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")

        assert not Progress(Console(file=io.StringIO())).is_live

    def test_a_build_that_is_soon_done_tells_nothing(self, tmp_path: Path) -> None:
        began = time.monotonic()
        done = build(MINIMAL, tmp_path / "output", FORCE_COLOR="1")

        assert done.returncode == 0, done.stderr
        # On a machine that is busy with something else it may take longer.
        assert time.monotonic() - began > 10 or "Making" not in done.stdout


class TestTerminal:
    """Where there is one."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> Iterator[Path]:
        """The smallest site, built for the first time."""
        shutil.copytree(MINIMAL, tmp_path / "site")
        settings = tmp_path / "site/pelicanconf.py"
        text = settings.read_text(encoding="utf-8").replace("HERE.parents[2]", f"Path({str(PROJECT)!r})")
        settings.write_text(text, encoding="utf-8")
        yield tmp_path / "site"

    def shown(self, site: Path, *options: str, **environment: str) -> str:
        """What a build writes on a terminal."""
        clean = {
            name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
        }
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "pelican", "content", "-o", str(site / "output"), "-s", "pelicanconf.py"]
        running = subprocess.Popen(
            [*command, "--fatal", "errors", *options],
            cwd=site,
            env={
                **clean,
                "PYTHONPATH": str(PROJECT / "plugins"),
                "TERM": "xterm-256color",
                "COLUMNS": "120",
                **environment,
            },
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        told = b""
        try:
            while data := os.read(ours, 65536):
                told += data
        except OSError:
            pass  # Linux says so when nobody holds the other end any more.
        finally:
            os.close(ours)
        assert running.wait() == 0, told
        return told.decode()

    def test_steps_and_counts_are_told_in_a_line_that_goes_away(self, site: Path) -> None:
        told = self.shown(site)

        assert re.search(r"Making pages .*\d+ of \d+", told)
        assert "\x1b[2K" in told
        assert told.index("Making pages") < told.index("Built as of")
        assert "Making" not in told[told.index("Built as of") :]
        assert "\x1b[?25h" in told.rpartition("Built as of")[2]

    def test_nobody_sees_colours_who_wants_none(self, site: Path) -> None:
        coloured = re.compile(r"\x1b\[[\d;]*[1-9][\d;]*m")

        assert coloured.search(self.shown(site))
        shutil.rmtree(site / "output")
        told = self.shown(site, NO_COLOR="1")
        assert "Making pages" in told
        assert not coloured.search(told)

    def test_a_quiet_build_has_no_steps(self, site: Path) -> None:
        assert "Making" not in self.shown(site, "-q")

    def test_a_terminal_that_cannot_go_back_has_no_live_line(self, site: Path) -> None:
        assert "\x1b" not in self.shown(site, TERM="dumb")
