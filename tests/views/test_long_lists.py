"""Lists that are too long for one page: everybody is found on another, and nobody is counted who is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from provider_directory.views import approved_list, compare, register, search, service, voucher
from provider_directory.views.choice import Choice
from provider_directory.views.edition import Edition
from provider_directory.views.page import Page
from tests.views.conftest import Town
from tests.views.editions import html

Pages = Callable[[Edition], Iterable[Page]]

SELF_PAY = (
    "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [{places}]\n  prices: [{{price: 40, unit: hour}}]\n"
)
AT_A_PLACE = "locations:\n  talo:\n    name: Esimerkkitalo\n    address: {street: Mallikatu 1, postal_code: 99999, city: Ulkomaa}\n"


@pytest.fixture
def busy(town: Town) -> Town:
    """Four providers of home care, of whom one serves two municipalities and one says nothing of any."""
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 39, unit: hour")
    for key, places in (
        ("esimerkki-c", "ylojarvi"),
        ("esimerkki-d", "jyvaskyla, ylojarvi"),
        ("esimerkki-e", "jyvaskyla"),
    ):
        town.provider(key, SELF_PAY.format(places=places))
    town.provider(
        "esimerkki-f",
        "- register: ylojarvi/hoiva\n  locations: [talo]\n  prices: [{price: 40, unit: hour}]\n",
        AT_A_PLACE,
    )
    return town


def only(edition: Edition, pages: Pages, url: str) -> Page:
    """The page with an address."""
    (found,) = [page for page in pages(edition) if page.frame.url == url]
    return found


def behind(edition: Edition, choices: list[Choice]) -> list[list[str]]:
    """Whom the lists that are linked to have, on all their sheets: under the heading linked to, or on all of the page."""
    found = []
    for choice in choices:
        url, _, anchor = choice.url.partition("#")
        sheets = [page.view for page in approved_list.pages(edition) if re.fullmatch(rf"{url}(\d+/)?", page.frame.url)]
        lists = [
            each
            for view in sheets
            for each in (*view.voucher_lists, *view.self_pay_lists)
            if not anchor or each.anchor == anchor
        ]
        assert lists
        found.append([row.name for each in lists for row in each.rows])
    return found


def test_a_long_register_tells_in_which_lists_everybody_is(busy: Town) -> None:
    edition = busy.edition(list_longest=3)
    page = only(edition, register.pages, "/en/registers/ylojarvi/hoiva/")
    providers = page.view.providers
    (home_care,) = providers.spread

    assert providers.count == "4 providers"
    assert home_care.heading == "Home care: 4 providers"
    assert [(each.label, each.note) for each in home_care.lists] == [
        ("Jyväskylä", "2 providers"),
        ("Ylöjärvi", "2 providers"),
    ]
    assert home_care.lists[0].url == "/en/municipalities/jyvaskyla/home-care/#ylojarvi-hoiva"
    lists = behind(edition, list(home_care.lists))
    assert [f"{len(each)} providers" for each in lists] == [each.note for each in home_care.lists]
    assert [row.name for row in providers.rows] == ["Esimerkki F Oy"]
    found = {name for names in lists for name in names} | {row.name for row in providers.rows}
    assert found == {f"Esimerkki {letter} Oy" for letter in "CDEF"}
    assert (providers.lists, "Too many" in html(edition, page)) == ((), False)
    assert "They are too many for one page." in html(edition, page)


def test_a_list_that_a_page_holds_stays_whole(busy: Town) -> None:
    edition = busy.edition(list_longest=4)
    providers = only(edition, register.pages, "/en/registers/ylojarvi/hoiva/").view.providers

    assert (len(providers.rows), providers.spread) == (4, ())
    assert [choice.label for choice in providers.lists] == ["Home care: Jyväskylä", "Home care: Ylöjärvi"]


def test_a_long_list_of_a_voucher_is_spread_and_its_calculator_names_nobody(busy: Town) -> None:
    edition = busy.edition(list_longest=1)
    page = only(edition, voucher.pages, "/en/vouchers/ylojarvi/kotihoito/")
    (home_care,) = page.view.providers.spread

    assert behind(edition, list(home_care.lists)) == [["Esimerkki A Oy", "Esimerkki B Oy"]]
    assert page.view.providers.rows == ()
    assert "Esimerkki A Oy" not in html(edition, page)
    assert "Esimerkki A Oy" in html(busy.edition(), only(busy.edition(), voucher.pages, page.frame.url))


def test_a_long_service_leads_to_its_municipalities(busy: Town) -> None:
    edition = busy.edition(list_longest=5)
    page = only(edition, service.pages, "/en/services/home-care/")
    tiles = [Choice(label=tile.name, url=tile.url) for tile in page.view.municipalities]

    assert page.view.elsewhere == (
        "6 providers, too many for one page. Choose a municipality above: its list has prices, what you pay, and telephone numbers."
    )
    assert [row.name for row in page.view.providers] == ["Esimerkki F Oy"]
    found = {name for names in behind(edition, tiles) for name in names} | {row.name for row in page.view.providers}
    assert found == {f"Esimerkki {letter} Oy" for letter in "ABCDEF"}
    assert only(busy.edition(), service.pages, page.frame.url).view.elsewhere is None


@pytest.mark.parametrize("pages", [search.pages, compare.pages])
def test_more_lists_than_a_page_names_are_on_the_municipalities_pages(busy: Town, pages: Pages) -> None:
    edition = busy.edition(list_longest=1)
    (page,) = pages(edition)

    assert page.view.lists == ()
    assert [(choice.label, choice.url, choice.note) for choice in page.view.towns] == [
        ("Jyväskylä", "/en/municipalities/jyvaskyla/", "2 providers"),
        ("Ylöjärvi", "/en/municipalities/ylojarvi/", "4 providers"),
    ]
    plain = html(edition, page).partition("All lists by municipality")[2]
    assert re.findall(r'link-list__link" href="([^"]+)"', plain)[:2] == [choice.url for choice in page.view.towns]


def test_a_list_too_long_in_one_municipality_has_several_sheets(town: Town) -> None:
    for letter in "abcde":
        town.home_care(f"esimerkki-{letter}", "price: 38, unit: hour")
    town.provider("esimerkki-x", SELF_PAY.format(places="ylojarvi"))
    edition = town.edition(list_longest=2)
    first, second, third = approved_list.pages(edition)
    (voucher_list,), (self_pay,) = first.view.voucher_lists, first.view.self_pay_lists

    assert [page.frame.url for page in (first, second, third)] == [
        "/en/municipalities/ylojarvi/home-care/",
        "/en/municipalities/ylojarvi/home-care/2/",
        "/en/municipalities/ylojarvi/home-care/3/",
    ]
    assert [page.frame.title for page in (first, third)] == ["Home care in Ylöjärvi", "Home care in Ylöjärvi, part 3"]
    assert [each.url for each in second.frame.alternates][:2] == [
        "/fi/kunnat/ylojarvi/kotihoito/2/",
        "/sv/kommuner/ylojarvi/hemvard/2/",
    ]
    assert [[row.name for row in page.view.voucher_lists[0].rows] for page in (first, second, third)] == [
        ["Esimerkki A Oy"],
        ["Esimerkki B Oy", "Esimerkki C Oy"],
        ["Esimerkki D Oy", "Esimerkki E Oy"],
    ]
    assert voucher_list.part is not None and voucher_list.part.words == (
        "Part 1 of 3 of this list, by name: Esimerkki A Oy. Only this part is sorted; the search sorts all."
    )
    assert next((each.label, each.url, each.note) for each in voucher_list.part.others) == (
        "Esimerkki B Oy – Esimerkki C Oy",
        "/en/municipalities/ylojarvi/home-care/2/#ylojarvi-kotihoito",
        "2 providers",
    )
    assert (self_pay.part, second.view.self_pay_lists) == (None, ())
    assert all(f'href="{each.url}"' in html(edition, first) for each in voucher_list.part.others)
