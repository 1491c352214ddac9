"""Amounts, dates and lists as Finns, Finland-Swedes and Britons write them."""

from __future__ import annotations

from datetime import date, time

import pytest
from babel.support import Translations

from provider_directory.model import PartialDate, Season, Unit
from provider_directory.views.wording import Wording, alphabetical

FI, SV, EN = (Wording(language, Translations()) for language in ("fi", "sv", "en"))


def spaced(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_money_has_cents_and_a_euro_sign_where_each_language_puts_it() -> None:
    assert [spaced(wording.money(123450)) for wording in (FI, SV, EN)] == ["1 234,50 €", "1 234,50 €", "€1,234.50"]


def test_a_large_amount_is_exact_to_the_cent() -> None:
    assert spaced(FI.money(9_007_199_254_740_993)) == "90 071 992 547 409,93 €"


def test_a_price_says_its_unit() -> None:
    assert spaced(EN.per(3850, Unit.HOUR)) == "€38.50/hour"


def test_days_are_written_out_as_people_write_them() -> None:
    day = date(2018, 8, 16)
    assert [wording.day(day) for wording in (FI, SV, EN)] == ["16.8.2018", "16.8.2018", "16 August 2018"]
    assert [wording.weekday(day).split()[0] for wording in (FI, SV, EN)] == ["torstai", "torsdag", "Thursday"]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (PartialDate(year=2017, month=4, day=11), "11.4.2017"),
        (PartialDate(year=2018, month=4), "huhtikuu 2018"),
        (PartialDate(year=2018, season=Season.AUTUMN), "autumn 2018"),
        (PartialDate(year=2018), "2018"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(when: PartialDate, said: str) -> None:
    assert FI.partial(when) == said


def test_hours_are_said_when_known() -> None:
    assert FI.hours(time(13, 30), time(16, 0)) == "at 13.30–16.00"
    assert EN.hours(time(13, 30), None) == "at 13:30"
    assert FI.hours(None, None) == ""


def test_a_period_says_which_ends_it_has() -> None:
    first, last = date(2019, 1, 1), date(2019, 12, 31)
    assert FI.period(first, last) == "1.1.2019–31.12.2019"
    assert FI.period(first, None) == "from 1.1.2019"
    assert FI.period(None, last) == "until 31.12.2019"
    assert FI.period(None, None) == ""


def test_lists_end_with_and() -> None:
    assert [wording.join(["a", "b", "c"]) for wording in (FI, SV, EN)] == ["a, b ja c", "a, b och c", "a, b and c"]


def test_capitals_do_not_change_the_order_and_the_last_letters_come_last() -> None:
    names = [
        "Öhberg",
        "Ähtäri",
        "Åland",
        "Zeniitti",
        "vaasa",
        "Wärtsilä",
        "Esimerkkihoiva",
        "Esimerkki Siivous",
        "Éclair",
        "Eeva",
    ]

    assert sorted(names, key=alphabetical) == [
        *(
            "Éclair",
            "Eeva",
            "Esimerkki Siivous",
            "Esimerkkihoiva",
            "vaasa",
            "Wärtsilä",
            "Zeniitti",
            "Åland",
            "Ähtäri",
            "Öhberg",
        ),
    ]
