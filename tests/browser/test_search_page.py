"""The search page in a real browser: text, filters, keyboard, back button, shared address, nothing found."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.browser


def found(page: Page) -> int:
    """How many providers the page says it found, once it has answered."""
    status = page.locator("[data-search=status]")
    expect(status).not_to_be_empty()
    # The address for paper is written with each answer.
    expect(page.locator(".page__printed")).to_have_text(page.evaluate("location.href"))
    number = re.search(r"\d+", status.inner_text())
    return int(number[0]) if number else 0


def names(page: Page) -> list[str]:
    """The providers shown."""
    return [name.strip() for name in page.locator("[data-search=results] h3").all_inner_texts()]


def test_words_from_the_front_page_are_searched(open_page: OpenPage) -> None:
    page = open_page("/fi/")

    page.get_by_role("main").get_by_role("searchbox").fill("kotihoitoa Ylöjärvellä")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/fi/haku/\?q=kotihoitoa"))
    assert found(page) > 0


def test_the_index_is_fetched_beside_the_scripts(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    found(page)

    asked = page.evaluate(
        "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/boot-')).map(({ initiatorType }) => initiatorType)"
    )

    # What was fetched ahead is what the search opens: it is not asked for a second time.
    assert asked == ["link"]


def test_the_number_found_is_announced(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=siivous")

    assert page.locator("[data-search=status]").get_attribute("role") == "status"
    assert found(page) == page.locator("[data-search=results] > li").count()


def test_a_municipality_a_service_and_a_price_narrow_the_list_together(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    everybody = found(page)

    page.get_by_label("Missä asut?").select_option("jyvaskyla")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla"))
    in_town = found(page)
    page.get_by_label("Palvelu", exact=True).select_option("home-cleaning")
    cleaning = found(page)
    page.locator("[name=unit]").select_option("hour")
    page.locator("[name=max]").fill("35")
    page.locator("[name=max]").press("Enter")
    expect(page).to_have_url(re.compile("max=35"))

    assert everybody > in_town > cleaning > found(page) > 0
    for amount in page.locator("[data-search=results] [data-slot=price]").all_inner_texts():
        assert float(amount.replace("\u00a0", " ").removesuffix(" €").replace(",", ".")) <= 35


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("q=kotihoito+öisin", "Sana ”öisin” luettiin ajaksi: Yöt."),
        ("q=siivous&max=abc", "”abc” ei rajaa hintaa."),
        ("q=siivous+alle+40+€", "”alle 40 €” ei rajaa hintaa."),
        ("service=home-cleaning&max=1", "Hintoja verrataan"),
    ],
)
def test_the_page_says_how_it_was_understood(open_page: OpenPage, asked: str, words: str) -> None:
    page = open_page(f"/fi/haku/?{asked}")
    found(page)

    expect(page.locator("[data-search=notes]")).to_contain_text(words)


def test_the_search_and_the_approved_list_name_the_same_providers(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?municipality=jyvaskyla&service=home-care")
    found(page)
    searched = sorted(names(page))

    page.goto("/fi/kunnat/jyvaskyla/kotihoito/")
    listed = sorted(set(page.locator("tbody th a").all_inner_texts()))

    assert searched == listed


def test_a_choice_says_how_many_are_behind_it(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care")
    found(page)
    label = page.get_by_label("Missä asut?").locator("option[value=jyvaskyla]")
    expect(label).to_have_text(re.compile(r"\(\d+\)"))
    behind = int(label.inner_text().split("(")[1].rstrip(")"))

    page.get_by_label("Missä asut?").select_option("jyvaskyla")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla"))

    assert found(page) == behind


def test_a_shared_address_shows_the_same_results_and_fills_the_form(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=hoiva&municipality=jyvaskyla&kind=self-pay&max=45&unit=hour&sort=price")
    first = (found(page), names(page))

    again = open_page(page.url)

    assert (found(again), names(again)) == first
    assert again.locator("[name=q]").input_value() == "hoiva"
    assert again.get_by_label("Missä asut?").input_value() == "jyvaskyla"
    assert again.locator("[name=max]").input_value() == "45"
    assert again.locator("[name=sort]").input_value() == "price"


def test_back_and_forward_go_through_the_choices(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    all_of_them = found(page)
    page.get_by_label("Palvelu", exact=True).select_option("home-care")
    expect(page).to_have_url(re.compile("service=home-care"))
    some = found(page)

    page.go_back()
    expect(page).not_to_have_url(re.compile("service="))
    expect(page.locator("[data-search=status]")).to_contain_text(str(all_of_them))
    assert page.get_by_label("Palvelu", exact=True).input_value() == ""
    page.go_forward()
    expect(page.locator("[data-search=status]")).to_contain_text(str(some))
    assert page.get_by_label("Palvelu", exact=True).input_value() == "home-care"


def test_a_chip_takes_its_choice_away(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care&municipality=jyvaskyla")
    found(page)

    page.locator("[data-search=chips] a", has_text="Jyväskylä").click()

    expect(page).not_to_have_url(re.compile("municipality"))
    expect(page.locator("[data-search=chips] a")).to_have_count(1)


def test_the_whole_search_works_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    found(page)
    box = page.locator("#search-text")
    for _ in range(30):
        page.keyboard.press("Tab")
        if box.evaluate("e => e === document.activeElement"):
            break
    expect(box).to_be_focused()

    page.keyboard.type("ateriapalvelu")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=ateriapalvelu"))
    assert found(page) > 0
    first = page.locator("[data-search=results] h3 a").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if first.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/fi/tuottajat/"))


def test_results_are_sorted_by_price(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-cleaning&unit=hour&sort=price")
    found(page)

    prices = page.locator("[data-search=results] [data-slot=price]").all_inner_texts()

    amounts = [float(price.replace("\u00a0", " ").removesuffix(" €").replace(",", ".")) for price in prices]
    assert len(amounts) > 3 and amounts == sorted(amounts)


def test_nothing_found_offers_a_way_out_that_finds_something(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care&municipality=kihnio&max=1&unit=hour")
    expect(page.locator("[data-search=nothing]")).to_be_visible()

    page.locator("[data-search=relaxations] a").first.click()

    expect(page.locator("[data-search=results] > li").first).to_be_visible()


def test_a_word_nobody_knows_leaves_a_way_on(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=xyzzyx")

    expect(page.locator("[data-search=relaxations]")).to_be_hidden()
    expect(page.locator("[data-search=nothing] a").first).to_be_visible()


def test_a_result_says_which_list_its_price_is_from(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=kotihoito")
    found(page)

    expect(page.locator("[data-search=results] > li [data-slot=origin]").first).not_to_be_empty()


@pytest.mark.parametrize(
    "query",
    [
        "?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "?q=" + "a" * 5000,
        "?q=%00%F0%9F%98%80&page=-5&max=-1&sort=%27",
        "?municipality=%22%3E%3Cb%3E",
    ],
)
def test_a_hostile_address_does_no_harm(open_page: OpenPage, query: str) -> None:
    page = open_page(f"/fi/haku/{query}")

    expect(page.locator("[data-search=status]")).not_to_be_empty()
    assert page.locator("main script:not([data-words])").count() == 0


def test_a_failing_index_leaves_the_plain_lists(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.route(
        "**/search/**/*.json", lambda route: route.fulfill(status=200, body="{}", content_type="application/json")
    )

    page.goto("/fi/haku/")

    expect(page.locator("[data-search=failure]")).to_be_visible()
    expect(page.locator("[data-search=plain]")).to_be_visible()
    page.close()


def test_a_phone_shows_the_first_result_soon(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=kotihoito", viewport=PHONE)
    found(page)

    top = page.locator("[data-search=results] > li").first.evaluate("e => e.getBoundingClientRect().top + scrollY")

    assert top < 2 * PHONE["height"]


@pytest.mark.parametrize(("place", "query"), [("/sv/sok/", "hemvård"), ("/en/search/", "home care")])
def test_the_other_languages_search_in_their_own_words(open_page: OpenPage, place: str, query: str) -> None:
    page = open_page(f"{place}?q={query}")

    assert found(page) > 3


# What one pays for service housing in Ylöjärvi depends on income.
BY_INCOME = "/fi/haku/?service=service-housing&kind=voucher&municipality=ylojarvi&unit=24h"


def tell(page: Page, *, remember: bool = False, **answers: str) -> None:
    """Fill in the panel and send it off."""
    panel = page.locator("[data-module=your-situation]")
    if not panel.locator("form").is_visible():
        panel.locator("summary").click()
    for field, answer in answers.items():
        panel.locator(f"[data-field={field}]").fill(answer)
    if remember:
        panel.locator("[data-action=remember]").check()
    panel.locator("[type=submit]").click()
    expect(panel.get_by_role("status")).not_to_be_empty()


def amounts(page: Page) -> list[float]:
    """What the cards say one pays, those that say one amount."""
    said = page.locator("[data-search=results] [data-slot=you-pay]").all_inner_texts()
    return [float(each.replace("\u00a0", " ").removesuffix(" €").replace(",", ".")) for each in said if "–" not in each]


def test_without_a_situation_a_card_says_between_which_ends_one_pays(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME)
    found(page)
    total = page.locator("[data-search=results] .receipt__line--total", has_text="–").first

    expect(total.locator("[data-slot=you-pay]")).to_have_text(re.compile(r"^\d+,\d\d–\d+,\d\d\s€$"))
    expect(total.locator("[data-slot=you-pay-unit]")).to_have_text("vuorokausi")
    expect(total.locator("[data-slot=you-pay-note]")).to_contain_text("riippuu tuloistasi")


def test_what_cannot_be_computed_is_not_as_loud_as_an_amount(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=enhanced-service-housing&municipality=jyvaskyla")
    found(page)
    unknown = page.locator("[data-slot=not-known]").first
    price = page.locator("[data-slot=price]").first

    expect(unknown).not_to_be_empty()
    expect(page.locator("[data-slot=you-pay-note]").first).not_to_be_empty()
    weights = [each.evaluate("e => Number(getComputedStyle(e).fontWeight)") for each in (unknown, price)]
    sizes = [each.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") for each in (unknown, price)]
    assert weights[0] <= weights[1] and sizes[0] <= sizes[1]


def test_a_situation_turns_ends_into_an_amount_on_every_card(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME)
    found(page)
    ends = page.locator("[data-search=results] [data-slot=you-pay]", has_text="–")
    before = ends.count()

    tell(page, gross="1 450")

    assert before > 3
    expect(ends).to_have_count(0)
    assert len(amounts(page)) == before
    expect(page.locator("[data-when=yours]")).to_have_count(before)


def test_an_amount_that_depends_on_nothing_is_not_said_to_be_mine(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=informal-carers-leave&kind=voucher&municipality=ylojarvi")
    found(page)
    cards = page.locator("[data-search=results] .receipt__line--total")
    # The text as it stands: how it is broken into lines depends on whether it has been laid out yet.
    before = cards.all_text_contents()
    assert before

    tell(page, gross="1 450", times="8")

    expect(page.locator("[data-when=yours]")).to_have_count(0)
    assert cards.all_text_contents() == before


def test_what_one_pays_for_housing_is_not_taken_for_all_of_it(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME.replace("/fi/haku/", "/en/search/"))
    found(page)
    notes = page.locator("[data-search=results] [data-slot=you-pay-note]", has_text=re.compile(r"plus .*rent"))
    before = notes.count()
    assert before > 3

    tell(page, gross="1450")

    expect(page.locator("[data-slot=you-pay]", has_text="–")).to_have_count(0)
    expect(notes).to_have_count(before)


def test_what_is_still_missing_is_said_and_the_ends_stay(open_page: OpenPage) -> None:
    page = open_page("/en/search/?service=service-housing&kind=voucher&municipality=ylojarvi")
    found(page)
    before = page.locator("[data-slot=you-pay]").all_inner_texts()
    tell(page, hours="20")

    note = page.locator("[data-search=results] .receipt__line--total [data-slot=you-pay-note]").first
    expect(note).to_contain_text("Tell your income before tax")
    assert page.locator("[data-slot=you-pay]").all_inner_texts() == before
    expect(page.locator("[data-when=yours]")).to_have_count(0)


def test_forgetting_brings_back_what_is_true_of_everybody(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME)
    found(page)
    before = page.locator("[data-slot=you-pay]").all_inner_texts()
    tell(page, gross="1450", net="1200", hours="20")
    expect(page.locator("[data-slot=you-pay]", has_text="–")).to_have_count(0)

    page.locator("[data-action=forget]").click()

    expect(page.locator("[data-when=yours]")).to_have_count(0)
    assert page.locator("[data-slot=you-pay]").all_inner_texts() == before


def test_sorting_by_what_i_pay_takes_my_own_share(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME.replace("unit=24h", "sort=you-pay"))
    found(page)
    tell(page, gross="1450")
    expect(page.locator("[data-slot=you-pay]", has_text="–")).to_have_count(0)

    mine = amounts(page)

    assert len(mine) > 3 and mine == sorted(mine) and len(set(mine)) > 1
    assert set(page.locator("[data-slot=you-pay-unit]").all_inner_texts()) == {"kuukausi"}


def test_a_limit_on_what_i_pay_counts_only_what_is_certain(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME)
    everybody = found(page)
    page.locator("[name=of][value=you-pay]").check()
    page.locator("[name=max]").fill("50")
    page.locator("[name=max]").press("Enter")

    expect(page).to_have_url(re.compile(r"of=you-pay&max=50&unit=24h"))
    certain = found(page)
    assert 0 < certain < everybody
    for said in page.locator("[data-slot=you-pay]").all_inner_texts():
        assert float(said.split("–")[-1].replace("\u00a0€", "").replace(",", ".")) <= 50
    notes = page.locator("[data-search=notes]")
    expect(notes).to_contain_text(str(everybody - certain))
    uncertain = notes.inner_text()

    # The share of one's income is told by the month, which is never compared with a day.
    tell(page, gross="1450")
    expect(page.locator("[data-search=nothing]")).to_be_visible()
    expect(notes).not_to_have_text(uncertain)
    page.locator("[name=unit]").select_option("month")
    page.locator("[name=max]").fill("350")
    page.locator("[name=max]").press("Enter")
    expect(page).to_have_url(re.compile(r"max=350&unit=month"))
    expect(page.locator("[data-slot=you-pay]").first).to_be_visible()

    assert 0 < found(page) < everybody
    assert max(amounts(page)) <= 350


def test_a_chip_says_what_a_limit_is_on(open_page: OpenPage) -> None:
    page = open_page("/en/search/?of=you-pay&max=10&unit=hour")
    found(page)
    expect(page.locator("[data-search=chips] a")).to_contain_text("you pay at most €10.00 / hour")
    expect(page.get_by_label("what I pay myself")).to_be_checked()

    page.get_by_label("the provider's price").check()

    expect(page.locator("[data-search=chips] a")).to_contain_text("price at most €10.00 / hour")
    expect(page).to_have_url(re.compile(r"\?max=10&unit=hour$"))


def test_a_time_of_the_week_finds_the_price_of_that_time_and_says_so(open_page: OpenPage) -> None:
    page = open_page("/en/search/?service=home-care&municipality=jyvaskyla&unit=hour&sort=price")
    everybody, first = found(page), page.locator("[data-slot=price]").all_inner_texts()

    page.get_by_label("When?").select_option("sunday")
    expect(page).to_have_url(re.compile("when=sunday"))
    some, second = found(page), page.locator("[data-slot=price]").all_inner_texts()

    assert 0 < some <= everybody and second != first
    for card in page.locator("[data-search=results] > li").all():
        said = card.locator("[data-slot=variant], [data-slot=times]").all_inner_texts()
        assert re.search("Sun|holiday|Weekend|Evening|same price at any time", " ".join(said)), said
    page.go_back()
    expect(page.locator("[data-search=status]")).to_contain_text(str(everybody))
    assert page.get_by_label("When?").input_value() == ""
    page.go_forward()
    expect(page.locator("[data-search=chips]")).to_contain_text("Sundays and public holidays")


def test_the_other_languages_and_the_printed_address_ask_the_same(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=day-activity&sort=price")
    finnish = found(page)

    expect(page.locator(".page__printed")).to_contain_text("/fi/haku/?service=day-activity&sort=price")
    page.get_by_role("link", name="Svenska").first.click()

    expect(page).to_have_url(re.compile(r"/sv/sok/\?service=day-activity&sort=price$"))
    assert found(page) == finnish


def test_going_back_and_forward_keeps_the_situation(open_page: OpenPage) -> None:
    page = open_page(BY_INCOME)
    found(page)
    tell(page, gross="1450", net="1200", hours="20")
    expect(page.locator("[data-when=yours]").first).to_be_visible()
    page.get_by_label("Järjestys").select_option("you-pay")
    expect(page).to_have_url(re.compile("sort=you-pay"))

    page.go_back()

    expect(page).not_to_have_url(re.compile("sort=you-pay"))
    expect(page.locator("[data-when=yours]").first).to_be_visible()


def test_nothing_of_a_situation_gets_into_an_address_a_request_or_storage(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(f"{request.url} {request.post_data or ''} {request.headers}")

    page.on("request", note)
    page.goto(BY_INCOME)
    found(page)
    tell(page, gross="7531,86", net="6428,97", adults="1", children="0", hours="43,7", times="19,3")
    expect(page.locator("[data-when=yours]").first).to_be_visible()
    page.locator("[name=of][value=you-pay]").check()
    page.locator("[name=max]").fill("50")
    page.locator("[name=max]").press("Enter")
    expect(page).to_have_url(re.compile("max=50"))
    page.get_by_label("Järjestys").select_option("you-pay")
    page.get_by_label("Missä asut?").select_option("")
    expect(page).not_to_have_url(re.compile("municipality"))
    page.go_back()
    expect(page).to_have_url(re.compile("municipality"))
    addresses = [page.url, page.evaluate("location.href"), page.evaluate("JSON.stringify(history.state)")]
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href).join()")

    for told in ("7531", "6428", "753186", "642897", "43.7", "43,7", "19.3", "19,3"):
        assert told not in "\n".join([*sent, *addresses, kept, links])
    assert kept == '[{},{},""]'
    assert any("/prices/" in request for request in sent)
    context.close()


def test_the_rules_are_fetched_only_once_something_was_told(open_page: OpenPage) -> None:
    page = open_page("/fi/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(BY_INCOME)
    found(page)
    page.get_by_label("Järjestys").select_option("you-pay")
    expect(page).to_have_url(re.compile("sort=you-pay"))
    assert [path for path in fetched if path.startswith("/prices/")] == []

    tell(page, gross="1450", net="1200", hours="20")
    expect(page.locator("[data-when=yours]").first).to_be_visible()
    tell(page, gross="1500")

    rules = [path for path in fetched if path.startswith("/prices/")]
    assert len(rules) == len(set(rules)) > 1


def test_a_remembered_situation_is_worked_in_from_the_start(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(BY_INCOME)
    found(page)
    tell(page, gross="1450", net="1200", hours="20", remember=True)
    expect(page.locator("[data-when=yours]").first).to_be_visible()
    mine = page.locator("[data-slot=you-pay]").all_inner_texts()

    again = context.new_page()
    again.goto(BY_INCOME)
    expect(again.locator("[data-when=yours]").first).to_be_visible()

    assert again.locator("[data-slot=you-pay]").all_inner_texts() == mine
    assert again.locator("[data-field=gross]").input_value() == "1450"
    context.close()


@pytest.mark.parametrize("failing", ["**/prices/fi-*.json", "**/prices/fi-ylojarvi-*.json"])
def test_rules_that_cannot_be_had_leave_the_cards_as_they_are(browser: Browser, address: str, failing: str) -> None:
    page = browser.new_page(base_url=address)
    page.route(failing, lambda route: route.fulfill(status=503))
    page.goto(BY_INCOME)
    found(page)
    before = page.locator("[data-slot=you-pay]").all_inner_texts()

    tell(page, gross="1450", net="1200", hours="20")

    status = page.locator("[data-module=your-situation] [role=status]")
    expect(status).to_contain_text(re.compile("ei (voitu|saatu)|could not be fetched"))
    assert page.locator("[data-slot=you-pay]").all_inner_texts() == before
    expect(page.locator("[data-when=yours]")).to_have_count(0)
    page.unroute(failing)
    tell(page, gross="1450")
    expect(page.locator("[data-when=yours]").first).to_be_visible()
    page.close()


def test_the_panel_and_the_new_choices_do_not_push_the_results_down(open_page: OpenPage) -> None:
    """On a phone the panel is one line, and what it may cost and when stand inside the fold."""
    page = open_page("/fi/haku/?q=kotihoito", viewport=PHONE)
    found(page)

    panel = page.locator("[data-module=your-situation]")
    assert panel.evaluate("e => e.getBoundingClientRect().height") < 64
    assert panel.locator("form").is_hidden()
    assert page.get_by_label("Missä asut?").is_visible()
    assert page.locator("[name=of]").first.is_hidden() and page.locator("[name=when]").is_hidden()


def other(page: Page, number: int) -> Locator:
    """A further municipality of the form."""
    return page.get_by_label("Toinen kunta").nth(number)


def test_several_municipalities_are_asked_for_together(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care")
    found(page)
    add = page.get_by_role("button", name="Lisää toinen kunta")
    expect(add).to_be_hidden()
    page.get_by_label("Missä asut?").select_option("jyvaskyla")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla"))
    one = found(page)

    add.click()
    expect(other(page, 0)).to_be_focused()
    expect(add).to_be_hidden()
    assert other(page, 0).locator("option[value=jyvaskyla]").is_disabled()
    expect(other(page, 0).locator("option[value=keuruu]")).to_have_text(re.compile(r"^Keuruu \(\d+\)$"))
    other(page, 0).select_option("keuruu")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla&municipality=keuruu"))
    both = found(page)

    assert both > one > 0
    expect(page.locator("[data-search=chips] a")).to_have_count(3)
    shared = open_page(page.url)
    assert found(shared) == both
    expect(other(shared, 0)).to_have_value("keuruu")
    shared.get_by_role("button", name="Poista valinta: Keuruu").click()
    expect(shared).to_have_url(re.compile(r"\?municipality=jyvaskyla&service=home-care$"))
    expect(shared.get_by_role("button", name="Lisää toinen kunta")).to_be_focused()
    assert found(shared) == one


def test_several_choices_go_back_and_forward_and_by_their_chips(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?municipality=jyvaskyla&municipality=laukaa&municipality=muurame&service=home-care")
    found(page)
    expect(page.get_by_label("Toinen kunta")).to_have_count(2)
    page.get_by_role("button", name="Lisää toinen palvelu").click()
    page.get_by_label("Toinen palvelu").select_option("home-cleaning")
    expect(page).to_have_url(re.compile("service=home-care&service=home-cleaning"))

    page.locator("[data-search=chips] a", has_text="Jyväskylä").click()

    expect(page).to_have_url(re.compile(r"\?municipality=laukaa&municipality=muurame&service=home-care&service=home"))
    expect(page.get_by_label("Missä asut?")).to_have_value("laukaa")
    expect(page.get_by_label("Toinen kunta")).to_have_count(1)
    page.go_back()
    expect(page.get_by_label("Missä asut?")).to_have_value("jyvaskyla")
    expect(page.get_by_label("Toinen kunta")).to_have_count(2)
    page.go_back()
    expect(page.get_by_label("Toinen palvelu")).to_have_count(0)
    page.go_forward()
    expect(page.get_by_label("Toinen palvelu")).to_have_value("home-cleaning")


def test_nothing_found_says_what_was_asked_and_which_word_nobody_has(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=kotihoito+xqzwvk&service=home-care&municipality=kihnio&max=1&unit=hour")
    nothing = page.locator("[data-search=nothing]")
    expect(nothing).to_be_visible()

    expect(page.locator("[data-search=notes]")).to_contain_text("xqzwvk")
    asked = nothing.locator("[data-search=asked]")
    expect(asked).to_contain_text("Kotihoito, Kihniö, hinta enintään 1,00")
    expect(asked).to_contain_text("”kotihoito”")
    assert "xqzwvk" not in asked.inner_text()
    expect(page.locator("[data-search=relaxations] a").first).to_be_visible()


def test_every_way_out_finds_as_many_as_it_says(open_page: OpenPage) -> None:
    address = "/fi/haku/?service=home-care&municipality=kihnio&max=1&unit=hour"
    page = open_page(address)
    ways = page.locator("[data-search=relaxations] a")
    expect(ways.first).to_be_visible()

    for number in range(ways.count()):
        words = ways.nth(number).inner_text()
        ways.nth(number).click()
        expect(page.locator("[data-search=results] > li").first).to_be_visible()
        assert found(page) == int(re.findall(r"(\d+) palvelun", words)[-1]), words
        page.go_back()
        expect(ways.first).to_be_visible()


def test_neighbouring_municipalities_are_offered(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=errand-and-escort&municipality=hankasalmi")
    expect(page.locator("[data-search=nothing]")).to_be_visible()

    expect(page.locator("[data-search=relaxations] a", has_text="Naapurikunta Laukaa: 2 ")).to_be_visible()


@pytest.mark.parametrize(
    ("word", "place", "marked"),
    [("lomakkeet", "[data-summary]", "lomakkeet"), ("kaupunki", "[data-snippet]", "kaupunki")],
    ids=["in the summary", "in a longer text"],
)
def test_the_word_that_was_found_is_marked_where_it_stands(
    open_page: OpenPage, word: str, place: str, marked: str
) -> None:
    page = open_page(f"/fi/haku/?q={word}")
    found(page)
    mark = page.locator(f"[data-search=results] {place} mark").first

    expect(mark).to_be_visible()
    expect(mark).to_have_text(marked)
    assert page.locator("[data-search=results] mark *").count() == 0
    assert len(mark.locator("..").inner_text()) > 30


def test_the_order_of_equal_results_is_told(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    found(page)

    page.get_by_text("Missä järjestyksessä tulokset ovat?").click()

    expect(page.get_by_text("joka vaihtuu päivittäin")).to_be_visible()


def test_the_whole_journey_by_the_keyboard_alone(open_page: OpenPage) -> None:
    """Words, a suggestion, another municipality, an order, and a provider's page; then back to where it was."""
    page = open_page("/fi/haku/")
    found(page)

    def reach(target: Locator) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if target.evaluate("e => e === document.activeElement"):
                return
        raise AssertionError(f"the keyboard does not reach {target}")

    reach(page.locator("#search-text"))
    page.keyboard.type("kotihoito")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("service=home-care"))
    reach(page.get_by_label("Missä asut?"))
    page.keyboard.type("Jyväskylä")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla"))
    reach(page.get_by_role("button", name="Lisää toinen kunta"))
    page.keyboard.press("Enter")
    expect(other(page, 0)).to_be_focused()
    page.keyboard.type("Laukaa")
    expect(page).to_have_url(re.compile("municipality=laukaa"))
    reach(page.get_by_label("Järjestys"))
    page.keyboard.type("Nimi")
    expect(page).to_have_url(re.compile("sort=name"))
    asked = page.url
    reach(page.locator("[data-search=results] h3 a").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/fi/tuottajat/"))
    page.go_back()

    expect(page).to_have_url(asked)
    expect(other(page, 0)).to_have_value("laukaa")
    assert found(page) > 0


def test_a_screen_reader_finds_its_way_through_the_search(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=kotihoito&municipality=jyvaskyla")
    found(page)

    expect(page.get_by_role("main")).to_match_aria_snapshot("""
        - heading "Hae palveluntuottajia" [level=1]
        - search "Hae palveluntuottajia":
          - combobox "Mitä tarvitset?": kotihoito
          - combobox "Missä asut?"
          - button "Lisää toinen kunta"
          - combobox "Palvelu"
          - button "Hae"
        - heading "Tulokset" [level=2]
        - status: /\\d+ palveluntuottaja/
        - paragraph:
          - combobox "Järjestys"
        - list:
          - listitem:
            - link /Poista valinta.*kotihoito/
        - list:
          - listitem:
            - article:
              - heading [level=3]
    """)


def test_the_whole_journey_with_a_thumb(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/", viewport=PHONE, has_touch=True, is_mobile=True)
    found(page)

    page.locator("#search-text").tap()
    page.keyboard.type("kotih")
    page.locator("[role=option]", has_text="Kotihoito").first.tap()
    expect(page).to_have_url(re.compile("service=home-care"))
    page.get_by_label("Missä asut?").select_option("jyvaskyla")
    page.get_by_role("button", name="Lisää toinen kunta").tap()
    other(page, 0).select_option("laukaa")
    expect(page).to_have_url(re.compile("municipality=laukaa"))
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main summary, main input')]
        .filter((e) => e.checkVisibility() && !['checkbox', 'radio'].includes(e.type))
        .filter((e) => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)
        .map((e) => e.outerHTML)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.locator("[data-search=results] h3 a").first.tap()
    expect(page).to_have_url(re.compile("/fi/tuottajat/"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "query",
    ["?q=pyykki&municipality=jyvaskyla&municipality=laukaa", "?q=xqzwvk&service=home-care&municipality=kihnio&max=1"],
)
def test_no_state_of_the_page_has_an_accessibility_violation(
    open_page: OpenPage, scheme: str, viewport: dict[str, int], query: str
) -> None:
    page = open_page(f"/fi/haku/{query}", viewport=viewport, color_scheme=scheme)
    found(page)
    page.wait_for_timeout(200)

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_who_comes_back_from_a_provider_stands_where_they_were(open_page: OpenPage) -> None:
    """The results come after the page does: the browser alone would end up somewhere else."""
    page = open_page("/fi/haku/?q=siivous", viewport={"width": 360, "height": 640})
    found(page)
    link = page.locator("[data-search=results] h3 a").nth(5)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    name = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.go_back()

    expect(page.locator("[data-search=results] h3 a").nth(5)).to_be_in_viewport()
    assert before > 640
    page.wait_for_function("before => Math.abs(scrollY - before) < innerHeight / 3", arg=before)
