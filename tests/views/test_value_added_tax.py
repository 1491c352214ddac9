"""Whether value added tax is in a price, in words."""

from __future__ import annotations

import pytest

from provider_directory.views.listing_block import listing_view
from tests.views.conftest import Town


def sentences(town: Town, *prices: str) -> tuple[str, ...]:
    """What is said of the prices of a listing that one pays oneself."""
    lines = "".join(f"    - {{{price}}}\n" for price in prices)
    town.provider(
        "esimerkki-a",
        f"- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [ylojarvi]\n  prices:\n{lines}",
        "time_bands:\n  day: {name: {fi: Päivä, en: Daytime}}\n  night: {name: {fi: Yö, en: Night}}\n",
    )
    offers = town.edition().catalogue.offers
    return listing_view(town.edition(), offers[0].listing, offers).vat


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (", vat: included, vat_rate: 24 %", "The price includes value added tax 24%."),
        (", vat: included", "The price includes value added tax."),
        (", vat: excluded, vat_rate: 24 %", "Value added tax 24% comes on top of the price."),
        (", vat: excluded", "Value added tax comes on top of the price. The provider has not told its rate."),
        (", vat: exempt", "There is no value added tax on the price."),
        ("", "The provider has not told whether the price includes value added tax."),
    ],
)
def test_every_status_is_said(town: Town, status: str, said: str) -> None:
    assert sentences(town, f"price: 30, unit: hour{status}") == (said,)


def test_one_sentence_for_each_status_with_the_offers_it_holds_for(town: Town) -> None:
    prices = ("variant: day, price: 30, unit: hour, vat: exempt", "variant: night, price: 40, unit: hour")
    assert sentences(town, *prices) == (
        "Daytime: There is no value added tax on the price.",
        "Night: The provider has not told whether the price includes value added tax.",
    )


def test_the_same_status_is_said_once(town: Town) -> None:
    prices = ("variant: day, price: 30, unit: hour, vat: exempt", "variant: night, price: 40, unit: hour, vat: exempt")
    assert sentences(town, *prices) == ("There is no value added tax on the price.",)
