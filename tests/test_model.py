"""Units, dates of uncertain precision, periods, and names as parts of addresses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.model import PartialDate, Season, slug, valid_on

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


class TestSlug:
    """A name as a part of an address."""

    @pytest.mark.parametrize(
        ("name", "address"),
        [
            ("Jyväskylä", "jyvaskyla"),
            ("Mänttä-Vilppula", "mantta-vilppula"),
            ("Åbo", "abo"),
            ("Lasten & nuorten Nepsy (2018)", "lasten-nuorten-nepsy-2018"),
            ("Carers’ leave", "carers-leave"),
            ("Straße Ærø", "strasse-aero"),
            ("ＡＢ ℌ №", "ab-h-no"),
            ("../../etc/passwd", "etc-passwd"),
            ("<script>", "script"),
            ("…", ""),
        ],
    )
    def test_a_name_keeps_its_letters_and_loses_the_rest(self, name: str, address: str) -> None:
        assert slug(name) == address

    @given(st.text())
    def test_an_address_is_its_own_address(self, name: str) -> None:
        assert slug(slug(name)) == slug(name)

    @given(st.text())
    def test_any_name_leaves_only_what_an_address_may_hold(self, name: str) -> None:
        assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert not slug(name).startswith("-") and not slug(name).endswith("-") and "--" not in slug(name)

    @given(st.text(alphabet="abcåäöxyz -"))
    def test_capitals_do_not_matter(self, name: str) -> None:
        assert slug(name.upper()) == slug(name)


class TestPartialDate:
    """As precise as the source."""

    @pytest.mark.parametrize(
        ("written", "words", "first", "last"),
        [
            (PartialDate(year=2018), "2018", date(2018, 1, 1), date(2018, 12, 31)),
            (PartialDate(year=2018, month=4), "2018-04", date(2018, 4, 1), date(2018, 4, 30)),
            (PartialDate(year=2020, month=2), "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
            (PartialDate(year=2018, month=8, day=5), "2018-08-05", date(2018, 8, 5), date(2018, 8, 5)),
            (PartialDate(year=2018, season=Season.AUTUMN), "2018-autumn", date(2018, 9, 1), date(2018, 11, 30)),
        ],
    )
    def test_it_may_mean_any_day_from_its_first_to_its_last(
        self, written: PartialDate, words: str, first: date, last: date
    ) -> None:
        assert (str(written), written.first_day, written.last_day) == (words, first, last)

    @pytest.mark.parametrize("season", Season)
    def test_every_season_lies_in_the_year_it_names(self, season: Season) -> None:
        written = PartialDate(year=2018, season=season)

        assert written.first_day.year == written.last_day.year == 2018


class TestPeriods:
    """From a day until a day."""

    @given(DAYS, DAYS, DAYS)
    def test_both_ends_count(self, day: date, starts: date, until: date) -> None:
        assert valid_on(day, starts, until) == (starts <= day <= until)

    @given(DAYS)
    def test_an_open_end_has_no_limit(self, day: date) -> None:
        assert valid_on(day, None, None)
        assert valid_on(day, day, None) and not valid_on(day - timedelta(days=1), day, None)
        assert valid_on(day, None, day) and not valid_on(day + timedelta(days=1), None, day)
