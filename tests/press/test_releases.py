"""Two releases that change places: what they share, what is not ours, and what a killed build leaves."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from provider_directory.press.faults import Occupied
from provider_directory.press.manifest import COMING, FORMER, LIST, Manifest, read
from provider_directory.press.manifest import write as write_list
from provider_directory.press.site import site_at
from provider_directory.press.writing import write

from .two_sites import ONE, THREE, TWO, files, is_sound, last


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where a site is published."""
    assert site_at(tmp_path / "output").can_be_exchanged()
    shutil.rmtree(tmp_path / ".output.next")
    return tmp_path / "output"


def test_the_release_before_is_kept_whole(output: Path) -> None:
    write(output, ONE.items())
    assert not last(output).exists()
    write(output, TWO.items())

    assert is_sound(output, TWO) and is_sound(last(output), ONE)


def test_the_two_take_turns(output: Path) -> None:
    sites: list[dict[str, bytes]] = [ONE, TWO, THREE, ONE, {}, TWO]
    folders = []
    for number, site in enumerate(sites):
        write(output, site.items())
        folders.append(output.stat().st_ino)
        assert is_sound(output, site)
        assert number == 0 or is_sound(last(output), sites[number - 1])

    assert folders[0] == folders[2] == folders[4] != folders[1] == folders[3] == folders[5]


def test_what_both_have_is_one_file_and_stays_it(output: Path) -> None:
    seen = set()
    for site in (ONE, TWO, THREE, ONE):
        write(output, site.items())
        found = (output / "b.txt").stat()
        seen.add((found.st_ino, found.st_mtime_ns))

    assert len(seen) == 1
    assert (output / "b.txt").samefile(last(output) / "b.txt")


def test_what_comes_back_is_new(output: Path) -> None:
    """Its time tells a browser that asks whether it has changed since."""
    times = []
    for site in (ONE, TWO, ONE):
        write(output, site.items())
        times.append((output / "a.txt").stat().st_mtime_ns)

    assert times[0] < times[1] < times[2]


def test_only_what_differs_is_touched(output: Path) -> None:
    """The folders of the others are those of the release before the last, as they were."""
    many = {f"{folder}/{name}.txt": b"sama" for folder in "abc" for name in "de"}
    for number in range(3):
        write(output, (many | {"x.txt": b"%d" % number}).items())
    before = {folder: (last(output) / folder).stat() for folder in "abc"}
    write(output, (many | {"x.txt": b"3"}).items())

    assert {folder: (output / folder).stat() for folder in "abc"} == before


def test_rights_of_the_folder_stay(output: Path) -> None:
    output.mkdir()
    output.chmod(0o2751)
    write(output, ONE.items())
    write(output, TWO.items())

    assert stat.S_IMODE(output.stat().st_mode) == 0o2751


def test_nothing_is_left_beside_but_the_release_before_and_the_lock(output: Path) -> None:
    for site in (ONE, TWO, TWO, THREE):
        write(output, site.items())

    assert sorted(os.listdir(output.parent)) == [".output.last", ".output.lock", "output"]


class TestWhatIsNotOurs:
    """It is there all the while, the same file, in the folder that is published and in no other."""

    def put(self, output: Path) -> None:
        output.mkdir(exist_ok=True)
        (output / ".gitignore").write_text("*\n")
        (output / ".git/objects").mkdir(parents=True)
        (output / ".git/HEAD").write_text("ref")
        (output / ".git").chmod(0o700)
        (output / "empty").mkdir()
        (output / "own/deep").mkdir(parents=True)
        (output / "own/deep/thesis.odt").write_text("kallis")
        os.mkfifo(output / "own/pipe")
        (output / "own/link").symlink_to("deep/thesis.odt")
        (output / "broken").symlink_to("/nowhere")
        (output / "fi").mkdir(exist_ok=True)
        (output / "fi/notes.txt").write_text("muistio")

    NAMES = (
        *(".git", ".git/HEAD", ".git/objects", ".gitignore", "broken", "empty", "fi/notes.txt", "own", "own/deep"),
        *("own/deep/thesis.odt", "own/link", "own/pipe"),
    )

    def seen(self, tree: Path) -> dict[str, tuple[object, ...]]:
        """What can be told from outside of each."""
        found = {}
        for name in self.NAMES:
            if os.path.lexists(tree / name):
                place = (tree / name).lstat()
                of_its_own = None if stat.S_ISDIR(place.st_mode) else place.st_nlink
                number = place.st_ino if stat.S_ISREG(place.st_mode) else None
                found[name] = (place.st_mode, number, of_its_own, place.st_uid)
        return found

    @pytest.mark.parametrize("when", [0, 1, 2])
    def test_it_stays(self, output: Path, when: int) -> None:
        sites = [ONE, TWO, THREE, {"c.txt": b"4"}, ONE]
        for site in sites[:when]:
            write(output, site.items())
        self.put(output)
        before = self.seen(output)
        assert before.keys() == set(self.NAMES)
        for site in sites[when:]:
            write(output, site.items())

            assert self.seen(output) == before
            assert self.seen(last(output)) == {}
            assert os.readlink(output / "own/link") == "deep/thesis.odt"
            assert {path: (output / path).read_bytes() for path in site} == site

    def test_what_is_put_in_a_folder_of_ours_later_is_found(self, output: Path) -> None:
        write(output, ONE.items())
        write(output, TWO.items())
        write(output, ONE.items())
        (output / "fi/vanha/notes.txt").write_text("muistio")
        write(output, TWO.items())

        assert files(output) == TWO | {"fi/vanha/notes.txt": b"muistio"}
        assert is_sound(last(output), ONE)

    def test_what_is_removed_stays_removed(self, output: Path) -> None:
        write(output, ONE.items())
        self.put(output)
        write(output, TWO.items())
        shutil.rmtree(output / "own")
        (output / ".gitignore").unlink()
        write(output, THREE.items())
        write(output, ONE.items())

        assert self.seen(output).keys() == {name for name in self.NAMES if name[:3] not in ("own", ".gi")} | {
            *(".git", ".git/HEAD", ".git/objects")
        }

    def test_a_copy_of_a_project_keeps_what_is_in_it(self, output: Path, tmp_path: Path) -> None:
        """The times of a copy's folders tell nothing."""
        write(output, ONE.items())
        write(output, TWO.items())
        (output / "fi/notes.txt").write_text("muistio")
        copy = tmp_path / "copy"
        copy.mkdir()
        for name in ("output", ".output.last", ".output.lock"):
            place = tmp_path / name
            (shutil.copy2 if place.is_file() else shutil.copytree)(place, copy / name)
        os.replace(copy / "output" / LIST, copy / "list")
        os.replace(copy / "list", copy / "output" / LIST)
        write(copy / "output", THREE.items())
        write(copy / "output", ONE.items())

        assert files(copy / "output") == ONE | {"fi/notes.txt": b"muistio"}
        assert is_sound(last(copy / "output"), THREE)

    @pytest.mark.parametrize(
        ("theirs", "ours"), [("sv", "sv/index.html"), ("uusi/x", "uusi"), ("uusi/x/y", "uusi"), ("uusi", "uusi")]
    )
    def test_in_the_way_it_stops_the_build(self, output: Path, theirs: str, ours: str) -> None:
        write(output, ONE.items())
        write(output, TWO.items())
        (output / theirs).parent.mkdir(parents=True, exist_ok=True)
        (output / theirs).write_text("kallis")

        with pytest.raises(Occupied) as told:
            write(output, (THREE | {ours: b"x"}).items())

        assert str(told.value) == (
            f"{output / theirs} is in the way and was not made by an earlier build. Move it elsewhere. "
            "Nothing was published."
        )
        assert files(output) == TWO | {theirs: b"kallis"} and is_sound(last(output), ONE)

    def test_a_pipe_in_the_way_stops_the_build(self, output: Path) -> None:
        write(output, ONE.items())
        os.mkfifo(output / "uusi")

        with pytest.raises(Occupied, match="is in the way"):
            write(output, (ONE | {"uusi": b"x"}).items())

    def test_an_empty_folder_in_the_way_gives_way(self, output: Path) -> None:
        write(output, ONE.items())
        (output / "uusi/tyhja").mkdir(parents=True)
        write(output, (ONE | {"uusi": b"x"}).items())
        write(output, ONE.items())

        assert is_sound(output, ONE)

    def test_who_sits_in_the_former_folder_loses_nothing(self, output: Path) -> None:
        """A shell in output/ is in the release before once something was published."""
        write(output, ONE.items())
        write(output, TWO.items())
        (last(output) / "fi/notes.txt").write_text("muistio")
        write(output, THREE.items())

        assert files(output) == THREE | {"fi/notes.txt": b"muistio"}
        assert is_sound(last(output), TWO)

    def test_two_versions_of_it_are_both_kept(self, output: Path) -> None:
        write(output, ONE.items())
        write(output, TWO.items())
        (output / "notes.txt").write_text("tämä")
        (last(output) / "notes.txt").write_text("vai tämä")

        with pytest.raises(Occupied, match=r"\.output\.last/notes\.txt is in the way"):
            write(output, THREE.items())

        assert files(output) == TWO | {"notes.txt": "tämä".encode()}
        assert (last(output) / "notes.txt").read_text() == "vai tämä"

    def test_a_folder_of_somebody_at_the_place_of_the_release_before_is_left_alone(self, output: Path) -> None:
        write(output, ONE.items())
        last(output).mkdir()
        (last(output) / "thesis.odt").write_text("kallis")

        with pytest.raises(Occupied, match=r"\.output\.last/thesis\.odt is in the way"):
            write(output, TWO.items())

        assert is_sound(output, ONE) and files(last(output)) == {"thesis.odt": b"kallis"}


class TestWhatIsLeftHalf:
    """Whatever state the release before is in, what is published next is whole."""

    @pytest.mark.parametrize("lists", [(FORMER, COMING), (LIST, FORMER, COMING), (LIST, COMING)])
    def test_a_release_that_was_being_changed_is_brought_up_to_date(self, output: Path, lists: tuple[str, ...]) -> None:
        """From one to three, at each of its files, and then killed; ever again."""
        steps = sorted(ONE.keys() | THREE.keys())
        for number in range(len(steps) + 1):
            write(output, ONE.items())
            write(output, TWO.items())
            former, coming = read(last(output)), listing(output, THREE)
            assert former
            for path in steps[:number] if LIST not in lists else ():
                (last(output) / path).unlink(missing_ok=True)
                if path in THREE:
                    (last(output) / path).parent.mkdir(parents=True, exist_ok=True)
                    (last(output) / path).write_bytes(THREE[path])
            (last(output) / LIST).unlink()
            for name, manifest in zip((LIST, FORMER, COMING), (former, former, coming), strict=True):
                if name in lists:
                    write_list(last(output), manifest, name)
            write(output, ONE.items())

            assert is_sound(output, ONE)
            assert is_sound(last(output), TWO)
            shutil.rmtree(output)

    @pytest.mark.parametrize("gone", ["fi", "b.txt", "fi/index.html"])
    def test_a_release_that_somebody_took_from_is_whole_again(self, output: Path, gone: str) -> None:
        write(output, ONE.items())
        write(output, TWO.items())
        place = last(output) / gone
        (shutil.rmtree if place.is_dir() else Path.unlink)(place)
        write(output, THREE.items())
        write(output, ONE.items())

        assert is_sound(output, ONE) and is_sound(last(output), THREE)

    @pytest.mark.parametrize("path", ["b.txt", "fi/sama.txt"])
    def test_a_release_in_which_somebody_replaced_a_page_is_put_right(self, output: Path, path: str) -> None:
        same = {"fi/sama.txt": b"sama"}
        for site in (ONE, TWO):
            write(output, (site | same).items())
        (last(output) / path).unlink()
        (last(output) / path).write_bytes(b"muu!")
        write(output, (THREE | same).items())

        assert is_sound(output, THREE | same)

    def test_a_release_whose_folder_became_a_link_leads_nowhere(self, output: Path, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        (outside / "index.html").write_text("kallis")
        write(output, ONE.items())
        write(output, TWO.items())
        shutil.rmtree(last(output) / "fi")
        (last(output) / "fi").symlink_to(outside)
        write(output, ({**THREE, "fi/index.html": b"3"}).items())

        assert files(outside) == {"index.html": b"kallis"}
        assert is_sound(output, {**THREE, "fi/index.html": b"3"})

    def test_a_page_that_was_changed_by_hand_is_not_published_again(self, output: Path) -> None:
        write(output, ONE.items())
        (output / "b.txt").write_bytes(b"muu!")
        write(output, TWO.items())
        write(output, THREE.items())
        write(output, ONE.items())

        assert is_sound(output, ONE) and is_sound(last(output), THREE)

    def test_a_folder_that_is_gone_is_made_again(self, output: Path) -> None:
        write(output, ONE.items())
        write(output, TWO.items())
        shutil.rmtree(output)
        write(output, THREE.items())
        assert is_sound(output, THREE) and is_sound(last(output), ONE)
        write(output, TWO.items())

        assert is_sound(output, TWO) and is_sound(last(output), THREE)


def listing(output: Path, site: dict[str, bytes]) -> Manifest:
    """The list of a site."""
    elsewhere = output.parent / "elsewhere"
    write(elsewhere, site.items())
    found = read(elsewhere)
    assert found
    return found
