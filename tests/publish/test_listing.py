"""Lists of files: read as sha256sum writes them, and never trusted with a path that leads elsewhere."""

from __future__ import annotations

import pytest

from provider_directory.publish.faults import NotPublished
from provider_directory.publish.listing import list_of, listed

HASH = "a" * 64


def test_a_list_is_read_as_it_was_written() -> None:
    files = {"fi/sivu ä.html": HASH, "a": "0" * 64}

    assert listed(list_of(files), "there") == files


def test_a_last_line_that_was_cut_off_is_passed_over() -> None:
    assert listed(f"{HASH}  a\n{HASH}  fi/ind".encode(), "there") == {"a": HASH}


@pytest.mark.parametrize(
    "line",
    [
        "fi/index.html",
        f"{HASH} a",
        f"{HASH}  ",
        *(f"{HASH}  {path}" for path in ("/a", "../a", "a/../b", "a//b", "./a", "a\\b", "a\x1bb")),
    ],
)
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(NotPublished, match=r"Line 2 of \.published there is no hash and path of a file"):
        listed(f"{HASH}  a\n{line}\n".encode(), ".published there")
