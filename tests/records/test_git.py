"""What git says of a folder: commits by day, what is not committed, and nothing where the history is not whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from provider_directory.records.git import Repository, Unreadable
from tests.records.project import world
from tests.records.repositories import begin, commit, git

FOLDERS = ("providers", "content/events")
FILE = "providers/esimerkkihoiva.yaml"


def test_a_commit_is_of_the_day_it_was_in_finland(tmp_path: Path) -> None:
    project = world(tmp_path)
    begin(tmp_path, "2018-01-01")
    project.replace(FILE, "38.50", "39.50")
    commit(tmp_path, "2018-03-01T23:30:00+0000")
    repository = Repository(tmp_path)

    assert [each.day for each in repository.commits(repository.head(), FOLDERS)] == [date(2018, 1, 1), date(2018, 3, 2)]


def test_days_never_go_back(tmp_path: Path) -> None:
    project = world(tmp_path)
    begin(tmp_path, "2018-05-01")
    project.replace(FILE, "38.50", "39.50")
    commit(tmp_path, "2018-02-01")
    repository = Repository(tmp_path)

    assert [each.day for each in repository.commits(repository.head(), FOLDERS)] == [date(2018, 5, 1)] * 2


def test_what_stood_in_a_file_can_be_read_again(tmp_path: Path) -> None:
    project = world(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    begin(tmp_path, "2018-01-01")
    project.replace(FILE, "38.50", "39.50")
    commit(tmp_path, "2018-02-01")
    repository = Repository(tmp_path)
    first, second = repository.commits(repository.head(), FOLDERS)

    assert repository.blobs([first.files[FILE]]) == {first.files[FILE]: before}
    assert set(second.files) == {FILE}


def test_what_is_not_committed_is_told_with_its_contents(tmp_path: Path) -> None:
    project = world(tmp_path)
    project.write("providers/esimerkki-pois.yaml", "name: x\n")
    begin(tmp_path, "2018-01-01")
    project.replace(FILE, "38.50", "39.50")
    project.write("providers/esimerkki-uusi.yaml", "name: y\n")
    project.write("README.md", "No record.\n")
    project.remove("providers/esimerkki-pois.yaml")
    repository = Repository(tmp_path)

    assert repository.uncommitted(repository.head(), FOLDERS) == {
        FILE: (tmp_path / FILE).read_bytes(),
        "providers/esimerkki-pois.yaml": None,
        "providers/esimerkki-uusi.yaml": b"name: y\n",
    }


def test_a_file_that_was_only_touched_has_not_changed(tmp_path: Path) -> None:
    world(tmp_path)
    begin(tmp_path, "2018-01-01")
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes())
    repository = Repository(tmp_path)

    assert repository.uncommitted(repository.head(), FOLDERS) == {}


def test_a_project_may_stand_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    project = world(tmp_path / "inner")
    begin(tmp_path, "2018-01-01")
    project.replace(FILE, "38.50", "39.50")
    repository = Repository(project.root)

    assert FILE in repository.commits(repository.head(), FOLDERS)[0].files
    assert set(repository.uncommitted(repository.head(), FOLDERS)) == {FILE}


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    world(tmp_path)

    with pytest.raises(Unreadable):
        Repository(tmp_path).head()


def test_a_part_of_a_history_is_none(tmp_path: Path) -> None:
    project = world(tmp_path / "whole")
    begin(project.root, "2018-01-01")
    commit(project.root, "2018-02-01")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{project.root}", "part")

    with pytest.raises(Unreadable):
        Repository(tmp_path / "part").head()


def test_settings_of_a_copied_project_run_nothing(tmp_path: Path) -> None:
    project = world(tmp_path)
    begin(tmp_path, "2018-01-01")
    trap = project.write("trap.sh", f"#!/bin/sh\ntouch {tmp_path}/caught\n")
    trap.chmod(0o755)
    for setting in ("core.fsmonitor", "gpg.program", "diff.external", "core.pager", "core.sshCommand"):
        git(tmp_path, "config", setting, str(trap))
    git(tmp_path, "config", "log.showSignature", "true")
    project.replace(FILE, "38.50", "39.50")
    repository = Repository(tmp_path)
    head = repository.head()

    assert repository.commits(head, FOLDERS)
    assert repository.uncommitted(head, FOLDERS)
    assert not (tmp_path / "caught").exists()
