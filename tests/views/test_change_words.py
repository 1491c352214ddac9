"""Each kind of change in one sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from provider_directory.catalogue.change import Change, ChangeKind
from provider_directory.model import Unit
from provider_directory.records.schema.base import Localised
from provider_directory.views.change_words import change_words, tells
from tests.records.project import DAY
from tests.views.conftest import Town

VOUCHER = ("voucher", "ylojarvi/kotihoito")
SUNDAY = Localised(fi="Sunnuntai", en="Sunday")
MARCH = date(2019, 3, 1)


@pytest.mark.parametrize(
    ("kind", "facts", "title"),
    [
        (ChangeKind.NEW, {"starts": MARCH}, "New: Esimerkkihoiva, Home care voucher"),
        (ChangeKind.ENDED, {"until": MARCH}, "Ends on 1 March 2019: Esimerkkihoiva, Home care voucher"),
        (ChangeKind.ENDED, {"until": date(2018, 8, 9)}, "Ended: Esimerkkihoiva, Home care voucher"),
        (ChangeKind.REMOVED, {}, "No longer on the list: Esimerkkihoiva, Home care voucher"),
        (ChangeKind.REMOVED, {"name": ""}, "A provider is no longer on the list: Home care voucher"),
        (
            ChangeKind.PRICE,
            {"before": 5580, "after": 5700, "unit": Unit.HOUR, "variant_name": SUNDAY, "starts": MARCH},
            "Esimerkkihoiva, Sunday: price €55.80 → €57.00/hour from 1 March 2019",
        ),
        (
            ChangeKind.PRICE,
            {"after": 5700, "unit": Unit.HOUR, "service": "home-care"},
            "Esimerkkihoiva, Home care: new price €57.00/hour",
        ),
        (
            ChangeKind.AREA,
            {"added": ("ylojarvi", "jyvaskyla"), "dropped": ("pois",)},
            "Esimerkkihoiva, Home care voucher: now also: Jyväskylä and Ylöjärvi",
        ),
        (
            ChangeKind.SERVICES,
            {"added": ("home-care",), "dropped": ("day-activity",)},
            "Esimerkkihoiva, Home care voucher: now also: Home care; no longer: Day activities",
        ),
        (ChangeKind.OPENED, {"name": "", "starts": MARCH}, "Home care voucher: in use from 1 March 2019"),
        (ChangeKind.CLOSED, {"name": "", "until": MARCH}, "Home care voucher: in use until 1 March 2019"),
    ],
)
def test_a_change_is_a_sentence(town: Town, kind: ChangeKind, facts: dict[str, Any], title: str) -> None:
    named = {"name": "Esimerkkihoiva", "provider": "esimerkkihoiva", **facts}
    change = Change(kind=kind, day=DAY, about=("x",), list=VOUCHER, **named)

    assert change_words(town.edition(), change).title == title


def test_values_and_shares_are_told_as_pages_tell_them(town: Town) -> None:
    record = town.project.records().vouchers["ylojarvi/kotihoito"].record
    change = Change(kind=ChangeKind.VALUE, day=DAY, about=("x",), list=VOUCHER, after=record.values[0], starts=MARCH)
    words = change_words(town.edition(), change)

    assert words.title == "Home care voucher: voucher value €30.00/hour from 1 March 2019"
    assert (words.text, words.url) == ("City of Ylöjärvi.", "/en/vouchers/ylojarvi/kotihoito/")


def test_a_rule_that_says_the_same_in_other_ways_is_not_told(town: Town) -> None:
    rule = town.project.records().vouchers["ylojarvi/kotihoito"].record.values[0]
    same = rule.model_copy(update={"month_at_most": None, "note": Localised(fi="Sama")})
    other = rule.model_copy(update={"amount": 3200})

    for after, expected in ((same, False), (other, True)):
        change = Change(kind=ChangeKind.VALUE, day=DAY, about=("x",), list=VOUCHER, before=rule, after=after)
        assert tells(town.edition(), change) is expected


def test_it_leads_to_the_provider_and_says_on_which_list(town: Town) -> None:
    change = Change(
        kind=ChangeKind.NEW,
        day=DAY,
        about=("x",),
        list=("register", "ylojarvi/hoiva"),
        name="Esimerkkihoiva",
        provider="esimerkkihoiva",
        starts=MARCH,
    )
    words = change_words(town.edition(), change)

    assert words.text == "On the list from 1 March 2019. Care, City of Ylöjärvi."
    assert words.url == "/en/providers/esimerkkihoiva/"
