"""Portions: none too large, nobody moved by those who come or go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from provider_directory.catalogue.portions import number_of_portions, portion_of, portions

KEYS = st.sets(st.text("abcdefghij-", min_size=1, max_size=12), max_size=60)


@given(KEYS, st.integers(1, 10))
def test_everybody_is_in_one_portion_in_order(keys: set[str], full: int) -> None:
    made = portions(sorted(keys), full)

    assert sorted(key for own in made.values() for key in own) == sorted(keys)
    assert all(list(own) == sorted(own) for own in made.values())
    assert list(made) == list(range(1, number_of_portions(len(keys), full) + 1))
    assert len(keys) <= full * len(made)


@given(KEYS, st.text("klmno", min_size=1, max_size=12))
def test_another_key_moves_nobody_unless_portions_are_cut_in_two(keys: set[str], another: str) -> None:
    before, after = portions(sorted(keys)), portions(sorted(keys | {another}))

    if len(before) == len(after):
        assert [number for number in before if before[number] != after[number]] == [portion_of(another, len(after))]
    else:
        assert len(after) == 2 * len(before)
        assert all(portion_of(key, len(before)) == -(-portion_of(key, len(after)) // 2) for key in keys)


def test_twice_as_many_portions_hold_what_theirs_held() -> None:
    assert [number_of_portions(keys, 12) for keys in (0, 1, 12, 13, 24, 25, 2_000, 20_000)] == [
        1,
        1,
        1,
        2,
        2,
        4,
        256,
        2048,
    ]
