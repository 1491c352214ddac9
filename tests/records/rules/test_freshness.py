"""Amounts that have run out, listings about to end, facts nobody has checked for long."""

from __future__ import annotations

from datetime import date

import pytest

from tests.records.project import Project

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"


class TestAmountExpired:
    """Rule amount-expired."""

    def test_a_voucher_whose_last_value_has_ended_is_told(self, project: Project) -> None:
        project.replace(VOUCHER, 'amount: "30.00"', 'amount: "30.00"\n    until: 2018-08-09')

        assert project.told() == [
            f"{VOUCHER} line 6    warning: values › 1: The last value ended on 2018-08-09. "
            "Add the amount that holds now. [amount-expired]"
        ]

    def test_a_variant_is_told_by_its_name(self, project: Project) -> None:
        project.write(
            VOUCHER,
            """\
            ---
            title: Kotihoidon palveluseteli
            summary: Kotihoitoa.
            services: [home-care]
            variants:
              arki: {name: {fi: Arkisin, sv: Vardagar, en: Weekdays}}
              pyha: {name: {fi: Pyhisin, sv: Helger, en: Holidays}}
            values:
              - {rule: fixed, unit: hour, amount: 30, variants: [arki]}
              - {rule: fixed, unit: hour, amount: 60, variants: [pyha], until: 2017-12-31}
            client_shares:
              - {rule: fixed, amount: 9, variants: [arki], until: 2018-01-31}
              - {rule: fixed, amount: 9, variants: [pyha]}
            ---
            """,
        )

        assert project.told("amount-expired") == [
            f'{VOUCHER} line 10   warning: values › 2: The last value of "pyha" ended on 2017-12-31. '
            "Add the amount that holds now. [amount-expired]",
            f'{VOUCHER} line 12   warning: client_shares › 1: The last client share of "arki" ended on 2018-01-31. '
            "Add the amount that holds now. [amount-expired]",
        ]

    def test_an_amount_holds_on_its_last_day(self, project: Project) -> None:
        project.replace(VOUCHER, 'amount: "30.00"', 'amount: "30.00"\n    until: 2018-08-10')

        assert project.told() == []

    def test_a_voucher_that_has_closed_needs_no_amount(self, project: Project) -> None:
        project.replace(VOUCHER, 'amount: "30.00"', 'amount: "30.00"\n    until: 2018-06-30\ncloses: 2018-06-30')

        assert project.told() == []


class TestListingExpiring:
    """Rule listing-expiring."""

    def test_a_listing_that_ends_within_two_months_is_told(self, project: Project) -> None:
        project.replace("providers/esimerkkihoiva.yaml", "at_home: yes", "at_home: yes\n    until: 2018-10-09")

        assert project.told("listing-expiring") == [
            "providers/esimerkkihoiva.yaml line 6    info: listings › 1 › until: The listing ends on 2018-10-09, in 60 days. "
            "Renew it, or let it end. [listing-expiring]"
        ]

    @pytest.mark.parametrize("until", ["2018-10-10", "2018-08-09"])
    def test_one_that_ends_later_or_has_ended_is_not(self, project: Project, until: str) -> None:
        project.replace("providers/esimerkkihoiva.yaml", "at_home: yes", f"at_home: yes\n    until: {until}")

        assert project.told("listing-expiring") == []


class TestUnverified:
    """Rule unverified."""

    def test_a_listing_nobody_has_checked_for_a_year_is_told(self, project: Project) -> None:
        assert project.told("unverified", date(2019, 6, 13)) == [
            "providers/esimerkkihoiva.yaml line 4    info: listings › 1 › verified: Last checked on 2018-06-12, "
            "over 12 months ago. Check it with the provider. [unverified]"
        ]

    def test_a_listing_nobody_has_ever_checked_is_told(self, project: Project) -> None:
        text = (project.root / "providers/esimerkkihoiva.yaml").read_text(encoding="utf-8")
        project.write("providers/esimerkkihoiva.yaml", text[: text.index("verified:")])

        assert project.told("unverified") == [
            "providers/esimerkkihoiva.yaml line 4    info: listings › 1: Nobody has said when this was checked. "
            'Add "verified" with a day and a role. [unverified]'
        ]

    def test_a_listing_checked_a_year_ago_to_the_day_is_verified(self, project: Project) -> None:
        assert project.told("unverified", date(2019, 6, 12)) == []

    def test_the_listing_itself_may_have_been_checked_later_than_its_provider(self, project: Project) -> None:
        project.replace(
            "providers/esimerkkihoiva.yaml",
            "at_home: yes",
            "at_home: yes\n    verified: {on: 2019-06-01, by: {fi: Toimisto, sv: Kansli, en: Office}}",
        )

        assert project.told("unverified", date(2019, 6, 13)) == []
