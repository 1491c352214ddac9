"""The files of a list: the same rows in each, nothing that a browser or a spreadsheet would run, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from provider_directory.outputs.embed.files import files
from provider_directory.views import embed
from provider_directory.views.edition import Edition
from provider_directory.views.list_links import ListKey
from tests.records.project import Project, world
from tests.views.editions import edition_of

VOUCHER = ("voucher", "ylojarvi", "ylojarvi/kotihoito")
EVERY = ("shtml", "csv", "xlsx", "pdf")


@pytest.fixture
def project(tmp_path: object) -> Project:
    """The small world, with one provider."""
    return world(tmp_path)  # type: ignore[arg-type]


def edition(project: Project, list_files: tuple[str, ...] = EVERY) -> Edition:
    """The English edition of a site that knows where it stands."""
    made = edition_of(project)
    return replace(made, settings=replace(made.settings, list_files=list_files, site_url="https://opas.example.fi"))


def made(edition: Edition, subject: ListKey = VOUCHER) -> dict[str, bytes]:
    """A list's files by ending."""
    return {path.rpartition(".")[2]: data for path, data in files(edition, embed.page(edition, subject))}


def test_they_stand_beside_the_lists_page(project: Project) -> None:
    page = embed.page(edition(project), VOUCHER)

    assert page.path == "en/embed/ylojarvi/vouchers/kotihoito/index.html"
    assert [path for path, _ in files(edition(project), page)] == [
        f"en/embed/ylojarvi/vouchers/kotihoito/list.{ending}" for ending in ("json", *EVERY)
    ]


@pytest.mark.parametrize("wanted", [(), ("csv",), ("shtml", "pdf")])
def test_only_those_are_made_that_the_site_wants(project: Project, wanted: tuple[str, ...]) -> None:
    assert set(made(edition(project, wanted))) == {"json", *wanted}


def test_the_same_list_is_the_same_bytes(project: Project) -> None:
    assert made(edition(project)) == made(edition(project))


class Elements(HTMLParser):
    """The elements of a piece of HTML, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.seen.append(tag)
        self.open += [] if tag == "br" else [tag]
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """Note that it is closed."""
        assert self.open.pop() == tag


def test_what_a_server_puts_in_is_one_element_without_script_or_style(project: Project) -> None:
    text = made(edition(project))["shtml"].decode()
    found = Elements()
    found.feed(text)

    assert found.open == []
    assert text.startswith('<div class="provider-list" lang="en" dir="ltr">')
    assert set(found.seen) <= {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "br", "small", "p"}
    assert found.links == ["https://opas.example.fi/en/providers/esimerkkihoiva/"]
    assert "€38.50 / hour" in text and "€8.50 / hour" in text


def test_what_is_written_in_a_record_is_text_everywhere(project: Project) -> None:
    project.replace("providers/esimerkkihoiva.yaml", "name: Esimerkkihoiva Oy", "name: '=Esimerkki <b>&\"x\" Oy'")
    found = made(edition(project))
    (row,) = list(csv.reader(io.StringIO(found["csv"].decode("utf-8-sig")), delimiter=";"))[1:]
    sheet = zipfile.ZipFile(io.BytesIO(found["xlsx"])).read("xl/worksheets/sheet1.xml").decode()

    assert "=Esimerkki &lt;b&gt;&amp;&quot;x&quot; Oy" in found["shtml"].decode()
    assert row[1] == '\'=Esimerkki <b>&"x" Oy'
    assert "<f>" not in sheet and "=Esimerkki &lt;b&gt;&amp;" in sheet
    assert json.loads(found["json"])["list"]["tables"][0]["rows"][0][0]["text"] == '=Esimerkki <b>&"x" Oy'
    assert found["pdf"].startswith(b"%PDF-")


def test_a_spreadsheet_has_amounts_as_numbers_beside_their_units(project: Project) -> None:
    text = made(edition(project))["csv"].decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text), delimiter=";")

    assert dict(zip(header, row, strict=True)) == {
        "List": "Home care voucher",
        "Name": "Esimerkkihoiva Oy",
        "note": "",
        "Where": "Ylöjärvi",
        "Price from (€)": "38,50",
        "Price from: unit": "hour",
        "Price from: note": "",
        "You pay (€)": "8,50",
        "You pay: unit": "hour",
        "You pay: note": "",
        "Phone": "",
        "Page": "https://opas.example.fi/en/providers/esimerkkihoiva/",
    }


def test_a_program_finds_a_frame_of_the_list_by_oembed(project: Project) -> None:
    found = json.loads(made(edition(project))["json"])

    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert isinstance(found["width"], int) and isinstance(found["height"], int)
    assert '<iframe src="https://opas.example.fi/en/embed/ylojarvi/vouchers/kotihoito/"' in found["html"]
    assert (found["provider_name"], found["provider_url"]) == ("Guide", "https://opas.example.fi/en/")


def test_a_screen_reader_can_read_the_pdf(project: Project) -> None:
    data = made(edition(project))["pdf"]

    for sign in (rb"/StructTreeRoot", rb"/MarkInfo", rb"pdfuaid:part>1<", rb"/Lang\(en"):
        assert re.search(sign, data.replace(b"/Lang (", b"/Lang(")), sign
    assert b"CreationDate" not in data


@pytest.mark.parametrize("subject", [("events", ""), ("events", "ylojarvi"), ("organiser", "ylojarvi")])
def test_every_list_can_be_each_kind_of_file(project: Project, subject: ListKey) -> None:
    project.remove("providers/esimerkkihoiva.yaml")

    assert set(made(edition(project), subject)) == {"json", *EVERY}
