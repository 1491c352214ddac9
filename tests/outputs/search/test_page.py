"""The search page in a real browser: what a person types, chooses, hears and goes back to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from provider_directory.outputs.search import SearchCard, SearchDirectory, SearchTag, index_of
from provider_directory.outputs.search.index import index_files
from provider_directory.outputs.search.pieces import encoded, sealed

from .directory import directory, documents
from .published import unsealed
from .serving import HERE, HOST, script

pytestmark = pytest.mark.browser

START = """
import { enhance } from '/js/components/search-page.js'
enhance(document.querySelector('main'))
"""


class Site:
    """A search page, served to a tab with every file of its index."""

    def __init__(self, page: Page, searched: SearchDirectory) -> None:
        self.page = page
        self.failing = False
        self.stale = False
        self.first = self.publish(searched)
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route(f"{HOST}/**", self.answer)

    def publish(self, searched: SearchDirectory, *, whole: bool = True) -> str:
        """Put an index in place of the one before; the name of the file that a page opens."""
        index = index_of(searched) if whole else index_of(searched, whole=0)
        self.files = {f"/{path}": content for path, content in index_files([index])}
        self.first = index.path.removeprefix("search/")
        return self.first

    def piece(self, letters: str) -> str:
        """The path of the first file whose name begins with some letters."""
        return min(path for path in self.files if path.startswith(f"/search/fi/{letters}"))

    def answer(self, route: Route) -> None:
        """Answer a request of the page."""
        request = route.request
        path = request.url.removeprefix(HOST).split("?")[0]
        if path.startswith("/js/"):
            script(route)
        elif path == "/start.js":
            route.fulfill(body=START, content_type="text/javascript")
        elif path.startswith("/search/"):
            self.asked.append(path)
            if path in self.files and not self.failing:
                route.fulfill(body=self.files[path], content_type="application/json")
            else:
                route.fulfill(status=500 if self.failing else 404)
        else:
            named = "fi/boot-01d01d01.json" if self.stale else self.first
            page = (HERE / "page.html").read_text("utf-8")
            body = page.replace("INDEX", named).replace("WORDS", (HERE / "words.json").read_text("utf-8"))
            route.fulfill(body=body, content_type="text/html")

    def open(self, address: str = "") -> Page:
        """Open the search page at an address and wait until it has answered or given up."""
        self.page.goto(f"{HOST}/fi/haku/{address}")
        self.page.wait_for_selector("[data-search=live]:not([hidden]), [data-search=failure]:not([hidden])")
        return self.page


@pytest.fixture
def site(browser: Browser) -> Iterator[Site]:
    """The search page of the Finnish directory, in a tab of its own."""
    page = browser.new_page()
    site = Site(page, directory("fi"))
    yield site
    assert site.errors == []
    page.close()


def names(page: Page) -> set[str]:
    """The names on the cards."""
    return set(page.locator("[data-search=results] [data-slot=name]").all_inner_texts())


def parameters(page: Page) -> str:
    """What stands behind the question mark of the address."""
    return page.url.partition("?")[2]


def test_address_is_answered_and_fills_the_form(site: Site) -> None:
    page = site.open("?q=siivous&municipality=nokia&max=39.95")

    assert names(page) == {"Esimerkki Luuta ja Lapio"}
    expect(page.get_by_role("status")).to_have_text("1 palveluntuottaja")
    expect(page.get_by_label("Hae")).to_have_value("siivous")
    expect(page.get_by_label("Nokia")).to_be_checked()
    expect(page.get_by_label("Enintään")).to_have_value("39,95")
    expect(page).to_have_title("”siivous”, Nokia, hinta enintään 39,95\u00a0€ – Haku")
    expect(page.locator("[data-search=plain]")).to_be_hidden()
    expect(page.locator("[data-search=results] p")).to_contain_text("39,90 € / tunti Siivous")
    expect(page.locator("[data-search=results] small")).to_have_count(0)
    expect(page.get_by_role("link", name="03 012 3404")).to_have_attribute("href", "tel:03 012 3404")


def test_without_a_script_the_plain_lists_are_there(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    site = Site(context.new_page(), directory("fi"))
    site.page.goto(f"{HOST}/fi/haku/?q=siivous")

    expect(site.page.get_by_role("link", name="Kunnat")).to_be_visible()
    expect(site.page.locator("[data-search=live]")).to_be_hidden()
    context.close()


def test_typing_is_answered_without_filling_the_history(site: Site) -> None:
    page = site.open("?municipality=nokia")
    before = page.evaluate("history.length")
    page.get_by_label("Hae").press_sequentially("turvapuhelin", delay=60)

    expect(page.get_by_role("status")).to_have_text("1 palveluntuottaja")
    expect(page).to_have_url(f"{HOST}/fi/haku/?q=turvapuhelin&municipality=nokia")
    assert page.evaluate("history.length") == before + 1
    page.get_by_label("Hae").press("Enter")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(page.get_by_label("Hae")).to_have_value("")
    assert parameters(page) == "municipality=nokia"


def test_every_choice_is_a_step_to_go_back_to(site: Site) -> None:
    page = site.open()
    page.get_by_label("Palvelu").select_option("cleaning")
    page.get_by_label("Nokia").check()
    page.get_by_label("seteli").check()
    expect(page.get_by_role("status")).to_have_text("Ei palveluntuottajia.")
    assert parameters(page) == "municipality=nokia&service=cleaning&kind=voucher"

    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")
    expect(page.get_by_label("kaikki")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    expect(page.get_by_label("Nokia")).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_label("Nokia")).to_be_checked()
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")


def test_numbers_stand_behind_the_choices(site: Site) -> None:
    page = site.open("?service=interpreting")

    expect(page.locator("[data-count='municipality:tampere']")).to_have_text("1")
    expect(page.locator("[data-count='municipality:nokia']")).to_have_text("0")
    expect(page.locator("label", has_text="Nokia")).to_have_attribute("data-empty", "")
    expect(page.locator("option[value=cleaning]")).to_have_text("Siivous (4)")
    page.get_by_label("Palvelu").select_option("cleaning")
    expect(page.locator("[data-count='municipality:nokia']")).to_have_text("2")
    expect(page.locator("option[value=cleaning]")).to_have_text("Siivous (4)")


def test_chips_take_conditions_away(site: Site) -> None:
    page = site.open("?q=siivous&municipality=nokia")
    page.get_by_role("link", name="Nokia").click()

    assert parameters(page) == "q=siivous"
    expect(page.get_by_label("Nokia")).not_to_be_checked()
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    expect(page.get_by_role("heading")).to_be_focused()
    page.get_by_role("link", name="”siivous”").click()
    expect(page.locator("[data-search=chips]")).to_be_hidden()
    assert parameters(page) == ""


def test_results_are_turned_page_by_page(site: Site) -> None:
    page = site.open("?sort=name")
    first = names(page)
    expect(page.locator("[data-search=position]")).to_have_text("Sivu 1 / 2")
    expect(page.locator("[data-search=previous]")).to_be_hidden()
    page.get_by_role("link", name="Seuraava").click()

    expect(page.locator("[data-search=position]")).to_have_text("Sivu 2 / 2")
    assert len(first) == 20
    assert len(names(page) - first) == len(documents()) - 20
    assert parameters(page) == "sort=name&page=2"
    page.reload()
    expect(page.locator("[data-search=position]")).to_have_text("Sivu 2 / 2")
    page.get_by_label("Nokia").check()
    expect(page.locator("[data-search=pager]")).to_be_hidden()
    assert parameters(page) == "municipality=nokia&sort=name"


def test_control_outside_the_form_belongs_to_it(site: Site) -> None:
    page = site.open()
    page.get_by_label("Järjestys").select_option("name")

    assert parameters(page) == "sort=name"
    expect(page.locator("[data-search=results] [data-slot=name]").first).to_have_text(
        "Esimerkki Asumispalvelut Harmonia"
    )


def test_nothing_found_offers_ways_out(site: Site) -> None:
    page = site.open("?q=tulkki&municipality=nokia")
    expect(page.locator("[data-search=nothing]")).to_be_visible()
    page.get_by_role("link", name="Tampere: 1 palveluntuottaja").click()

    expect(page.locator("[data-search=nothing]")).to_be_hidden()
    expect(page.get_by_label("Tampere")).to_be_checked()
    assert names(page) == {"Esimerkki Viittova Käsi"}


def test_text_that_was_read_otherwise_is_said(site: Site) -> None:
    page = site.open("?q=sivous&max=40")

    assert page.locator("[data-search=notes] li").all_inner_texts() == [
        "Haettiin sanalla siivous, ei sivous.",
        "Hintoja verrataan: tunti.",
    ]
    expect(page.locator("[data-search=guides] a")).to_have_attribute("href", "/fi/s/cleaning/")


def test_words_are_never_markup(browser: Browser) -> None:
    first, *others = documents()
    nasty = replace(
        first,
        name="<img src=x onerror=alert(1)>",
        card=SearchCard(tags=(SearchTag(kind="new", words="<b>uusi</b>"),), approved_by="<i>"),
    )
    page = browser.new_page()
    site = Site(page, replace(directory("fi"), documents=(nasty, *others)))
    site.open("?q=%3Cimg+src%3Dx%3E&service=home-care")

    assert "<img src=x onerror=alert(1)>" in names(page)
    expect(page.locator("[data-kind=new]").first).to_have_text("<b>uusi</b>")
    assert page.locator("main img, main b:not([data-slot])").count() == 0
    page.close()


def test_index_that_cannot_be_had_leaves_the_plain_lists(site: Site) -> None:
    site.failing = True
    page = site.open("?q=siivous")

    expect(page.locator("[data-search=failure]")).to_be_visible()
    expect(page.get_by_role("link", name="Kunnat")).to_be_visible()
    expect(page.locator("[data-search=live]")).to_be_hidden()
    expect(page.get_by_label("Hae")).to_have_value("siivous")


def test_page_that_outlived_its_index_finds_the_new_one(site: Site) -> None:
    site.stale = True
    page = site.open("?q=siivous")

    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")


def test_a_page_is_told_of_a_new_index_by_a_piece_that_is_gone(site: Site) -> None:
    """It goes on with the new one and says nothing."""
    site.publish(directory("fi"), whole=False)
    page = site.open("?q=siivous")
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    first, *others = documents()
    new = replace(first, name="Esimerkki Uusi Kuutamohieronta")
    site.publish(replace(directory("fi"), documents=(new, *others)), whole=False)
    page.get_by_label("Hae").fill("kuutamohieronta")

    expect(page.locator("[data-search=results] [data-slot=name]")).to_have_text(["Esimerkki Uusi Kuutamohieronta"])
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    assert "/search/manifest.json" in site.asked


def test_a_small_directory_asks_nothing_of_the_network_once_it_is_there(site: Site) -> None:
    with site.page.expect_response("**/search/fi/whole-*"):
        page = site.open()
    page.wait_for_timeout(100)
    site.asked.clear()
    site.failing = True
    page.get_by_label("Hae").fill("siivooja")
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    page.get_by_label("Nokia").check()
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")

    assert site.asked == []


def test_a_piece_that_never_comes_leaves_the_plain_lists_until_the_next_question(site: Site) -> None:
    held: list[Route] = []
    page = site.page
    page.clock.install(time=datetime(2018, 8, 10, 12, tzinfo=UTC))
    page.clock.pause_at(datetime(2018, 8, 10, 13, tzinfo=UTC))
    page.route(f"{HOST}/search/fi/d*", lambda route: held.append(route))
    with page.expect_request(f"{HOST}/search/fi/d*"):
        page.goto(f"{HOST}/fi/haku/?municipality=nokia")
    page.clock.run_for(9_900)
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    page.clock.run_for(200)
    expect(page.locator("[data-search=failure]")).to_be_visible()
    expect(page.get_by_role("link", name="Kunnat")).to_be_visible()
    page.unroute(f"{HOST}/search/fi/d*")
    page.get_by_label("Tampere").check()

    expect(page.get_by_role("status")).to_have_text("9 palveluntuottajaa")
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    expect(page.locator("[data-search=plain]")).to_be_hidden()


ASK = """
async ([address, text]) => {
  const { open } = await import('/js/search/engine.js')
  const { EVERYTHING } = await import('/js/search/query.js')
  window.caches_of = {}
  const fetcher = (path, options) => {
    window.caches_of[path] = [...(window.caches_of[path] ?? []), options.cache]
    return fetch(path, options)
  }
  try {
    const engine = await open(address, { day: '2018-08-10', fetcher })
    return (await engine.search({ ...EVERYTHING, text })).total
  } catch ({ name, message }) {
    return [name, message]
  }
}
"""
"""What an engine of its own answers, or how it fails."""


def asked(site: Site, text: str = "siivous") -> Any:
    """The total of an answer, or the name and the message of its failure."""
    return site.page.evaluate(ASK, [f"/search/{site.first}", text])


def damaged(content: bytes) -> bytes:
    """A file that lost four bytes on its way: still JSON, but with another sum."""
    at = content.rindex(b"Esimerkki")
    return content[:at] + b"esim" + content[at + 4 :]


class TestPieces:
    """A piece that is damaged, missing or not to be had."""

    def test_a_damaged_piece_is_fetched_once_more_and_then_refused(self, site: Site) -> None:
        site.open("?q=zzz")
        broken = site.piece("d")
        site.files[broken] = damaged(site.files[broken])
        site.asked.clear()

        assert asked(site) == ["Error", f"{broken} is damaged"]
        assert site.asked.count(broken) == 2

    def test_a_piece_that_is_whole_the_second_time_is_read(self, site: Site) -> None:
        site.open("?q=zzz")
        broken = site.piece("d")
        good = site.files[broken]
        served: list[bytes] = []

        def answer(route: Route) -> None:
            served.append(good if served else damaged(good))
            route.fulfill(body=served[-1], content_type="application/json")

        site.page.route(f"{HOST}{broken}", answer)

        assert asked(site) == 4
        assert len(served) == 2
        assert site.page.evaluate("window.caches_of")[broken] == ["default", "reload"]

    @pytest.mark.parametrize("letters", ["d", "t", "words"])
    def test_a_piece_that_is_gone_was_replaced(self, site: Site, letters: str) -> None:
        site.open("?q=zzz")
        missing = {path for path in site.files if path.startswith(f"/search/fi/{letters}")}
        site.files = {path: content for path, content in site.files.items() if path not in missing}
        name, message = asked(site)

        assert name == "Stale"
        assert message.removesuffix(" is gone") in missing

    def test_a_piece_that_cannot_be_had_is_no_reason_to_look_for_a_new_index(self, site: Site) -> None:
        site.open("?q=zzz")
        site.failing = True
        name, message = asked(site)

        assert (name, message) == ("Error", f"/search/{site.first} answered 500")

    def test_an_index_of_another_format_is_refused(self, site: Site) -> None:
        site.open("?q=zzz")
        path = f"/search/{site.first}"
        boot = unsealed(site.files[path])
        site.files[path] = sealed(encoded({**boot, "format": 4}))

        assert asked(site) == ["Error", "the search index has format 4, this page reads format 3"]


def test_waiting_is_shown_only_when_it_lasts(site: Site) -> None:
    held: list[Route] = []
    page = site.page
    page.clock.install(time=datetime(2018, 8, 10, 12, tzinfo=UTC))
    page.clock.pause_at(datetime(2018, 8, 10, 13, tzinfo=UTC))
    page.route(f"{HOST}/search/fi/boot-*", lambda route: held.append(route))
    with page.expect_request(f"{HOST}/search/fi/boot-*"):
        page.goto(f"{HOST}/fi/haku/")
    expect(page.get_by_text("Haetaan")).to_be_hidden()
    page.clock.run_for(299)
    expect(page.get_by_text("Haetaan")).to_be_hidden()
    page.clock.run_for(2)
    expect(page.get_by_text("Haetaan")).to_be_visible()
    page.unroute(f"{HOST}/search/fi/boot-*")
    held[0].fallback()

    expect(page.get_by_role("status")).to_have_text("24 palveluntuottajaa")
    expect(page.get_by_text("Haetaan")).to_be_hidden()


def test_whole_journey_by_keyboard(site: Site) -> None:
    page = site.open()
    page.keyboard.press("Tab")
    page.keyboard.type("siivous")
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")
    expect(page.get_by_label("Nokia")).to_be_focused()
    page.get_by_role("link", name="Nokia").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    expect(page.get_by_role("heading")).to_be_focused()
