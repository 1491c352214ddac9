"""The harness itself: what it makes, counts and prints. Nothing here asserts a time."""

from __future__ import annotations

import sys
from math import isnan, nan
from pathlib import Path

import pytest

from provider_directory.problems import errors
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file

from .floor import Tree, floor, tree
from .goals import goals, growth
from .hugo import PACKAGE, make_site
from .measuring import HUGO, OURS, Bench, Measured, Work
from .processes import Failed, Limits, Run, run
from .project import Project, change_a_price, make_project, stepped
from .tables import results

PROJECT = Path(__file__).resolve().parents[3]
PROGRAM = PROJECT / ".cache" / "benchmarks" / PACKAGE.replace("==", "-") / "hugo" / "binaries" / "hugo"

CSV = (
    "code,name_fi,name_sv,region_code,region_fi,region_sv\n999,Esimerkkilä,Exempelby,13,Keski-Suomi,Mellersta Finland\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Twelve providers, with one more municipality than the project's register has."""
    folder = tmp_path_factory.mktemp("made")
    file = folder / "municipalities.csv"
    file.write_text(CSV, encoding="utf-8")
    return make_project(PROJECT, folder / "project", 12, 1, file)


def a_run(wall: float, megabytes: float = 100) -> Run:
    """A measurement."""
    return Run(wall=wall, cpu=wall, peak=megabytes * 1e6, said="")


class TestProject:
    """What is built."""

    def test_it_can_be_built(self, project: Project) -> None:
        settings = read_settings(settings_file(project.root))
        records, problems = checked_records(settings.root, context_of(settings))

        assert settings.root == project.root
        assert errors(problems) == []
        assert len(records.providers) == 12
        assert "esimerkkila" in records.municipalities

    def test_a_price_changes_and_changes_back(self, project: Project) -> None:
        texts = {file: file.read_text(encoding="utf-8") for file in project.providers.iterdir()}
        changed = change_a_price(project)
        differing = [
            (was, now)
            for was, now in zip(
                texts[changed].splitlines(), changed.read_text(encoding="utf-8").splitlines(), strict=True
            )
            if was != now
        ]

        assert len(differing) == 1 and "- price: " in differing[0][0]
        assert change_a_price(project) == changed
        assert {file: file.read_text(encoding="utf-8") for file in project.providers.iterdir()} == texts

    def test_a_changed_price_is_of_another_tenth(self) -> None:
        assert [stepped("38.20"), stepped("38.30"), stepped("8.00")] == ["38.30", "38.20", "8.10"]


class TestProcesses:
    """What a program costs, with all it starts."""

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of processes in /proc")
    def test_memory_is_of_all_processes_together(self, tmp_path: Path) -> None:
        child = "import time; held = bytearray(30_000_000); time.sleep(1)"
        parent = f"import subprocess, sys; [each.wait() for each in [subprocess.Popen([sys.executable, '-c', {child!r}]) for _ in 'ab']]"
        measured = run((sys.executable, "-c", parent), tmp_path, {}, Limits())

        assert 60e6 < measured.peak < 160e6
        assert measured.wall > 1

    def test_the_work_of_children_counts(self, tmp_path: Path) -> None:
        child = "import time; began = time.process_time()\nwhile time.process_time() < began + 0.3: pass"
        parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"

        assert run((sys.executable, "-c", parent), tmp_path, {}, Limits()).cpu > 0.3

    def test_an_error_tells_what_was_said(self, tmp_path: Path) -> None:
        with pytest.raises(Failed, match="exit status 3\nno such thing"):
            run((sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"), tmp_path, {}, Limits())

    def test_too_long_is_given_up(self, tmp_path: Path) -> None:
        with pytest.raises(Failed, match="more than 1 s"):
            run((sys.executable, "-c", "import time; time.sleep(60)"), tmp_path, {}, Limits(seconds=1))


class TestTables:
    """What is printed."""

    @pytest.fixture
    def measured(self) -> Measured:
        """A cold build in a fifth of Hugo's time, with twice its memory."""
        found = Measured(2_000)
        found.runs = {(Work.COLD, OURS): [a_run(2, 400)], (Work.COLD, HUGO): [a_run(10, 200)]}
        found.trees = {(Work.COLD, OURS): Tree((("a/index.html", 3_000_000), ("b", 1_000_000)))}
        return found

    def test_ratios_are_to_hugo_of_the_same_run(self, measured: Measured) -> None:
        ours = results(measured).splitlines()[2]

        assert [cell.strip() for cell in ours.split("|")[1:-1]] == [
            *("2,000", "whole site, cold", "ours"),
            *("2.00", "0.20", "2.00", "0.20", "400", "2.00", "2", "4"),
        ]

    def test_goals_name_what_is_missed_and_by_how_much(self, measured: Measured) -> None:
        lines = {line.split("|")[2].strip(): line for line in goals(measured).splitlines()}

        assert "reached" in lines["whole site cold × Hugo"]
        assert "10.0 times too much" in lines["memory of all processes, cold × Hugo"]
        assert "not measured" in lines["nothing changed × Hugo"]

    def test_growth_is_held_against_that_of_providers(self, measured: Measured) -> None:
        larger = Measured(20_000, runs={(Work.COLD, OURS): [a_run(40, 2_000)]})
        time, memory = growth([measured, larger]).splitlines()[2:]

        assert "2.00" in time and "2.0 times too much" in time
        assert "0.50" in memory and "reached" in memory
        assert growth([measured]) == ""


def test_the_floor_writes_every_file_and_leaves_nothing(tmp_path: Path) -> None:
    """Two writers, and no folder left behind."""
    took = floor([("a/b.html", 10), ("a/c.html", 0), ("d", 300)], tmp_path / "floor")

    assert took > 0 and not isnan(took) and nan != took
    assert list(tmp_path.iterdir()) == []


@pytest.mark.peer
def test_a_round_builds_the_same_lists_with_both(project: Project, tmp_path: Path) -> None:
    """Every list and provider's page of ours is one of Hugo's, at the same address."""
    site = make_site(PROGRAM, project, tmp_path / "hugo")
    bench = Bench(project=project, hugo=site, limits=Limits(seconds=120), say=lambda words: None)

    measured = bench.measure(12, 1)

    assert measured.given_up == {}
    assert set(measured.runs) == {(work, engine) for work in Work for engine in (OURS, HUGO)}
    made = {path for path, _ in measured.trees[Work.COLD, HUGO].files}
    ours = {path for path, _ in measured.trees[Work.COLD, OURS].files}
    assert made and made < ours
    assert {path for path in ours if path.startswith("fi/kunnat/") and path != "fi/kunnat/index.html"} < made
    assert tree(site.output).size > 0
