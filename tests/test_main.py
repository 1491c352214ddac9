"""The command line: what it says, and its exit status."""

from __future__ import annotations

import re
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


def test_search_tells_who_answers_and_why() -> None:
    done = run(ROOT, "search", "kotihoitoa", "Laukaassa", "--max", "40", "--limit", "2")
    head, *found = done.stdout.split("\n\n")

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r'\d+ providers answer "kotihoitoa Laukaassa"\.\n--limit tells more than 2\.\n'
        r"Prices are compared for one unit: tunti\.",
        head,
    )
    assert len(found) == 2
    for number, each in enumerate(found, 1):
        name, *offers, why = each.rstrip().split("\n")
        assert re.fullmatch(rf"{number}\. .*Esimerkki.* \(.+\)", name)
        assert offers and all(
            re.fullmatch(r"   Kotihoito · (.+ · )?[23]\d,\d\d\s€ / tunti · .+", offer) for offer in offers
        )
        assert re.fullmatch("   Found by kotihoitoa: the service; laukaassa: (where it is delivered|the name)", why)


def test_search_asks_the_records_of_the_day_in_a_language() -> None:
    """Filters need no text, and every offer that is told passes them."""
    done = run(
        ROOT, "search", "--language", "en", "--service", "home-cleaning", "--municipality", "laukaa", "--limit", "99"
    )
    offers = [line for line in done.stdout.splitlines() if line.startswith("   ")]

    assert done.returncode == 0 and " answer what was asked." in done.stdout
    assert offers and all(line.startswith("   Home cleaning · ") for line in offers)


def test_search_says_that_nothing_is_found_and_what_nobody_has(project: Path) -> None:
    done = run(project, "search", "kotihoito xyzzyx")

    assert (done.returncode, done.stdout) == (
        0,
        'No provider answers "kotihoito xyzzyx".\n'
        'Nobody has "xyzzyx". Beginnings of words and slips of the keyboard are not looked for here.\n',
    )


def test_search_says_that_the_filters_leave_nothing() -> None:
    done = run(ROOT, "search", "siivous", "--max", "0,01")

    assert done.returncode == 0
    assert re.fullmatch(
        r'No provider answers "siivous"\.\nWithout --municipality, --service and --max: \d+\.\n'
        r"Prices are compared for one unit: tunti\.\n",
        done.stdout,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "error: say what to look for"),
        (["x", "--limit", "0"], 'argument --limit: "0" is not a number of providers'),
        (["x", "--max", "much"], 'argument --max: "much" is not an amount.'),
        (["x", "--language", "de"], "argument --language: invalid choice: 'de'"),
        (["x", "--municipality", "laukka"], '"laukka" is not the key of a municipality. Did you mean "laukaa"?'),
        (["x", "--service", "home-car"], '"home-car" is not the key of a service. Did you mean "home-care"?'),
    ],
)
def test_search_refuses_what_it_cannot_ask(project: Path, arguments: list[str], said: str) -> None:
    done = run(project, "search", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and "Traceback" not in done.stderr


def test_search_tells_errors_in_the_records_instead(project: Path) -> None:
    record = next((project / "providers").glob("*.yaml"))
    record.write_text(record.read_text().replace("business_id:", "busines_id:"))

    done = run(project, "search", "kotihoito")

    assert done.returncode == 2 and '"busines_id" is not a field here.' in done.stdout


def test_records_go_out_and_come_in_again(project: Path) -> None:
    """Exported from the example, and taken into it where it lacks one provider."""
    done = run(project, "export", "out")
    assert (done.returncode, done.stdout) == (0, "233 records, as of 2018-08-10, are in out.\n")
    assert len(list((project / "out").iterdir())) == 14

    gone = project / "providers/esimerkki-asiointikyyti-oy.yaml"
    name = next(line for line in gone.read_text(encoding="utf-8").splitlines() if line.startswith("name:"))
    gone.unlink()
    told = run(project, "import", "out")
    assert told.returncode == 0 and "lacking here; --write adds them." in told.stdout and not gone.exists()

    assert run(project, "import", "out", "--write").stdout.endswith("are here already and stay as they are.\n")
    assert name in gone.read_text(encoding="utf-8").splitlines()
    assert run(project, "check").returncode == 0


def test_what_is_no_export_is_not_imported(project: Path) -> None:
    (project / "other.json").write_text("[]")
    done = run(project, "import", "other.json", "--write")

    assert (done.returncode, done.stderr) == (
        2,
        "other.json: This is no file of whole records. They are in the folder records/ of the open data.\n",
    )
