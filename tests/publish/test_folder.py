"""Publishing to a folder: only the difference, nobody's files but ours, and killed at any moment."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.publish.conftest import NOTES, ONE, THEIRS, THREE, TWO, Publisher, lacking, made, put, standing


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The built site."""
    return made(tmp_path / "output", ONE)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where it is published."""
    return tmp_path / "srv" / "www"


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder with its inode and when it was written."""
    every = [folder, *folder.rglob("*")]
    return {str(place): (place.stat().st_ino, place.stat().st_mtime_ns) for place in every}


def test_an_empty_place_gets_all_files_and_the_manifest(publisher: Publisher, output: Path, target: Path) -> None:
    done = publisher(output, str(target))

    assert done.status == 0, done.text
    assert done.text.endswith(f"Published to {target}: 10 files sent, 0 deleted.\n")
    assert standing(target) == ONE
    assert (target / ".published").read_bytes() == (output / ".published").read_bytes()
    assert {file.name for file in target.iterdir()} & NOTES == {".published"}


def test_what_is_published_stands_the_check_of_sha256sum(publisher: Publisher, output: Path, target: Path) -> None:
    publisher(output, f"file://{target}")

    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", ".published"], cwd=target, check=True)


def test_nothing_is_touched_when_nothing_has_changed(publisher: Publisher, output: Path, target: Path) -> None:
    publisher(output, str(target))
    before = state(target)

    done = publisher(output, str(target))

    assert done.status == 0
    assert done.text == f"{target} holds the site already: nothing to send, nothing to delete.\n"
    assert state(target) == before


def test_only_the_difference_is_written(publisher: Publisher, output: Path, target: Path) -> None:
    publisher(output, str(target))
    before = state(target)
    made(output, {**ONE, "sv/index.html": "needs theme/0/icon.svg"})

    done = publisher(output, str(target))

    assert "1 file (0.0 MB)" in done.text and "9 are there already" in done.text
    changed = {Path(place).name for place, was in before.items() if state(target).get(place) != was}
    assert changed == {"www", "sv", "index.html", ".published"}
    assert standing(target)["sv/index.html"] == "needs theme/0/icon.svg"


def test_what_is_no_longer_part_of_the_site_goes_with_its_folders(
    publisher: Publisher, output: Path, target: Path
) -> None:
    publisher(output, str(target))
    publisher(made(output, {path: text for path, text in ONE.items() if not path.startswith("sv/")}), str(target))

    assert not (target / "sv").exists()


def test_files_of_others_stay(publisher: Publisher, output: Path, target: Path) -> None:
    publisher(output, str(target))
    put(target, THEIRS)

    for files in (TWO, THREE, ONE):
        assert publisher(made(output, files), str(target)).status == 0

    assert THEIRS.items() <= standing(target).items()


def test_a_place_with_files_of_others_is_refused_unless_told_otherwise(
    publisher: Publisher, output: Path, target: Path
) -> None:
    put(target, {**THEIRS, "robots.txt": "vanha"})
    before = state(target)

    refused = publisher(output, str(target))

    assert (refused.status, refused.text) == (
        2,
        f"There are files in {target}, and none of them was published by this command. Nothing was sent. If the site "
        "belongs there all the same, add --beside-others: they stay, except where the site has a file of the same name.\n",
    )
    assert state(target) == before

    assert publisher(output, str(target), "--beside-others").status == 0
    assert standing(target) == {**ONE, **THEIRS}


@pytest.mark.parametrize("theirs", ["fi/tuottajat/bo/kartta.ics", "fi/tuottajat/bo"])
def test_a_file_of_others_where_a_new_page_belongs_stops_it(
    publisher: Publisher, output: Path, target: Path, theirs: str
) -> None:
    publisher(output, str(target))
    put(target, {theirs: "kallis"})
    before = state(target)

    done = publisher(made(output, TWO), str(target))

    assert done.status == 2 and "somebody else put it there" in done.text and "Nothing was sent." in done.text
    assert state(target) == before


def test_a_link_is_not_written_through(publisher: Publisher, output: Path, target: Path, tmp_path: Path) -> None:
    publisher(output, str(target))
    elsewhere = tmp_path / "elsewhere"
    (target / "sv").rename(elsewhere)
    (target / "sv").symlink_to(elsewhere)
    before = state(elsewhere)

    changed = publisher(made(output, {**ONE, "sv/index.html": "uusi"}), str(target))
    deleted = publisher(made(output, THREE), str(target))

    assert changed.status == deleted.status == 2 and "nothing is written through it" in changed.text
    assert state(elsewhere) == before


def test_a_trial_tells_and_changes_nothing(publisher: Publisher, output: Path, target: Path) -> None:
    publisher(output, str(target))
    before = state(target)

    done = publisher(made(output, TWO), str(target), "--dry-run")

    assert done.text.splitlines() == [
        f"7 files (0.0 MB) would be sent to {target}, 2 deleted; 3 are there already.",
        "  send   theme/2/main.css",
        "  send   theme/2/main.js",
        "  send   fi/tuottajat/bo/kartta.ics",
        "  send   fi/tuottajat/bo/index.html",
        "  send   fi/index.html",
        "  send   sv/index.html",
        "  send   sitemap.xml",
        "  delete fi/tuottajat/aava/index.html",
        "  delete fi/tuottajat/aava/kartta.ics",
        "Nothing was changed.",
    ]
    assert state(target) == before


def test_what_is_named_after_its_contents_stays_for_one_publish_longer(
    publisher: Publisher, output: Path, target: Path
) -> None:
    """A page of the former site that is open in a browser goes on asking for it."""
    publisher(output, str(target))

    second = publisher(made(output, TWO), str(target))
    former = {path: text for path, text in ONE.items() if path.startswith("theme/1/")}
    assert standing(target) == {**TWO, **former}
    assert "2 files of the site before kept until the next publish" in second.text

    publisher(output, str(target))
    assert standing(target) == {**TWO, **former}

    publisher(made(output, THREE), str(target))
    assert standing(target) == {**THREE, **{path: text for path, text in TWO.items() if path.startswith("theme/2/")}}


def test_a_file_that_is_not_as_it_was_built_is_not_sent_nor_any_other(
    publisher: Publisher, output: Path, target: Path
) -> None:
    (output / "fi/index.html").write_text("muutettu käsin")
    (output / "theme/1/main.js").unlink()

    done = publisher(output, str(target))

    assert done.status == 2
    assert done.text == (
        f"{output}/theme/1/main.js and 1 more are not as the last build made them. Nothing was sent. "
        "Build again: make site\n"
    )
    assert not target.exists()


def test_a_file_may_become_a_folder_and_back(publisher: Publisher, output: Path, target: Path) -> None:
    publisher(output, str(target))
    as_folder = {**ONE, "sitemap.xml/1": "a"}
    del as_folder["sitemap.xml"]

    publisher(made(output, as_folder), str(target))
    assert standing(target) == as_folder

    publisher(made(output, ONE), str(target))
    assert standing(target) == ONE


def test_a_list_at_the_target_that_leads_elsewhere_deletes_nothing(
    publisher: Publisher, output: Path, target: Path, tmp_path: Path
) -> None:
    put(tmp_path, {"kallis.txt": "kallis"})
    put(target, {".published": f"{'0' * 64}  ../../kallis.txt\n"})

    done = publisher(output, str(target))

    assert (done.status, done.text) == (
        2,
        f"Line 1 of .published at {target} is no hash and path of a file. Nothing was sent.\n",
    )
    assert (tmp_path / "kallis.txt").exists()


def test_a_disk_that_takes_no_more_is_told_and_can_be_gone_on_with(
    publisher: Publisher, output: Path, target: Path
) -> None:
    """The system itself refuses: no file may be larger than so many bytes."""
    large = {**ONE, "fi/index.html": "x" * 5_000}
    made(output, large)

    full = publisher(output, str(target), largest=4_000)

    assert full.status == 2 and "it may not hold files so large" in full.text and "Traceback" not in full.text
    assert not (target / "fi/index.html").exists() and (target / "theme/1/main.css").exists()
    again = publisher(output, str(target))
    assert again.status == 0 and "goes on from there" in again.text
    assert standing(target) == large


def test_a_full_disk_is_told(publisher: Publisher, output: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("only an administrator may make a small disk")
    try:
        made(output, {**ONE, "fi/index.html": "x" * 100_000})
        full = publisher(output, str(disk))
        assert full.status == 2 and "the disk there is full" in full.text
        assert lacking(standing(disk)) == []

        assert publisher(made(output, ONE), str(disk)).status == 0
        assert standing(disk) == ONE
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(publisher: Publisher, output: Path, target: Path) -> None:
    target.mkdir(parents=True)
    target.chmod(0o555)

    done = publisher(output, str(target))

    assert done.status == 2 and "the rights to write there are lacking" in done.text


def test_the_folder_the_site_is_built_in_is_no_target(publisher: Publisher, output: Path) -> None:
    done = publisher(output, str(output / ".." / "output"))

    assert (done.status, done.text) == (
        2,
        f"{output / '..' / 'output'} is the folder the site is built in. Name another one.\n",
    )
