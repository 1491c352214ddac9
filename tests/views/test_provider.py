"""A provider's page, and the short pages of those that cannot be chosen."""

from __future__ import annotations

import json
from datetime import date
from html import unescape
from urllib.parse import unquote

from provider_directory.views import provider
from provider_directory.views.page import Page
from provider_directory.views.provider import ProviderView
from provider_directory.views.values import AmountTable
from tests.records.project import DAY
from tests.views.conftest import Town
from tests.views.editions import html

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"


def page_of(town: Town, key: str = "esimerkki-a", day: date = DAY) -> Page:
    """One provider's page."""
    (found,) = [page for page in provider.pages(town.edition(day)) if page.path == f"en/providers/{key}/index.html"]
    return found


def view_of(town: Town, key: str = "esimerkki-a") -> ProviderView:
    """What the page of a provider that can be chosen says."""
    view = page_of(town, key).view
    assert isinstance(view, ProviderView)
    return view


def table_of(town: Town) -> AmountTable:
    """The prices of the only listing."""
    (listing,) = view_of(town).listings
    assert listing.table
    return listing.table


def cells(town: Town) -> list[list[tuple[str, str | None]]]:
    """Each row's amounts with what stands under them."""
    return [[(cell.text, getattr(cell, "note", None)) for cell in row.cells] for row in table_of(town).rows]


def test_how_to_get_in_touch_comes_before_the_prices(town: Town) -> None:
    facts = "phones: [014 000 0100]\nphone_hours: {fi: ma–pe klo 8–16, en: Mon–Fri 8 am to 4 pm}\nemails: [hoiva@example.fi]\nwebsite: https://www.example.fi/\n"
    town.home_care("esimerkki-a", "price: 38.50, unit: hour", facts=facts)
    made = html(town.edition(), page_of(town))
    before = made[made.index("<h1") : made.index("Services and prices")]
    assert 'href="tel:+358140000100"' in before
    assert "Mon–Fri 8 am to 4 pm" in before
    assert 'href="https://www.example.fi/"' in before
    assert unescape(before).count("hoiva@example.fi") == 2
    assert "hoiva@example.fi" not in made


def test_price_value_and_share_stand_side_by_side(town: Town) -> None:
    town.project.replace(VOUCHER, 'amount: "30.00"', 'amount: "30.00"\n    from: 2018-01-01')
    town.home_care("esimerkki-a", "price: 38.50, unit: hour")
    assert [column.label for column in table_of(town).columns] == ["Price", "Voucher value", "You pay"]
    assert cells(town) == [[("€38.50", None), ("€30.00", "from 1 January 2018"), ("€8.50", None)]]


def test_a_value_without_a_period_is_said_to_have_none(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38.50, unit: hour")
    assert table_of(town).remarks == ("The source does not say from when the voucher's value holds.",)


def test_changes_already_decided_stand_under_today(town: Town) -> None:
    rule = '  - rule: fixed\n    unit: hour\n    amount: "32.00"\n    from: 2019-01-01\n'
    town.project.replace(VOUCHER, 'amount: "30.00"\n', f'amount: "30.00"\n    until: 2018-12-31\n{rule}')
    town.home_care("esimerkki-a", "price: 38, unit: hour, until: 2018-12-31", "price: 41, unit: hour, from: 2019-01-01")
    assert cells(town) == [
        [
            ("€38.00", "from 1 January 2019 €41.00"),
            ("€30.00", "until 31 December 2018; from 1 January 2019 €32.00"),
            ("€8.00", "from 1 January 2019 €9.00"),
        ]
    ]


def test_a_value_not_yet_in_force_is_dated_and_so_is_the_share(town: Town) -> None:
    share = "client_shares:\n  - rule: fixed\n    amount: 11.40\n    from: 2019-01-01\n"
    town.project.replace(VOUCHER, 'amount: "30.00"\n', f'amount: "30.00"\n    from: 2019-01-01\n{share}')
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    assert cells(town) == [[("€38.00", None), ("€26.60", "from 1 January 2019"), ("€11.40", "from 1 January 2019")]]


def test_a_voucher_of_unknown_value_shows_prices_and_whom_to_ask(town: Town) -> None:
    rule = "rule: by_reference\n    ask: office\n    reason: {fi: Ei kerrota., en: The city does not tell it.}"
    town.project.replace(VOUCHER, "rule: fixed", rule)
    town.project.replace(VOUCHER, '    amount: "30.00"\n', "")
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (listing,) = view_of(town).listings
    assert [column.label for column in table_of(town).columns] == ["Price"]
    assert listing.not_computed == (
        "What the voucher pays and what is left for you to pay cannot be computed here. The city does not tell it. Ask: Vouchers."
    )


def test_a_share_by_income_says_between_what(town: Town) -> None:
    rule = "rule: income_share\n    income: gross\n    base_price: 64\n    households: [{household: 1, limit: 576, percent: 35 %}]\n"
    town.project.replace(VOUCHER, "rule: fixed", rule.rstrip())
    town.project.replace(VOUCHER, '    amount: "30.00"\n', "")
    town.home_care("esimerkki-a", "price: 70, unit: hour")
    assert cells(town)[0][2] == ("€6.00–€70.00", "depends on your income")


def test_what_is_included_names_the_variant_it_holds_for(town: Town) -> None:
    bands = "time_bands:\n  day: {name: {fi: Päivä, en: Daytime}}\n  night: {name: {fi: Yö, en: Night}}\n"
    day = "variant: day, price: 40, unit: hour, includes: [{fi: Matkat, en: Travel}, {fi: Lounas, en: Lunch}], on_top: [{fi: Käsineet, en: Gloves}]"
    night = "variant: night, price: 60, unit: hour, includes: [{fi: Matkat, en: Travel}]"
    town.home_care("esimerkki-a", day, night, facts=bands)
    (listing,) = view_of(town).listings
    assert listing.includes == ("Travel", "Lunch (Daytime)")
    assert listing.on_top == ("Gloves (Daytime)",)


def test_costs_outside_the_voucher_are_told_each_by_its_name(town: Town) -> None:
    costs = "  costs:\n    - {name: {fi: Vuokra, en: Rent}, price: 600, unit: month}\n    - {name: {fi: Ateriat, en: Meals}, price: 12.50, unit: day}\n"
    town.home_care("esimerkki-a", "price: 38, unit: hour", more=costs)
    (listing,) = view_of(town).listings
    assert [(fact.label, fact.text) for fact in listing.costs] == [("Rent", "€600.00/month"), ("Meals", "€12.50/day")]


def test_an_approval_tells_its_decision_days_and_who_checked_it(town: Town) -> None:
    more = "  from: 2018-06-01\n  until: 2019-05-31\n  decision: {body: {fi: Lautakunta, en: Committee}, date: 2018-05-24, section: 17}\n  verified: {on: 2018-06-12, by: {fi: Toimisto, en: Office}}\n"
    town.home_care("esimerkki-a", "price: 38, unit: hour", more=more)
    (listing,) = view_of(town).listings
    said = {
        fact.label: fact.text or (fact.link.label if fact.link else ", ".join(entry.text for entry in fact.entries))
        for fact in listing.facts
    }
    assert said == {
        "Voucher": "Home care voucher",
        "Where": "In your own home",
        "For residents of": "Ylöjärvi",
        "Approved by": "City of Ylöjärvi",
        "Decision": "Committee 24 May 2018 § 17",
        "In force": "1 June 2018–31 May 2019",
        "Checked": "12 June 2018, Office",
    }


def test_a_place_tells_its_address_room_and_access(town: Town) -> None:
    facts = (
        "locations:\n  koti:\n    name: Esimerkkikoti\n    address: {street: Mallikatu 1, postal_code: 33470, city: Ylöjärvi, municipality: ylojarvi}\n"
        "    places: 24\n    accessibility: {fi: Esteetön, en: Step-free}\n    phone: 03 000 0200\n"
    )
    town.provider(
        "esimerkki-a",
        "- voucher: ylojarvi/kotihoito\n  locations: [koti]\n  prices: [{price: 38, unit: hour}]\n",
        facts,
    )
    (place,) = view_of(town).locations
    assert (place.name, place.lines, place.places, place.accessibility) == (
        "Esimerkkikoti", ("Mallikatu 1", "33470 Ylöjärvi"), "Places for clients: 24", "Step-free",
    )  # fmt: skip
    assert 'href="#location-koti"' in html(town.edition(), page_of(town))


def test_three_comparable_prices_make_a_comparison(town: Town) -> None:
    for key, price in (("esimerkki-a", "38"), ("esimerkki-b", "30"), ("esimerkki-c", "40")):
        town.home_care(key, f"price: {price}, unit: hour")
    (place,) = view_of(town).price_places
    (strip,) = place.strips
    assert (place.heading, place.own) == ("Home care, €/hour", "This provider's price is €38.00/hour.")
    assert strip.words == "In Ylöjärvi 3 providers ask €30.00–€40.00/hour, half of them at most €38.00."
    assert (strip.dots, strip.here, strip.low, strip.high) == (
        ("M0 0h.1M80 0h.1M100 0h.1",),
        "80",
        "€30.00",
        "€40.00",
    )


def test_two_prices_or_other_units_make_none(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 30, unit: hour")
    town.home_care("esimerkki-c", "price: 20, unit: visit")
    town.home_care("esimerkki-d", "price: 29, unit: hour, vat: excluded")
    assert view_of(town).price_places == ()


def test_a_letter_to_the_organiser_is_begun_with_the_pages_address(town: Town) -> None:
    town.project.replace(
        "content/organisers/ylojarvi.yaml", "contacts:\n", "emails: [kirjaamo@example.fi]\ncontacts:\n"
    )
    town.home_care("esimerkki-a", "price: 38, unit: hour", facts="emails: [hoiva@example.fi]\n")
    organiser, own = view_of(town).corrections
    letter = unescape(organiser.letters[0].url)
    assert letter.startswith("mailto:kirjaamo@example.fi?subject=A%20price%20is%20wrong%3A%20Esimerkki%20A%20Oy&body=")
    assert "The page: /en/providers/esimerkki-a/\r\n" in unquote(letter)
    assert unescape(own.letters[0].url).startswith("mailto:hoiva@example.fi?subject=")


def test_an_organiser_without_e_mail_is_reached_through_its_page(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    (organiser,) = view_of(town).corrections
    assert organiser.page
    assert (organiser.letters, organiser.page.url) == ((), "/en/organisers/ylojarvi/")


def test_what_follows_an_approval_stands_right_after_it(town: Town) -> None:
    first = "- voucher: ylojarvi/kotihoito\n  at_home: yes\n  municipalities: [ylojarvi]\n  until: 2018-08-31\n"
    other = "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [ylojarvi]\n"
    town.provider("esimerkki-a", first + other + first.replace("until: 2018-08-31", "from: 2018-09-01"))
    listings = view_of(town).listings
    assert [(listing.heading, listing.tags[0].text) for listing in listings] == [
        ("Home care voucher", "Until 31 August 2018"),
        ("Home care voucher", "From 1 September 2018"),
        ("Care", "On the register"),
    ]


def test_one_that_is_no_longer_approved_keeps_a_short_page(town: Town) -> None:
    town.home_care(
        "esimerkki-a", "price: 38, unit: hour", more="  until: 2018-07-31\n", facts="phones: [014 000 0100]\n"
    )
    town.home_care("esimerkki-b", "price: 38, unit: hour")
    page = page_of(town)
    made = html(town.edition(), page)
    assert page.frame.noindex
    assert page.view.text == "No longer approved: the last approval ended on 31 July 2018."
    assert page.view.ways_out[0].url == "/en/municipalities/ylojarvi/home-care/"
    assert "014 000 0100" not in made and "38.00" not in made


def test_a_suspended_one_has_a_neutral_page_without_its_name(town: Town) -> None:
    town.home_care(
        "esimerkki-salainen",
        "price: 38, unit: hour",
        more="  suspended: {from: 2018-08-01, reason: Epäselvyyksiä}\n",
        facts="phones: [014 000 0100]\n",
    )
    page = page_of(town, "esimerkki-salainen")
    made = html(town.edition(), page)
    assert page.frame.noindex
    assert "This provider is not available now" in made
    for hidden in ("Salainen", "014 000 0100", "38.00", "Epäselvyyksiä", "suspended"):
        assert hidden not in made


def test_a_suspended_listing_beside_a_current_one_is_not_shown(town: Town) -> None:
    voucher = "- voucher: ylojarvi/kotihoito\n  at_home: yes\n  municipalities: [ylojarvi]\n  suspended: {from: 2018-08-01}\n  prices: [{price: 77, unit: hour}]\n"
    register = "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [ylojarvi]\n  prices: [{price: 33, unit: hour}]\n"
    town.provider("esimerkki-a", voucher + register)
    made = html(town.edition(), page_of(town))
    assert "33.00" in made
    assert "77.00" not in made and "Home care voucher" not in made


def test_search_engines_are_told_the_price_and_no_e_mail(town: Town) -> None:
    town.home_care(
        "esimerkki-a", "price: 38.50, unit: hour", facts="emails: [hoiva@example.fi]\nphones: [014 000 0100]\n"
    )
    told = str(page_of(town).frame.json_ld)
    assert '"price":"38.50"' in told and '"unitCode":"HUR"' in told and '"telephone":"+358140000100"' in told
    assert "@example.fi" not in told


def test_search_engines_are_told_once_what_the_municipalities_of_the_offers_are(town: Town) -> None:
    town.provider(
        "esimerkki-a",
        "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [jyvaskyla, ylojarvi]\n"
        "  prices: [{price: 40, unit: hour}, {price: 50, unit: visit}]\n",
    )
    about, *_ = json.loads(page_of(town).frame.json_ld)["@graph"]

    assert about["areaServed"] == [
        {"@id": "#jyvaskyla", "@type": "AdministrativeArea", "name": "Jyväskylä"},
        {"@id": "#ylojarvi", "@type": "AdministrativeArea", "name": "Ylöjärvi"},
    ]
    assert [offer["eligibleRegion"] for offer in about["makesOffer"]] == [
        [{"@id": "#jyvaskyla"}, {"@id": "#ylojarvi"}]
    ] * 2
