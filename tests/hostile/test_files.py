"""File names and places made to harm: each is told in a line one can print, and none leads anywhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records.project import WORLD, Project
from tests.sites.building import PROJECT, build, copy_of, published

NAMES = [
    b"Esimerkki.yaml",
    b"esimerkki hoiva.yaml",
    b"esimerkki..hoiva.yaml",
    b"esimerkki\nhoiva.yaml",
    b"esimerkki\x1b[31mhoiva.yaml",
    b"esimerkki\xffhoiva.yaml",
    "esimerkki\u202ehoiva.yaml".encode(),
    "äiti.yaml".encode(),
    b"-rf.yaml",
    b"$(reboot).yaml",
    b"<script>alert(1)<script>.yaml",
    b"con.aux.yaml",
    b"x" * 250 + b".yaml",
]


def add(project: Project, name: bytes) -> None:
    """Put a good record under a bad name."""
    text = (project.root / "providers/esimerkkihoiva.yaml").read_bytes().replace(b"1234567-1", b"7654321-2")
    with open(os.path.join(os.fsencode(project.root / "providers"), name), "wb") as file:
        file.write(text)


@pytest.mark.parametrize("name", NAMES[:-1])
def test_a_name_that_is_no_address_is_told_in_a_line_one_can_print(project: Project, name: bytes) -> None:
    add(project, name)
    (problem,) = (problem for problem in project.checked()[1] if problem.rule == "file")

    assert "becomes an address. Use small letters a–z, digits and single dashes in the name. [file]" in str(problem)
    assert str(problem).isprintable()


def test_looking_through_records_of_any_name_never_ends_in_a_traceback(tmp_path: Path) -> None:
    site = copy_of("minimal", tmp_path)
    for name in NAMES:
        add(Project(site), name)
    done = subprocess.run(
        [sys.executable, "-m", "provider_directory", "check"],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins"), "PYTHONIOENCODING": "utf-8", "AS_OF": "2018-08-10"},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (2, b"")
    assert done.stdout.decode().count("[file]") == len(NAMES) - 1
    assert all(line.isprintable() for line in done.stdout.decode().splitlines())


def test_files_that_differ_only_in_capitals_do_not_become_one_page(project: Project) -> None:
    add(project, b"ESIMERKKIHOIVA.yaml")

    assert len(project.told("file")) == 1


@pytest.mark.parametrize("place", ["content/vouchers/../esimerkki.md", "content/vouchers/ylojarvi/../../esimerkki.md"])
def test_a_place_outside_the_folders_of_records_is_never_read(project: Project, place: str) -> None:
    project.write(place, "!!python/object/apply:os.system [ls]")

    assert project.told() == [
        'content/esimerkki.md line 1    Nothing in content/ is read from "esimerkki.md". '
        "Use one of: registers, organisers, vouchers, events, pages. [file]"
    ]


def test_folders_and_pipes_that_look_like_records_are_not_waited_for(project: Project) -> None:
    (project.root / "providers/kansio.yaml").mkdir()
    os.mkfifo(project.root / "providers/putki.yaml")

    assert project.told() == []


def test_a_folder_that_links_to_itself_is_not_walked_for_ever(project: Project) -> None:
    (project.root / "content/vouchers/ylojarvi/taas").symlink_to(
        project.root / "content/vouchers", target_is_directory=True
    )

    assert project.told() == [
        "content/vouchers/ylojarvi/taas line 1    This is a link to another place (symlink). Put the file itself here. [file]"
    ]


def test_a_secret_behind_a_link_is_never_published(tmp_path: Path) -> None:
    site = copy_of("minimal", tmp_path)
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Salaisuus\nsummary: Salaisuus.\n---\nSalaisuus.\n", encoding="utf-8")
    (site / "content/pages/salaisuus.md").symlink_to(secret)
    done = build(site, tmp_path / "output")

    assert done.returncode == 2
    assert "Salaisuus" not in done.stderr
    assert not (tmp_path / "output").exists() or published(tmp_path / "output") == {}


def test_the_small_world_has_none_of_these() -> None:
    assert all(file.isascii() and file == file.lower() and " " not in file for file in WORLD)
