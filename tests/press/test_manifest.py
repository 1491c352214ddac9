"""The list of what is published: sha256sum reads it, and it cannot lead out of the site."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.press.manifest import LIST, UNKNOWN, Manifest, folders, parse, read, write
from provider_directory.press.writing import write as publish

NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="/\\"), min_size=1, max_size=8)
PATHS = st.lists(NAMES.filter(lambda name: name not in (".", "..")), min_size=1, max_size=4).map("/".join)
HASHES = st.binary(max_size=4).map(lambda data: sha256(data).hexdigest()) | st.just(UNKNOWN)


@given(st.dictionaries(PATHS.filter(lambda path: path != LIST), HASHES))
def test_what_is_written_is_read(hashes: dict[str, str]) -> None:
    assert parse(Manifest(hashes).text()) == Manifest(hashes)


@pytest.mark.needs("" if shutil.which("sha256sum") else "sha256sum is not here")
def test_sha256sum_checks_it(tmp_path: Path) -> None:
    publish(tmp_path, {"fi/ä ö.txt": b"1", "a.txt": b"2", "é/\u2028.txt": b"3"}.items())

    done = subprocess.run(["sha256sum", "--strict", "-c", LIST], cwd=tmp_path, capture_output=True, text=True)
    (tmp_path / "a.txt").write_bytes(b"3")
    faulty = subprocess.run(["sha256sum", "--quiet", "-c", LIST], cwd=tmp_path, capture_output=True, text=True)

    assert (done.returncode, done.stderr, done.stdout.count(": OK")) == (0, "", 3)
    assert (faulty.returncode, faulty.stdout) == (1, "a.txt: FAILED\n")


def test_it_is_sorted_and_as_it_is_anywhere(tmp_path: Path) -> None:
    publish(tmp_path, {"b": b"", "a/c": b"", "a.b": b"", "ä": b""}.items())
    lines = (tmp_path / LIST).read_bytes().decode().split("\n")

    assert [line[66:] for line in lines[:-1]] == ["a.b", "a/c", "b", "ä"]
    assert {line[:66] for line in lines[:-1]} == {f"{sha256(b'').hexdigest()}  "}


@pytest.mark.parametrize("path", ["/etc/hostname", "../a", "a/../../b", "a/..", ".", "..", "a//b", "a/", "a/./b", LIST])
@pytest.mark.parametrize("hashed", ["", sha256(b"").hexdigest() + "  "])
def test_what_leads_elsewhere_is_left_out(path: str, hashed: str) -> None:
    assert parse(f"{hashed}{path}\na\n") == Manifest({"a": UNKNOWN})


@pytest.mark.parametrize("path", ["..a", "a..b/c", ".well-known/x", "a/.b", "...", "a"])
def test_what_only_looks_like_it_is_kept(path: str) -> None:
    assert list(parse(f"{path}\n").hashes) == [path]


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert read(tmp_path) is read(tmp_path / "file") is read(tmp_path / "nothing") is None


def test_a_list_that_is_broken_off_is_not_begun(tmp_path: Path) -> None:
    write(tmp_path, Manifest({"a": UNKNOWN}))
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path, Manifest({"a": UNKNOWN, "\udcff": UNKNOWN}))

    assert read(tmp_path) == Manifest({"a": UNKNOWN})


def test_the_folders_of_paths_are_all_on_the_way() -> None:
    assert folders(["a/b/c.txt", "a/d.txt", "e"]) == {"", "a", "a/b"}
