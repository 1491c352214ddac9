"""Lists for other sites: which there are, and that each has the rows of this site's own pages and nothing else."""

from __future__ import annotations

import pytest

from provider_directory.views import approved_list, embed
from provider_directory.views.embed import EmbedView, embed_view
from provider_directory.views.embed_lists import list_address, subjects
from provider_directory.views.list_links import ListKey
from tests.views.conftest import Town
from tests.views.editions import html

VOUCHER = ("voucher", "ylojarvi", "ylojarvi/kotihoito")
SERVICE = ("service", "ylojarvi", "ylojarvi", "home-care")
SELF_PAY = "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [{place}]\n  prices: [{{price: {price}, unit: hour}}]\n"


def names(view: EmbedView) -> list[list[str]]:
    """Who is in each table."""
    return [[row.name for row in section.rows] for section in view.sections]


def view_of(town: Town, subject: ListKey, list_longest: int = 300) -> EmbedView:
    """A list in English."""
    return embed_view(town.edition(list_longest=list_longest), subject)


def test_each_organiser_municipality_service_voucher_register_and_all_events_have_a_list(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.provider("esimerkki-b", SELF_PAY.format(place="jyvaskyla", price=33))

    assert list(subjects(town.edition())) == [
        ("events", ""),
        ("organiser", "ylojarvi"),
        ("events", "ylojarvi"),
        VOUCHER,
        ("register", "ylojarvi", "ylojarvi/hoiva"),
        ("municipality", "ylojarvi", "ylojarvi"),
        SERVICE,
        ("municipality", "", "jyvaskyla"),
        ("service", "", "jyvaskyla", "home-care"),
    ]


def test_a_municipality_of_two_organisers_has_a_list_below_each(town: Town) -> None:
    record = (town.project.root / "content/organisers/ylojarvi.yaml").read_text("utf-8")
    town.project.write("content/organisers/pirkanmaa.yaml", record.replace("kaupunki", "alue"))
    edition = town.edition()

    assert [key for key in subjects(edition) if key[0] == "municipality"] == [
        ("municipality", "pirkanmaa", "ylojarvi"),
        ("municipality", "ylojarvi", "ylojarvi"),
    ]
    assert edition.links.embed(("municipality", "pirkanmaa", "ylojarvi")) == (
        "/en/embed/pirkanmaa/municipalities/ylojarvi/"
    )


def test_a_planned_voucher_has_none(town: Town) -> None:
    town.project.replace("content/vouchers/ylojarvi/kotihoito.md", "services:", "opens: 2018-09-01\nservices:")

    assert VOUCHER not in subjects(town.edition())


def test_a_list_has_the_rows_of_its_own_page(town: Town) -> None:
    town.home_care("esimerkki-b", "price: 38, unit: hour", facts="phones: [014 000 0100]\n")
    town.home_care("esimerkki-a", "price: 29, unit: hour", more="  from: 2018-09-01\n")
    town.provider("esimerkki-c", SELF_PAY.format(place="ylojarvi", price=33))
    edition = town.edition()
    (page,) = [each for each in approved_list.pages(edition) if each.frame.url == list_address(edition.links, SERVICE)]
    own = [*page.view.voucher_lists, *page.view.self_pay_lists]
    made = embed_view(edition, SERVICE)

    assert names(made) == [["Esimerkki A Oy", "Esimerkki B Oy"], ["Esimerkki C Oy"]]
    assert [section.caption for section in made.sections] == [each.caption for each in own]
    assert [[(row.url, row.price, row.tags, row.phone) for row in section.rows] for section in made.sections] == [
        [(row.url, row.price, row.tags, row.phone) for row in each.rows] for each in own
    ]


def test_it_offers_nothing_that_only_works_on_this_site(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    edition = town.edition()
    page = embed.page(edition, VOUCHER)
    made = html(edition, page)

    assert {row.compare for section in page.view.sections for row in section.rows} == {""}
    for sign in ("data-offer", "compare", "<header", "<footer", "<nav", "notice"):
        assert sign not in made


def test_search_engines_are_told_of_the_lists_own_page(town: Town) -> None:
    made = html(town.edition(), embed.page(town.edition(), VOUCHER))

    assert '<meta name="robots" content="noindex">' in made
    assert '<link rel="canonical" href="/en/vouchers/ylojarvi/kotihoito/">' in made
    assert '<base target="_top">' in made


def test_of_a_municipality_those_with_vouchers_come_first(town: Town) -> None:
    town.home_care("esimerkki-z", "price: 38, unit: hour")
    town.provider("esimerkki-a", SELF_PAY.format(place="ylojarvi", price=33))

    for subject in (("municipality", "ylojarvi", "ylojarvi"), ("organiser", "ylojarvi")):
        view = view_of(town, subject)
        assert [section.heading for section in view.sections] == ["Home care voucher", "Care"]
        assert names(view) == [["Esimerkki Z Oy"], ["Esimerkki A Oy"]]


@pytest.mark.parametrize(
    "subject", [VOUCHER, SERVICE, ("municipality", "ylojarvi", "ylojarvi"), ("organiser", "ylojarvi")]
)
def test_a_list_that_is_too_long_leads_to_the_rest_of_it(town: Town, subject: ListKey) -> None:
    for letter in "abcd":
        town.home_care(f"esimerkki-{letter}", "price: 38, unit: hour")
    view = view_of(town, subject, list_longest=2)

    assert sum(map(len, names(view))) <= 2
    assert view.sections[0].notes
    assert all(other.url.startswith("/en/") for other in view.sections[0].others)
    assert view.sections[0].others


def test_a_list_that_nobody_is_on_says_so(town: Town) -> None:
    for subject in (VOUCHER, ("organiser", "ylojarvi"), ("municipality", "ylojarvi", "ylojarvi")):
        view = view_of(town, subject)
        assert (view.sections, view.tables, view.empty) == ((), (), "Nobody is on this list now.")
    assert view_of(town, ("events", "ylojarvi")).empty == "No events are coming up."
