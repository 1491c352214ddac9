"""Amounts that can be computed as they are written, but are hardly what their source says."""

from __future__ import annotations

import pytest

from tests.records.project import Project
from tests.records.rules.test_prices import priced
from tests.records.rules.test_tables import ONE, REDUCTION, TWO, rows, told


class TestUnlikelyNumber:
    """Rule unlikely-number."""

    def test_a_fraction_is_no_percentage(self, project: Project) -> None:
        assert rows(project, "{household: 1, limit: 563, percent: 0.35}") == [
            "line 6    warning: values › 1 › households › 1 › percent: 0.35 % – is 35 % meant? [unlikely-number]"
        ]
        assert rows(project, "{household: 1, limit: 563, percent: 1}") == []
        assert rows(project, "{household: 1, limit: 563, percent: 0}") == []

    @pytest.mark.parametrize(
        ("rule", "place"),
        [
            ("rule: price_capped, unit: hour, percent: 0.8", "percent"),
            ("rule: fixed, unit: hour, amount: 3", None),
            (f"{REDUCTION}, households: [{ONE}], beyond: {{limit: 350, percent: 0.5}}", None),
            (f"{REDUCTION}, households: [{ONE}], deducts: [{{fi: Vuokra, percent: 0.2}}]", "deducts › 1 › percent"),
            (
                "rule: income_share, unit: hour, income: net, base_price: 30, siblings: [100, 0.4], "
                f"households: [{ONE}]",
                "siblings › 2",
            ),
            (
                "rule: income_bands, unit: hour, income: net, households: [{household: 1, bands: [{percent: 0.5}]}]",
                "households › 1 › bands › 1 › percent",
            ),
        ],
    )
    def test_wherever_a_percentage_stands(self, project: Project, rule: str, place: str | None) -> None:
        said = [line.partition(": 0.")[0] for line in told(project, rule)]

        assert said == ([f"line 6    warning: values › 1 › {place}"] if place else [])

    def test_a_percentage_is_no_coefficient(self, project: Project) -> None:
        assert told(project, "rule: coefficient, unit: hour, base: 32, coefficient: 115") == [
            "line 6    warning: values › 1 › coefficient: The amount is multiplied by 115. "
            "If 115 % is meant, write 1.15. [unlikely-number]"
        ]
        assert told(project, "rule: coefficient, unit: hour, base: 32, coefficient: 5") == []
        (said,) = told(
            project, f"rule: formula, income: gross, share_coefficient: 60, households: [{ONE}]", field="client_shares"
        )
        assert "share_coefficient: The amount is multiplied by 60. If 60 % is meant, write 0.6." in said


class TestMissingHousehold:
    """Rule missing-household."""

    def test_who_lives_alone_is_in_the_table(self, project: Project) -> None:
        assert rows(project, TWO) == [
            "line 6    warning: values › 1 › households: The table begins with a household of 2; who lives alone has no "
            "amount. Add a row for 1. [missing-household]"
        ]
        assert rows(project, ONE, TWO) == []

    def test_a_family_need_not_begin_with_one(self, project: Project) -> None:
        family = "{household: 3, adults: 2, children: 1, limit: 563, percent: 35}"

        assert rows(project, family, more=", counts: adults_and_children") == []
        assert rows(project, TWO, more=", counts: children") == []


class TestBelowBasePrice:
    """Rule below-base-price."""

    BASE = f"rule: income_share, unit: hour, income: net, base_price: 30, households: [{ONE}]"

    def test_a_price_below_the_base_price_is_looked_at(self, project: Project) -> None:
        told(project, self.BASE)
        assert priced(project, "price: 29.99, unit: hour") == [
            "line 8    warning: listings › 1 › prices › 1 › price: 29.99 € is below the base price 30.00 € of the voucher "
            "ylojarvi/kotihoito: the client pays price minus voucher. Is base_price_is_maximum: yes meant? "
            "[below-base-price]"
        ]

    def test_where_the_base_price_is_the_most_a_lower_price_is_right(self, project: Project) -> None:
        told(project, self.BASE)
        assert priced(project, "price: 30, unit: hour") == []
        told(project, f'{self.BASE}, base_price_is_maximum: "yes"')
        assert priced(project, "price: 29.99, unit: hour") == []
