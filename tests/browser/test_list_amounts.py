"""An approved list for one person: every row's cents, one reason said once, and the order that follows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from provider_directory.views.offer_data import besides
from provider_directory.views.paying import leading
from tests.browser.conftest import OpenPage
from tests.browser.people import Told, edition, money, plain, shown, tell, value_and_share

pytestmark = pytest.mark.browser

HOUSING = "/fi/kunnat/ylojarvi/palveluasuminen/"
LEAVE = "/fi/kunnat/ylojarvi/omaishoitajan-vapaa/"
REGISTER = "/fi/kunnat/jyvaskyla/kodin-siivous/"


def rows(page: Page) -> list[Locator]:
    """The rows of the first list, as they stand."""
    return page.locator("tbody").first.locator("tr").all()


def names(page: Page) -> list[str]:
    """Whose rows they are."""
    return [row.locator("th a").inner_text() for row in rows(page)]


def expected(told: Told) -> dict[str, int]:
    """What each provider of service housing in Ylöjärvi is paid, by its name."""
    offers = edition().catalogue.offers_by_list["ylojarvi", "service-housing"]
    own = {offer.provider.record.name: [each for each in offers if each.provider is offer.provider] for offer in offers}
    shares = {name: value_and_share(offer, told)[1] for name, found in own.items() if (offer := leading(found))}
    return {name: share.exact for name, share in shares.items() if share.exact is not None}


@pytest.mark.parametrize("gross", [0, 576_00, 1_437_19, 2_402_57, 9_000_00])
def test_every_row_says_the_cents_of_the_catalogue(open_page: OpenPage, gross: int) -> None:
    page = open_page(HOUSING)
    tell(page, Told(gross=gross))

    said = {row.locator("th a").inner_text(): shown(row.locator("[data-column=you-pay]")) for row in rows(page)}

    assert len(said) >= 5
    assert said == {name: money(cents) for name, cents in expected(Told(gross=gross)).items()}


def test_a_reason_that_holds_for_every_row_is_said_once(open_page: OpenPage) -> None:
    page = open_page(HOUSING)
    before = [plain(row.locator("[data-column=you-pay] [data-of=all] span").first.inner_text()) for row in rows(page)]
    tell(page, Told(adults=1))

    reason = "Kerro tulosi ennen veroja"
    expect(page.locator("[data-module=your-situation] [role=status]")).to_contain_text(reason)
    assert page.locator("main").inner_text().count(reason) == 1
    assert [shown(row.locator("[data-column=you-pay]")) for row in rows(page)] == before
    assert all("€" in text for text in before)


def test_a_household_the_table_does_not_have_is_told_why_and_whom_to_ask(open_page: OpenPage) -> None:
    page = open_page(HOUSING)
    tell(page, Told(gross=1_437_19, adults=2))

    status = page.locator("[data-module=your-situation] [role=status]")
    expect(status).to_contain_text("Ylöjärven kaupunki")
    assert page.locator("main").inner_text().count(status.inner_text()) == 1


def test_a_list_in_order_of_what_one_pays_stays_in_that_order(open_page: OpenPage) -> None:
    page = open_page(HOUSING)
    page.get_by_role("button", name="Maksat itse").click()
    order = ["ascending", "descending"]
    for direction in order:
        tell(page, Told(gross=1_437_19))
        found = expected(Told(gross=1_437_19))
        paid = [found[name] for name in names(page)]
        assert paid == sorted(paid, reverse=direction == "descending")
        assert len(set(paid)) > 1
        page.get_by_role("button", name="Unohda tiedot").click()
        page.get_by_role("button", name="Maksat itse").click()


def test_amounts_of_different_units_are_never_in_one_order(open_page: OpenPage) -> None:
    page = open_page(LEAVE)
    for press in range(2):
        page.get_by_role("button", name="Hinta alkaen").click()
        cells = [row.locator("[data-column=price]") for row in rows(page)]
        units = [cell.get_attribute("data-sort-group") for cell in cells]
        prices = [int(cell.get_attribute("data-sort") or 0) for cell in cells]
        first = units.count(units[0])
        assert set(units) == {"päivä", "vuorokausi"}
        assert units == sorted(units, key=lambda unit: unit != "päivä")
        for part in (prices[:first], prices[first:]):
            assert part == sorted(part, reverse=press == 1)


def test_only_what_was_worked_out_is_marked(open_page: OpenPage) -> None:
    page = open_page(HOUSING)
    expect(page.locator("[data-legend]").first).to_be_hidden()
    tell(page, Told(gross=1_437_19))

    assert page.locator("[data-part=mark]:visible").count() == len(rows(page))
    expect(page.locator("[data-legend]").first).to_be_visible()


def test_a_list_one_pays_oneself_tells_the_tax_credit_without_a_script(open_page: OpenPage) -> None:
    page = open_page(REGISTER, java_script_enabled=False)

    expect(page.locator(".tax-credit")).to_contain_text("2018")
    expect(page.locator(".tax-credit")).to_contain_text("Tuloverolaki (1535/1992)")


def test_words_in_place_of_an_amount_are_smaller_than_amounts(open_page: OpenPage) -> None:
    page = open_page("/fi/tuottajat/esimerkkikoti-nasijarvi-oy/")
    quiet = page.locator("[data-quiet] [class$=__text]").first

    style = quiet.evaluate("element => [getComputedStyle(element).fontSize, getComputedStyle(element).fontWeight]")
    body = page.locator("article td [class$=__text]").first.evaluate("element => getComputedStyle(element).fontSize")

    assert float(style[0].removesuffix("px")) < float(body.removesuffix("px"))
    assert int(style[1]) < 600


def test_amounts_that_hold_later_say_so_whatever_is_told(open_page: OpenPage) -> None:
    page = open_page("/fi/palvelusetelit/ylojarvi/omaishoidon-vapaa/")
    cells = page.locator("[data-column=you-pay][data-offer]")
    before = [plain(cell) for cell in cells.all_inner_texts()]
    assert sum("1.1.2019" in cell for cell in before) >= 5

    page.locator("[data-use=day] input").fill("8")
    page.locator(".calculator [type=submit]").click()
    expect(page.locator("[data-part=result]")).to_be_visible()

    assert [plain(cell) for cell in cells.all_inner_texts()] == before


def test_what_one_pays_for_housing_is_not_taken_for_all_of_it(open_page: OpenPage) -> None:
    page = open_page(HOUSING)
    offers = edition().catalogue.offers_by_list["ylojarvi", "service-housing"]
    words = {offer.provider.record.name: besides(edition(), offer) for offer in offers}
    assert any(words.values())

    for told in (None, Told(adults=1), Told(gross=1_437_19)):
        if told:
            tell(page, told)
        for row in rows(page):
            said = plain(row.locator("[data-column=you-pay]").inner_text())
            assert (
                said.count(plain(words[row.locator("th a").inner_text()])) == 1
                or not words[row.locator("th a").inner_text()]
            )
