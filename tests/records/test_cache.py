"""With what was read before, the same is read and told as without it, and little is opened."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provider_directory.press.pool import on_this_machine
from provider_directory.records import checked
from provider_directory.records.cache import WORTH, Cache
from provider_directory.records.checked import checked_records
from provider_directory.records.rules.rule import Context
from tests.records.project import DAY, WORLD, Project, world
from tests.sites.building import SITES

ROOT = Path(__file__).resolve().parents[2]
LATER = date(2019, 8, 10)
PROVIDER = "providers/esimerkkihoiva.yaml"


def cold(project: Project, day: date = DAY) -> Any:
    """Records and problems without anything kept."""
    return checked_records(project.root, Context(as_of=day))


def warm(project: Project, day: date = DAY) -> Any:
    """Records and problems with what is kept."""
    return checked_records(project.root, Context(as_of=day), Cache.below(project.root))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the files that are opened."""
    names: list[str] = []
    read = Path.read_bytes

    def noted(file: Path) -> bytes:
        if file.suffix != ".py":
            names.append(file.name)
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", noted)
    yield names


class TestEdits:
    """Whatever is done to the files, the cache makes no difference."""

    FILES = (*WORLD, "providers/toinen.yaml", "providers/kolmas.yaml", "content/vouchers/ylojarvi/toinen.md")
    VALUES = ("x", "[]", "2018-08-10", "2017-01-01", "ylojarvi", "500", "no", "maija.virtanen@example.fi", "00100")

    def edit(self, project: Project, choice: random.Random) -> None:
        """One thing that people do to files."""
        file = project.root / choice.choice(self.FILES)
        act = choice.choice(("write", "write", "write", "remove", "copy", "add", "touch", "restore"))
        if act == "restore":
            world(project.root)
        elif act in ("copy", "add") or not file.exists():
            same = [name for name in WORLD if Path(name).parent == file.relative_to(project.root).parent]
            if same and (project.root / same[0]).exists() and (project.root / same[0]) != file:
                shutil.copy(project.root / same[0], file)
        elif act == "remove":
            file.unlink()
        elif act == "touch":
            os.utime(file, (1_500_000_000, 1_500_000_000))
        else:
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            number = choice.randrange(len(lines))
            before, colon, _ = lines[number].partition(": ")
            lines[number] = f"{before}{colon}{choice.choice(self.VALUES)}\n" if choice.random() < 0.7 else ""
            file.write_text("".join(lines) or "x\n", encoding="utf-8")

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(0, 2**32))
    def test_any_edits_are_read_and_told_alike(self, tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
        choice = random.Random(seed)
        project = world(tmp_path_factory.mktemp("edits"))
        for _ in range(8):
            day = choice.choice((DAY, DAY, DAY, LATER))
            assert warm(project, day) == cold(project, day)
            for _ in range(choice.randint(0, 3)):
                self.edit(project, choice)

    def test_a_project_full_of_faults_is_told_alike(self, tmp_path: Path) -> None:
        project = Project(tmp_path)
        for place in ("content", "providers"):
            shutil.copytree(SITES / "broken" / place, tmp_path / place)

        assert warm(project) == warm(project) == cold(project)


class TestWhatIsOpened:
    """Only what may have changed is."""

    @pytest.fixture
    def quiet(self, project: Project) -> Project:
        """A project in which nobody has written for a while, and which was read."""
        time.sleep(2.1)
        warm(project)
        return project

    def test_nothing_is_opened_when_nobody_has_written(self, quiet: Project, opened: list[str]) -> None:
        assert warm(quiet) == cold(quiet) or opened == []
        opened.clear()
        warm(quiet)

        assert opened == []

    def test_a_file_that_was_written_is_opened_alone(self, quiet: Project, opened: list[str]) -> None:
        quiet.replace(PROVIDER, "38.50", "38.60")
        os.utime(quiet.root / PROVIDER, (1_500_000_000, 1_500_000_000))
        records, _ = warm(quiet)

        assert set(opened) == {"esimerkkihoiva.yaml"}
        assert records.providers["esimerkkihoiva"].record.listings[0].prices[0].price == 3860

    def test_a_file_of_the_same_length_and_time_is_known_to_be_another(self, quiet: Project) -> None:
        file = quiet.root / PROVIDER
        known = file.stat()
        quiet.replace(PROVIDER, "38.50", "38.60")
        os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))

        assert warm(quiet) == cold(quiet)

    def test_on_another_day_no_record_is_read_again(self, quiet: Project, opened: list[str]) -> None:
        assert any(problem.rule == "unverified" for problem in warm(quiet, LATER)[1])
        # The line of what is told is not kept before it has been asked for.
        assert set(opened) <= {"esimerkkihoiva.yaml"}
        opened.clear()
        warm(quiet, LATER)

        assert opened == []

    def test_what_was_just_written_is_looked_into(self, project: Project, opened: list[str]) -> None:
        warm(project)
        opened.clear()
        warm(project)

        assert "esimerkkihoiva.yaml" in opened


class TestWhatIsKept:
    """A few files, which are made anew when anything is wrong with them."""

    def kept(self, project: Project) -> list[Path]:
        return sorted((project.root / ".cache/provider-directory/records").iterdir())

    def test_the_files_are_few(self, project: Project) -> None:
        for number in range(100):
            project.write(f"providers/tuottaja-{number}.yaml", WORLD[PROVIDER])
        warm(project)

        assert len(self.kept(project)) <= 65

    def test_damage_is_not_noticed(self, project: Project) -> None:
        expected = warm(project)
        for file in self.kept(project):
            file.write_bytes(file.read_bytes()[:-3] + b"xyz")

        assert warm(project) == expected
        assert warm(project) == expected

    def test_a_project_that_cannot_be_written_to_is_read(self, project: Project) -> None:
        (project.root / ".cache").write_text("a file stands here")

        assert warm(project) == cold(project)

    def test_what_is_gone_is_forgotten(self, project: Project) -> None:
        project.write("providers/toinen.yaml", WORLD[PROVIDER])
        warm(project)
        project.remove("providers/toinen.yaml")

        assert warm(project) == cold(project)
        assert not any(b"toinen" in file.read_bytes() for file in self.kept(project))

    def test_a_file_that_cannot_be_opened_is_tried_again(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(file: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(file))

        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", lambda file: refuse(file) if file.suffix != ".py" else b"")
            assert any(problem.rule == "file" for problem in warm(project)[1])

        assert warm(project) == cold(project)


class TestDigests:
    """An entry's digest follows what is written, and nothing else."""

    def test_it_changes_with_a_value_and_not_with_a_remark(self, project: Project) -> None:
        before = warm(project)[0].providers["esimerkkihoiva"].digest
        file = project.root / PROVIDER
        file.write_text("# A remark.\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
        remarked = warm(project)[0].providers["esimerkkihoiva"].digest
        project.replace(PROVIDER, "38.50", "38.60")

        assert before == remarked != warm(project)[0].providers["esimerkkihoiva"].digest

    def test_it_changes_with_a_text_and_with_a_translation(self, project: Project) -> None:
        def digest() -> str:
            return str(warm(project)[0].vouchers["ylojarvi/kotihoito"].digest)

        found = [digest()]
        project.replace("content/vouchers/ylojarvi/kotihoito.md", "Näin se toimii.", "Näin se toimi.")
        found.append(digest())
        project.replace("content/vouchers/ylojarvi/kotihoito.sv.md", "fungerar", "fungerade")
        found.append(digest())
        project.remove("content/vouchers/ylojarvi/kotihoito.sv.md")
        found.append(digest())

        assert len(set(found)) == 4

    def test_entries_of_one_register_have_their_own(self, project: Project) -> None:
        found = [entry.digest for entry in warm(project)[0].municipalities.values()]

        assert len(set(found)) == 2


def test_several_processes_read_and_place_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "WORTH", 1)
    monkeypatch.setattr(checked, "SHARE", 50)
    for number in range(WORTH + 20):
        price = ("38,5o", "38.50", "90.00")[number % 3]
        project.write(f"providers/tuottaja-{number}.yaml", WORLD[PROVIDER].replace("38.50", price))
    context, several = Context(as_of=LATER), on_this_machine(2).done
    shared = checked_records(project.root, context, Cache.below(project.root), several)

    assert shared == checked_records(project.root, context) == warm(project, LATER)
    assert warm(project) == cold(project)


def test_the_example_site_is_kept_whole(tmp_path: Path, opened: list[str]) -> None:
    project = Project(tmp_path)
    for place in ("content", "providers"):
        shutil.copytree(ROOT / place, tmp_path / place)
    time.sleep(2.1)
    warm(project)
    opened.clear()
    again = warm(project)

    assert opened == []
    assert again == cold(project)
