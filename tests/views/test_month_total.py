"""A month of a listing: what is the same for everybody, and which part of it hangs on the person."""

from __future__ import annotations

import json

import pytest

from provider_directory.catalogue.monthly import costs_of_month
from provider_directory.model import Unit
from provider_directory.records.schema.provider import Cost
from provider_directory.views.compare_data import provider_data
from provider_directory.views.listing_block import listing_view
from provider_directory.views.month_total import MonthView
from tests.views.conftest import Town

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
RENT = "{name: {fi: Vuokra, en: Rent}, price: 600, unit: month}"
MEALS = "{name: {fi: Ateriat, en: Meals}, price: 12.50, unit: day}"


def month_of(town: Town, *prices: str, costs: str = "", register: bool = False) -> MonthView | None:
    """The month of the one listing."""
    more = f"  costs: [{costs}]\n" if costs else ""
    if register:
        lines = "".join(f"    - {{{price}}}\n" for price in prices)
        listing = f"- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [ylojarvi]\n{more}"
        town.provider("esimerkki-a", f"{listing}  prices:\n{lines}")
    else:
        town.home_care("esimerkki-a", *prices, more=more)
    edition = town.edition()
    offers = edition.catalogue.offers_by_provider["esimerkki-a"]
    return listing_view(edition, offers[0].listing, offers).month


def by_day(town: Town, rule: str = "fixed", more: str = '    amount: "30.00"\n') -> None:
    """Let the voucher be for a day and night."""
    town.project.replace(VOUCHER, "rule: fixed", f"rule: {rule}")
    town.project.replace(VOUCHER, '    amount: "30.00"\n', more)
    town.project.replace(VOUCHER, "unit: hour", "unit: 24h")


def test_a_month_that_is_the_same_for_everybody_is_told_line_by_line(town: Town) -> None:
    by_day(town)
    month = month_of(town, "price: 41.40, unit: 24h", costs=f"{RENT}, {MEALS}")
    assert month
    assert [(item.label, item.how, item.amount) for item in month.items] == [
        ("Your share of the service", "30 × €11.40", "€342.00"),
        ("Rent", None, "€600.00"),
        ("Meals", "30 × €12.50", "€375.00"),
    ]
    assert (month.total, month.missing, month.words) == ("In a month €1,317.00", None, None)
    assert month.note == "A month is counted as 30 days."


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        ("{name: {fi: Kuntosali, en: Gym}, unit: month}", "gym (not told; ask the provider)"),
        ("{name: {fi: Jalkahoito, en: Foot care}, price: 40, unit: visit}", "foot care (€40.00/visit)"),
    ],
)
def test_a_total_is_not_guessed_but_the_part_that_is_missing_is_named(town: Town, cost: str, said: str) -> None:
    by_day(town)
    month = month_of(town, "price: 41.40, unit: 24h", costs=f"{RENT}, {cost}")
    assert month
    assert (month.total, month.missing) == ("In a month at least €942.00", f"Not in the sum: {said}.")


def test_a_share_by_income_leaves_the_costs_and_says_what_the_rest_hangs_on(town: Town) -> None:
    table = "    income: gross\n    base_price: 64\n    households: [{household: 1, limit: 576, percent: 35 %}]\n"
    by_day(town, "income_share", table)
    month = month_of(town, "price: 70, unit: 24h", costs=f"{RENT}, {MEALS}")
    assert month
    assert month.words == "Rent and meals €975.00 a month; what the service itself costs you depends on your income."
    assert (month.items, month.total) == ((), None)


def test_a_share_that_cannot_be_computed_leaves_the_costs(town: Town) -> None:
    by_day(town, "by_reference", "    ask: office\n    reason: Ei kerrota.\n")
    month = month_of(town, "price: 70, unit: 24h", costs=RENT)
    assert month and month.rooms == ()
    assert month.words == "Rent €600.00 a month; what the service itself costs you cannot be computed here."


PAYS = "client_pays: [{fi: Vuokra, en: Rent}, {fi: Lääkkeet, en: Medicines}, {fi: Omavastuu, counted: yes}]\n"


def test_what_the_voucher_leaves_to_the_client_is_named_where_it_is_in_no_sum(town: Town) -> None:
    by_day(town)
    town.project.replace(VOUCHER, "services: [home-care]\n", f"services: [home-care]\n{PAYS}")
    gym = "{name: {fi: Kuntosali, en: Gym}, unit: month}"
    month = month_of(town, "price: 41.40, unit: 24h", costs=f"{RENT}, {gym}")
    assert month
    assert month.missing == "Not in the sum: gym (not told; ask the provider) and medicines."
    assert json.loads(month.rooms[0].offer)["apart"] == ["medicines"]


def test_beside_costs_alone_it_is_named_too(town: Town) -> None:
    town.project.replace(VOUCHER, "services: [home-care]\n", f"services: [home-care]\n{PAYS}")
    month = month_of(town, "price: 38, unit: hour", costs="{name: {fi: Vesi, en: Water}, price: 18, unit: month}")
    assert month and month.words
    assert month.missing == "Not in the sum: rent and medicines."


def test_the_comparison_names_it_beside_its_months(town: Town) -> None:
    town.project.replace(VOUCHER, "services: [home-care]\n", f"services: [home-care]\n{PAYS}")
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    edition = town.edition()
    (offer,) = edition.catalogue.offers_by_provider["esimerkki-a"]
    data = provider_data(edition, offer.provider, [offer.listing])
    assert data["listings"][0]["offers"][0]["data"]["apart"] == ["rent", "medicines"]


def test_hours_have_no_month_until_somebody_tells_how_many(town: Town) -> None:
    month = month_of(town, "price: 38, unit: hour")
    assert month
    assert (month.words, month.items, month.total, month.note) == (None, (), None, None)
    (room,) = month.rooms
    assert json.loads(room.offer) == {
        "voucher": "ylojarvi/kotihoito", "variant": None, "price": 3800, "unit": "hour",
    }  # fmt: skip


def test_meals_of_a_service_by_the_hour_are_not_counted_thirty_times(town: Town) -> None:
    month = month_of(town, "price: 38, unit: hour", costs=f"{RENT}, {MEALS}")
    assert month
    assert month.words == "Rent €600.00 a month; what the service itself costs you depends on how much you use."
    assert month.missing == "Not in the sum: meals (€12.50/day)."
    assert [cost.get("price") for cost in json.loads(month.rooms[0].offer)["costs"]] == [60000, None]


def test_what_one_pays_oneself_is_the_price_with_its_tax(town: Town) -> None:
    month = month_of(town, "price: 100, unit: month, vat: excluded, vat_rate: 24 %", costs=RENT, register=True)
    assert month
    assert [(item.label, item.amount) for item in month.items] == [("The service", "€124.00"), ("Rent", "€600.00")]
    assert month.total == "In a month €724.00"


@pytest.mark.parametrize(
    ("unit", "cost", "counted"),
    [(Unit.FULL_DAY, Unit.DAY, True), (Unit.MONTH, Unit.FULL_DAY, False), (Unit.HOUR, Unit.MONTH, True), (Unit.DAY, Unit.DAY, False)],
)  # fmt: skip
def test_a_cost_by_the_day_has_a_month_only_where_somebody_lives(unit: Unit, cost: Unit, counted: bool) -> None:
    told = Cost.model_validate({"name": "Ateriat", "price": "12.50", "unit": cost.value})
    (found,) = costs_of_month([told], unit)
    assert (found.price is not None) is counted


def test_a_month_that_is_still_to_come_says_from_which_day(town: Town) -> None:
    by_day(town, more='    amount: "30.00"\n    from: 2019-01-01\n')
    month = month_of(town, "price: 41.40, unit: 24h", costs=RENT)
    assert month
    assert (month.total, month.starts) == ("In a month €942.00", "The amounts hold from 1 January 2019.")
