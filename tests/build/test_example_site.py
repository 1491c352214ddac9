"""The example site as a whole: enough of everything, in three languages, on three days, without a warning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.status import EventStatus, ListingStatus, VoucherStatus
from provider_directory.model import Unit
from provider_directory.records.reading import read_records
from tests.conftest import ROOT, BuiltSite, built


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The example records on the example's day."""
    records, problems = read_records(ROOT)
    assert problems == []
    return Catalogue(records=records, as_of=date(2018, 8, 10))


def test_it_is_built_in_one_run_without_a_warning(site: BuiltSite) -> None:
    assert re.search(r"Built as of 2018-08-10: (\d+) providers .* 3 languages\.", site.said)
    assert int(re.search(r": (\d+) providers", site.said)[1]) >= 80  # type: ignore[index]
    assert "warning" not in site.said.lower() and "error" not in site.said.lower()


def test_two_builds_of_a_day_have_the_same_bytes(site: BuiltSite, tmp_path: Path) -> None:
    again = built(tmp_path)

    def contents(output: Path) -> Iterator[tuple[str, bytes]]:
        return (
            (file.relative_to(output).as_posix(), file.read_bytes()) for file in output.rglob("*") if file.is_file()
        )

    assert dict(contents(again.output)) == dict(contents(site.output))


def test_every_page_says_that_it_is_an_example(site: BuiltSite) -> None:
    said = {"fi": "Esimerkkisivusto", "sv": "exempel", "en": "Example site"}
    for file in site.pages():
        text = file.read_text(encoding="utf-8")
        if 'class="page page--embed"' in text:
            continue  # A list inside another site's page says nothing but the list.
        language = re.search(r'<html lang="(\w+)"', text)[1]  # type: ignore[index]
        notice = re.search(r'class="notice notice--example.*?</div>', text, re.DOTALL)
        assert notice and said[language].lower() in notice[0].lower(), file


def test_the_later_day_shows_the_later_state(site: BuiltSite, later_site: BuiltSite) -> None:
    place = "fi/palvelusetelit/ylojarvi/paivatoiminta"

    assert "Ei vielä voimassa" in site.page(place)
    assert "Ei vielä voimassa" not in later_site.page(place)
    assert "/fi/tilaisuudet/2018-08-16" in site.page("fi")
    assert "/fi/tilaisuudet/2018-08-16" not in later_site.page("fi")


def test_the_real_day_is_taken_from_the_browsers_clock(tmp_path: Path) -> None:
    page = built(tmp_path, AS_OF="today").page("/fi/")

    assert 'data-day="real"' in page


def test_vouchers_and_registers_in_use_have_providers_and_planned_ones_none(catalogue: Catalogue) -> None:
    for key, voucher in catalogue.records.vouchers.items():
        planned = catalogue.voucher_status(voucher) is VoucherStatus.PLANNED
        assert (key in catalogue.offers_by_voucher) is not planned, key
    assert set(catalogue.offers_by_register) == set(catalogue.records.registers)


def test_open_and_planned_vouchers_and_coming_and_past_events_all_show(catalogue: Catalogue) -> None:
    vouchers = {catalogue.voucher_status(voucher) for voucher in catalogue.records.vouchers.values()}
    events = {catalogue.event_status(event) for event in catalogue.events}

    assert {VoucherStatus.OPEN, VoucherStatus.PLANNED} <= vouchers
    assert {EventStatus.UPCOMING, EventStatus.PAST} <= events


def test_providers_show_every_unit_and_every_standing(catalogue: Catalogue) -> None:
    assert {offer.unit for offer in catalogue.offers} >= set(Unit)
    assert {listing.status for listing in catalogue.listings} == set(ListingStatus)
    assert any(offer.changes for offer in catalogue.offers)


def test_providers_have_one_place_several_or_none(catalogue: Catalogue) -> None:
    places = {len(provider.record.locations) for provider in catalogue.records.providers.values()}

    assert 0 in places and 1 in places and max(places) > 1
    assert any(len(listing.municipalities) > 3 for listing in catalogue.listings)
    assert any(provider.record.time_bands for provider in catalogue.records.providers.values())


def test_a_suspended_listing_stands_nowhere(site: BuiltSite, catalogue: Catalogue) -> None:
    only_suspended = [
        key for key in catalogue.records.providers if catalogue.provider_status(key) is ListingStatus.SUSPENDED
    ]
    assert only_suspended
    for key in only_suspended:
        name = catalogue.records.providers[key].record.name
        own = {f"{language}/{place}/{key}/index.html" for language, place in OWN_PLACES}
        for file in site.output.rglob("*"):
            if file.is_file() and file.suffix in (".html", ".json", ".xml"):
                path = file.relative_to(site.output).as_posix()
                assert path in own or name not in file.read_text(encoding="utf-8"), (name, path)


OWN_PLACES = (("fi", "tuottajat"), ("sv", "producenter"), ("en", "providers"))
