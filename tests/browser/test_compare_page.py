"""The compare page in a real browser: choosing, the address, what one pays, what stays private, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.pricing import Situation, in_force, share_of, value_of
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from tests.browser.conftest import PHONE, OpenPage
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

LIST = "/en/municipalities/jyvaskyla/home-care/"
CARE = ("esimerkki-kotihoitokumppani-oy", "esimerkki-kotihoiva-tuomi-oy", "esimerkkiapu-vaajakoski-oy")
HOUSING = (
    "esimerkkikoti-nasijarvi-oy~service-housing",
    "esimerkki-palvelukoti-parkano-oy~service-housing",
    "esimerkki-kotikulma-ruovesi-oy~service-housing",
)
CLEANING = ("esimerkki-joutsan-kotiapu-osk", "esimerkki-kotipalvelu-keuruu-oy")


def at(*references: str) -> str:
    """The address of a comparison."""
    return "/en/compare/?" + "&".join(f"provider={each}" for each in references)


def names(page: Page) -> list[str]:
    """Who is compared, once the page has made up its mind."""
    expect(page.locator("[data-part=status]")).not_to_be_empty()
    return page.locator(".compare-table__name").all_inner_texts()


def cells(page: Page, row: str) -> Locator:
    """What a row says of each."""
    return page.locator(f"[data-row={row}] td")


def compared(page: Page) -> list[str]:
    """What the address says is compared."""
    return re.findall(r"provider=([^&~]+)", unquote(page.url))


def tell(page: Page, **answers: str) -> None:
    """Tell the situation."""
    if not page.locator(".your-situation details").evaluate("(details) => details.open"):
        page.locator(".your-situation summary").click()
    for field, answer in answers.items():
        page.locator(f".your-situation [data-field={field}]").fill(answer)
    page.locator(".your-situation form button[type=submit]").click()


@cache
def catalogue() -> Catalogue:
    """The example site's records on its day."""
    settings = read_settings(settings_file(ROOT))
    records, _ = checked_records(settings.root, context_of(settings))
    return Catalogue(records=records, as_of=settings.as_of)


def share(reference: str, gross: int) -> int:
    """What the catalogue says that a person with this income pays for one day of ordinary housing."""
    key, service = reference.split("~")
    (offer,) = [offer for offer in catalogue().offers_by_provider[key] if offer.service == service]
    assert offer.price and offer.listing.voucher
    voucher, day, person = offer.listing.voucher.record, catalogue().as_of, Situation(gross=gross)
    rule = in_force(voucher.values, offer.variant, day)
    assert rule
    value = value_of(rule, offer.price.price, person)
    shares = in_force(voucher.client_shares, offer.variant, day)
    found = share_of(shares, offer.price.price, value, offer.variant, day, person).exact
    assert found is not None
    return found


def euros(cents: int) -> str:
    """As the English edition writes it."""
    return f"€{cents / 100:,.2f}"


@pytest.fixture
def sent(open_page: OpenPage) -> Iterator[list[str]]:
    """Everything that any page of the test asked for or sent, as text; filled by watched()."""
    yield []


def watched(page: Page, sent: list[str]) -> Page:
    """Note every request from here on."""

    def note(request: Request) -> None:
        sent.append(f"{request.method} {unquote(request.url)} {request.post_data or ''} {request.headers}")

    page.on("request", note)
    return page


def test_rows_of_a_list_are_put_aside_and_compared(open_page: OpenPage) -> None:
    page = open_page(LIST)
    expect(page.get_by_role("button", name=re.compile("^Compare ")).first).to_be_visible()
    first, second = page.get_by_role("button", name=re.compile("^Compare ")).all()[:2]
    wanted = [button.locator("[data-part=name]").inner_text() for button in (first, second)]

    first.click()
    page.get_by_role("button", name=f"Compare {wanted[1]}").first.click()

    bar = page.get_by_role("region", name="Your comparison")
    expect(bar).to_contain_text("2 to compare")
    for name in wanted:
        expect(bar).to_contain_text(name)
        assert (
            page.get_by_role("button", name=f"In the comparison {name}").first.get_attribute("aria-pressed") == "true"
        )
    bar.get_by_role("link", name="Compare").click()

    assert names(page) == wanted
    for service in cells(page, "service").all():
        expect(service).to_contain_text("Home care")


def test_a_choice_is_announced_and_can_be_taken_back(open_page: OpenPage) -> None:
    page = open_page(LIST)
    said = page.locator(".compare-bar [role=status]")
    button = page.locator(".compare-button").first
    name = button.locator("[data-part=name]").inner_text()

    button.click()
    expect(said).to_have_text(f"1 to compare: {name}")
    button.click()

    expect(said).to_have_text("Nothing is left to compare.")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("region", name="Your comparison")).to_be_hidden()


def test_a_fifth_is_refused_in_words(open_page: OpenPage) -> None:
    page = open_page(LIST)
    for button in page.locator("main section").first.locator(".compare-button").all()[:5]:
        button.click()

    bar = page.get_by_role("region", name="Your comparison")
    expect(bar).to_contain_text("4 to compare")
    expect(bar).to_contain_text("At most four can be compared.")
    expect(page.locator(".compare-bar [role=status]")).to_contain_text("At most four")


def test_search_results_and_a_provider_s_own_page_put_aside_too(open_page: OpenPage) -> None:
    page = open_page("/en/search/?service=home-cleaning")
    card = page.locator("[data-search=results] .compare-button").first
    found = card.locator("[data-part=name]").inner_text()
    card.click()
    page.goto(f"/en/providers/{CLEANING[0]}/")
    page.get_by_role("button", name=re.compile("^Compare ")).click()

    page.get_by_role("region", name="Your comparison").get_by_role("link", name="Compare").click()

    assert names(page)[0] == found
    assert compared(page)[1] == CLEANING[0]
    for service in cells(page, "service").all():
        expect(service).to_contain_text("Home cleaning")


def test_results_that_come_later_say_that_they_are_chosen(open_page: OpenPage) -> None:
    page = open_page("/en/search/?service=home-cleaning")
    card = page.locator("[data-search=results] .compare-button").first
    name = card.locator("[data-part=name]").inner_text()
    card.click()

    page.locator("[data-search=form] [name=home]").check()
    page.locator("[data-search=form] [name=home]").uncheck()

    expect(page.get_by_role("button", name=f"In the comparison {name}")).to_be_visible()


def test_clearing_empties_the_bar(open_page: OpenPage) -> None:
    page = open_page(LIST)
    page.locator(".compare-button").first.click()

    page.get_by_role("button", name="Clear the comparison").click()

    expect(page.get_by_role("region", name="Your comparison")).to_be_hidden()
    expect(page.locator(".compare-button").first).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("sessionStorage.length") == 0


def test_the_bar_covers_neither_the_end_of_the_page_nor_what_has_the_focus(open_page: OpenPage) -> None:
    page = open_page(LIST, viewport=PHONE, reduced_motion="reduce")
    page.locator(".compare-button").first.click()
    bar = page.locator(".compare-bar")

    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    below = page.evaluate(
        "document.querySelector('footer').getBoundingClientRect().bottom"
        " - document.querySelector('.compare-bar').getBoundingClientRect().top"
    )
    assert below <= 1

    page.evaluate("scrollTo(0, 0)")
    for _ in range(40):
        page.keyboard.press("Tab")
        under = page.evaluate(
            """() => {
              const focused = document.activeElement
              if (focused.closest('.compare-bar')) return 0
              return focused.getBoundingClientRect().bottom - document.querySelector('.compare-bar').getBoundingClientRect().top
            }"""
        )
        assert under <= 1
    expect(bar).to_be_visible()


def test_the_keyboard_alone_is_enough(open_page: OpenPage) -> None:
    page = open_page(LIST)
    expect(page.locator(".compare-button").first).to_be_visible()
    for button in page.locator(".compare-button").all()[:2]:
        button.focus()
        page.keyboard.press("Space")
    page.get_by_role("region", name="Your comparison").get_by_role("link", name="Compare").focus()
    page.keyboard.press("Enter")
    left = names(page)

    page.get_by_role("button", name=re.compile("Take out of the comparison")).first.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".compare-table__name")).to_have_text(left[1:])
    expect(page.get_by_role("button", name=re.compile("Take out of the comparison"))).to_be_focused()


def test_an_address_shows_the_same_comparison_to_everybody(open_page: OpenPage) -> None:
    page = open_page(at(*HOUSING))

    assert len(names(page)) == 3
    expect(page.locator("[data-part=status]")).to_have_text("3 providers in the comparison.")
    assert compared(page) == [each.split("~")[0] for each in HOUSING]
    page.locator(".site-header__languages a[hreflang=fi]").click()
    page.wait_for_url("**/fi/vertailu/?*")
    assert len(names(page)) == 3


def test_without_an_address_the_choice_of_this_tab_is_compared(open_page: OpenPage) -> None:
    page = open_page(at(*CARE[:2]))
    names(page)

    page.goto("/en/compare/")

    assert len(names(page)) == 2
    assert compared(page) == list(CARE[:2])


def test_taking_out_can_be_gone_back_on(open_page: OpenPage) -> None:
    page = open_page(at(*CARE))
    before = names(page)

    page.get_by_role("button", name=f"Take out of the comparison: {before[1]}").click()
    expect(page.locator(".compare-table__name")).to_have_text([before[0], before[2]])
    expect(page.locator("[data-part=status]")).to_contain_text(f"{before[1]} was taken out")
    assert compared(page) == [CARE[0], CARE[2]]

    page.go_back()
    expect(page.locator(".compare-table__name")).to_have_text(before)


def test_when_the_last_is_taken_out_the_page_says_how_to_choose(open_page: OpenPage) -> None:
    page = open_page(at(CARE[0]))
    names(page)

    page.get_by_role("button", name=re.compile("Take out")).click()

    expect(page.get_by_text("Nothing to compare yet")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Search providers")).to_be_visible()
    expect(page.locator(".compare-table")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0


def test_like_is_held_against_like_and_another_price_can_be_chosen(open_page: OpenPage) -> None:
    page = open_page(at(*CARE))
    names(page)
    units = [cell.locator(".compare-table__unit").inner_text() for cell in cells(page, "price").all()]
    assert units == ["/ hour"] * 3
    first = cells(page, "service").first.locator("select")
    before = cells(page, "price").all_inner_texts()

    first.select_option(index=1)

    expect(cells(page, "price").first).not_to_have_text(before[0])
    expect(first).to_be_focused()
    assert cells(page, "price").all_inner_texts()[1:] == before[1:]
    assert first.input_value() in unquote(page.url)
    page.reload()
    names(page)
    expect(cells(page, "price").first).not_to_have_text(before[0])


def test_rows_that_differ_say_so_in_words_and_can_stand_alone(open_page: OpenPage) -> None:
    page = open_page(at(*HOUSING[:2]))
    names(page)
    rows = page.locator(".compare-table tbody tr:visible")
    for row in rows.all():
        texts = [
            re.sub(r"\s+", " ", cell.locator(".compare-table__value").inner_text()) for cell in row.locator("td").all()
        ]
        marked = row.get_by_text("differs").is_visible()
        assert marked == (texts[0] != texts[1] and row.get_attribute("data-row") != "phone"), texts
    everything = rows.count()

    page.get_by_label("Show only where they differ").check()

    assert 0 < rows.count() < everything
    assert rows.count() == page.locator(".compare-table__differs:visible").count()


def test_different_units_are_said_and_not_compared(open_page: OpenPage) -> None:
    page = open_page(
        at("esimerkki-karstulan-ateria-oy~meal-service.piece", "esimerkkikeittio-aanekoski-oy~meal-service.week")
    )
    names(page)

    expect(page.get_by_text("These prices are for different units and are not compared.")).to_be_visible()
    expect(page.get_by_text("lowest of these")).to_have_count(0)


def test_the_lowest_of_what_one_pays_is_pointed_out_and_nothing_is_called_the_best(open_page: OpenPage) -> None:
    page = open_page(at(*CLEANING))
    names(page)
    paid = [
        float(text.replace("€", ""))
        for text in cells(page, "you-pay").locator(".compare-table__text").all_inner_texts()
    ]

    lowest = [cell.get_by_text("lowest of these").count() for cell in cells(page, "you-pay").all()]

    assert lowest == [int(amount == min(paid)) for amount in paid]
    assert "best" not in page.get_by_role("main").inner_text().lower()


@pytest.mark.parametrize("gross", [0, 900_00, 1_450_37])
def test_what_one_pays_is_what_the_catalogue_computes(open_page: OpenPage, gross: int) -> None:
    page = open_page(at(*HOUSING))
    names(page)
    expect(cells(page, "you-pay").first).to_contain_text("depends on your income")

    tell(page, gross=f"{gross / 100:.2f}")

    for cell, reference in zip(cells(page, "you-pay").all(), HOUSING, strict=True):
        expect(cell.locator(".compare-table__text")).to_have_text(euros(share(reference, gross)))


def test_a_month_holds_the_share_and_every_cost_that_is_told(open_page: OpenPage) -> None:
    page = open_page(at(HOUSING[0]))
    names(page)
    tell(page, gross="900")
    (offer,) = [
        offer
        for offer in catalogue().offers_by_provider["esimerkkikoti-nasijarvi-oy"]
        if offer.service == "service-housing"
    ]
    costs = [cost for cost in offer.listing.record.costs if cost.holds_on(catalogue().as_of)]
    assert costs and all(cost.unit == "month" and cost.price for cost in costs)
    # The rule of this voucher tells the share of a whole month.
    total = share(HOUSING[0], 900_00) + sum(cost.price or 0 for cost in costs)

    month = cells(page, "month").first
    expect(month.locator(".compare-table__text")).to_have_text(euros(total))
    for cost in costs:
        expect(month).to_contain_text(cost.name.read("en"))


def test_a_part_of_a_month_that_is_not_known_is_named(open_page: OpenPage) -> None:
    page = open_page(at("esimerkkikoti-soppeenmaki-oy~enhanced-service-housing"))
    names(page)

    month = cells(page, "month").first
    expect(month).to_contain_text("at least")
    expect(month).to_contain_text("Not in the sum:")
    expect(month).to_contain_text("Your share of the service: cannot be computed here")


def test_hours_make_a_month_of_what_one_pays_oneself(open_page: OpenPage) -> None:
    page = open_page(at(*CLEANING))
    names(page)
    expect(page.locator(".your-situation [data-field=gross]")).to_be_hidden()
    expect(cells(page, "month").first).to_contain_text("Tell how much you use in a month")

    tell(page, hours="8")

    paid = [
        float(text.replace("€", ""))
        for text in cells(page, "you-pay").locator(".compare-table__text").all_inner_texts()
    ]
    expect(cells(page, "month").locator(".compare-table__text")).to_have_text([f"€{8 * each:,.2f}" for each in paid])


def test_nothing_of_the_person_leaves_the_page(open_page: OpenPage, sent: list[str]) -> None:
    page = watched(open_page(at(*HOUSING)), sent)
    names(page)
    tell(page, gross="4321.98")
    expect(cells(page, "you-pay").first).not_to_contain_text("depends on your income")
    page.get_by_role("button", name=re.compile("Take out")).first.click()
    expect(page.locator(".compare-table__name")).to_have_count(2)
    stored = page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])"
    )
    page.reload()
    names(page)

    seen = "".join([page.url, stored, *sent])
    assert not re.search("4321|gross", seen)
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("Object.keys(sessionStorage)") == ["comparison"]
    expect(cells(page, "you-pay").first).to_contain_text("depends on your income")


def test_only_who_asks_for_it_is_remembered_and_only_in_this_browser(open_page: OpenPage, sent: list[str]) -> None:
    page = watched(open_page(at(*HOUSING)), sent)
    names(page)
    page.locator(".your-situation summary").click()
    page.locator(".your-situation [data-action=remember]").check()
    tell(page, gross="4321.98")
    page.reload()
    names(page)

    expect(cells(page, "you-pay").first).not_to_contain_text("depends on your income")
    assert "432198" in page.evaluate("JSON.stringify({ ...localStorage })")
    assert "4321" not in "".join([page.url, *sent, page.evaluate("JSON.stringify({ ...sessionStorage })")])


def test_who_is_not_there_any_more_is_said_kindly(browser: Browser, address: str) -> None:
    # The browser itself writes every answer 404 into its console, which open_page would call a fault.
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(at(CARE[0], "esimerkki-jota-ei-ole"))

    assert len(names(page)) == 1
    expect(page.get_by_text("1 provider of this address was not found.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Search providers")).to_be_visible()
    context.close()


def test_who_can_no_longer_be_chosen_is_named(open_page: OpenPage) -> None:
    ended = next(key for key in catalogue().records.providers if catalogue().provider_status(key) == "ended")
    page = open_page(at(CARE[0], ended))

    assert len(names(page)) == 1
    expect(page.locator("[data-part=notes]")).to_contain_text(
        f"{catalogue().records.providers[ended].record.name} can no longer be chosen here"
    )


def test_a_price_that_is_gone_gives_way_to_another_and_says_so(open_page: OpenPage) -> None:
    page = open_page(at(f"{CARE[0]}~jyvaskyla/entinen-seteli.home-care.hour"))

    assert len(names(page)) == 1
    expect(page.get_by_text("the price in this address is no longer there")).to_be_visible()


@pytest.mark.parametrize(
    "value",
    [
        "<img src=x onerror=window.hacked=1>",
        "../../../etc/passwd",
        "//example.com/x",
        "https://example.com/",
        "javascript:alert(1)",
        "%00",
        "a" * 5000,
        "esimerkkihoiva-oy?x=1",
        "__proto__",
        "~",
    ],
)
def test_a_hostile_address_is_only_a_provider_that_was_not_found(
    open_page: OpenPage, sent: list[str], value: str
) -> None:
    page = watched(open_page("/en/compare/"), sent)
    page.goto(at(CARE[0], value.replace("%", "%25").replace("?", "%3F").replace("&", "%26")))

    assert len(names(page)) == 1
    expect(page.get_by_text("1 provider of this address was not found.")).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert value not in page.get_by_role("main").inner_html()
    asked = [each.split()[1] for each in sent if "/en/providers/" in each.split()[1]]
    assert {re.sub(r".*/en/providers/", "", each) for each in asked} == {f"{CARE[0]}/"}


def test_an_offer_of_markup_is_no_offer(open_page: OpenPage) -> None:
    page = open_page(at(f"{CARE[0]}~<b>x</b>"))

    assert len(names(page)) == 1
    assert "<b>" not in page.get_by_role("main").inner_html()


def test_what_somebody_put_into_the_storage_is_only_text(open_page: OpenPage) -> None:
    page = open_page(LIST)
    page.evaluate(
        """() => sessionStorage.setItem('comparison', JSON.stringify([
          { provider: 'esimerkkihoiva-oy', name: '<img src=x onerror=window.hacked=1>' },
          { provider: '../x', name: 'x' }, null, 7, { name: 'x' },
        ]))"""
    )
    page.reload()

    bar = page.get_by_role("region", name="Your comparison")
    expect(bar).to_contain_text("1 to compare")
    expect(bar).to_contain_text("<img src=x")
    assert page.evaluate("window.hacked") is None


def test_duplicates_and_more_than_four_are_left_out(open_page: OpenPage) -> None:
    others = ("esimerkkihoiva-oy", "esimerkki-yohoiva-jyvasseutu-oy")
    page = open_page(at(CARE[0], CARE[0], *CARE[1:], *others))

    assert len(names(page)) == 4
    expect(page.get_by_text("At most four can be compared.")).to_be_visible()


def test_two_prices_of_one_provider_can_stand_side_by_side(open_page: OpenPage) -> None:
    offer = f"{CARE[0]}~jyvaskyla/saannollinen-kotihoito.home-care"
    page = open_page(at(f"{offer}.weekday.hour", f"{offer}.sunday.hour"))

    assert len(set(names(page))) == 1
    first, second = cells(page, "price").all_inner_texts()
    assert first != second


@pytest.mark.parametrize("references", [CARE, HOUSING, CLEANING], ids=["care", "housing", "cleaning"])
def test_a_phone_shows_everything_without_scrolling_sideways(open_page: OpenPage, references: tuple[str, ...]) -> None:
    page = open_page(at(*references), viewport={"width": 320, "height": 640})
    told = names(page)

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for name, cell in zip(told, cells(page, "you-pay").all(), strict=True):
        expect(cell.locator(".compare-table__whose")).to_be_visible()
        expect(cell.locator(".compare-table__whose")).to_have_text(name)


def test_every_comparison_of_four_prints_on_one_sheet(open_page: OpenPage) -> None:
    by_length = sorted(catalogue().offers_by_provider, key=lambda key: -len(catalogue().offers_by_provider[key]))
    dearest = sorted(
        {
            offer.provider.key
            for offer in catalogue().offers
            if offer.service == "enhanced-service-housing" and offer.listing.voucher
        }
    )
    for keys in (by_length[:4], dearest[:4], dearest[-4:], [*CARE, "esimerkkihoiva-oy"]):
        page = open_page(at(*keys))
        assert len(names(page)) == 4
        paper = page.pdf(prefer_css_page_size=True)

        assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1, keys
        width, height = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", paper)[0]
        assert (round(float(width)), round(float(height))) == (842, 595)
        page.context.close()


def test_what_one_presses_is_not_printed(open_page: OpenPage) -> None:
    page = open_page(at(*CARE))
    names(page)
    page.emulate_media(media="print")

    for control in page.locator("button, select, input").all():
        expect(control).to_be_hidden()


def test_paper_says_whose_amounts_and_which_providers_these_are(open_page: OpenPage) -> None:
    page = open_page(at(*HOUSING))
    names(page)
    page.emulate_media(media="print")
    told = page.get_by_text("Amounts worked out with what one person told")
    expect(told).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".your-situation__summary").click()
    page.locator("[data-field='gross']").fill("1450")
    page.locator("[data-field='gross']").press("Enter")
    expect(page.locator(".your-situation__said")).not_to_be_empty()
    page.emulate_media(media="print")

    expect(told).to_be_visible()
    expect(page.locator(".page__printed")).to_contain_text(f"provider={HOUSING[0]}")


def test_without_a_script_the_page_says_what_to_do_instead(open_page: OpenPage) -> None:
    page = open_page(at(*CARE), java_script_enabled=False, viewport=PHONE)

    expect(page.get_by_text("Comparing side by side needs JavaScript")).to_be_visible()
    expect(page.locator(".compare-table")).to_be_hidden()
    page.locator("main summary", has_text="Jyväskylä").click()
    page.get_by_role("main").get_by_role("link", name="Home care", exact=True).click()
    expect(page.get_by_role("table").first).to_contain_text("€")
    expect(page.get_by_role("button", name="Compare")).to_have_count(0)
    expect(page.locator(".compare-bar__inner")).to_be_hidden()


def test_with_a_script_nothing_says_that_there_is_none(open_page: OpenPage) -> None:
    page = open_page("/en/compare/")
    expect(page.get_by_text("Nothing to compare yet")).to_be_visible()

    expect(page.get_by_text("Comparing side by side needs JavaScript")).to_be_hidden()


def test_amounts_that_hold_later_say_so_whatever_is_told(open_page: OpenPage) -> None:
    page = open_page(at("esimerkki-paivakeskus-ylojarvi-oy~ylojarvi/omaishoidon-vapaa.paiva"))
    names(page)
    before = [cells(page, row).inner_text() for row in ("you-pay", "value")]
    assert all("1 January 2019" in said for said in before)

    tell(page, times="8")

    expect(cells(page, "month")).to_contain_text("€91.20")
    expect(cells(page, "month")).to_contain_text("1 January 2019")
    assert [cells(page, row).inner_text() for row in ("you-pay", "value")] == before


def test_one_persons_value_says_what_is_decided_to_follow(open_page: OpenPage) -> None:
    page = open_page(at("esimerkki-vuorentaustan-palveluasunnot-oy~service-housing"))
    names(page)
    expect(cells(page, "value")).to_contain_text("1 January 2019")

    tell(page, gross="1437.19")

    # 30 × 64.00 − (1,437.19 − 576.00) × 35 %; until then 30 × 62.00, because the price is lower.
    expect(cells(page, "value").locator(".compare-table__text")).to_have_text("€1,558.58")
    expect(cells(page, "value").locator(".compare-table__note")).to_contain_text("1 January 2019 €1,618.58")


def test_the_first_day_is_said_once(open_page: OpenPage) -> None:
    page = open_page(at("esimerkki-urjalan-vanhaintuki-ry"))
    names(page)

    assert cells(page, "approved").inner_text().count("1 September 2018") == 1


def test_what_one_pays_for_housing_is_not_taken_for_all_of_it(open_page: OpenPage) -> None:
    page = open_page(at(HOUSING[2]))
    names(page)
    expect(cells(page, "you-pay")).to_contain_text("plus rent and meals")

    tell(page, gross="900")

    expect(cells(page, "you-pay").locator(".compare-table__text")).not_to_contain_text("–")
    expect(cells(page, "you-pay")).to_contain_text("plus rent and meals")


def test_nothing_of_a_person_stays_in_the_table_when_it_forgets(open_page: OpenPage) -> None:
    page = open_page(at(*HOUSING))
    names(page)
    before = page.locator(".compare-table table").text_content()
    tell(page, gross="1437.19")
    expect(page.locator("[data-row=you-pay]")).not_to_contain_text("–")

    page.locator("[data-action=forget]").click()

    expect(page.locator("[data-row=you-pay]")).to_contain_text("–")
    assert page.locator(".compare-table table").text_content() == before
