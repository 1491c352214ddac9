"""The command line: what it says, and its exit status."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SITES = ROOT / "tests" / "sites"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "provider_directory", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example project's records."""
    for name in ("content", "providers"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    return tmp_path


def test_the_example_records_have_no_error_and_no_warning(project: Path) -> None:
    done = run(project, "check")

    assert done.returncode == 0
    assert done.stdout.startswith("No errors in the records; ") and done.stdout.count("\n") == 1


def test_all_remarks_are_told_on_request(project: Path) -> None:
    done = run(project, "check", "--all")

    assert done.returncode == 0
    assert "content/organisers/jyvaskyla.yaml" in done.stdout and "Accepted: " in done.stdout


def test_an_error_is_told_and_is_the_exit_status(project: Path) -> None:
    record = next((project / "providers").glob("*.yaml"))
    record.write_text(record.read_text().replace("business_id:", "busines_id:"))

    done = run(project, "check")

    assert done.returncode == 2
    assert done.stdout.startswith(
        "2 problems in the records. Nothing was published.\n\n" + f"providers/{record.name}\n"
    )
    assert '"busines_id" is not a field here. Did you mean "business_id"?' in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_wrong_command_is_answered_with_the_right_ones(project: Path) -> None:
    done = run(project, "chek")

    assert done.returncode == 2
    assert done.stderr.startswith("Usage: python -m provider_directory COMMAND\n")


def test_outside_a_project_the_command_says_where_to_go(tmp_path: Path) -> None:
    done = run(tmp_path, "check")

    assert (done.returncode, done.stderr) == (
        2,
        "There is no pelicanconf.py here. Run the command in the project's folder.\n",
    )


def test_municipalities_are_only_added_when_asked(project: Path) -> None:
    file = project / "kunnat.csv"
    file.write_text('code;level;classificationItemName\n"\'005\'";1;"Alajärvi"\n', encoding="cp1252")
    register = project / "content/registers/municipalities.yaml"
    before = register.read_text()

    told = run(project, "import-municipalities", "kunnat.csv")
    assert told.stdout == "1 lacking in content/registers/municipalities.yaml\n"
    assert register.read_text() == before

    added = run(project, "import-municipalities", "kunnat.csv", "--write")
    assert added.stdout == "1 added to content/registers/municipalities.yaml\n"
    assert register.read_text().startswith(before)
    assert run(project, "check").returncode == 0


def test_municipalities_are_not_added_beside_an_entry_that_cannot_be_read(project: Path) -> None:
    (project / "kunnat.csv").write_text("code;level;classificationItemName\n179;1;Jyväskylä\n")
    register = project / "content/registers/municipalities.yaml"
    register.write_text(register.read_text().replace('code: "179"', 'code: "17"'))
    before = register.read_text()

    done = run(project, "import-municipalities", "kunnat.csv", "--write")

    assert done.returncode == 2 and "is not a municipality code" in done.stdout
    assert register.read_text() == before
