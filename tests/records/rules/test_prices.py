"""One amount at a time, in the voucher's unit, and never more than the voucher allows."""

from __future__ import annotations

import pytest

from tests.records.project import Project

PROVIDER = "providers/esimerkkihoiva.yaml"
VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"


def priced(project: Project, *prices: str, on: str = "voucher: ylojarvi/kotihoito") -> list[str]:
    """What is said of a provider whose listing has these prices, the first on line 8."""
    lines = "".join(f"      - {{{price}}}\n" for price in prices)
    project.write(
        PROVIDER,
        f"name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\nlistings:\n  - {on}\n    at_home: yes\n"
        f"    municipalities: [ylojarvi]\n    prices:\n{lines}",
    )
    return [line.removeprefix(f"{PROVIDER} ") for line in project.told()]


def voucher(project: Project, fields: str, services: str = "home-care") -> list[str]:
    """What is said of the voucher with these fields, the first on line 5."""
    head = f"---\ntitle: Kotihoidon palveluseteli\nsummary: Kotihoitoa.\nservices: [{services}]\n"
    project.write(VOUCHER, f"{head}{fields}---\n")
    return [line.removeprefix(f"{VOUCHER} ") for line in project.told()]


class TestOverlappingPrices:
    """Rule overlapping-prices."""

    @pytest.mark.parametrize(
        ("second", "since"),
        [
            ("price: 57, unit: hour", "with no first day"),
            ("price: 57, unit: hour, from: 2018-09-01", "from 2018-09-01"),
        ],
    )
    def test_a_variant_has_one_price_on_a_day(self, project: Project, second: str, since: str) -> None:
        assert priced(project, "price: 38.50, unit: hour", second) == [
            f"line 9    listings › 1 › prices › 2: Two prices of one variant hold at once {since} (lines 8 and 9). "
            'Keep one, or say "until". [overlapping-prices]'
        ]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("price: 38.50, unit: hour, until: 2018-08-31", "price: 39, unit: hour, from: 2018-09-01"),
            ("price: 39, unit: hour, from: 2018-09-01", "price: 38.50, unit: hour, until: 2018-08-31"),
            ("price: 38.50, unit: hour", "price: 10, unit: visit"),
        ],
    )
    def test_one_may_follow_another_and_a_unit_may_have_its_own(
        self, project: Project, first: str, second: str
    ) -> None:
        assert [line for line in priced(project, first, second) if "overlapping" in line] == []

    def test_periods_that_meet_on_one_day_overlap(self, project: Project) -> None:
        first = "price: 38.50, unit: hour, until: 2018-09-01"

        assert len(priced(project, first, "price: 39, unit: hour, from: 2018-09-01")) == 1


class TestOverlappingValues:
    """Rule overlapping-values."""

    def test_a_variant_has_one_value_and_one_share_on_a_day(self, project: Project) -> None:
        fields = """\
values:
  - {rule: fixed, unit: hour, amount: 30}
  - {rule: fixed, unit: hour, amount: 31, from: 2019-01-01}
client_shares:
  - {rule: fixed, amount: 9}
  - {rule: difference}
"""
        assert voucher(project, fields) == [
            "line 7    values › 2: Two amounts of one variant hold at once from 2019-01-01 (lines 6 and 7). "
            'Keep one, or say "until". [overlapping-values]',
            "line 10   client_shares › 2: Two amounts of one variant hold at once with no first day (lines 9 and 10). "
            'Keep one, or say "until". [overlapping-values]',
        ]

    def test_a_rule_that_names_no_variant_speaks_of_all(self, project: Project) -> None:
        fields = """\
variants: {arki: {name: {fi: Arki, sv: Vardag, en: Weekday}}, pyha: {name: {fi: Pyhä, sv: Helg, en: Holiday}}}
values:
  - {rule: fixed, unit: hour, amount: 30}
  - {rule: fixed, unit: hour, amount: 60, variants: [pyha]}
"""
        assert voucher(project, fields) == [
            "line 8    values › 2: Two amounts of one variant hold at once with no first day (lines 7 and 8). "
            'Keep one, or say "until". [overlapping-values]'
        ]

    def test_variants_have_their_own(self, project: Project) -> None:
        fields = """\
variants: {arki: {name: {fi: Arki, sv: Vardag, en: Weekday}}, pyha: {name: {fi: Pyhä, sv: Helg, en: Holiday}}}
values:
  - {rule: fixed, unit: hour, amount: 30, variants: [arki]}
  - {rule: fixed, unit: hour, amount: 60, variants: [pyha]}
"""
        assert voucher(project, fields) == []


class TestPriceOverAllowed:
    """Rule price-over-allowed."""

    @pytest.fixture(autouse=True)
    def at_most(self, project: Project) -> None:
        voucher(
            project,
            """\
values:
  - {rule: fixed, unit: hour, amount: 30, until: 2018-12-31}
  - {rule: price_capped, unit: hour, maximum: 32, from: 2019-01-01}
client_shares:
  - rule: at_most
    amount: 8.50
    add_ons:
      - {name: {fi: Kuljetus, sv: Transport, en: Transport}, amount: 3.50, unit: direction, count: 2, from: 2019-01-01}
""",
        )

    def test_a_provider_may_not_charge_more_than_voucher_and_share_together(self, project: Project) -> None:
        assert priced(project, "price: 38.51, unit: hour, until: 2018-12-31") == [
            "line 8    listings › 1 › prices › 1 › price: 38.51 € is more than content/vouchers/ylojarvi/kotihoito.md allows: "
            "38.50 € with the voucher and the client's share together. Lower it, or correct the voucher. [price-over-allowed]"
        ]

    def test_it_may_charge_exactly_that(self, project: Project) -> None:
        assert priced(project, "price: 38.50, unit: hour, until: 2018-12-31") == []

    def test_a_maximum_counts_like_a_fixed_value_and_what_is_on_top_by_its_own_days(self, project: Project) -> None:
        assert priced(project, "price: 47.50, unit: hour, from: 2019-01-01") == []
        (told,) = priced(project, "price: 47.51, unit: hour, from: 2019-01-01")
        assert "47.51 € is more than content/vouchers/ylojarvi/kotihoito.md allows: 47.50 €" in told

    @pytest.mark.parametrize(
        ("value", "most"),
        [
            ("{rule: coefficient, unit: hour, base: 30.01, coefficient: 1.5}", "53.52"),
            ("{rule: range, unit: hour, minimum: 20, maximum: 35}", "43.50"),
            (
                "{rule: income_reduction, unit: hour, income: gross, maximum: 27, minimum: 7, divisor: 60, "
                "coefficient: 2, supplement: 1, households: [{household: 1, limit: 563, percent: 35}]}",
                "63.50",
            ),
            (
                "{rule: income_bands, unit: hour, income: net, "
                "households: [{household: 1, bands: [{up_to: 900, amount: 25}, {amount: 9}]}]}",
                "33.50",
            ),
        ],
    )
    def test_the_most_any_client_gets_counts(self, project: Project, value: str, most: str) -> None:
        voucher(project, f"values:\n  - {value}\nclient_shares:\n  - {{rule: at_most, amount: 8.50}}\n")

        assert priced(project, f"price: {most}, unit: hour") == []
        (told,) = priced(project, f"price: {most[:-1]}{int(most[-1]) + 1}, unit: hour")
        assert f"is more than content/vouchers/ylojarvi/kotihoito.md allows: {most} €" in told

    def test_a_share_of_the_month_is_not_held_against_a_value_of_the_hour(self, project: Project) -> None:
        fields = "values:\n  - {rule: fixed, unit: hour, amount: 30}\nclient_shares:\n  - {rule: at_most, amount: 8.50"
        voucher(project, f"{fields}, unit: month}}\n")
        assert priced(project, "price: 999, unit: hour") == []
        voucher(project, f"{fields}, unit: hour}}\n")
        assert len(priced(project, "price: 999, unit: hour")) == 1

    def test_without_a_limit_on_the_share_there_is_none_on_the_price(self, project: Project) -> None:
        voucher(project, "values:\n  - {rule: fixed, unit: hour, amount: 30}\nclient_shares:\n  - {rule: difference}\n")

        assert priced(project, "price: 999, unit: hour") == []


class TestPriceUnit:
    """Rule price-unit."""

    def test_a_price_by_the_visit_cannot_be_held_against_a_voucher_by_the_hour(self, project: Project) -> None:
        assert priced(project, "price: 20, unit: visit") == [
            'line 8    warning: listings › 1 › prices › 1 › unit: The voucher pays for one hour, this price is for one "visit". '
            "They cannot be compared. [price-unit]"
        ]

    def test_the_same_unit_can(self, project: Project) -> None:
        assert priced(project, "price: 20, unit: hour") == []


class TestPriceService:
    """Rule price-service."""

    BOTH = "home-care, day-activity"
    VALUES = "values:\n  - {rule: fixed, unit: hour, amount: 30}\n"

    def test_a_price_says_which_of_several_services_it_is_for(self, project: Project) -> None:
        voucher(project, self.VALUES, self.BOTH)

        assert priced(project, "price: 38.50, unit: hour") == [
            'line 8    listings › 1 › prices › 1: The list has several services. Say which: "service: home-care", for example. '
            "[price-service]"
        ]

    def test_a_price_is_for_a_service_of_its_list(self, project: Project) -> None:
        assert priced(project, "price: 38.50, unit: hour, service: day-activity", on="register: ylojarvi/hoiva") == [
            'line 8    listings › 1 › prices › 1 › service: "day-activity" is not among the services of this listing: home-care. '
            "[price-service]"
        ]

    def test_a_price_that_names_its_service_is_clear(self, project: Project) -> None:
        voucher(project, self.VALUES, self.BOTH)

        assert priced(project, "price: 38.50, unit: hour, service: day-activity") == []

    def test_a_variant_may_say_it_for_the_price(self, project: Project) -> None:
        variant = "variants: {paiva: {name: {fi: Päivä, sv: Dag, en: Day}, service: day-activity}}\n"
        voucher(project, variant + self.VALUES, self.BOTH)

        assert priced(project, "price: 38.50, unit: hour, variant: paiva") == []

    def test_a_listing_may_be_narrowed_to_one_service(self, project: Project) -> None:
        voucher(project, self.VALUES, self.BOTH)
        narrowed = "voucher: ylojarvi/kotihoito\n    services: [home-care]"

        assert priced(project, "price: 38.50, unit: hour", on=narrowed) == []
