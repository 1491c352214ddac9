"""The pages of a dictionary: where they end, what they hold, and what moves when a word comes."""

import zlib
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from provider_directory.outputs.search.dictionary_pages import EVERYWHERE, LARGE, LONG, bound, long_lists, page, pages
from provider_directory.outputs.search.entries import Entry
from provider_directory.outputs.search.numbering import gaps

SIZE = 9_000


def entries(count: int) -> list[Entry]:
    """Words with a few providers each, sorted."""
    chance = Random(1)
    words = {"".join(chance.choices("aeioukltnsrmp", k=chance.randint(4, 12))) for _ in range(count)}
    return [
        Entry(key=key, shown=f"{key}a", documents={chance.randrange(600): 10 for _ in range(3)})
        for key in sorted(words)
    ]


def test_pages_hold_every_entry_once_in_their_order() -> None:
    every = entries(4000)

    assert [entry for found in pages(every, SIZE) for entry in found] == every


def test_pages_are_of_about_one_size() -> None:
    sizes = [sum(len(entry.key) + len(entry.shown) for entry in found) for found in pages(entries(4000), SIZE)]

    assert len(sizes) > 10
    assert max(sizes) <= 2 * SIZE
    assert min(sizes[:-1]) > SIZE / 8


@pytest.mark.parametrize("word", ["aaa", "kotihoit", "mmm", "oooo", "tttt"])
def test_an_added_word_moves_few_pages(word: str) -> None:
    every = entries(4000)
    before = [[entry.key for entry in found] for found in pages(every, SIZE)]
    more = sorted([*every, Entry(key=word, shown=word)], key=lambda entry: entry.key)
    after = [[entry.key for entry in found] for found in pages(more, SIZE)]

    assert sum(found not in before for found in after) <= 3


def test_a_page_is_written_by_column() -> None:
    one = Entry(
        key="hoiv", shown="hoiva", heaviest=8, owners={(0, 3): 63, (2, 5): 50}, documents={1: 80, 0: 10, 2: 80}, total=7
    )
    other = Entry(key="koti", documents={2: 10}, total=1)

    assert page([one, other], [4, 9, 30]) == {
        "k": ["hoiv", "koti"],
        "w": ["hoiva", ""],
        "h": [8, 0],
        "n": [7, 0],
        "o": [[0, 3, 63, 2, 5, 50], []],
        "d": [[[80, 9, 21], [10, 4]], [[10, 30]]],
    }


def test_a_long_list_is_a_piece_of_its_own_and_a_word_of_everybody_has_none() -> None:
    count = LARGE + 1
    numbers = [2 * position for position in range(count)]
    few, long, everywhere = (
        Entry(key=key, documents=dict.fromkeys(range(many), 80))
        for key, many in (("few", LONG), ("long", LONG + 1), ("oy", int(EVERYWHERE * count) + 1))
    )
    found = long_lists([few, long, everywhere], numbers, 32)
    written: Any = page([few, long, everywhere], numbers)["d"]

    assert found == {zlib.crc32(b"long") % 32: {"long": [[80, *gaps(numbers[: LONG + 1])]]}}
    assert written[1:] == [0, 1]
    assert written[0] == [[80, *gaps(numbers[:LONG])]]


def test_in_a_small_directory_every_word_says_something() -> None:
    everywhere = Entry(key="oy", documents=dict.fromkeys(range(LARGE), 80))

    assert page([everywhere], list(range(LARGE)))["d"] == [0]


def test_words_are_in_the_order_in_which_pages_are_looked_up() -> None:
    found = list(pages(entries(4000), SIZE))

    for one, other in pairwise(found):
        assert one[-1].key < bound(one[-1].key, other[0].key) <= other[0].key


@pytest.mark.parametrize(
    ("before", "behind", "short"),
    [("kotih", "kuusi", "ku"), ("kot", "kotihoit", "koti"), ("a", "b", "b"), ("kotia", "kotib", "kotib")],
)
def test_a_page_is_found_by_the_shortest_beginning_that_will_do(before: str, behind: str, short: str) -> None:
    assert bound(before, behind) == short
