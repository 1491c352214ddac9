"""The cut of an index: every number in one piece, pieces of a bearable size, and not too many of them."""

from collections import Counter
from random import Random

import pytest

from provider_directory.outputs.search.shape import HUGE, MOST_BUCKETS, Shape, cut
from provider_directory.outputs.search.shape import PLACES as PLACES_OF_ONE

PLACES = 309
"""Municipalities of Finland."""

SIZES = (1, 24, 600, 3_000, 20_000, 100_000)


def numbers(count: int, bits: int) -> list[int]:
    """Numbers as providers have them: a quarter in one municipality, the others as towns and villages are."""
    chance = Random(count)
    weights = [1 / (place + 1) for place in range(PLACES)]
    seats = chance.choices(range(PLACES), weights, k=count)
    found: set[int] = set()
    for seat in seats:
        number = seat << bits | chance.randrange(1 << bits)
        while number in found:
            number = seat << bits | chance.randrange(1 << bits)
        found.add(number)
    return sorted(found)


def shape(count: int) -> tuple[Shape, list[int]]:
    """The cut of a directory of some size, and its numbers."""
    bits = max(2, int(count / 4 * 1.5).bit_length())
    chosen = numbers(count, bits)
    delivered = Counter(number >> bits for number in chosen)
    return Shape.of(chosen, bits, [5 * delivered[place] for place in range(PLACES)]), chosen


@pytest.mark.parametrize("count", SIZES)
class TestSizes:
    """What holds for directories of any size."""

    def test_every_number_lies_in_exactly_one_block(self, count: int) -> None:
        made, chosen = shape(count)
        blocks = sorted(made.blocks())
        bounds = [*blocks, (PLACES + 1 << made.bits) + (1 << 20)]

        assert len(blocks) == len(set(blocks))
        for number in chosen:
            block = made.block(number)
            (within,) = [at for at, start in enumerate(blocks) if start <= number < bounds[at + 1]]
            assert blocks[within] == block

    def test_blocks_do_not_overlap(self, count: int) -> None:
        made, _ = shape(count)
        step = 1 << max(0, made.bits - 4)
        reached = [made.block(number) for number in range(0, PLACES + 1 << made.bits, step)]

        assert reached == sorted(reached)
        assert set(reached) <= set(made.blocks())

    def test_a_piece_has_few_providers(self, count: int) -> None:
        made, chosen = shape(count)
        largest = max(Counter(map(made.block, chosen)).values())

        # Numbers scatter, so that a piece may have some more than its share.
        assert largest <= 3 * 20

    def test_there_are_not_too_many_files(self, count: int) -> None:
        """Of the largest directories; services and pages of words come to it."""
        made, _ = shape(count)
        together = made.together()
        places = {
            "d": made.blocks(),
            "x": made.blocks(),
            "m": [
                PLACES_OF_ONE * place + at
                for place, each in enumerate(made.buckets)
                for at in (*range(each), MOST_BUCKETS)
            ],
            "l": list(range(made.lists)),
        }
        pieces = {family: len(each) for family, each in places.items()}
        groups = {family: len({place // together[family] for place in each}) for family, each in places.items()}

        assert made.packed == (count > HUGE)
        files = (groups | {"m": pieces["m"]}) if made.packed else pieces
        assert sum(files.values()) <= (2_000 - 300 if made.packed else 4_500)
        assert all(1 <= each <= MOST_BUCKETS for each in made.buckets)


def test_small_directories_are_fetched_whole_and_show_more_at_a_glance() -> None:
    assert [shape(count)[0].whole for count in SIZES] == [True, True, True, True, False, False]
    assert [shape(count)[0].page for count in SIZES] == [20, 20, 10, 10, 10, 10]


def test_villages_share_a_piece_and_towns_have_several() -> None:
    counts = Counter({0: 1, 1: 2, 2: 1, 3: 1, 4: 90, 5: 8, 6: 8})

    assert cut(counts, 7, 8, 12) == (10, 10, 10, 10, 5, 8, 9)


def test_the_cut_hardly_changes_with_one_provider() -> None:
    made, chosen = shape(20_000)
    delivered = Counter(number >> made.bits for number in chosen[1:])
    again = Shape.of(chosen[1:], made.bits, [5 * delivered[place] for place in range(PLACES)])

    for before, after in ((made.cut, again.cut), (made.buckets, again.buckets)):
        assert sum(one != other for one, other in zip(before, after, strict=True)) <= PLACES / 50
