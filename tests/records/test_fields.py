"""Every kind of field reads what people write, and says what would be right when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from provider_directory.model import PartialDate, Season, Unit
from provider_directory.records import fields
from provider_directory.records.fields import (
    Unfit,
    choice,
    read_business_id,
    read_clock,
    read_coefficient,
    read_colour,
    read_count,
    read_day,
    read_email,
    read_euros,
    read_key,
    read_language_code,
    read_line,
    read_origin,
    read_partial_date,
    read_percent,
    read_phone,
    read_postal_code,
    read_url,
    read_words,
    read_yes,
)

READERS: tuple[Callable[[str], object], ...] = (
    read_business_id,
    read_clock,
    read_coefficient,
    read_colour,
    read_count,
    read_day,
    read_email,
    read_euros,
    read_key,
    read_language_code,
    read_line,
    read_origin,
    read_partial_date,
    read_percent,
    read_phone,
    read_postal_code,
    read_url,
    read_words,
    read_yes,
    choice(Unit, "a unit"),
)


def told(read: Callable[[str], object], text: str) -> str:
    """Why a reader refuses a text."""
    with pytest.raises(Unfit) as refusal:
        read(text)
    return str(refusal.value)


class TestAmounts:
    """Money is integer cents."""

    @pytest.mark.parametrize(
        ("written", "cents"),
        [
            ("38.50", 3850),
            ("38,50", 3850),
            ("38,5", 3850),
            ("38", 3800),
            ("0", 0),
            ("0.05", 5),
            ("38.50 €", 3850),
            ("38 €", 3800),
            ("1 234,50", 123450),
            ("1\u00a0234,50", 123450),
            ("1234.5", 123450),
            ("1 000 000", 100_000_000),
        ],
    )
    def test_euros_become_cents_however_finns_write_them(self, written: str, cents: int) -> None:
        assert read_euros(written) == cents

    @pytest.mark.parametrize("written", ["38.505", "-5", "38.5o", "", "€38", "38 50", "12 34,5", "٣٨", "1e3", "3 8"])
    def test_what_is_not_an_amount_is_refused(self, written: str) -> None:
        assert told(read_euros, written) == f'"{written}" is not an amount. Write euros and cents, for example 38.50.'

    @pytest.mark.parametrize("written", ["1.234,50", "1,234.50", "1.234.567,5 €"])
    def test_what_parts_the_thousands_is_named_as_the_fault(self, written: str) -> None:
        assert told(read_euros, written) == (
            f'"{written}" is not an amount. The point or comma between the thousands is the fault: leave it out. '
            "Write euros and cents, for example 38.50."
        )

    def test_an_amount_over_a_million_is_a_forgotten_point(self) -> None:
        assert told(read_euros, "1000000.01") == '"1000000.01" is over a million euros. Check the decimal point.'

    @given(st.integers(min_value=0, max_value=100_000_000))
    def test_every_amount_survives_being_written_down(self, cents: int) -> None:
        assert read_euros(f"{cents // 100}.{cents % 100:02}") == cents
        assert read_euros(f"{cents // 100},{cents % 100:02} €") == cents

    @pytest.mark.parametrize(
        ("written", "percent"), [("35 %", "35"), ("35%", "35"), ("12,5", "12.5"), ("100", "100"), ("0", "0")]
    )
    def test_percentages_are_exact(self, written: str, percent: str) -> None:
        assert read_percent(written) == Decimal(percent)

    def test_a_percentage_is_a_number_up_to_a_hundred(self) -> None:
        assert told(read_percent, "101 %") == (
            '"101 %" is over 100 per cent. If a limit stands beside it: are limit and percent swapped?'
        )
        assert told(read_percent, "a third") == '"a third" is not a percentage. Write a number, for example 35 %.'

    def test_a_coefficient_is_exact(self) -> None:
        assert read_coefficient("1,5") == Decimal("1.5")
        assert told(read_coefficient, "double") == '"double" is not a coefficient. Write a number, for example 1.5.'

    def test_a_count_is_a_whole_number(self) -> None:
        assert read_count("24") == 24
        assert told(read_count, "2.5") == '"2.5" is not a whole number. Write digits only, for example 2.'


class TestDays:
    """Days, months, seasons, years and clock times."""

    def test_a_day_is_written_year_first(self) -> None:
        assert read_day("2018-08-16") == date(2018, 8, 16)

    @pytest.mark.parametrize(
        ("written", "sentence"),
        [
            ("16.8.2018", '"16.8.2018" is not a day. Write year-month-day, for example 2018-08-16.'),
            ("soon", '"soon" is not a day. Write year-month-day, for example 2018-08-16.'),
            ("2018-02-29", '"2018-02-29" is not in the calendar.'),
            ("0018-08-16", '"0018-08-16" has an unlikely year.'),
        ],
    )
    def test_a_wrong_day_is_refused_with_the_right_one(self, written: str, sentence: str) -> None:
        assert told(read_day, written) == sentence

    @pytest.mark.parametrize(
        ("written", "first", "last"),
        [
            ("2018-08-16", date(2018, 8, 16), date(2018, 8, 16)),
            ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
            ("2018-autumn", date(2018, 9, 1), date(2018, 11, 30)),
            ("2018-winter", date(2018, 1, 1), date(2018, 2, 28)),
            ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ],
    )
    def test_a_date_is_as_precise_as_the_source(self, written: str, first: date, last: date) -> None:
        read = read_partial_date(written)

        assert (read.first_day, read.last_day) == (first, last)

    @pytest.mark.parametrize("written", ["2018-13", "2018-00", "0000-autumn", "9999-spring", "2018-08-32"])
    def test_a_date_outside_the_calendar_is_refused(self, written: str) -> None:
        assert told(read_partial_date, written).startswith(f'"{written}" ')

    def test_a_date_that_is_none_is_refused_with_every_way_to_write_one(self) -> None:
        assert told(read_partial_date, "syksy 2018") == (
            '"syksy 2018" is not a date. Write as much as is known: 2018-08-16, 2018-08, 2018-autumn or 2018.'
        )

    @given(
        st.builds(
            lambda day, precision, season: PartialDate(
                year=day.year,
                month=day.month if precision in ("month", "day") else None,
                day=day.day if precision == "day" else None,
                season=season if precision == "season" else None,
            ),
            st.dates(date(1900, 1, 1), date(2200, 12, 31)),
            st.sampled_from(["day", "month", "season", "year"]),
            st.sampled_from(Season),
        )
    )
    def test_every_date_survives_being_written_down(self, written: PartialDate) -> None:
        read = read_partial_date(str(written))

        assert read == written
        assert read.first_day <= read.last_day < read.first_day + timedelta(days=366)

    @pytest.mark.parametrize(
        ("written", "clock"),
        [
            ("13.30", time(13, 30)),
            ("13:30", time(13, 30)),
            ("9.00", time(9)),
            ("klo 13.30", time(13, 30)),
            ("13", time(13)),
            ("kl. 9", time(9)),
        ],
    )
    def test_clock_times_are_read_the_four_ways_they_are_typed(self, written: str, clock: time) -> None:
        assert read_clock(written) == clock

    @pytest.mark.parametrize("written", ["25.00", "13.60", "half past one", "13.3", ""])
    def test_what_is_not_a_clock_time_is_refused(self, written: str) -> None:
        assert (
            told(read_clock, written) == f'"{written}" is not a clock time. Write hours and minutes, for example 13.30.'
        )


class TestContacts:
    """Telephone numbers, e-mail addresses, links."""

    @pytest.mark.parametrize(
        ("written", "dial"),
        [
            ("014 266 3502", "+358142663502"),
            ("+358 14 266 3502", "+358142663502"),
            ("03 565 30 000", "+358356530000"),
            ("(014) 266-3502", "+358142663502"),
        ],
    )
    def test_a_number_is_shown_as_typed_and_dialled_in_full(self, written: str, dial: str) -> None:
        phone = read_phone(written)

        assert (str(phone), phone.dial) == (written, dial)

    @pytest.mark.parametrize("written", ["12", "0800 HOIVA", "014 266 3502 ja 014 266 3503", "014 266 3502 (vaihde)"])
    def test_a_number_that_cannot_be_dialled_is_kept_as_the_source_has_it(self, written: str) -> None:
        phone = read_phone(written)

        assert (phone.text, phone.dial) == (written, None)

    @pytest.mark.parametrize("written", ["<b>014</b>", "soita meille", "javascript:alert(1)'", "0" * 41])
    def test_what_holds_no_number_or_holds_markup_is_refused(self, written: str) -> None:
        assert (
            told(read_phone, written)
            == f'"{written}" is not a telephone number. Write digits, for example 014 000 0100.'
        )

    @pytest.mark.parametrize("written", ["kirjaamo@example.fi", "a.b-c+d@sub.example.co.uk"])
    def test_an_email_address_is_kept(self, written: str) -> None:
        assert read_email(written) == written

    @pytest.mark.parametrize(
        "written", ["kirjaamo", "a@b", "a b@example.fi", "a@example.fi?bcc=x", '"><b>@example.fi', "ä@example.fi"]
    )
    def test_what_is_not_an_email_address_is_refused(self, written: str) -> None:
        assert told(read_email, written) == (
            f'"{written}" is not an e-mail address. Write it in full, for example toimisto@example.fi.'
        )

    @pytest.mark.parametrize(
        "written",
        [
            "https://www.example.fi/",
            "http://example.fi/a?b=c#d",
            "mailto:a@example.fi",
            "tel:+358140000",
            "https://example.fi/äiti",
        ],
    )
    def test_a_link_with_a_safe_scheme_is_kept(self, written: str) -> None:
        assert read_url(written) == written

    @pytest.mark.parametrize(
        "written",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//example.fi",
            "www.example.fi",
            "java\tscript:alert(1)",
            "&#106;avascript:alert(1)",
        ],
    )
    def test_a_link_with_any_other_scheme_is_refused(self, written: str) -> None:
        assert told(read_url, written) == (
            f'"{written}" is not a link we publish. Begin it with https://, http://, mailto: or tel:.'
        )

    @pytest.mark.parametrize(
        "written",
        [
            "https://",
            "https:///x",
            "https://a b.fi/",
            "https://user@example.fi/",
            'https://example.fi/"x',
            "https://[x",
            "mailto:",
            "https:x",
        ],
    )
    def test_half_a_link_is_refused(self, written: str) -> None:
        assert told(read_url, written) == (
            f'"{written}" is not a whole link. Write it as the browser shows it, for example https://www.example.fi/.'
        )

    @pytest.mark.parametrize("written", ["https://www.example.fi", "https://*.example.fi", "https://example.fi:8443"])
    def test_a_site_that_may_frame_us_is_scheme_and_host(self, written: str) -> None:
        assert read_origin(written) == written

    @pytest.mark.parametrize(
        "written",
        [
            "*",
            "https:",
            "https://example.fi/",
            "http://example.fi",
            "https://a.fi; script-src *",
            "'self'",
            "https://a.fi:٨٤",
        ],
    )
    def test_anything_more_than_scheme_and_host_is_refused(self, written: str) -> None:
        assert told(read_origin, written) == (
            f'"{written}" is not the start of a site. Write https:// and the host only, for example https://www.example.fi.'
        )


class TestIdentities:
    """Business ids, postal codes, keys, colours, languages."""

    @pytest.mark.parametrize("written", ["1234567-1", "0000000-0"])
    def test_a_business_id_with_its_check_digit_is_kept(self, written: str) -> None:
        assert read_business_id(written) == written

    @pytest.mark.parametrize(
        ("written", "sentence"),
        [
            ("1234567-2", '"1234567-2" has the wrong check digit: 1234567 takes 1. Check the digits.'),
            ("0000006-0", '"0000006-0": no business id begins with these seven digits. Check them.'),
            (
                "12345671",
                '"12345671" is not a business id. Write seven digits, a dash and the check digit, for example 1234567-1.',
            ),
        ],
    )
    def test_a_business_id_that_cannot_exist_is_refused(self, written: str, sentence: str) -> None:
        assert told(read_business_id, written) == sentence

    @given(st.integers(min_value=0, max_value=9_999_999))
    def test_a_business_id_has_one_right_check_digit_or_none(self, number: int) -> None:
        def right(digit: int) -> bool:
            try:
                return bool(read_business_id(f"{number:07}-{digit}"))
            except Unfit:
                return False

        remainder = sum(int(d) * w for d, w in zip(f"{number:07}", (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
        assert sum(map(right, range(10))) == (0 if remainder == 1 else 1)

    def test_a_postal_code_keeps_its_zeros(self) -> None:
        assert read_postal_code("00100") == "00100"
        assert told(read_postal_code, "4010") == '"4010" is not a postal code. Write five digits, for example 40100.'

    @pytest.mark.parametrize("written", ["Office", "two words", "../up", "a--b", "-a", "äiti", "<b>"])
    def test_a_key_is_small_letters_digits_and_single_dashes(self, written: str) -> None:
        assert read_key("office-2") == "office-2"
        assert told(read_key, written) == f'"{written}" is not a key. Use small letters a–z, digits and single dashes.'

    def test_a_colour_is_six_digits(self) -> None:
        assert read_colour("#005A9C") == "#005a9c"
        assert told(read_colour, "red") == '"red" is not a colour. Write # and six digits, for example #005a9c.'

    def test_a_language_is_its_code(self) -> None:
        assert read_language_code("fi") == "fi"
        assert told(read_language_code, "suomi") == (
            '"suomi" is not a language code. Write two or three small letters, for example fi.'
        )


class TestWords:
    """Text, and the few words a choice allows."""

    def test_text_is_brought_into_one_form(self) -> None:
        assert read_words("Jyva\u0308skyla\u0308") == "Jyväskylä"

    def test_a_line_is_on_one_line(self) -> None:
        assert read_line("Esimerkki\n  Hoiva") == "Esimerkki Hoiva"

    def test_no_text_is_no_value(self) -> None:
        assert told(read_words, "") == "The text is empty. Write something, or remove the line."

    @pytest.mark.parametrize(
        ("written", "meant"), [("yes", True), ("Yes", True), ("true", True), ("no", False), ("NO", False)]
    )
    def test_yes_and_no_are_words(self, written: str, meant: bool) -> None:
        assert read_yes(written) is meant

    def test_anything_else_is_neither(self) -> None:
        assert told(read_yes, "kyllä") == '"kyllä" is neither yes nor no.'

    def test_a_choice_lists_its_words_and_suggests_the_nearest(self) -> None:
        assert choice(Unit, "a unit")("24h") is Unit.FULL_DAY
        assert told(choice(Unit, "a unit"), "hours") == (
            '"hours" is not a unit. Use one of: hour, day, 24h, visit, direction, week, month, piece. Did you mean "hour"?'
        )


class TestWhatStandsInAField:
    """What every kind refuses before it reads."""

    def refusal(self, value: object) -> str:
        with pytest.raises(ValidationError) as refusal:
            TypeAdapter(fields.Line).validate_python(value)
        return str(refusal.value.errors()[0]["ctx"]["error"])

    def test_a_list_or_a_group_is_no_text(self) -> None:
        assert self.refusal(["a"]) == "A list stands here; write one value."
        assert self.refusal({"a": "b"}) == "A group of fields stands here; write one value."

    def test_hidden_characters_are_refused_in_every_kind(self) -> None:
        assert (
            self.refusal("Hoiva\u202e")
            == "A character nobody can see (U+202E) stands in this text. Type it again by hand."
        )

    def test_a_text_longer_than_its_place_is_refused_without_being_quoted(self) -> None:
        assert self.refusal("x" * 10_000) == "10,000 characters stand here; at most 1,000 fit. Shorten the text."


@pytest.mark.parametrize("read", READERS)
@given(text=st.text() | st.from_regex(r"[\d .,:€%+\-/#@a-z]{0,30}", fullmatch=True))
def test_a_reader_returns_a_value_or_a_sentence_and_nothing_else(read: Callable[[str], object], text: str) -> None:
    try:
        read(text)
    except Unfit as refusal:
        assert str(refusal)


def test_every_reader_is_tried_on_anything() -> None:
    written = {name for name in vars(fields) if name.startswith("read_")} - {"read_number"}

    assert written == {read.__name__ for read in READERS if read.__name__ != "read"}
