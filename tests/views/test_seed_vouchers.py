"""Every voucher of the project that somebody can be chosen with says what a client pays, or exactly why not."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import chain
from typing import Any

import pytest
from babel.support import Translations

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.offers import Offer
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.approved_list import ApprovedList, list_view
from provider_directory.views.edition import Edition
from provider_directory.views.list_sheets import ListSheet
from provider_directory.views.listing_block import ListingView, listing_view
from provider_directory.views.paying import Amount
from provider_directory.views.wording import Wording
from tests.catalogue.price_cases import DAY, content
from tests.conftest import ROOT

DAYS = (DAY, date(2019, 6, 17))
"""The day of the example site, and the one of its later state."""


@cache
def edition(day: date) -> Edition:
    """The project's own records on a day, in plain English."""
    return Edition(
        catalogue=Catalogue(records=content(), as_of=day),
        settings=read_settings(settings_file(ROOT)),
        wording=Wording("en", Translations()),
        assets="/theme",
    )


def vouchers() -> list[Any]:
    """The vouchers somebody can be chosen with, on each day."""
    return [
        pytest.param(day, key, id=f"{key} on {day}")
        for day in DAYS
        for key in sorted(Catalogue(records=content(), as_of=day).offers_by_voucher)
    ]


def says(amount: Amount, around: str) -> bool:
    """Whether an amount is told with its unit, or the reason stands near it."""
    if not amount.quiet:
        return "€" in amount.text and bool(amount.unit)
    return bool(amount.reason) and str(amount.reason) in around


def listings_of(day: date, offers: tuple[Offer, ...]) -> list[ListingView]:
    """The listings as their providers' pages show them."""
    return [
        listing_view(edition(day), listing, [offer for offer in offers if offer.listing is listing])
        for listing in dict.fromkeys(offer.listing for offer in offers)
    ]


def lists_of(day: date, key: str, offers: tuple[Offer, ...]) -> list[ApprovedList]:
    """The voucher's lists on the pages of its services and municipalities."""
    pairs = {(place, offer.service) for offer in offers for place in offer.listing.municipalities}
    views = [
        list_view(edition(day), ListSheet(place, service), edition(day).catalogue.offers_by_list[place, service])
        for place, service in sorted(pairs)
    ]
    return [each for view in views for each in view.voucher_lists if each.anchor == key.replace("/", "-")]


def test_there_are_vouchers_to_look_at() -> None:
    assert len(vouchers()) >= 30


@pytest.mark.parametrize(("day", "key"), vouchers())
def test_provider_pages_say_what_a_client_pays(day: date, key: str) -> None:
    for listing in listings_of(day, edition(day).catalogue.offers_by_voucher[key]):
        if listing.not_computed:
            assert "cannot be computed here" in listing.not_computed
            assert "Ask: " in listing.not_computed
            continue
        assert listing.table
        remarks = " ".join(listing.table.remarks)
        shares = [row.cells[-1] for row in listing.table.rows]
        assert [share for share in shares if not (isinstance(share, Amount) and says(share, remarks))] == []
        assert "Ask: " in remarks or not any(isinstance(share, Amount) and share.quiet for share in shares)


@pytest.mark.parametrize(("day", "key"), vouchers())
def test_lists_say_what_a_client_pays(day: date, key: str) -> None:
    found = lists_of(day, key, edition(day).catalogue.offers_by_voucher[key])
    assert found
    for each in found:
        notes = " ".join(each.notes)
        if not each.you_pay:
            assert "cannot be computed here" in notes and "Ask: " in notes
            continue
        shares = list(chain.from_iterable([row.you_pay] for row in each.rows))
        assert [share for share in shares if not (share and says(share, notes))] == []
