"""Lists inside other sites' pages, in a real browser: another origin, strict policies, tiny frames, hosts that reset everything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, expect

from provider_directory.serve import handler
from tests.browser.hosts import HostPages, certificate, served
from tests.browser.hosts import Page as HostPage
from tests.sites.building import build, copy_of

pytestmark = pytest.mark.browser

LIST = "/fi/upota/esimerkkila/kunnat/esimerkkila/kotihoito/"
OWN_PAGE = "/fi/kunnat/esimerkkila/kotihoito/"
PROVIDER = "/fi/tuottajat/esimerkkihoiva/"
NOBODYS = "/fi/upota/kaikki/kunnat/naapuri/kodin-siivous/"
MANY = "/fi/upota/esimerkkila/palvelusetelit/kotihoito/"
RESET = "<style>*, *::before, *::after { all: unset !important } table, a, button { display: none !important }</style>"


@dataclass
class Sites:
    """The directory, the organiser's own site, and one that its record does not name."""

    directory: str
    host: str
    stranger: str
    output: Path
    pages: dict[str, HostPage] = field(default_factory=dict)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """All three, served; the record is written once it is known where the host is."""
    folder = tmp_path_factory.mktemp("embeds")
    pages: dict[str, HostPage] = {}
    secure = certificate(folder)
    hosts = type("Host", (HostPages,), {"pages": pages})
    output = folder / "output"
    output.mkdir()
    with (
        served(secure, handler(output), "opas.localhost") as directory,
        served(secure, hosts, "www.kunta.localhost") as host,
        served(secure, hosts, "www.muu.localhost") as stranger,
    ):
        site = copy_of("minimal", folder)
        record = site / "content/organisers/esimerkkila.yaml"
        record.write_text(f'{record.read_text("utf-8")}frame_ancestors: ["{host}"]\n', "utf-8")
        settings = site / "pelicanconf.py"
        settings.write_text(f'{settings.read_text("utf-8")}\nSITEURL = "{directory}"\n', "utf-8")
        done = build(site, output)
        assert done.returncode == 0, done.stdout + done.stderr
        yield Sites(directory, host, stranger, output, pages)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that believes the tests' certificate."""
    made = browser.new_context(ignore_https_errors=True, locale="fi-FI", viewport={"width": 1000, "height": 800})
    yield made
    made.close()


Open = Callable[..., Page]


@pytest.fixture
def open_host(context: BrowserContext, sites: Sites) -> Open:
    """Opens a page of a host with something in its body."""

    def opened(body: str, *, at: str = "", head: str = "", html: str = 'lang="fi"', policy: str = "") -> Page:
        headers = {"Content-Security-Policy": policy} if policy else {}
        sites.pages["/"] = (
            f"<!doctype html><html {html}><head><title>Kunta</title>{head}</head><body>{body}</body></html>",
            headers,
        )
        page = context.new_page()
        page.goto(f"{at or sites.host}/")
        return page

    return opened


def frame(sites: Sites, address: str = LIST, more: str = "") -> str:
    """The code of a frame as the desk gives it, of the same list."""
    data = json.loads((sites.output / address.strip("/") / "lista.json").read_text("utf-8"))
    code = str(data["html"])
    assert f'src="{sites.directory}{address}"' in code
    return code.replace(address, f"{address}{more}")


def component(sites: Sites, address: str = LIST, attributes: str = "") -> str:
    """The code of a component as the desk gives it."""
    desk = (sites.output / "fi/jarjestajat/esimerkkila/tyopoyta/index.html").read_text("utf-8")
    codes = re.findall(r"<code>(&lt;provider-list.*?)</code>", desk, re.S)
    whole = codes[0].replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&amp;", "&")
    script = whole[whole.index("<script") :]
    own = f"{sites.directory}{address}lista.json"
    link = f'<a href="{sites.directory}{OWN_PAGE}">Kotihoito: hyväksytyt tuottajat</a>'
    return f'<provider-list src="{own}"{attributes}>{link}</provider-list>{script}'


def rows(inside: FrameLocator | Locator | Page) -> Locator:
    """The rows of a list's table."""
    return inside.get_by_role("row").filter(has=inside.get_by_role("rowheader"))


class TestFrame:
    """A list in an iframe."""

    def test_it_shows_the_list_alone_on_the_organisers_own_site(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites))
        inside = page.frame_locator("iframe")

        expect(rows(inside)).to_have_count(1)
        expect(inside.get_by_role("rowheader")).to_contain_text("Esimerkkihoiva Oy")
        for role in ("banner", "contentinfo", "navigation"):
            expect(inside.get_by_role(role)).to_have_count(0)
        assert page.locator("iframe").get_attribute("title")

    def test_it_is_whole_without_scripts(self, browser: Browser, open_host: Open, sites: Sites) -> None:
        open_host(frame(sites))
        context = browser.new_context(ignore_https_errors=True, java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{sites.host}/")

        expect(rows(page.frame_locator("iframe"))).to_have_count(1)
        context.close()

    def test_a_name_opens_the_providers_page_in_place_of_the_hosts(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites))
        page.frame_locator("iframe").get_by_role("link", name="Esimerkkihoiva Oy", exact=True).click()

        page.wait_for_url(f"{sites.directory}{PROVIDER}")
        page.go_back()
        expect(rows(page.frame_locator("iframe"))).to_have_count(1)

    def test_another_site_may_not_show_it(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites), at=sites.stranger)
        page.wait_for_timeout(500)

        assert [each.url for each in page.frames[1:] if each.url.startswith(sites.directory)] == []
        expect(page.frame_locator("iframe").get_by_role("row")).to_have_count(0)

    def test_other_pages_of_the_directory_may_be_shown_nowhere(self, open_host: Open, sites: Sites) -> None:
        page = open_host(f'<iframe src="{sites.directory}{OWN_PAGE}" title="x"></iframe>')
        page.wait_for_timeout(500)

        assert [each.url for each in page.frames[1:] if each.url.startswith(sites.directory)] == []

    def test_where_no_organiser_answers_for_a_list_those_of_this_site_may_show_it(
        self, open_host: Open, sites: Sites
    ) -> None:
        expect(rows(open_host(frame(sites, NOBODYS)).frame_locator("iframe"))).to_have_count(1)
        refused = open_host(frame(sites, NOBODYS), at=sites.stranger)
        refused.wait_for_timeout(500)
        assert [each.url for each in refused.frames[1:] if each.url.startswith(sites.directory)] == []

    def test_a_strict_host_needs_to_allow_nothing_but_the_frame(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites), policy=f"default-src 'none'; frame-src {sites.directory}")

        expect(rows(page.frame_locator("iframe"))).to_have_count(1)

    def test_in_a_tiny_frame_nothing_is_cut_off(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites).replace('width="100%"', 'width="200"'))
        inside = page.frame_locator("iframe")

        expect(rows(inside)).to_have_count(1)
        assert inside.locator("html").evaluate("html => html.scrollWidth") <= 200
        expect(inside.get_by_role("link", name="014 000 0102")).to_be_visible()

    def test_a_page_that_reads_from_the_right_changes_nothing_in_it(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites), html='lang="ar" dir="rtl"')
        inside = page.frame_locator("iframe")

        assert inside.locator("html").evaluate("html => getComputedStyle(html).direction") == "ltr"
        expect(rows(inside)).to_have_count(1)

    def test_the_address_says_how_it_looks(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites, more="?accent=8a1c4a&amp;size=125&amp;columns=name,phone"))
        inside = page.frame_locator("iframe")
        link = inside.get_by_role("link", name="Esimerkkihoiva Oy", exact=True)

        expect(inside.locator("td:visible")).to_have_count(1)
        expect(link).to_have_css("color", "rgb(138, 28, 74)")
        assert inside.locator("html").evaluate("html => getComputedStyle(html).fontSize") == "20px"

    @pytest.mark.parametrize(
        "query",
        [
            "?accent=ffee00",  # Cannot be read on white.
            "?accent=red;background:url(//x.example)",
            "?accent=%22%3E%3Cscript%3E",
            "?size=1000",
            "?size=12px",
            "?columns=secret",
            "?scheme=<b>",
            "?accent=&size=&columns=;",
        ],
    )
    def test_what_cannot_be_obeyed_changes_nothing(self, context: BrowserContext, sites: Sites, query: str) -> None:
        plain, asked = context.new_page(), context.new_page()
        plain.goto(f"{sites.directory}{LIST}")
        asked.goto(f"{sites.directory}{LIST}{query}")
        looks = "() => [...document.querySelectorAll('html, a, td')].map((e) => [getComputedStyle(e).color, getComputedStyle(e).fontSize, e.hidden])"

        expect(asked.get_by_role("button", name="Nimi")).to_be_enabled()
        assert asked.evaluate(looks) == plain.evaluate(looks)

    def test_two_on_a_page_are_each_as_high_as_their_list(self, open_host: Open, sites: Sites) -> None:
        line = f'<script type="module" src="{sites.directory}/embed/height.js"></script>'
        page = open_host(frame(sites) + frame(sites, MANY, "?size=150") + line)
        page.wait_for_function("[...document.querySelectorAll('iframe')].every((f) => f.style.height)")
        heights = [page.locator("iframe").nth(number).evaluate("f => f.clientHeight") for number in (0, 1)]

        for number, height in enumerate(heights):
            inside = page.frame_locator("iframe").nth(number).locator("html")
            assert abs(inside.evaluate("html => html.getBoundingClientRect().height") - height) < 2
        assert heights[0] < heights[1]

    def test_a_host_that_resets_everything_still_shows_it(self, open_host: Open, sites: Sites) -> None:
        page = open_host(frame(sites), head=RESET)

        expect(rows(page.frame_locator("iframe"))).to_have_count(1)


class TestComponent:
    """A list in <provider-list>."""

    def test_it_shows_the_list_in_place_of_the_link(self, open_host: Open, sites: Sites) -> None:
        page = open_host(component(sites), at=sites.stranger)

        expect(rows(page)).to_have_count(1)
        expect(page.get_by_role("link", name="Esimerkkihoiva Oy")).to_have_attribute(
            "href", f"{sites.directory}{PROVIDER}"
        )
        expect(page.get_by_role("link", name="Kotihoito: hyväksytyt tuottajat")).to_be_hidden()
        expect(page.get_by_role("table")).to_have_accessible_name(re.compile("hyväksytyt palveluntuottajat"))

    def test_it_sorts_by_a_heading_and_says_so(self, open_host: Open, sites: Sites) -> None:
        page = open_host(component(sites))
        page.get_by_role("button", name="Hinta alkaen").click()

        expect(page.get_by_role("columnheader", name="Hinta alkaen")).to_have_attribute("aria-sort", "ascending")
        expect(page.get_by_role("status")).to_have_text("Hinta alkaen: halvin ensin")

    @pytest.mark.parametrize(
        ("policy", "shown"),
        [
            ("default-src 'none'; script-src {0}; connect-src {0}", True),
            ("default-src 'none'; script-src {0}; connect-src {0}; require-trusted-types-for 'script'", True),
            ("default-src 'none'; script-src {0}", False),
            ("default-src 'none'; connect-src {0}", False),
        ],
    )
    def test_a_strict_host_allows_script_and_list_or_has_the_link(
        self, open_host: Open, sites: Sites, policy: str, shown: bool
    ) -> None:
        page = open_host(component(sites), policy=policy.format(sites.directory))
        link = page.get_by_role("link", name="Kotihoito: hyväksytyt tuottajat")

        if shown:
            expect(rows(page)).to_have_count(1)
        else:
            page.wait_for_timeout(500)
            expect(link).to_be_visible()
            expect(page.get_by_role("row")).to_have_count(0)

    @pytest.mark.parametrize(
        "answer",
        [
            {"status": 404, "body": ""},
            {"status": 200, "body": "<!doctype html>"},
            {"status": 200, "body": '{"list": {"format": 2, "tables": []}}'},
            {"status": 200, "body": '{"list": {"format": 1, "tables": [{}]}}'},
        ],
    )
    def test_where_the_list_cannot_be_had_the_link_stays(
        self, context: BrowserContext, open_host: Open, sites: Sites, answer: dict[str, Any]
    ) -> None:
        headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
        context.route("**/lista.json", lambda route: route.fulfill(headers=headers, **answer))
        page = open_host(component(sites))
        page.wait_for_function("customElements.get('provider-list') !== undefined")
        page.wait_for_timeout(300)

        expect(page.get_by_role("link", name="Kotihoito: hyväksytyt tuottajat")).to_be_visible()

    def test_a_script_that_is_not_the_one_it_was_does_not_run(
        self, context: BrowserContext, open_host: Open, sites: Sites
    ) -> None:
        script = (sites.output / "embed/provider-list.js").read_text("utf-8")
        headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript"}
        context.route("**/provider-list.js", lambda route: route.fulfill(body=f"{script};", headers=headers))
        page = open_host(component(sites))
        page.wait_for_timeout(500)

        assert page.evaluate("customElements.get('provider-list') === undefined")
        expect(page.get_by_role("link", name="Kotihoito: hyväksytyt tuottajat")).to_be_visible()

    def test_a_host_that_resets_everything_cannot_break_it(self, open_host: Open, sites: Sites) -> None:
        page = open_host(component(sites), head=RESET)

        expect(rows(page)).to_have_count(1)
        expect(page.get_by_role("table")).to_be_visible()
        expect(page.get_by_role("link", name="Esimerkkihoiva Oy")).to_be_visible()
        assert page.locator("provider-list").evaluate("e => getComputedStyle(e).display") == "block"

    def test_a_host_gives_it_its_colours_and_letters(self, open_host: Open, sites: Sites) -> None:
        style = (
            "<style>body { font-family: monospace } provider-list { --provider-list-accent: rgb(1, 2, 3); "
            "--provider-list-size: 30px } provider-list::part(caption) { color: rgb(9, 8, 7) }</style>"
        )
        page = open_host(component(sites), head=style)
        link = page.get_by_role("link", name="Esimerkkihoiva Oy")

        expect(link).to_have_css("color", "rgb(1, 2, 3)")
        expect(link).to_have_css("font-family", "monospace")
        expect(link).to_have_css("font-size", "30px")
        expect(page.locator("caption")).to_have_css("color", "rgb(9, 8, 7)")

    def test_in_200_pixels_on_a_page_that_reads_from_the_right(self, open_host: Open, sites: Sites) -> None:
        page = open_host(f'<div style="width: 200px">{component(sites)}</div>', html='lang="ar" dir="rtl"')
        element = page.locator("provider-list")

        expect(page.get_by_role("link", name="014 000 0102")).to_be_visible()
        assert element.evaluate("e => e.shadowRoot.firstElementChild.scrollWidth") <= 200
        assert element.evaluate("e => getComputedStyle(e.shadowRoot.firstElementChild).direction") == "ltr"
        page.get_by_role("combobox").select_option(label="Hinta alkaen")
        expect(page.get_by_role("status")).to_have_text("Hinta alkaen: halvin ensin")

    def test_two_on_a_page_in_two_languages_do_not_disturb_each_other(self, open_host: Open, sites: Sites) -> None:
        finnish = component(sites, attributes=' columns="price"')
        english = component(sites, "/en/embed/esimerkkila/vouchers/kotihoito/").replace("lista.json", "list.json")
        page = open_host(finnish + english)
        one, other = page.locator("provider-list").nth(0), page.locator("provider-list").nth(1)

        expect(one.get_by_role("columnheader")).to_have_text(["Nimi", "Hinta alkaen"])
        expect(other.get_by_role("columnheader")).to_have_text(["Name", "Where", "Price from", "You pay", "Phone"])
        other.get_by_role("button", name="Price from").click()
        expect(one.get_by_role("status")).to_have_text("")

    @pytest.mark.parametrize("width", [200, 900])
    def test_it_has_no_accessibility_violation(self, open_host: Open, sites: Sites, width: int) -> None:
        page = open_host(f'<main style="width: {width}px"><h1>Kunta</h1><h2>Kotihoito</h2>{component(sites)}</main>')
        expect(page.get_by_role("link", name="014 000 0102")).to_be_visible()

        assert [each["id"] for each in Axe().run(page).response["violations"]] == []

    def test_it_tells_the_directory_nothing_of_the_reader(
        self, context: BrowserContext, open_host: Open, sites: Sites
    ) -> None:
        context.add_cookies([{"name": "a", "value": "b", "url": sites.directory, "sameSite": "None", "secure": True}])
        asked: list[dict[str, str]] = []
        context.on("request", lambda request: asked.append({"url": request.url, **request.all_headers()}))
        page = open_host(component(sites))
        expect(rows(page)).to_have_count(1)
        own = [each for each in asked if each["url"].startswith(sites.directory) and each["url"].endswith(".json")]

        assert own
        assert [name for each in own for name in ("cookie", "referer") if name in each] == []
