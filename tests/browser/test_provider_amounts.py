"""A provider's page for one person: the cents of the catalogue, month and tax credit, and nothing told to anybody."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from provider_directory.catalogue.cents import half_up
from provider_directory.catalogue.monthly import costs_of_month, month_of
from provider_directory.catalogue.offers import Offer
from provider_directory.catalogue.tax_credit import after_credit, credit_on
from provider_directory.views.changes import after, terms
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.people import Told, edition, money, on_day, plain, shown, tell, value_and_share

pytestmark = pytest.mark.browser

HOUSING = "esimerkki-kotikulma-ruovesi-oy"
HOME_CARE = "esimerkkihoiva-oy"
DAYS = "esimerkki-nokian-paivapaikka-oy"
LEAVE = "esimerkki-paivakeskus-ylojarvi-oy"
DEARER_SOON = "esimerkki-vuorentaustan-palveluasunnot-oy"

PEOPLE = (
    Told(gross=0),
    Told(gross=576_00),
    Told(gross=576_01),
    Told(gross=1_437_19),
    Told(gross=2_402_57),
    Told(gross=9_000_00),
)


def path(key: str) -> str:
    """A provider's address."""
    return f"/fi/tuottajat/{key}/"


def offers(key: str) -> tuple[Offer, ...]:
    """A provider's offers."""
    return edition().catalogue.offers_by_provider[key]


def lines(page: Page) -> list[str]:
    """The amounts of the months that are shown, line by line."""
    return [plain(amount) for amount in page.locator("[data-month-of]:visible [data-part=amount]").all_inner_texts()]


@pytest.mark.parametrize("told", PEOPLE, ids=lambda told: str(told.gross))
def test_value_share_and_month_are_the_catalogues_to_the_cent(open_page: OpenPage, told: Told) -> None:
    (offer,) = offers(HOUSING)
    value, share = value_and_share(offer, told)
    costs = offer.listing.record.costs
    month = month_of(share, told.situation(offer), (), costs_of_month(costs, offer.unit), offer.unit)
    page = open_page(path(HOUSING))

    tell(page, told)

    cells = page.locator("article tbody td")
    assert shown(cells.nth(1)) == money(value.exact or 0)
    assert shown(cells.nth(2)) == money(share.exact or 0)
    assert lines(page) == [money(line.high or 0) for line in month.lines]
    expect(page.locator("[data-month-of] [data-part=total]")).to_contain_text(edition().wording.money(month.high or 0))


def test_an_amount_told_for_a_month_says_so_beside_a_price_for_a_day(open_page: OpenPage) -> None:
    page = open_page(path(HOUSING))
    tell(page, Told(gross=1_437_19))

    row = page.locator("article tbody tr").first
    assert plain(row.locator("td").nth(0).inner_text()).endswith("/ vuorokausi")
    expect(row.locator("td").nth(2).locator("[data-of=you] [data-part=unit]")).to_have_text("/ kuukausi")


def test_how_it_came_about_is_there_once_something_is_told(open_page: OpenPage) -> None:
    page = open_page(path(HOUSING))
    expect(page.locator("[data-workings]")).to_be_hidden()

    tell(page, Told(gross=1_437_19))
    page.locator("[data-workings] summary").click()

    steps = plain(page.locator("[data-workings] [data-part=lines]").inner_text())
    _, share = value_and_share(offers(HOUSING)[0], Told(gross=1_437_19))
    assert "1 437,19 €" in steps and "35 %" in steps
    assert money(share.exact or 0) in steps


def test_what_is_worked_out_is_marked_and_forgetting_takes_it_back(open_page: OpenPage) -> None:
    page = open_page(path(HOUSING))
    cell = page.locator("article tbody td").nth(2)
    before = plain(cell.inner_text())
    tell(page, Told(gross=1_437_19))
    expect(cell.locator("[data-part=mark]")).to_be_visible()
    expect(page.locator("[data-legend]").first).to_be_visible()

    page.get_by_role("button", name="Unohda tiedot").click()
    expect(page.locator("[data-legend]").first).to_be_hidden()

    assert plain(cell.inner_text()) == before
    assert "riippuu tuloistasi" in before and "€" in before
    expect(page.locator("[data-month-total] [data-of=all]")).to_be_visible()
    expect(page.locator("[data-workings]")).to_be_hidden()


@pytest.mark.parametrize("hours", ["1", "12,5", "20", "120"])
def test_hours_make_a_month_and_a_year_after_the_tax_credit(open_page: OpenPage, hours: str) -> None:
    told = Told(hours=hours)
    offer = next(each for each in offers(HOME_CARE) if each.listing.register and each.unit == "hour")
    units = told.situation(offer).units
    terms = credit_on((entry.record for entry in edition().records.tax_credits.values()), edition().catalogue.as_of)
    assert units and terms and offer.cents
    year = int(offer.cents * units * 12)
    made = after_credit(terms, year)
    page = open_page(path(HOME_CARE))

    tell(page, told)

    assert lines(page)[0] == money(int(offer.cents * units))
    said = plain(page.locator("[data-credit-of]:visible").first.inner_text())
    for cents in (
        offer.cents,
        year,
        made.credit.low or 0,
        made.left,
        half_up(Fraction(made.left) / (Fraction(units) * 12)),
    ):
        assert money(cents) in said


def test_days_make_a_month_of_each_variant(open_page: OpenPage) -> None:
    page = open_page(path(DAYS))
    tell(page, Told(times="8"))

    rooms = page.locator("[data-month-of]:visible")
    assert rooms.count() == 2
    for room, offer in zip(rooms.all(), offers(DAYS), strict=True):
        _, share = value_and_share(offer, Told(times="8"))
        assert money((share.exact or 0) * 8) in plain(room.inner_text())


def test_what_is_the_same_for_everybody_keeps_its_days(open_page: OpenPage) -> None:
    """The leave's amounts hold from the next year on, whoever tells what."""
    page = open_page(path(LEAVE))
    article = page.locator("article", has=page.get_by_role("heading", name="Omaishoidon vapaan palveluseteli")).last
    before = [plain(cell) for cell in article.locator("tbody td").all_inner_texts()]
    assert sum("1.1.2019" in cell for cell in before) >= 4

    tell(page, Told(times="8"))

    assert [plain(cell) for cell in article.locator("tbody td").all_inner_texts()] == before
    room = article.locator("[data-month-of]:visible").first
    assert "91,20 €" in plain(room.inner_text())
    expect(room).to_contain_text("1.1.2019")


def test_one_persons_amount_says_what_is_decided_to_follow(open_page: OpenPage) -> None:
    told = Told(gross=1_437_19)
    (offer,) = offers(DEARER_SOON)
    (later,) = after(edition(), offer, terms(edition(), offer))
    assert later.starts
    value, _ = on_day(offer, told, later, later.starts)
    page = open_page(path(DEARER_SOON))
    cell = page.locator("article tbody td").nth(1)
    expect(cell).to_contain_text("1.1.2019")

    tell(page, told)

    said = plain(cell.inner_text())
    assert shown(cell) == money(value_and_share(offer, told)[0].exact or 0)
    assert re.search(rf"(1\.1\.2019 alkaen|from 1\.1\.2019) {money(value.exact or 0)}", said)


@pytest.mark.parametrize("key", [HOUSING, HOME_CARE, DAYS, LEAVE, DEARER_SOON])
def test_nothing_of_a_person_stays_in_the_page_when_it_forgets(open_page: OpenPage, key: str) -> None:
    page = open_page(path(key))
    before = plain(page.locator("main").text_content() or "")
    said = page.locator("[data-module=your-situation] [role=status]")
    tell(page, Told(gross=1_437_19, hours="12,5", times="7"))
    assert plain(page.locator("main").text_content() or "") != before

    page.get_by_role("button", name="Unohda tiedot").click()
    expect(page.locator("[data-of=you]:visible")).to_have_count(0)

    said.evaluate("status => status.textContent = ''")
    assert plain(page.locator("main").text_content() or "") == before


def test_what_comes_late_does_not_bring_back_what_was_forgotten(open_page: OpenPage) -> None:
    page = open_page(path(HOUSING))
    waiting: list[Route] = []
    page.route(re.compile(r"/prices/fi-ylojarvi"), lambda route: waiting.append(route))
    with page.expect_request(re.compile(r"/prices/fi-ylojarvi")):
        page.locator("[data-module=your-situation] summary").click()
        page.locator("[data-module=your-situation] [data-field=gross]").fill("1437,19")
        page.get_by_role("button", name="Näytä, mitä maksan").click()
    page.get_by_role("button", name="Unohda tiedot").click()
    with page.expect_response(re.compile(r"/prices/fi-ylojarvi")):
        waiting[0].continue_()

    # The answer is read in tasks that come before this one.
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    expect(page.locator("[data-of=you]:visible")).to_have_count(0)
    expect(page.locator("[data-month-of]:visible")).to_have_count(0)


def test_without_a_script_nothing_is_missing_that_hangs_on_nobody(open_page: OpenPage) -> None:
    housing = open_page(path(HOUSING), java_script_enabled=False, viewport=PHONE)
    expect(housing.locator("[data-module=your-situation]")).to_be_hidden()
    expect(housing.locator("[data-month-total]")).to_contain_text("814,00")
    expect(housing.locator("article table").first).to_contain_text(re.compile("riippuu tuloistasi"))

    care = open_page(path(HOME_CARE), java_script_enabled=False, viewport=PHONE)
    expect(care.locator(".tax-credit")).to_contain_text("2 400,00".replace(" ", "\u00a0"))
    expect(care.locator("[data-credit-of]").first).to_be_hidden()


def kept(page: Page) -> str:
    """Everything the browser keeps of a page, and where it stands."""
    return json.dumps(
        page.evaluate(
            "async () => [location.href, history.state, history.length, {...localStorage}, {...sessionStorage}, "
            "document.cookie, await indexedDB.databases(), await caches.keys(), name]"
        )
    )


@pytest.mark.parametrize("remember", [False, True])
def test_nobody_is_told_what_a_person_tells(browser: Browser, address: str, remember: bool) -> None:
    """Neither the address, a request, the history nor, unless it is asked for, the browser's store."""
    context = browser.new_context(base_url=address, locale="fi-FI")
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))
    page = context.new_page()
    page.goto(path(HOUSING))
    before = kept(page)

    tell(page, Told(gross=1_437_19), remember=remember)
    after = kept(page)
    page.goto(path(HOME_CARE))
    page.go_back()
    sent = " ".join(f"{each.url} {each.headers} {each.post_data}" for each in requests)
    cookies = context.cookies()
    context.close()

    assert "1437" not in sent
    assert all(each.method == "GET" and "?" not in each.url for each in requests)
    assert cookies == []
    assert after == before if not remember else '\\"gross\\":143719' in after
