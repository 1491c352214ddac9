"""A site made by the workers of a real cluster: the same bytes, whoever is lost; and what is said when they cannot make it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, BuiltSite
from tests.press.clusters import PLUGINS, Cluster, cluster, until
from tests.sites.building import PROJECT, SITES, pages_below, published

MINIMAL = SITES / "minimal"


@contextmanager
def building(site: Path, output: Path, address: str) -> Iterator[subprocess.Popen[str]]:
    """Pelican while it builds a site with a cluster."""
    clean = {name: value for name, value in os.environ.items() if name not in ("AS_OF", "SITEURL")}
    own = os.pathsep.join([str(PLUGINS), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
    command = [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", "pelicanconf.py"]
    build = subprocess.Popen(
        [*command, "--fatal", "errors"],
        cwd=site,
        env={**clean, "PYTHONPATH": own, "DIRECTORY_EXECUTOR": address},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield build
    finally:
        build.kill()
        build.wait()


def refused(site: Path, output: Path, address: str) -> str:
    """Why a site is not built."""
    with building(site, output, address) as build:
        told, said = build.communicate(timeout=120)
    assert (build.returncode, told) == (2, ""), said
    assert "Traceback" not in said
    assert not output.exists() or published(output) == {}
    return said


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster that has no workers yet."""
    (tmp_path / "cluster").mkdir()
    with cluster(tmp_path / "cluster") as started:
        yield started


def test_a_worker_is_killed_and_the_site_is_the_same_to_the_byte(
    site: BuiltSite, scheduler: Cluster, tmp_path: Path
) -> None:
    lost, left = scheduler.worker(), scheduler.worker()
    output = tmp_path / "output"
    with building(ROOT, output, scheduler.address) as build:
        until(lambda: pages_below(tmp_path) or build.poll() is not None, "a first page")
        assert build.poll() is None, build.communicate()
        lost.running.kill()
        _, said = build.communicate(timeout=300)

    assert (build.returncode, said) == (0, "")
    assert scheduler.processes[0].said(r"Removing worker|Remove worker")
    assert left.running.poll() is None
    assert published(output) == published(site.output)


def test_a_build_that_is_broken_off_leaves_nothing(scheduler: Cluster, tmp_path: Path) -> None:
    scheduler.worker()
    output = tmp_path / "output"
    with building(ROOT, output, scheduler.address) as build:
        until(lambda: pages_below(tmp_path) or build.poll() is not None, "a first page")
        build.send_signal(signal.SIGINT)
        _, said = build.communicate(timeout=60)

    assert "Traceback" not in said
    assert pages_below(tmp_path) == []
    assert list(tmp_path.rglob("*errands*")) == []


def test_where_nobody_listens_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"dask://127.0.0.1:{taken.getsockname()[1]}"
        said = refused(MINIMAL, tmp_path / "output", address)

    assert said == (
        f"No Dask scheduler answers at {address} (DIRECTORY_EXECUTOR). Start one, or leave the setting empty to build on "
        "this machine. Nothing was published.\n"
    )


def test_a_cluster_without_workers_is_told(scheduler: Cluster, tmp_path: Path) -> None:
    assert refused(MINIMAL, tmp_path / "output", scheduler.address) == (
        f"{scheduler.address} has no workers. Start workers with: PYTHONPATH=plugins dask worker "
        f"{scheduler.address[7:]}. Nothing was published.\n"
    )


def test_workers_of_another_version_are_told_and_so_are_those_without_the_package(
    scheduler: Cluster, tmp_path: Path
) -> None:
    other = tmp_path / "plugins"
    shutil.copytree(PLUGINS, other)
    with (other / "provider_directory/views/amounts.py").open("a", encoding="utf-8") as program:
        program.write("# Another version.\n")
    scheduler.worker(plugins=other)
    scheduler.worker(plugins=None)
    scheduler.worker()
    said = refused(MINIMAL, tmp_path / "output", scheduler.address).splitlines()

    assert said[0] == f"Workers of {scheduler.address} cannot help. Nothing was published."
    faults = sorted(line.partition(" ")[2] for line in map(str.strip, said[2:]))
    assert faults == [
        "cannot import provider_directory. Start workers with: PYTHONPATH=plugins dask worker, in a copy of this project.",
        "has another version of this project's program.",
    ]


@pytest.mark.skipif(
    not Path("/proc/self/cwd").exists(), reason="Without it, no path is another place for another process."
)
def test_workers_that_see_another_folder_are_told(scheduler: Cluster, tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    shutil.copytree(MINIMAL, tmp_path / "here", dirs_exist_ok=True)
    settings = tmp_path / "here/pelicanconf.py"
    text = settings.read_text(encoding="utf-8").replace("HERE.parents[2]", f"Path({str(PROJECT)!r})")
    settings.write_text(text, encoding="utf-8")
    scheduler.worker(place=tmp_path / "there")
    output = Path("/proc/self/cwd/output")
    with building(tmp_path / "here", output, scheduler.address) as build:
        told, said = build.communicate(timeout=120)

    assert (build.returncode, told) == (2, "")
    assert re.search(r"does not see /proc/self/cwd/\S+, or may not write there: all machines have to share it\.", said)
    assert pages_below(tmp_path) == []


def test_that_dask_is_not_installed_is_told(tmp_path: Path) -> None:
    without = "import sys; sys.modules['distributed'] = None; from pelican import main; main(sys.argv[1:])"
    build = subprocess.run(
        [sys.executable, "-c", without, "content", "-o", str(tmp_path), "-s", "pelicanconf.py", "--fatal", "errors"],
        cwd=MINIMAL,
        env={**os.environ, "PYTHONPATH": str(PLUGINS), "DIRECTORY_EXECUTOR": "dask://127.0.0.1:8786"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (build.returncode, build.stderr) == (
        2,
        "dask://127.0.0.1:8786 is a Dask cluster, and Dask is not installed here. "
        "Run: .venv/bin/python -m pip install distributed\n",
    )
    assert published(tmp_path) == {}
