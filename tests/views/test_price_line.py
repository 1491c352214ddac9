"""Prices on a line: where they sit, and how many dots are drawn of many."""

from __future__ import annotations

import pytest

from provider_directory.views.price_line import LAYERS, MANY, price_line


def test_prices_stand_in_order_wherever_they_come_from() -> None:
    line = price_line([4000, 3200, 3600])

    assert (line.low, line.middle, line.high) == (3200, 3600, 4000)
    assert line.points == ("0", "50", "100")


def test_the_middle_is_a_price_that_half_are_at_most() -> None:
    assert price_line([1, 2, 3, 4]).middle == 2


@pytest.mark.parametrize(("cents", "place"), [(3200, "0"), (3210, "1.2"), (3333, "16.6"), (4000, "100")])
def test_a_place_has_at_most_one_decimal(cents: int, place: str) -> None:
    assert price_line([3200, 4000]).position(cents) == place


def test_equal_prices_stand_in_the_middle() -> None:
    assert price_line([3200] * 3).points == ("50", "50", "50")
    assert price_line([3200] * (MANY + 1)).points == ("50",)


def test_of_many_prices_no_two_dots_stand_at_one_place() -> None:
    """However many they are, with the lowest and the highest among them."""
    few, many = price_line(range(3000, 3000 + MANY)), price_line(range(3000, 6000))

    assert len(few.points) == MANY
    assert many.points == tuple(str(percent) for percent in range(0, 101, 2))


def test_a_dot_of_many_stands_at_the_nearest_step() -> None:
    line = price_line([*([0] * MANY), 9, 10, 29, 31, 1000])

    assert line.points == ("0", "2", "4", "100")


def test_dots_that_touch_are_drawn_over_one_another() -> None:
    """So that where there are many, it is darker."""
    line = price_line([3000, 3020, 3040, 3500, 4000, 4000])

    assert line.dots == ("M0 0h.1M50 0h.1", "M2 0h.1M100 0h.1", "M4 0h.1M100 0h.1")


def test_no_crowd_of_dots_makes_a_page_heavy() -> None:
    assert price_line([3000, *[3500] * 50, 4000]).dots == ("M0 0h.1M50 0h.1M100 0h.1", *["M50 0h.1"] * (LAYERS - 1))
    assert len("".join(price_line(range(3000, 6000)).dots)) < 600
