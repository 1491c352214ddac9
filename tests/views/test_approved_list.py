"""One service in one municipality: the approved list itself."""

from __future__ import annotations

from provider_directory.views import approved_list
from provider_directory.views.approved_list import ApprovedListView
from provider_directory.views.page import Page
from tests.views.conftest import Town
from tests.views.editions import html

SELF_PAY = "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [{place}]\n  prices: [{{price: {price}, unit: hour}}]\n"


def page_of(town: Town, municipality: str = "ylojarvi") -> Page:
    """The page of home care in a municipality."""
    path = f"en/municipalities/{municipality}/home-care/index.html"
    (found,) = [page for page in approved_list.pages(town.edition()) if page.path == path]
    return found


def view_of(town: Town, municipality: str = "ylojarvi") -> ApprovedListView:
    """What that page says."""
    view = page_of(town, municipality).view
    assert isinstance(view, ApprovedListView)
    return view


def test_voucher_and_self_pay_stand_apart(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.provider("esimerkki-b", SELF_PAY.format(place="ylojarvi", price=33))
    view = view_of(town)
    assert view.heading == "Home care in Ylöjärvi"
    assert view.lead == "2 providers. Prices: €33.00–€38.00/hour."
    (voucher,), (register,) = view.voucher_lists, view.self_pay_lists
    assert [row.name for row in voucher.rows] == ["Esimerkki A Oy"]
    assert (voucher.you_pay, voucher.link.url) == (True, "/en/vouchers/ylojarvi/kotihoito/")
    assert [row.name for row in register.rows] == ["Esimerkki B Oy"]
    assert (register.you_pay, register.link.url) == (False, "/en/registers/ylojarvi/hoiva/")


def test_a_printed_list_says_whose_it_is_and_of_what(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (voucher,) = view_of(town).voucher_lists
    assert voucher.caption == "City of Ylöjärvi: approved providers. Home care voucher."
    assert voucher.caption in html(town.edition(), page_of(town))


def test_the_list_is_whole_without_a_script(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38.50, unit: hour", facts="phones: [014 000 0100]\n")
    town.home_care("esimerkki-b", "price: 29, unit: hour", more="  from: 2018-09-01\n")
    made = html(town.edition(), page_of(town))
    for said in (
        "Esimerkki A Oy",
        "€38.50",
        "€8.50",
        "014 000 0100",
        "Esimerkki B Oy",
        "From 1 September 2018",
        'data-from="2018-09-01"',
    ):
        assert said in made


def test_what_can_never_be_computed_is_said_once(town: Town) -> None:
    voucher = "content/vouchers/ylojarvi/kotihoito.md"
    town.project.replace(
        voucher,
        "rule: fixed",
        "rule: individual\n    reason: {fi: Päätetään erikseen., en: It is decided for each client.}",
    )
    town.project.replace(voucher, '    amount: "30.00"\n', "")
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 39, unit: hour")
    (made,) = view_of(town).voucher_lists
    assert not made.you_pay
    assert made.notes == (
        "What the voucher pays and what is left for you to pay cannot be computed here. It is decided for each client.",
    )


def test_suspended_and_ended_providers_are_on_no_list(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 38, unit: hour", more="  suspended: {from: 2018-08-01}\n")
    town.home_care("esimerkki-c", "price: 38, unit: hour", more="  until: 2018-07-31\n")
    made = html(town.edition(), page_of(town))
    assert "Esimerkki A Oy" in made
    assert "Esimerkki B Oy" not in made and "Esimerkki C Oy" not in made


def test_the_neighbours_that_have_it_too_are_named(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.provider("esimerkki-b", SELF_PAY.format(place="jyvaskyla", price=33))
    (near,) = view_of(town).nearby
    assert (near.label, near.url, near.note) == ("Jyväskylä", "/en/municipalities/jyvaskyla/home-care/", "1 provider")


def test_there_is_no_page_where_nobody_gives_it(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    assert [page.path for page in approved_list.pages(town.edition())] == [
        "en/municipalities/ylojarvi/home-care/index.html"
    ]


def test_where_tells_home_from_place(town: Town) -> None:
    place = (
        "locations:\n"
        "  koti: {name: Esimerkkikoti, address: {city: Ylöjärvi, municipality: ylojarvi}}\n"
        "  tupa: {name: Hoivakoti Ylöjärvi, address: {city: Ylöjärvi, municipality: ylojarvi}}\n"
    )
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.provider(
        "esimerkki-b",
        "- voucher: ylojarvi/kotihoito\n  locations: [koti, tupa]\n  prices: [{price: 38, unit: hour}]\n",
        place,
    )
    (voucher,) = view_of(town).voucher_lists
    assert [row.where for row in voucher.rows] == ["At home", "Esimerkkikoti (Ylöjärvi) and Hoivakoti Ylöjärvi"]
