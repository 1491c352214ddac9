"""A municipality's page and the list of all of them."""

from __future__ import annotations

from provider_directory.views import municipalities, municipality
from provider_directory.views.municipality import MunicipalityView
from provider_directory.views.page import Page
from tests.views.conftest import Town
from tests.views.editions import html


def page_of(town: Town, key: str = "ylojarvi") -> Page:
    """One municipality's page."""
    (found,) = [
        page for page in municipality.pages(town.edition()) if page.path == f"en/municipalities/{key}/index.html"
    ]
    return found


def view_of(town: Town, key: str = "ylojarvi") -> MunicipalityView:
    """What that page says."""
    view = page_of(town, key).view
    assert isinstance(view, MunicipalityView)
    return view


def test_services_come_with_counts_and_prices_of_each_unit(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 42.50, unit: hour")
    town.home_care("esimerkki-c", "price: 20, unit: visit")
    (group,) = view_of(town).groups
    (tile,) = group.tiles
    assert (group.name, tile.name, tile.url) == ("Help at home", "Home care", "/en/municipalities/ylojarvi/home-care/")
    assert (tile.count, tile.note) == ("3 providers", "€38.00–€42.50/hour; €20.00/visit")


def test_a_price_that_tax_comes_on_top_of_is_left_out_of_the_range(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 25, unit: hour, vat: excluded")
    assert view_of(town).groups[0].tiles[0].note == "€38.00/hour"


def test_vouchers_in_use_stand_apart_from_planned_ones(town: Town) -> None:
    planned = "---\ntitle: Suunniteltu seteli\nsummary: Tulossa.\nservices: [day-activity]\nplanned: {stage: Valmistellaan.}\n---\nTulossa.\n"
    town.project.write("content/vouchers/ylojarvi/tulossa.md", planned)
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (organiser,) = view_of(town).organisers
    assert [tile.name for tile in organiser.vouchers.in_use] == ["Home care voucher"]
    assert [tile.name for tile in organiser.vouchers.planned] == ["Suunniteltu seteli"]
    assert organiser.contacts_heading == "Whom to call: City of Ylöjärvi"
    assert [contact.role for contact in organiser.contacts] == ["Vouchers"]


def test_only_coming_events_are_named(town: Town) -> None:
    for day, title in (("2018-08-16", "Info"), ("2018-08-01", "Mennyt")):
        event = (
            f"---\ntitle: {title}\nsummary: Tilaisuus.\norganiser: ylojarvi\ndate: {day}\naudience: [residents]\n---\n"
        )
        town.project.write(f"content/events/{day}-info.md", event)
    (organiser,) = view_of(town).organisers
    assert [(item.title, item.when_past) for item in organiser.events] == [("Info", "hide")]


def test_a_register_that_reaches_over_the_border_is_named(town: Town) -> None:
    town.provider("esimerkki-a", "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [jyvaskyla]\n")
    view = view_of(town, "jyvaskyla")
    assert [(tile.name, tile.url) for tile in view.registers] == [("Care", "/en/registers/ylojarvi/hoiva/")]
    assert view.lead == "1 provider, 1 service. You pay for them yourself; no vouchers are known here."


def test_where_nobody_serves_it_says_why_and_offers_the_nearest(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    view = view_of(town, "jyvaskyla")
    assert view.empty and not view.groups
    assert (
        view.empty.text
        == "The municipality does not publish its vouchers here, and no provider on the lists of others comes here."
    )
    assert [(way.label, way.note) for way in view.empty.ways_out] == [
        ("Ylöjärvi", "1 provider"),
        ("All municipalities", None),
    ]
    assert view.empty.text in html(town.edition(), page_of(town, "jyvaskyla"))


def test_all_municipalities_stand_under_their_regions_with_counts(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (page,) = municipalities.pages(town.edition())
    said = [(region.name, [(each.label, each.note) for each in region.municipalities]) for region in page.view.regions]
    assert said == [("Central Finland", [("Jyväskylä", "no providers")]), ("Pirkanmaa", [("Ylöjärvi", "1 provider")])]
    assert page.view.lead.startswith("Providers can be chosen in 1 municipality.")
