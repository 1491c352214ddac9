"""A service's page and the list of all of them."""

from __future__ import annotations

from provider_directory.views import service, services
from provider_directory.views.page import Page
from provider_directory.views.service import ServiceView
from tests.views.conftest import Town
from tests.views.editions import html


def page_of(town: Town, key: str = "home-care") -> Page:
    """One service's page."""
    (found,) = [page for page in service.pages(town.edition()) if page.path == f"en/services/{key}/index.html"]
    return found


def view_of(town: Town, key: str = "home-care") -> ServiceView:
    """What that page says."""
    view = page_of(town, key).view
    assert isinstance(view, ServiceView)
    return view


def test_what_it_is_comes_first_and_other_words_for_it_after(town: Town) -> None:
    words = "summary: {fi: Hoitoa kotona., sv: Vård hemma., en: Care at home.}\n"
    more = "  synonyms: {en: [home help, care at home]}\n  former_names: {en: [home aid]}\n"
    town.project.replace("content/registers/services.yaml", words, words + more)
    view = view_of(town)
    assert (view.heading, view.kicker, view.lead) == ("Home care", "Help at home", "Care at home.")
    assert view.synonyms == "Also called: home help, care at home and home aid."


def test_prices_are_told_by_municipality_and_as_a_picture(town: Town) -> None:
    for key, price in (("esimerkki-a", "30"), ("esimerkki-b", "38"), ("esimerkki-c", "40")):
        town.home_care(key, f"price: {price}, unit: hour")
    view = view_of(town)
    (place,) = view.municipalities
    assert (place.name, place.count, place.note) == ("Ylöjärvi", "3 providers", "€30.00–€40.00/hour")
    assert view.strip
    assert view.strip.words == "The lowest prices of 3 providers are €30.00–€40.00/hour, half of them at most €38.00."
    assert (view.strip.dots, view.strip.here) == (("M0 0h.1M80 0h.1M100 0h.1",), None)
    assert [row.name for row in view.providers] == ["Esimerkki A Oy", "Esimerkki B Oy", "Esimerkki C Oy"]


def test_two_providers_make_no_picture(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 39, unit: hour")
    assert view_of(town).strip is None


def test_its_vouchers_say_whose_they_are_and_what_they_are_worth(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (tile,) = view_of(town).vouchers
    assert (tile.name, tile.url) == ("Home care voucher", "/en/vouchers/ylojarvi/kotihoito/")
    assert tile.count == "City of Ylöjärvi · 1 provider"
    assert tile.note and "€30.00" in tile.note


def test_where_a_voucher_is_only_planned_it_says_so(town: Town) -> None:
    planned = "---\ntitle: Suunniteltu seteli\nsummary: Tulossa.\nservices: [day-activity]\nplanned: {stage: Valmistellaan.}\n---\nTulossa.\n"
    town.project.write("content/vouchers/ylojarvi/tulossa.md", planned)
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    view = view_of(town, "day-activities")
    assert view.nobody == "A voucher for this service is planned. Providers are approved when it is taken into use."
    assert [(way.label, way.note) for way in view.ways_out] == [("Home care", "1 provider"), ("All services", None)]
    assert view.nobody in html(town.edition(), page_of(town, "day-activities"))


def test_all_services_stand_under_their_life_situations(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (page,) = services.pages(town.edition())
    said = [(group.name, [(tile.name, tile.count, tile.note) for tile in group.tiles]) for group in page.view.groups]
    assert said == [
        (
            "Help at home",
            [("Day activities", "No providers yet", "Something to do."), ("Home care", "1 provider", "Care at home.")],
        )
    ]
