"""Publishing to a folder, ended by SIGKILL before each single change of the disk, one after the other."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.publish.conftest import NOTES, ONE, THEIRS, THREE, TWO, Publisher, lacking, made, put, standing


@pytest.fixture(scope="module")
def before(publisher: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it was published before, with files of others beside it."""
    folder = tmp_path_factory.mktemp("before")
    publisher(made(folder / "output", ONE), str(folder / "www"))
    put(folder / "www", THEIRS)
    return folder / "www"


@pytest.mark.parametrize("after", [TWO, THREE, ONE], ids=["the same", "another", "the one before"])
def test_no_reader_misses_anything_and_the_next_publish_makes_it_whole(
    publisher: Publisher, before: Path, tmp_path: Path, after: Mapping[str, str]
) -> None:
    two, then = made(tmp_path / "two", TWO), made(tmp_path / "then", after)
    step = 1 if after is TWO else 4
    kills = 0
    while True:
        target = tmp_path / f"{kills}"
        shutil.copytree(before, target)
        ended = publisher(two, str(target), kill=[str(target), kills + 1])
        found = standing(target)
        assert lacking(found) == [] and THEIRS.items() <= found.items(), kills
        done = publisher(then, str(target))
        assert done.status == 0, done.text
        found = standing(target)
        assert {**after, **THEIRS}.items() <= found.items(), kills
        # What is there beyond that is kept for a publish, and listed.
        kept = (target / ".published-before").read_text() if (target / ".published-before").exists() else ""
        assert set(found) - set(after) - set(THEIRS) == {line[66:] for line in kept.splitlines()}, kills
        assert {file.name for file in target.iterdir()} & NOTES <= {".published", ".published-before"}
        assert publisher(then, str(target)).text.endswith("nothing to send, nothing to delete.\n")
        if ended.status != -9:
            break
        kills += step

    assert kills > 20


def test_a_publish_that_goes_on_leaves_alone_what_has_arrived(
    publisher: Publisher, before: Path, tmp_path: Path
) -> None:
    output, target = made(tmp_path / "two", TWO), tmp_path / "www"
    shutil.copytree(before, target)
    new = [path for path in TWO if ONE.get(path) != TWO[path]]
    number = 1
    while (target / "sv/index.html").read_text() != TWO["sv/index.html"]:
        publisher(output, str(target), kill=[str(target), 10 * number])
        number += 1
    arrived = {path: (target / path).stat().st_ino for path in new if standing(target).get(path) == TWO[path]}
    assert arrived.keys() > {"theme/2/main.css", "fi/tuottajat/bo/index.html"}

    publisher(output, str(target))

    assert {path: (target / path).stat().st_ino for path in arrived} == arrived


def test_ctrl_c_ends_it_with_a_sentence_and_it_goes_on(publisher: Publisher, before: Path, tmp_path: Path) -> None:
    output, target = made(tmp_path / "two", TWO), tmp_path / "www"
    shutil.copytree(before, target)

    ended = publisher(output, str(target), kill=[str(target / "fi"), 1], signal="SIGINT")

    assert ended.status == 130
    assert ended.text.endswith("\nBroken off. Run the same command again: it goes on where this one stopped.\n")
    assert publisher(output, str(target)).text.startswith(
        "An earlier publish was broken off; this one goes on from there."
    )
    assert TWO.items() <= standing(target).items()
