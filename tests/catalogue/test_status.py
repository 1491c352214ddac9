"""What a listing, a voucher, a register or an event is on a day."""

from __future__ import annotations

from datetime import date

import pytest

from provider_directory.catalogue.status import (
    EventStatus,
    ListingStatus,
    RegisterStatus,
    VoucherStatus,
    event_status,
    listing_status,
    register_status,
    voucher_status,
)
from provider_directory.records.schema.event import Event
from provider_directory.records.schema.provider import Listing
from provider_directory.records.schema.register import SelfPayRegister
from provider_directory.records.schema.voucher import Voucher

DAY = date(2018, 8, 10)
BEFORE, ON, AFTER = "2018-08-09", "2018-08-10", "2018-08-11"


@pytest.mark.parametrize(
    ("period", "status"),
    [
        ({}, ListingStatus.CURRENT),
        ({"from": ON}, ListingStatus.CURRENT),
        ({"until": ON}, ListingStatus.CURRENT),
        ({"from": AFTER}, ListingStatus.UPCOMING),
        ({"until": BEFORE}, ListingStatus.ENDED),
        ({"suspended": {}}, ListingStatus.SUSPENDED),
        ({"suspended": {"from": BEFORE, "until": ON}}, ListingStatus.SUSPENDED),
        ({"suspended": {"from": AFTER}}, ListingStatus.CURRENT),
        ({"suspended": {"until": BEFORE}}, ListingStatus.CURRENT),
        ({"from": AFTER, "suspended": {}}, ListingStatus.SUSPENDED),
        ({"until": BEFORE, "suspended": {}}, ListingStatus.ENDED),
    ],
)
def test_a_listing_holds_in_its_period_unless_it_is_suspended(period: dict[str, object], status: ListingStatus) -> None:
    assert listing_status(Listing.model_validate(period), DAY) is status


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, VoucherStatus.OPEN),
        ({"opens": ON}, VoucherStatus.OPEN),
        ({"opens": AFTER}, VoucherStatus.PLANNED),
        ({"planned": {"stage": "Suunnitellaan."}}, VoucherStatus.PLANNED),
        ({"closes": "2018-11-08"}, VoucherStatus.CLOSING),
        ({"closes": "2018-11-09"}, VoucherStatus.OPEN),
        ({"closes": ON}, VoucherStatus.CLOSING),
        ({"closes": BEFORE}, VoucherStatus.ENDED),
    ],
)
def test_a_voucher_closes_visibly_ninety_days_before(fields: dict[str, object], status: VoucherStatus) -> None:
    voucher = Voucher.model_validate({"title": "Seteli", "summary": "Seteli.", "services": ["home-care"], **fields})

    assert voucher_status(voucher, DAY, closing_days=90) is status


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, RegisterStatus.OPEN),
        ({"published": "2018"}, RegisterStatus.OPEN),
        ({"published": "2018-08"}, RegisterStatus.OPEN),
        ({"published": "2018-autumn"}, RegisterStatus.COMING),
        ({"sunset": "2018-12-31"}, RegisterStatus.CLOSING),
        ({"sunset": ON}, RegisterStatus.CLOSING),
        ({"sunset": BEFORE}, RegisterStatus.ENDED),
    ],
)
def test_a_register_opens_on_the_first_day_its_date_may_mean(fields: dict[str, object], status: RegisterStatus) -> None:
    register = SelfPayRegister.model_validate(
        {"organiser": "ylojarvi", "name": "Hoiva", "summary": "Hoivaa.", **fields}
    )

    assert register_status(register, DAY) is status


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"date": AFTER}, EventStatus.UPCOMING),
        ({"date": ON}, EventStatus.TODAY),
        ({"date": BEFORE}, EventStatus.PAST),
        ({"date": AFTER, "change": "cancelled"}, EventStatus.CANCELLED),
        ({"date": BEFORE, "change": "cancelled"}, EventStatus.CANCELLED),
        ({"date": BEFORE, "change": "moved", "moved_to": AFTER}, EventStatus.MOVED),
        ({"date": BEFORE, "change": "moved", "moved_to": ON}, EventStatus.TODAY),
        ({"date": AFTER, "change": "moved"}, EventStatus.MOVED),
        ({"date": "2018-06-01", "change": "moved", "moved_to": BEFORE}, EventStatus.PAST),
    ],
)
def test_a_moved_event_counts_by_its_new_day(fields: dict[str, object], status: EventStatus) -> None:
    event = Event.model_validate(
        {"title": "Info", "summary": "Info.", "organiser": "ylojarvi", "audience": ["providers"], **fields}
    )

    assert event_status(event, DAY) is status
