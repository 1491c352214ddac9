"""The command as a person runs it, in a project's folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from provider_directory.publish.command import main
from tests.conftest import ROOT, BuiltSite
from tests.publish.conftest import ONE, made, standing


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "provider_directory", "publish", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a built site."""
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    made(tmp_path / "output", ONE)
    return tmp_path


def test_the_site_in_output_is_published(project: Path) -> None:
    done = run(project, "www")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Sending 10 files (0.0 MB) to {project}/www; 0 are there already.\n"
        "  3 of 10 files, 0.0 MB of 0.0 MB\n"
        "  5 of 10 files, 0.0 MB of 0.0 MB\n"
        "  8 of 10 files, 0.0 MB of 0.0 MB\n"
        f"Published to {project}/www: 10 files sent, 0 deleted.\n"
    )
    assert standing(project / "www") == ONE


def test_a_real_site_is_published_whole(site: BuiltSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "www")], site.output) == 0, capsys.readouterr().err

    published = {file for file in site.output.rglob("*") if file.is_file()}
    assert len(published) > 1_000
    for file in published:
        assert (tmp_path / "www" / file.relative_to(site.output)).read_bytes() == file.read_bytes()


def test_what_is_not_built_cannot_be_published(project: Path) -> None:
    shutil.rmtree(project / "output")

    done = run(project, "www")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no built site in output. Build it first: make site\n"


def test_a_list_without_hashes_asks_for_another_build(project: Path) -> None:
    (project / "output/.published").write_text("fi/index.html\n")

    done = run(project, "www")

    assert done.returncode == 2
    assert done.stderr == "The site in output was built by an earlier version. Build again: make site\n"


def test_help_has_an_example_of_each_kind(project: Path) -> None:
    done = run(project, "--help")

    assert done.returncode == 0
    for example in ("publish /srv/www/site", "publish maija@www.example.fi:site", "publish s3://bucket/prefix"):
        assert example in done.stdout


def test_without_a_target_it_says_what_it_takes(project: Path) -> None:
    done = run(project)

    assert done.returncode == 2 and "the following arguments are required: TARGET" in done.stderr
