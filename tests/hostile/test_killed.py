"""kill -9 while a site is published: the old site or the new one stands there, whole, and the next build goes on from there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from provider_directory.press.faults import NothingKept
from provider_directory.press.manifest import LIST, read
from provider_directory.press.rollback import roll_back
from provider_directory.press.site import site_at
from provider_directory.press.writing import write
from tests.press.two_sites import ONE, THREE, TWO, files, is_sound, last
from tests.sites.building import PROJECT, build, copy_of, published

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
"""What ran before in the same process may have left threads; a build has none."""

Site = dict[str, bytes]

NOTES = {"fi/notes.txt": b"muistio", "own/thesis.odt": b"kallis"}
"""What is not ours."""


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Do something in another process, which is killed before it touches the disk the so-manieth time; False: it was done."""
    child = os.fork()
    if not child:
        steps = iter(range(1, step + 1))

        def hook(event: str, _: object) -> None:
            """Python tells of each opening, making, linking, renaming and removing before it is done."""
            if event.startswith(("os.", "open", "ctypes.dlsym", "shutil.")) and next(steps, None) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            act()
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def publish(output: Path, *sites: Site) -> None:
    """Publish sites, one after the other."""
    for site in sites:
        write(output, site.items())


def put_notes(output: Path) -> None:
    """Put what is not ours into a site's folder."""
    for path, data in NOTES.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: these tests publish some thousand times."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as name:
        yield Path(name)


@pytest.mark.parametrize("before", [[], [ONE], [ONE, TWO], [THREE, ONE, TWO]], ids=len)
@pytest.mark.parametrize("notes", [False, True], ids=["ours alone", "with what is not ours"])
def test_at_each_step_of_a_publishing(folder: Path, before: list[Site], notes: bool) -> None:
    """At each of its steps; and the build after it as well, at one of its steps; then one is left in peace."""
    old, new = before[-1] if before else {}, THREE
    theirs = NOTES if notes else {}
    step, seen, was_killed = 0, set(), True
    while was_killed:
        step += 1
        output = folder / str(step) / "output"
        publish(output, *before)
        if notes:
            put_notes(output)
        was_killed = killed_at(step, lambda: publish(output, new))  # noqa: B023
        assert files(output) in (old | theirs, new | theirs), step
        seen.add(files(output) == new | theirs)

        killed_at(step * 7 % 90, lambda: publish(output, ONE))  # noqa: B023
        assert files(output) in (old | theirs, new | theirs, ONE | theirs), step

        publish(output, TWO)
        assert files(output) == TWO | theirs, step
        listed = read(output)
        assert listed and listed.hashes.keys() == TWO.keys()
        assert not site_at(output).next.exists()

        publish(output, THREE, ONE)
        assert files(output) == ONE | theirs and is_sound(last(output), THREE), step

    assert seen == {False, True}
    assert step > 15


@pytest.mark.parametrize("notes", [False, True], ids=["ours alone", "with what is not ours"])
def test_at_each_step_of_a_rollback(folder: Path, notes: bool) -> None:
    step, was_killed = 0, True
    theirs = NOTES if notes else {}
    while was_killed:
        step += 1
        output = folder / str(step) / "output"
        publish(output, ONE, TWO)
        if notes:
            put_notes(output)
        was_killed = killed_at(step, lambda: roll_back(output))  # noqa: B023

        assert files(output) in (ONE | theirs, TWO | theirs)
        publish(output, THREE)
        assert files(output) == THREE | theirs

    assert step > 10


@pytest.mark.parametrize("before", [[ONE], [ONE, TWO]], ids=len)
def test_only_what_was_published_is_rolled_back_to(folder: Path, before: list[Site]) -> None:
    """A build that is killed may have made a whole site of the release before."""
    step, was_killed, outcomes = 0, True, set()
    while was_killed:
        step += 1
        output = folder / str(step) / "output"
        publish(output, *before)
        was_killed = killed_at(step, lambda: publish(output, THREE))  # noqa: B023
        history = [*before, THREE] if files(output) == THREE else before
        try:
            roll_back(output)
            assert len(history) > 1 and files(output) == history[-2], step
            outcomes.add("rolled back")
        except NothingKept:
            assert files(output) == history[-1], step
            assert history != [*before, THREE], step
            outcomes.add("nothing kept")

    assert outcomes == {"rolled back", "nothing kept"}


def test_file_by_file_the_next_build_is_whole(folder: Path) -> None:
    """Readers see a mix then; what stands there is ours, and the next build puts it right."""
    step, was_killed = 0, True
    while was_killed:
        step += 1
        output = folder / str(step) / "output"
        (output.parent / "elsewhere").mkdir(parents=True)
        output.symlink_to("elsewhere")
        publish(output, ONE, TWO)
        was_killed = killed_at(step, lambda: publish(output, THREE))  # noqa: B023
        publish(output, ONE)

        assert is_sound(output, ONE), step

    assert step > 15


MOMENTS = 24
"""How often a whole build is killed."""


class Builds:
    """Builds of a small project in turns of two states, some of them killed."""

    def __init__(self, folder: Path) -> None:
        self.project = copy_of("minimal", folder)
        self.output = self.project / "output"
        self.record = self.project / "providers/esimerkkihoiva.yaml"
        self.states = [self.record.read_text(), self.record.read_text().replace("38.50", "37.50")]
        assert self.states[0] != self.states[1]
        self.sites = []
        for number, state in enumerate(self.states):
            self.record.write_text(state)
            assert build(self.project, folder / f"reference{number}").returncode == 0
            self.sites.append(published(folder / f"reference{number}"))

    def begin(self, number: int) -> subprocess.Popen[bytes]:
        """Begin to build one of the two."""
        self.record.write_text(self.states[number])
        command = [sys.executable, "-m", "pelican", "content", "-o", "output", "-s", "pelicanconf.py"]
        return subprocess.Popen(
            [*command, "-e", "WORKERS=2"],
            cwd=self.project,
            env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def changing(self) -> bool:
        """Whether a build has begun to change the release before."""
        return any((site_at(self.output).last).glob(f"{LIST}.*"))


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    """A small project."""
    return Builds(tmp_path)


def moments(chance: random.Random, whole: float) -> Iterator[float | None]:
    """When to kill, in seconds after the beginning; None: once it has begun to publish."""
    for number in range(MOMENTS):
        yield None if number % 3 == 2 else chance.uniform(0.3, 1.1) * whole


def test_at_random_moments_of_a_whole_build(builds: Builds) -> None:
    """Of the process alone, or of its workers too."""
    began = time.monotonic()
    for number in (0, 1):
        assert builds.begin(number).wait() == 0
    whole = (time.monotonic() - began) / 2
    chance, ended = random.Random(5), 0
    for number, moment in enumerate(moments(chance, whole)):
        old = published(builds.output)
        assert old in builds.sites
        run = builds.begin(number % 2)
        until = time.monotonic() + (moment or 10 * whole)
        while time.monotonic() < until and run.poll() is None and not (moment is None and builds.changing()):
            time.sleep(0.001)
        if moment is None:
            time.sleep(chance.uniform(0, 0.02))
        with suppress(ProcessLookupError):  # It was done before.
            os.killpg(run.pid, signal.SIGKILL) if number % 2 else run.kill()
        ended += run.wait() == 0

        assert published(builds.output) in (old, builds.sites[number % 2])
        if number % 6 == 5:
            assert builds.begin(0).wait() == 0
            assert published(builds.output) == builds.sites[0]

    assert ended < MOMENTS / 2
    assert builds.begin(1).wait() == 0
    assert published(builds.output) == builds.sites[1]
