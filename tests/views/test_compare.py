"""The compare page without a script, and what a provider's page tells the script of the provider."""

from __future__ import annotations

import json
import re
from typing import Any

from provider_directory.views import compare, provider
from provider_directory.views.compare import CompareView
from provider_directory.views.offer_reference import offer_ids, reference
from tests.views.conftest import Town
from tests.views.editions import html

BANDS = "time_bands:\n  evening:\n    name: {fi: Ilta, en: Evenings}\n"


def told(town: Town, key: str = "esimerkki-a") -> dict[str, Any]:
    """What the page of a provider says to the compare page, as it stands in the HTML."""
    edition = town.edition()
    page = next(page for page in provider.pages(edition) if page.path == f"en/providers/{key}/index.html")
    (data,) = re.findall(
        r'<script type="application/json" data-compare>(.*?)</script>', html(edition, page), flags=re.DOTALL
    )
    found: dict[str, Any] = json.loads(data)
    return found


def offers(town: Town) -> list[dict[str, Any]]:
    """The offers of the only listing."""
    (listing,) = told(town)["listings"]
    found: list[dict[str, Any]] = listing["offers"]
    return found


def test_an_offer_is_named_by_keys_of_the_records(town: Town) -> None:
    town.home_care(
        "esimerkki-a", 'price: "40.00", unit: hour', 'price: "55.00", unit: hour, variant: evening', facts=BANDS
    )
    edition = town.edition()

    assert [reference(offer) for offer in edition.catalogue.offers] == [
        "esimerkki-a~ylojarvi/kotihoito.home-care.hour",
        "esimerkki-a~ylojarvi/kotihoito.home-care.evening.hour",
    ]


def test_an_offer_without_a_price_has_a_name_too(town: Town) -> None:
    town.home_care("esimerkki-a")

    assert [offer["id"] for offer in offers(town)] == ["ylojarvi/kotihoito.home-care"]


def test_an_approval_that_follows_another_is_told_by_its_first_day(town: Town) -> None:
    town.provider(
        "esimerkki-a",
        """\
        - voucher: ylojarvi/kotihoito
          at_home: yes
          municipalities: [ylojarvi]
          from: 2019-01-01
          prices: [{price: "41.00", unit: hour}]
        - voucher: ylojarvi/kotihoito
          at_home: yes
          municipalities: [ylojarvi]
          until: 2018-12-31
          prices: [{price: "40.00", unit: hour}]
        """,
    )
    catalogue = town.edition().catalogue
    ids = offer_ids(catalogue.offers)

    assert {offer.cents: ids[id(offer)] for offer in catalogue.offers} == {
        4000: "ylojarvi/kotihoito.home-care.hour",
        4100: "ylojarvi/kotihoito.home-care.hour.2019-01-01",
    }


def test_the_words_of_an_offer_are_those_of_the_page(town: Town) -> None:
    town.home_care(
        "esimerkki-a",
        'price: "40.00", unit: hour, includes: [{fi: Matkat, en: Travel}], on_top: [{fi: Aineet, en: Materials}]',
    )
    (offer,) = offers(town)

    assert (offer["service"], offer["includes"], offer["onTop"]) == ("Home care", ["Travel"], ["Materials"])
    assert offer["price"] == {"text": "€40.00", "unit": "hour", "cents": 4000}
    assert offer["value"] == {"text": "€30.00", "unit": "hour", "cents": 3000}
    assert offer["share"] == {"text": "€10.00", "unit": "hour", "cents": 1000}
    assert offer["asks"] == ["hours"]
    assert (offer["data"]["voucher"], offer["data"]["price"]) == ("ylojarvi/kotihoito", 4000)


def test_what_one_pays_oneself_has_the_tax_in_it(town: Town) -> None:
    town.provider(
        "esimerkki-a",
        """\
        - register: ylojarvi/hoiva
          at_home: yes
          municipalities: [ylojarvi]
          prices: [{price: "50.00", unit: hour, vat: excluded, vat_rate: "24 %"}]
        """,
    )
    (offer,) = offers(town)

    assert offer["price"]["text"] == "€50.00"
    assert offer["share"] == {"text": "€62.00", "unit": "hour", "cents": 6200}
    assert "value" not in offer


def test_where_the_rate_of_the_tax_is_not_told_there_is_no_amount_to_compare(town: Town) -> None:
    town.provider(
        "esimerkki-a",
        """\
        - register: ylojarvi/hoiva
          at_home: yes
          municipalities: [ylojarvi]
          prices: [{price: "50.00", unit: hour, vat: excluded}]
        """,
    )
    (offer,) = offers(town)

    assert offer["data"]["price"] is None
    assert offer["share"]["note"] == "value added tax comes on top"


def test_what_is_not_told_takes_no_room(town: Town) -> None:
    town.home_care("esimerkki-a", 'price: "40.00", unit: hour')
    found = told(town)
    (listing,) = found["listings"]

    assert "phone" not in found
    assert not {"conditions", "accessibility", "checked", "upcoming", "until"} & set(listing)
    assert not {"variant", "includes", "onTop", "note"} & set(listing["offers"][0])


def test_markup_in_a_record_cannot_end_the_script(town: Town) -> None:
    town.home_care(
        "esimerkki-a",
        'price: "40.00", unit: hour, note: "</script><script>alert(1)</script>"',
    )

    assert offers(town)[0]["note"] == "</script><script>alert(1)</script>"


def test_the_page_knows_no_provider_and_is_nothing_to_search_engines(town: Town) -> None:
    town.home_care("esimerkki-a", 'price: "40.00", unit: hour')
    edition = town.edition()
    (page,) = compare.pages(edition)
    whole = html(edition, page)

    assert page.path == "en/compare/index.html"
    assert page.frame.noindex
    assert "Esimerkki A" not in whole
    assert '<a class="link-list__link" href="/en/municipalities/ylojarvi/home-care/">Home care</a>' in whole


def test_what_one_pays_stands_first_and_every_row_has_its_words(town: Town) -> None:
    (page,) = compare.pages(town.edition())
    view = page.view
    assert isinstance(view, CompareView)

    assert [row.label for row in view.rows][:4] == ["You pay", "In a month", "Price", "Voucher value"]
    assert len({row.key for row in view.rows}) == len(view.rows)


def test_each_language_has_its_own_address(town: Town) -> None:
    (page,) = compare.pages(town.edition())

    assert [alternate.url for alternate in page.frame.alternates] == [
        "/fi/vertailu/",
        "/sv/jamforelse/",
        "/en/compare/",
    ]
