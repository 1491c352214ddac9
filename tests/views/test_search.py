"""The search page: its choices, its words, and the lists that need no script."""

from __future__ import annotations

import re

from provider_directory.views import search
from provider_directory.views.page import Page
from provider_directory.views.search import SearchView
from provider_directory.views.search_words import search_words
from tests.views.conftest import Town
from tests.views.editions import html


def page_of(town: Town) -> Page:
    """The page."""
    (found,) = search.pages(town.edition())
    return found


def view_of(town: Town) -> SearchView:
    """What it says."""
    view = page_of(town).view
    assert isinstance(view, SearchView)
    return view


def test_only_what_somebody_offers_can_be_chosen(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    view = view_of(town)

    assert [(option.value, option.label) for option in view.services] == [("home-care", "Home care")]
    assert [option.value for option in view.municipalities] == ["ylojarvi"]


def test_every_choice_has_its_list_without_a_script(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (place,) = view_of(town).lists

    assert place.municipality == "Ylöjärvi"
    assert [(link.label, link.url, link.note) for link in place.links] == [
        ("Home care", "/en/municipalities/ylojarvi/home-care/", "1 provider")
    ]


def test_the_nearest_may_come_first(town: Town) -> None:
    assert ("distance", "Distance, nearest first") in [(sort.value, sort.label) for sort in view_of(town).sorts]


def test_the_question_for_a_place_is_no_part_of_the_form_until_it_is_wanted(town: Town) -> None:
    page = html(town.edition(), page_of(town))
    near = re.search(r'<fieldset class="search-near[^>]*>', page)

    assert near and " hidden" in near[0] and " disabled" in near[0]
    assert page.count('role="combobox"') == 1
    assert re.search(r'<div class="split[^>]*data-search="live"[^>]* hidden>', page)


def test_the_page_tells_nobody_what_was_typed(town: Town) -> None:
    assert '<meta name="referrer" content="strict-origin">' in html(town.edition(), page_of(town))


def test_the_rule_of_order_is_told(town: Town) -> None:
    assert "an order that changes every day" in html(town.edition(), page_of(town))


def test_the_script_has_words_for_every_way_out_and_every_outcome(town: Town) -> None:
    words = search_words(town.edition())

    assert {"neighbour", "word", "rest", "youPay", "municipalities", "services"} <= set(words["relaxations"])
    assert set(words["suggestions"]) == {"service", "municipality", "origin", "provider"}
    assert set(words["near"]) == {
        *("about", "under", "same", "home", "here"),
        *("asking", "found", "refused", "late", "unknown"),
    }
