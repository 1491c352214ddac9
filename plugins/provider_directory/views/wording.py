"""Every formatted word: amounts, dates, periods, lists and the translations of the site's own texts."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from ..model import Cents, PartialDate, Unit
from ..records.schema.base import Localised

LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}

NO_BREAK = "\u00a0"


def load_translations(folder: Path, language: str) -> Translations:
    """A language's catalogue, straight from its .po file."""
    file = folder / language / "LC_MESSAGES" / "messages.po"
    compiled = io.BytesIO()
    if not file.is_file():
        return Translations()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    return Messages(compiled.getvalue())


class Messages(Translations):
    """The translations of one language, which another process can be told of: it reads them again."""

    def __init__(self, compiled: bytes) -> None:
        super().__init__(io.BytesIO(compiled))
        self.compiled = compiled

    def __reduce__(self) -> tuple[type[Messages], tuple[bytes]]:
        return Messages, (self.compiled,)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: str
    translations: Translations

    @property
    def locale(self) -> Locale:
        """Babel's locale: Swedish as in Finland, English as in Britain."""
        return locale_of(self.language)

    def say(self, message: str, **values: object) -> str:
        """A text of the site, translated, with {names} filled in."""
        return (
            str(self.translations.ugettext(message)).format(**values)
            if values
            else str(self.translations.ugettext(message))
        )

    def declared(self, message: str) -> str:
        """The same for a text that stands, and is gathered, where something is declared."""
        return str(self.translations.ugettext(message))

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A text that depends on a number; {number} is filled in."""
        shown = numbers.format_decimal(number, locale=self.locale)
        return str(self.translations.ungettext(one, many, number)).format(number=shown, **values)

    def read(self, words: Localised | None) -> str:
        """A record's text in this language, or in Finnish; nothing when there is none."""
        return words.read(self.language) if words else ""

    def money(self, cents: Cents) -> str:
        """'38,50 €', '€38.50'."""
        return euros(self.language, cents)

    def unit(self, unit: Unit) -> str:
        """The unit in the singular: 'tunti'."""
        return unit_words(self)[unit]

    def per(self, cents: Cents, unit: Unit | None) -> str:
        """'38,50 €/tunti'."""
        return f"{self.money(cents)}/{self.unit(unit)}" if unit else self.money(cents)

    def span(self, low: Cents, high: Cents, unit: Unit | None) -> str:
        """'32,00–48,50 €/tunti'; a sign that stands last is said once."""
        last = self.per(high, unit)
        return last if low == high else f"{self.money(low).removesuffix('€').rstrip()}–{last}"

    def number(self, value: Decimal | int) -> str:
        """A plain number with this language's separators."""
        return numbers.format_decimal(value, locale=self.locale)

    def percent(self, value: Decimal) -> str:
        """'35 %'."""
        space = "" if self.language == "en" else NO_BREAK
        return f"{numbers.format_decimal(value, locale=self.locale)}{space}%"

    def day(self, day: date) -> str:
        """'10.8.2018', '10 August 2018'."""
        return day_words(self.language, day)

    def weekday(self, day: date) -> str:
        """'torstai 16.8.2018'."""
        return f"{dates.format_date(day, 'cccc', locale=self.locale)} {self.day(day)}"

    def month_name(self, day: date) -> str:
        """'elo', for a calendar leaf."""
        return dates.format_date(day, "LLL", locale=self.locale).rstrip(".")

    def partial(self, when: PartialDate) -> str:
        """A date as precisely as it is known: '11.4.2017', 'huhtikuu 2018', 'syksy 2018', '2018'."""
        if when.day:
            return self.day(when.first_day)
        if when.season:
            return f"{self.season(when)} {when.year}"
        if when.month:
            return dates.format_date(when.first_day, "LLLL y", locale=self.locale)
        return str(when.year)

    def season(self, when: PartialDate) -> str:
        """'syksy'."""
        return {
            "winter": self.say("winter"),
            "spring": self.say("spring"),
            "summer": self.say("summer"),
            "autumn": self.say("autumn"),
        }[str(when.season)]

    def period(self, starts: date | None, until: date | None) -> str:
        """'1.1.2019 alkaen', '31.12.2018 asti', '1.1.2019–31.12.2019', or nothing when no end is known."""
        if starts and until:
            return f"{self.day(starts)}–{self.day(until)}"
        if starts:
            return self.say("from {day}", day=self.day(starts))
        return self.say("until {day}", day=self.day(until)) if until else ""

    def clock(self, at: time) -> str:
        """'13.30', '13:30'."""
        return f"{at.hour}:{at.minute:02}" if self.language == "en" else f"{at.hour}.{at.minute:02}"

    def hours(self, starts: time | None, ends: time | None) -> str:
        """'klo 13.30–16.00', or nothing when the hour is not known."""
        if not starts:
            return ""
        span = f"{self.clock(starts)}–{self.clock(ends)}" if ends else self.clock(starts)
        return self.say("at {span}", span=span)

    def join(self, items: Iterable[str]) -> str:
        """'a, b ja c'."""
        return in_a_row(self.language, tuple(items))

    def join_or(self, items: Iterable[str]) -> str:
        """'a, b tai c'."""
        return lists.format_list(list(items), style="or", locale=self.locale)

    def language_name(self, code: str) -> str:
        """'suomi', 'venäjä'; sign languages by their own names."""
        return language_words(self, code)


# Whole directories say the same few thousand amounts and days again and again, and Babel takes its time for each.


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale of a language of the site."""
    return Locale.parse(LOCALES[language])


@lru_cache(maxsize=100_000)
def euros(language: str, cents: Cents) -> str:
    """'38,50 €', '€38.50'."""
    return numbers.format_currency(Decimal(cents) / 100, "EUR", locale=locale_of(language))


@lru_cache(maxsize=100_000)
def day_words(language: str, day: date) -> str:
    """'10.8.2018', '10 August 2018'."""
    return dates.format_date(day, "d MMMM y" if language == "en" else "d.M.y", locale=locale_of(language))


@lru_cache(maxsize=10_000)
def in_a_row(language: str, items: tuple[str, ...]) -> str:
    """'a, b ja c'."""
    return lists.format_list(items, locale=locale_of(language))


@lru_cache(maxsize=1_000)
def language_words(wording: Wording, code: str) -> str:
    """'suomi', 'venäjä'."""
    signed = {"fse": wording.say("Finnish Sign Language"), "fss": wording.say("Finland-Swedish Sign Language")}
    return signed.get(code) or wording.locale.languages.get(code, code)


@lru_cache(maxsize=8)
def unit_words(wording: Wording) -> dict[Unit, str]:
    """Every unit in the singular."""
    return {
        Unit.HOUR: wording.say("hour"),
        Unit.DAY: wording.say("day"),
        Unit.FULL_DAY: wording.say("24 hours"),
        Unit.VISIT: wording.say("visit"),
        Unit.DIRECTION: wording.say("direction"),
        Unit.WEEK: wording.say("week"),
        Unit.MONTH: wording.say("month"),
        Unit.PIECE: wording.say("piece"),
    }


ALPHABET = " _-–,;:!?.'’\"()[]{}@*/&#%+0123456789abcdefghijklmnopqrstuvwxyzåäö"
"""The order of ICU's Finnish collation: signs before digits before letters, so that a shorter word comes first."""

FOLDED = {"ø": "ö", "æ": "ä", "ü": "y", "đ": "d", "ł": "l", "ß": "s", NO_BREAK: " "}
"""Foreign letters that Finnish sorts as one of its own."""


@lru_cache(maxsize=100_000)
def alphabetical(text: str) -> tuple[tuple[int, ...], str]:
    """A key for Finnish and Swedish alphabetical order: å, ä, ö last, other accents as their letters."""
    return tuple(rank for letter in text.casefold() if (rank := rank_of(letter)) >= 0), text


@cache
def rank_of(letter: str) -> int:
    """A letter's place in the alphabet, or -1 for a sign that does not count."""
    own = FOLDED.get(letter, letter)
    return ALPHABET.find(own if own in "åäö" else unicodedata.normalize("NFD", own)[0])
