"""What a voucher is worth and what the client pays, to the cent, or why that cannot be said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from provider_directory.catalogue.payment import voucher_part
from provider_directory.catalogue.pricing import Confidence, Outcome, decided, half_up, in_force, share_of, value_of
from provider_directory.catalogue.situation import Situation
from provider_directory.model import Cents
from provider_directory.records.schema.value_rules import AnyShare, AnyValue, ShareRule, ValueRule

DAY = date(2018, 8, 10)


def value(**fields: Any) -> ValueRule:
    """A value rule for one hour."""
    rule: ValueRule = TypeAdapter(AnyValue).validate_python({"unit": "hour", **fields})
    return rule


def share(**fields: Any) -> ShareRule:
    """A share rule."""
    rule: ShareRule = TypeAdapter(AnyShare).validate_python(fields)
    return rule


def worth(price: Cents | None, **fields: Any) -> tuple[str, Cents | None, Cents | None]:
    """What a voucher is worth at a price, in short."""
    outcome = value_of(value(**fields), price)
    return outcome.confidence.value, outcome.low, outcome.high


def pays(price: Cents | None, rule: ShareRule | None, worth: ValueRule) -> tuple[str, Cents | None, Cents | None]:
    """What a client pays at a price, in short."""
    outcome = share_of(rule, price, value_of(worth, price), None, DAY)
    return outcome.confidence.value, outcome.low, outcome.high


HOUSEHOLDS = [{"household": "1", "limit": "576", "percent": "35 %"}]


class TestValue:
    """What the organiser pays for one unit."""

    def test_a_fixed_value_is_its_amount_whatever_the_price(self) -> None:
        assert worth(3850, rule="fixed", amount="30.00") == ("exact", 3000, 3000)
        assert worth(None, rule="fixed", amount="30.00") == ("exact", 3000, 3000)

    def test_a_capped_value_is_the_price_up_to_the_maximum(self) -> None:
        assert worth(10000, rule="price_capped", maximum="115.34") == ("exact", 10000, 10000)
        assert worth(12000, rule="price_capped", maximum="115.34") == ("exact", 11534, 11534)

    def test_a_capped_value_without_a_maximum_is_the_price(self) -> None:
        assert worth(12000, rule="price_capped") == ("exact", 12000, 12000)

    def test_before_a_price_is_known_a_capped_value_is_at_most_its_maximum(self) -> None:
        assert worth(None, rule="price_capped", maximum="115.34") == ("at_most", None, 11534)

    def test_a_value_decided_individually_within_limits_is_a_range(self) -> None:
        assert worth(3850, rule="range", minimum="20", maximum="35") == ("range", 2000, 3500)

    @pytest.mark.parametrize(
        ("base", "coefficient", "cents"),
        [("32.00", "2", 6400), ("32.01", "1.5", 4802), ("0.03", "0.5", 2), ("33.33", "0.1", 333)],
    )
    def test_a_coefficient_rounds_half_a_cent_up(self, base: str, coefficient: str, cents: int) -> None:
        assert worth(None, rule="coefficient", base=base, coefficient=coefficient) == ("exact", cents, cents)

    def test_an_income_table_goes_from_nothing_to_its_highest_value(self) -> None:
        bands = [{"up_to": "1500", "amount": "28"}, {"up_to": "2000", "amount": "14"}]

        assert worth(3850, rule="income_bands", income="gross", households=[{"household": "1", "bands": bands}]) == (
            "income",
            0,
            2800,
        )

    def test_a_reduced_value_lies_between_its_minimum_and_maximum(self) -> None:
        fields = {"income": "gross", "maximum": "27", "minimum": "7", "divisor": "60", "households": HOUSEHOLDS}

        assert worth(3850, rule="income_reduction", **fields) == ("income", 700, 2700)

    @pytest.mark.parametrize(
        ("price", "is_maximum", "most"),
        [(6000, "no", 6400), (6000, "yes", 6000), (7000, "yes", 6400), (None, "yes", 6400)],
    )
    def test_an_income_share_leaves_at_most_the_base_price(self, price: int | None, is_maximum: str, most: int) -> None:
        fields = {"income": "gross", "base_price": "64", "base_price_is_maximum": is_maximum, "households": HOUSEHOLDS}

        assert worth(price, rule="income_share", **fields) == ("income", 0, most)

    @pytest.mark.parametrize("rule", ["individual", "by_reference"])
    def test_what_cannot_be_computed_says_why_and_what_is_known(self, rule: str) -> None:
        outcome = value_of(value(rule=rule, reason="Kysy kunnasta.", maximum="115.34"), 10000)

        assert (outcome.confidence, outcome.exact, outcome.high) == (Confidence.UNKNOWN, None, 10000)
        assert outcome.reason and outcome.reason.fi == "Kysy kunnasta."


class TestShare:
    """What the client pays for one unit."""

    FIXED = value(rule="fixed", amount="30.00")

    @pytest.mark.parametrize("rule", [None, share(rule="difference")])
    def test_without_a_rule_the_client_pays_what_the_voucher_does_not(self, rule: ShareRule | None) -> None:
        assert pays(3850, rule, self.FIXED) == ("exact", 850, 850)

    def test_a_voucher_never_gives_money_back(self) -> None:
        assert pays(2800, None, self.FIXED) == ("exact", 0, 0)

    def test_a_fixed_share_is_the_same_at_every_provider(self) -> None:
        assert pays(3850, share(rule="fixed", amount="11.40"), self.FIXED) == ("exact", 1140, 1140)
        assert pays(None, share(rule="fixed", amount="11.40"), self.FIXED) == ("exact", 1140, 1140)

    def test_a_share_of_at_most_an_amount_is_less_at_a_cheaper_provider(self) -> None:
        at_most = share(rule="at_most", amount="22.80")

        assert pays(3850, at_most, self.FIXED) == ("exact", 850, 850)
        assert pays(9000, at_most, self.FIXED) == ("exact", 2280, 2280)
        assert pays(None, at_most, self.FIXED) == ("at_most", None, 2280)

    def test_what_may_be_charged_on_top_counts_in_its_variant_and_on_its_days(self) -> None:
        transport = {"name": "Kuljetus", "amount": "3.50", "unit": "direction", "count": "2", "variants": ["kyyti"]}
        rule = share(rule="at_most", amount="22.80", add_ons=[{**transport, "until": "2018-12-31"}])
        worth = value_of(self.FIXED, None)

        assert share_of(rule, None, worth, "kyyti", DAY).high == 2980
        assert share_of(rule, None, worth, "ei-kyytiä", DAY).high == 2280
        assert share_of(rule, None, worth, "kyyti", date(2019, 1, 1)).high == 2280

    def test_the_share_of_a_range_is_a_range(self) -> None:
        assert pays(3850, None, value(rule="range", minimum="20", maximum="35")) == ("range", 350, 1850)

    def test_a_share_by_formula_depends_on_income_even_where_the_value_is_known(self) -> None:
        formula = share(rule="formula", income="gross", households=HOUSEHOLDS)

        assert pays(6400, formula, value(rule="price_capped", maximum="64")) == ("income", None, 6400)

    def test_a_share_that_cannot_be_computed_says_why(self) -> None:
        outcome = share_of(
            share(rule="by_reference", reason="Kuten yksikössä."), 3850, value_of(self.FIXED, 3850), None, DAY
        )

        assert outcome.confidence is Confidence.UNKNOWN
        assert outcome.reason and outcome.reason.fi == "Kuten yksikössä."

    def test_without_a_price_or_a_value_nothing_is_guessed(self) -> None:
        assert pays(None, None, self.FIXED) == ("unknown", None, None)
        assert pays(3850, None, value(rule="individual", reason="Kysy.")) == ("unknown", None, None)

    @given(price=st.integers(0, 1_000_000), amount=st.integers(0, 1_000_000), ceiling=st.integers(0, 1_000_000))
    def test_nobody_pays_less_than_nothing_or_more_than_the_price_or_the_limit(
        self, price: Cents, amount: Cents, ceiling: Cents
    ) -> None:
        def euros(cents: int) -> str:
            return f"{cents // 100}.{cents % 100:02}"

        worth = value_of(value(rule="fixed", amount=euros(amount)), price)
        plain = share_of(None, price, worth, None, DAY).exact
        limited = share_of(share(rule="at_most", amount=euros(ceiling)), price, worth, None, DAY).exact

        assert plain is not None and limited is not None
        assert 0 <= limited <= plain <= price
        assert limited <= ceiling


class TestPeriods:
    """Every amount has its own days."""

    RULES = (
        value(rule="fixed", amount="30", until="2018-12-31"),
        value(rule="fixed", amount="31", **{"from": "2019-01-01", "until": "2019-12-31"}),
        value(rule="fixed", amount="32", **{"from": "2020-01-01"}),
    )

    @pytest.mark.parametrize(
        ("day", "cents"),
        [(date(2018, 12, 31), 3000), (date(2019, 1, 1), 3100), (date(2020, 6, 1), 3200)],
    )
    def test_the_amount_in_force_is_that_of_the_day(self, day: date, cents: Cents) -> None:
        rule = in_force(self.RULES, None, day)

        assert rule and value_of(rule, None).exact == cents

    def test_amounts_decided_for_later_are_known_before(self) -> None:
        assert decided(self.RULES, None, date(2018, 8, 10)) == [self.RULES[1], self.RULES[2]]
        assert decided(self.RULES, None, date(2020, 1, 1)) == []

    def test_a_rule_speaks_of_the_variants_it_names_or_of_all(self) -> None:
        named = value(rule="fixed", amount="60", variants=["pyha"])

        assert in_force([named], "arki", DAY) is None
        assert in_force([named], None, DAY) is None
        assert in_force([named], "pyha", DAY) is named
        assert in_force([self.RULES[0]], "pyha", DAY) is self.RULES[0]


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_halves_are_rounded_up(amount: Any) -> None:
    assert -0.5 < half_up(amount) - amount <= 0.5


def test_an_outcome_has_one_amount_only_when_it_is_exact() -> None:
    assert Outcome(confidence=Confidence.EXACT, low=5, high=5).exact == 5
    assert Outcome(confidence=Confidence.RANGE, low=5, high=5).exact is None


def test_the_voucher_s_part_of_a_month_is_told_without_going_through_a_day() -> None:
    table = {"income": "gross", "households": [{"household": "1", "limit": "576", "percent": "35"}]}
    rule = value(rule="income_share", base_price="64", base_price_is_maximum="yes", **table | {"unit": "24h"})
    person = Situation(gross=145050)
    worth = value_of(rule, 4780, person)
    paid = share_of(share(rule="formula", unit="month", **table), 4780, worth, None, DAY, person)

    part = voucher_part(worth, paid, 4780, person)

    assert [str(step) for step in part.steps] == [
        "(1450.50 − 576.00) × 35 % = 306.08 €/month",
        "47.80 × 30 − 306.08 = 1127.92 €/month",
    ]
    assert (part.exact, part.unit) == (112792, "month")
