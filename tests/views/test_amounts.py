"""Amounts in words: exact where they are known, and never more than is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from provider_directory.catalogue.pricing import Confidence, Outcome, exactly
from provider_directory.model import Unit
from provider_directory.records.schema.base import Localised, Period
from provider_directory.records.schema.value_rules import AnyShare, AnyValue
from provider_directory.views.amounts import (
    add_ons_on,
    because,
    outcome_words,
    share_words,
    validity,
    value_words,
    with_add_ons,
)
from provider_directory.views.edition import Edition
from tests.records.project import world
from tests.views.editions import edition_of


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition with words and nothing else of interest."""
    return edition_of(world(tmp_path))


def share(**fields: Any) -> Any:
    """A share rule."""
    return TypeAdapter(AnyShare).validate_python(fields)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (exactly(5500), "€55.00/day"),
        (exactly(0), "€0.00/day"),
        (Outcome(confidence=Confidence.AT_MOST, high=2280), "at most €22.80/day"),
        (Outcome(confidence=Confidence.AT_MOST), "at most the provider's price"),
        (Outcome(confidence=Confidence.RANGE, low=2000, high=3500), "€20.00–€35.00/day"),
        (Outcome(confidence=Confidence.RANGE, low=2000, high=2000), "€20.00/day"),
        (Outcome(confidence=Confidence.INCOME, low=0, high=6400), "depends on your income, at most €64.00/day"),
        (
            Outcome(confidence=Confidence.INCOME, low=700, high=2700),
            "depends on your income: €7.00–€27.00/day",
        ),
        (Outcome(confidence=Confidence.INCOME), "depends on your income"),
        (Outcome(confidence=Confidence.UNKNOWN, high=11534), "at most €115.34/day"),
        (Outcome(confidence=Confidence.UNKNOWN), "cannot be computed here"),
    ],
)
def test_an_outcome_says_as_much_as_is_known(edition: Edition, outcome: Outcome, words: str) -> None:
    assert outcome_words(edition, outcome, Unit.DAY) == words


HOUSEHOLDS = [{"household": "1", "limit": "576", "percent": "35 %"}]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rule": "fixed", "amount": "55"}, "€55.00/24 hours"),
        ({"rule": "price_capped", "maximum": "115.34"}, "the provider's price, at most €115.34/24 hours"),
        ({"rule": "price_capped"}, "at most the provider's price"),
        ({"rule": "price_capped", "percent": "80 %"}, "80% of the provider's price"),
        (
            {"rule": "price_capped", "percent": "80 %", "maximum": "30"},
            "80% of the provider's price, at most €30.00/24 hours",
        ),
        ({"rule": "coefficient", "base": "32.10", "coefficient": "1.5", "round_to": "0.50"}, "€48.00/24 hours"),
        ({"rule": "range", "minimum": "20", "maximum": "35"}, "€20.00–€35.00/24 hours"),
        ({"rule": "coefficient", "base": "32", "coefficient": "1.5"}, "€48.00/24 hours"),
        (
            {
                "rule": "income_bands",
                "income": "net",
                "households": [
                    {"household": "1", "bands": [{"up_to": "1500", "amount": "28"}, {"up_to": "2000", "amount": "15"}]}
                ],
            },
            "depends on your income: €15.00–€28.00/24 hours",
        ),
        (
            {
                "rule": "income_reduction",
                "income": "gross",
                "maximum": "27",
                "minimum": "7",
                "households": HOUSEHOLDS,
                "divisor": "60",
            },
            "depends on your income: €7.00–€27.00/24 hours",
        ),
        (
            {"rule": "income_share", "income": "gross", "base_price": "64", "households": HOUSEHOLDS},
            "depends on your income, at most €64.00/24 hours",
        ),
        ({"rule": "by_reference", "reason": "Ei kerrota.", "maximum": "115.34"}, "at most €115.34/24 hours"),
        ({"rule": "individual", "reason": "Ei kerrota."}, "cannot be computed here"),
    ],
)
def test_every_value_rule_has_its_words(edition: Edition, fields: dict[str, Any], words: str) -> None:
    assert value_words(edition, TypeAdapter(AnyValue).validate_python({"unit": "24h", **fields})) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rule": "difference"}, "the provider's price less the voucher's value"),
        ({"rule": "fixed", "amount": "11.40"}, "€11.40/day"),
        ({"rule": "fixed", "amount": "11.40", "unit": "24h"}, "€11.40/24 hours"),
        ({"rule": "at_most", "amount": "22.80"}, "at most €22.80/day"),
        ({"rule": "formula", "income": "gross", "households": HOUSEHOLDS}, "depends on your income"),
        ({"rule": "by_reference", "reason": "Ei kerrota."}, "cannot be computed here"),
    ],
)
def test_every_share_rule_has_its_words(edition: Edition, fields: dict[str, Any], words: str) -> None:
    assert share_words(edition, share(**fields), Unit.DAY) == words


def test_without_a_rule_the_share_is_what_the_voucher_does_not_pay(edition: Edition) -> None:
    assert share_words(edition, None, Unit.DAY) == "the provider's price less the voucher's value"


TRANSPORT = {
    "name": {"fi": "Kuljetus", "en": "Transport"},
    "amount": "3.50",
    "unit": "direction",
    "count": "2",
    "variants": ["far"],
}


def test_transport_is_paid_by_direction_and_only_where_it_belongs(edition: Edition) -> None:
    rule = share(rule="at_most", amount="22.80", unit="day", add_ons=[TRANSPORT])
    words = share_words(edition, rule, None)

    assert with_add_ons(edition, words, add_ons_on(rule, "far", date(2019, 1, 1))) == (
        "at most €22.80/day + Transport €3.50/direction (2 ×)"
    )
    assert with_add_ons(edition, words, add_ons_on(rule, "near", date(2019, 1, 1))) == "at most €22.80/day"


def test_an_add_on_that_has_run_out_is_not_told(edition: Edition) -> None:
    rule = share(rule="at_most", amount="22.80", add_ons=[{**TRANSPORT, "until": "2019-12-31"}])

    assert add_ons_on(rule, "far", date(2020, 1, 1)) == ()


def test_a_missing_period_is_said(edition: Edition) -> None:
    assert validity(edition, Period.model_validate({"from": "2017-09-01"})) == "from 1 September 2017"
    assert validity(edition, Period()) == "The source does not say from when."


def test_what_cannot_be_computed_says_why(edition: Edition) -> None:
    reason = Localised(fi="Summaa ei kerrota.", en="The source gives no amount.")

    assert because(edition, reason) == "The amount cannot be computed here. The source gives no amount."
    assert because(edition, None) == ("The amount cannot be computed here, because the organiser has not published it.")
