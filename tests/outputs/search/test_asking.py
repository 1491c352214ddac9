"""The judge of the search, judged by the table of filters."""

from typing import Any

import pytest

from .asking import Query, answer
from .cases import filter_cases
from .directory import DAY, directory


@pytest.mark.parametrize("case", filter_cases(), ids=lambda case: case["sentence"])
def test_filters(case: dict[str, Any]) -> None:
    asked = case["ask"].replace("kind=barter&", "").replace("max=cheap&", "")
    found = answer(directory("fi"), Query.of_address(asked), DAY)

    assert (found.unit, found.prices) == (case["unit"], case["finds"])
