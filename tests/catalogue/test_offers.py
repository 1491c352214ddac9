"""Who delivers which service, where, to whom and at what price, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from provider_directory.catalogue.offers import Kind, Offer
from provider_directory.catalogue.pricing import Confidence, Why
from provider_directory.catalogue.status import ListingStatus
from tests.records.project import DAY, Project

PROVIDER = "providers/esimerkkihoiva.yaml"
VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
HEAD = "name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\nlistings:\n"
AT_HOME = "    at_home: yes\n    municipalities: [ylojarvi]\n"


def listed(project: Project, listing: str, more: str = "") -> None:
    """Give the provider one listing."""
    project.write(PROVIDER, f"{HEAD}{listing}{more}")


def voucher(project: Project, fields: str, services: str = "home-care") -> None:
    """Give the voucher these fields."""
    project.write(VOUCHER, f"---\ntitle: Kotihoito\nsummary: Kotihoitoa.\nservices: [{services}]\n{fields}---\n")


def offers(project: Project, day: date = DAY) -> tuple[Offer, ...]:
    """Everything that may be chosen on a day."""
    return project.catalogue(day).offers


class TestPrices:
    """The price that holds, and those that follow."""

    def priced(self, project: Project, *prices: str) -> None:
        listed(
            project,
            f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    prices:\n" + "".join(f"      - {{{p}}}\n" for p in prices),
        )

    def test_the_price_that_holds_comes_first_and_those_decided_follow(self, project: Project) -> None:
        self.priced(
            project,
            "price: 41, unit: hour, from: 2020-01-01",
            "price: 36, unit: hour, until: 2017-12-31",
            "price: 40, unit: hour, from: 2019-01-01, until: 2019-12-31",
            "price: 38.50, unit: hour, from: 2018-01-01, until: 2018-12-31",
        )

        (offer,) = offers(project)
        assert (offer.cents, offer.unit) == (3850, "hour")
        assert [price.price for price in offer.changes] == [4000, 4100]

    def test_where_no_price_holds_yet_the_first_to_come_is_told(self, project: Project) -> None:
        self.priced(project, "price: 40, unit: hour, from: 2019-01-01")

        (offer,) = offers(project)
        assert offer.price and (offer.cents, offer.price.starts) == (4000, date(2019, 1, 1))

    def test_a_provider_whose_price_has_run_out_is_still_approved(self, project: Project) -> None:
        self.priced(project, "price: 36, unit: hour, until: 2017-12-31")

        (offer,) = offers(project)
        assert (offer.service, offer.price, offer.you_pay) == ("home-care", None, None)

    def test_a_provider_without_prices_is_offered_without_one(self, project: Project) -> None:
        listed(project, f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}")

        (offer,) = offers(project)
        assert (offer.cents, offer.unit, offer.variant_name) == (None, None, None)

    def test_a_unit_has_an_offer_of_its_own(self, project: Project) -> None:
        listed(
            project,
            f"  - register: ylojarvi/hoiva\n{AT_HOME}    prices:\n      - {{price: 38.50, unit: hour}}\n      - {{price: 20, unit: visit}}\n",
        )

        assert [(offer.cents, offer.unit) for offer in offers(project)] == [(3850, "hour"), (2000, "visit")]


class TestVouchers:
    """What a voucher pays, and what is left to the client."""

    def test_the_client_pays_what_the_voucher_does_not(self, project: Project) -> None:
        (offer,) = offers(project)

        assert offer.listing.kind is Kind.VOUCHER
        assert offer.value and offer.value.exact == 3000
        assert offer.you_pay == 850

    def test_a_price_in_another_unit_is_not_held_against_the_value(self, project: Project) -> None:
        project.replace(PROVIDER, "unit: hour", "unit: visit")

        (offer,) = offers(project)
        assert offer.share and offer.share.confidence is Confidence.UNKNOWN
        assert offer.share.why is Why.OTHER_UNIT
        assert offer.you_pay is None

    @pytest.mark.parametrize(
        ("vat", "cents"),
        [
            ("vat: included, vat_rate: 24 %", 850),
            ("vat: exempt", 850),
            ("vat: excluded, vat_rate: 24 %", 1774),  # 38.50 and 9.24 of tax, less 30.00
            ("vat: excluded", None),
        ],
    )
    def test_the_client_pays_the_tax_that_comes_on_top(self, project: Project, vat: str, cents: int | None) -> None:
        listed(
            project, f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    prices: [{{price: 38.50, unit: hour, {vat}}}]\n"
        )

        assert [(offer.cents, offer.you_pay) for offer in offers(project)] == [(3850, cents)]

    def test_a_value_that_starts_later_is_not_taken_for_todays(self, project: Project) -> None:
        project.replace(VOUCHER, 'amount: "30.00"', 'amount: "30.00"\n    from: 2018-09-01')

        assert [offer.value for offer in offers(project)] == [None]
        assert [offer.you_pay for offer in offers(project, date(2018, 9, 1))] == [850]

    def test_a_listing_that_starts_later_has_the_value_of_its_first_day(self, project: Project) -> None:
        project.replace(VOUCHER, 'amount: "30.00"', 'amount: "30.00"\n    from: 2018-09-01')
        listed(
            project,
            f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    from: 2018-09-01\n    prices: [{{price: 38.50, unit: hour}}]\n",
        )

        assert [offer.you_pay for offer in offers(project)] == [850]

    def test_a_voucher_without_a_value_leaves_the_share_unknown(self, project: Project) -> None:
        voucher(project, "")

        (offer,) = offers(project)
        assert (offer.value, offer.you_pay) == (None, None)

    def test_every_variant_is_an_offer_with_its_own_amounts(self, project: Project) -> None:
        voucher(
            project,
            "variants: {arki: {name: {fi: Arki, sv: Vardag, en: Weekday}}, pyha: {name: {fi: Pyhä, sv: Helg, en: Holiday}}}\n"
            "values:\n  - {rule: fixed, unit: hour, amount: 30, variants: [arki]}\n"
            "  - {rule: fixed, unit: hour, amount: 60, variants: [pyha]}\n",
        )
        listed(
            project,
            f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    prices:\n      - {{price: 38.50, unit: hour, variant: arki}}\n"
            "      - {price: 70, unit: hour, variant: pyha}\n",
        )

        found = [(offer.variant_name.fi if offer.variant_name else None, offer.you_pay) for offer in offers(project)]
        assert found == [("Arki", 850), ("Pyhä", 1000)]

    def test_a_variant_may_be_of_one_of_several_services(self, project: Project) -> None:
        voucher(
            project,
            "variants: {paiva: {name: {fi: Päivä, sv: Dag, en: Day}, service: day-activity}}\n"
            "values:\n  - {rule: fixed, unit: hour, amount: 30}\n",
            services="home-care, day-activity",
        )
        listed(
            project,
            f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    prices:\n      - {{price: 35, unit: hour, variant: paiva}}\n",
        )

        assert [(offer.service, offer.cents) for offer in offers(project)] == [
            ("day-activity", 3500),
            ("home-care", None),
        ]


class TestSelfPay:
    """What is bought without a voucher."""

    def test_the_client_pays_the_price(self, project: Project) -> None:
        listed(project, f"  - register: ylojarvi/hoiva\n{AT_HOME}    prices:\n      - {{price: 38.50, unit: hour}}\n")

        (offer,) = offers(project)
        assert (offer.listing.kind, offer.value, offer.share, offer.you_pay) == (Kind.SELF_PAY, None, None, 3850)

    def test_a_time_band_of_the_provider_names_the_variant(self, project: Project) -> None:
        listed(
            project,
            f"  - register: ylojarvi/hoiva\n{AT_HOME}    prices:\n      - {{price: 57, unit: hour, variant: ilta}}\n",
            "time_bands: {ilta: {name: {fi: Ilta, sv: Kväll, en: Evening}}}\n",
        )

        (offer,) = offers(project)
        assert offer.variant_name and offer.variant_name.sv == "Kväll"


class TestWhoAndWhere:
    """Whose residents can use a listing."""

    PLACE = "locations:\n  keskus:\n    name: Keskus\n    address: {street: Katu 1, municipality: jyvaskyla}\n"

    def test_a_voucher_is_for_its_organisers_residents_wherever_the_place_is(self, project: Project) -> None:
        listed(project, "  - voucher: ylojarvi/kotihoito\n    locations: [keskus]\n", self.PLACE)

        (listing,) = project.catalogue().listings
        assert (listing.municipalities, listing.places) == (("ylojarvi",), ("jyvaskyla",))

    def test_self_pay_is_for_those_it_reaches_and_those_around_its_places(self, project: Project) -> None:
        listed(project, f"  - register: ylojarvi/hoiva\n{AT_HOME}    locations: [keskus]\n", self.PLACE)

        (listing,) = project.catalogue().listings
        assert listing.municipalities == ("ylojarvi", "jyvaskyla")

    def test_a_listing_may_be_narrowed_to_one_of_its_services(self, project: Project) -> None:
        voucher(project, "values:\n  - {rule: fixed, unit: hour, amount: 30}\n", services="home-care, day-activity")
        listed(project, f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    services: [day-activity]\n")

        assert [offer.service for offer in offers(project)] == ["day-activity"]


class TestDays:
    """What may be chosen, and from when until when."""

    @pytest.mark.parametrize(
        ("period", "status", "shown"),
        [
            ("", ListingStatus.CURRENT, True),
            ("    from: 2018-09-01\n", ListingStatus.UPCOMING, True),
            ("    until: 2018-08-09\n", ListingStatus.ENDED, False),
            ("    suspended: {from: 2018-08-01}\n", ListingStatus.SUSPENDED, False),
        ],
    )
    def test_only_what_holds_or_comes_is_offered(
        self, project: Project, period: str, status: ListingStatus, shown: bool
    ) -> None:
        listed(project, f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}{period}")
        catalogue = project.catalogue()

        assert catalogue.listings[0].status is status
        assert bool(catalogue.offers) is shown

    @pytest.mark.parametrize(
        ("field", "status"),
        [
            ("opens: 2018-09-01\n", ListingStatus.UPCOMING),
            ("closes: 2018-08-09\n", ListingStatus.ENDED),
            ("closes: 2018-09-09\n", ListingStatus.CURRENT),
        ],
    )
    def test_nothing_is_chosen_before_its_voucher_opens_or_after_it_closes(
        self, project: Project, field: str, status: ListingStatus
    ) -> None:
        voucher(project, f"values:\n  - {{rule: fixed, unit: hour, amount: 30}}\n{field}")

        assert project.catalogue().listings[0].status is status

    def test_a_listing_is_labelled_with_the_day_it_can_really_be_chosen(self, project: Project) -> None:
        voucher(project, "values:\n  - {rule: fixed, unit: hour, amount: 30}\nopens: 2018-09-01\ncloses: 2019-12-31\n")
        listed(project, f"  - voucher: ylojarvi/kotihoito\n{AT_HOME}    from: 2018-06-01\n    until: 2020-12-31\n")

        (listing,) = project.catalogue().listings
        assert (listing.starts, listing.until) == (date(2018, 9, 1), date(2019, 12, 31))

    def test_a_listing_of_a_register_not_yet_published_is_upcoming(self, project: Project) -> None:
        project.replace("content/registers/self-pay.yaml", "services:", "published: 2018-autumn\n  services:")
        listed(project, f"  - register: ylojarvi/hoiva\n{AT_HOME}    from: 2018-09-01\n")

        assert project.catalogue().listings[0].status is ListingStatus.UPCOMING
        assert project.catalogue(date(2018, 9, 1)).listings[0].status is ListingStatus.CURRENT

    def test_a_listing_of_a_register_past_its_sunset_has_ended(self, project: Project) -> None:
        project.replace("content/registers/self-pay.yaml", "services:", "sunset: 2018-12-31\n  services:")
        listed(project, f"  - register: ylojarvi/hoiva\n{AT_HOME}    until: 2018-12-31\n")

        assert project.catalogue(date(2018, 12, 31)).listings[0].status is ListingStatus.CURRENT
        assert project.catalogue(date(2019, 1, 1)).listings[0].status is ListingStatus.ENDED
