"""The table of price cases, computed by Python: every rule, every seed amount, the boundaries, published examples."""

from __future__ import annotations

from collections import Counter

import pytest

from provider_directory.records.schema.value_rules import Unknown

from .price_cases import PriceCase, answered, content, in_short, price_cases


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in price_cases()])
def test_price_case(case: PriceCase) -> None:
    assert case.expected
    assert in_short(answered(case), case) == case.expected


def test_the_table_is_large_and_speaks_of_every_rule() -> None:
    values = Counter(rule.rule for case in price_cases() for rule in case.values)  # type: ignore[attr-defined]
    shares = Counter(rule.rule for case in price_cases() for rule in case.shares)  # type: ignore[attr-defined]

    assert len(price_cases()) >= 150
    assert set(values) == {
        "fixed",
        "price_capped",
        "range",
        "coefficient",
        "income_bands",
        "income_reduction",
        "income_share",
        "individual",
        "by_reference",
    }
    assert set(shares) == {"difference", "fixed", "at_most", "formula", "income_bands", "by_reference", "individual"}


def test_every_amount_of_the_two_source_pages_is_in_the_table() -> None:
    asked = {id(rule) for case in price_cases() for rule in (*case.values, *case.shares)}
    seeds = [entry.record for entry in content().vouchers.values() if entry.record.values]

    assert [voucher.title for voucher in seeds for rule in voucher.values if id(rule) not in asked] == []
    assert any(isinstance(rule, Unknown) for voucher in seeds for rule in voucher.values)
