"""
The kinds of fields: how a text becomes an amount, a day, an address, a reference.

Each reader returns a value or raises Unfit with a sentence that quotes what is written and says what would be right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

import phonenumbers
from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from ..model import Cents, PartialDate, Season, Unit
from .characters import unseen
from .suggestions import did_you_mean

AMOUNT_LIMIT = 100_000_000
"""Cents. A million euros: nothing a resident compares costs more, a missing decimal point easily does."""

SCHEMES = ("https", "http", "mailto", "tel")


class Unfit(ValueError):
    """A field refuses a text; the message is the sentence for the editor."""


def as_text(value: object, longest: int) -> str:
    """The value when it is a text that people can see whole. Raises Unfit for anything else."""
    if isinstance(value, list):
        raise Unfit("A list stands here; write one value.")
    if isinstance(value, dict):
        raise Unfit("A group of fields stands here; write one value.")
    text = str(value).strip()
    if character := unseen(text):
        raise Unfit(f"{character} stands in this text. Type it again by hand.")
    if len(text) > longest:
        raise Unfit(f"{len(text):,} characters stand here; at most {longest:,} fit. Shorten the text.")
    return text


Kind = TypeVar("Kind")


def reads(read: Callable[[str], Kind], longest: int = 1_000, **schema: object) -> Any:
    """The pydantic annotations of a kind: read it from text, and describe it to editors' programs."""

    def validate(value: object) -> Kind:
        return read(as_text(value, longest))

    return BeforeValidator(validate), WithJsonSchema({"type": "string", **schema})


def read_words(text: str) -> str:
    """Ordinary text."""
    if not text:
        raise Unfit("The text is empty. Write something, or remove the line.")
    return unicodedata.normalize("NFC", text)


def read_line(text: str) -> str:
    """Text on one line."""
    return " ".join(read_words(text).split())


def read_euros(text: str) -> Cents:
    """Cents from '38.50', '38,50', '38' or '1 234,50'."""
    # Spaces only part thousands: "38 50" is a forgotten point, not 3850 euros.
    pattern = "(\\d{1,3}(?:[ \u00a0\u202f]\\d{3}){1,2}|\\d{1,9})(?:[.,](\\d{1,2}))?"
    match = re.fullmatch(pattern, text.removesuffix("€").strip(), re.ASCII)
    if not match:
        point = re.fullmatch(r"\d{1,3}(?:(?:\.\d{3})+,|(?:,\d{3})+\.)\d{1,2}\s*€?", text, re.ASCII)
        wrong = " The point or comma between the thousands is the fault: leave it out." if point else ""
        raise Unfit(f'"{text}" is not an amount.{wrong} Write euros and cents, for example 38.50.')
    cents = int("".join(match[1].split())) * 100 + int((match[2] or "0").ljust(2, "0"))
    if cents > AMOUNT_LIMIT:
        raise Unfit(f'"{text}" is over a million euros. Check the decimal point.')
    return cents


def read_number(text: str, what: str, example: str) -> Decimal:
    """A decimal number with a point or a comma."""
    plain = text.replace(",", ".").replace("\u00a0", "").strip()
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", plain, re.ASCII):
        raise Unfit(f'"{text}" is not {what}. Write a number, for example {example}.')
    return Decimal(plain)


def read_percent(text: str) -> Decimal:
    """A share of a hundred: '35 %' and '35' are both 35."""
    percent = read_number(text.removesuffix("%").strip(), "a percentage", "35 %")
    if percent > 100:
        raise Unfit(f'"{text}" is over 100 per cent. If a limit stands beside it: are limit and percent swapped?')
    return percent


def read_coefficient(text: str) -> Decimal:
    """A multiplier such as 2 or 1.5."""
    return read_number(text, "a coefficient", "1.5")


def read_count(text: str) -> int:
    """A whole number."""
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
        raise Unfit(f'"{text}" is not a whole number. Write digits only, for example 2.')
    return int(text)


def read_yes(text: str) -> bool:
    """yes or no, in words."""
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if text.lower() not in answers:
        raise Unfit(f'"{text}" is neither yes nor no.')
    return answers[text.lower()]


def read_day(text: str) -> date:
    """A day as year-month-day."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    if not match:
        raise Unfit(f'"{text}" is not a day. Write year-month-day, for example {suggested_day(text)}.')
    return calendar_day(text, *map(int, match.groups()))


def calendar_day(text: str, year: int, month: int, day: int) -> date:
    """The day, when the calendar has it."""
    if not 1900 <= year <= 2200:
        raise Unfit(f'"{text}" has an unlikely year.')
    try:
        return date(year, month, day)
    except ValueError:
        raise Unfit(f'"{text}" is not in the calendar.') from None


def suggested_day(text: str) -> str:
    """The same day in our order, when it was typed as Finns write it."""
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text, re.ASCII)
    if not match:
        return "2018-08-16"
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"


def read_partial_date(text: str) -> PartialDate:
    """A day, a month (2018-04), a season (2018-autumn) or a year."""
    season = re.fullmatch(r"(\d{4})-([a-z]+)", text, re.ASCII)
    if season and season[2] in tuple(Season):
        calendar_day(text, int(season[1]), 1, 1)
        return PartialDate(year=int(season[1]), season=Season(season[2]))
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text, re.ASCII)
    if not match:
        raise Unfit(
            f'"{text}" is not a date. Write as much as is known: {suggested_day(text)}, 2018-08, 2018-autumn or 2018.'
        )
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    calendar_day(text, year, month, day)
    return PartialDate(year=year, month=month if match[2] else None, day=day if match[3] else None)


def read_clock(text: str) -> time:
    """A clock time: 13.30, 13:30, 'klo 13.30' or 13."""
    match = re.fullmatch(r"(?:klo|kl\.?)?\s*(\d{1,2})(?:[.:](\d{2}))?", text, re.ASCII)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise Unfit(f'"{text}" is not a clock time. Write hours and minutes, for example 13.30.')
    return time(int(match[1]), int(match[2] or 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number as typed, and as a phone dials it when it can be understood."""

    text: str
    dial: str | None
    """E.164 with a plus, or nothing when the number does not parse; rule 'phone' then warns."""

    def __str__(self) -> str:
        return self.text


def read_phone(text: str) -> Phone:
    """A telephone number; an odd one is kept as typed, because the source may have printed it so."""
    line = read_line(text)
    if not re.search(r"\d", line) or re.search(r"[<>\"'&]", line) or len(line) > 40:
        raise Unfit(f'"{text}" is not a telephone number. Write digits, for example 014 000 0100.')
    try:
        number = phonenumbers.parse(line, "FI")
    except phonenumbers.NumberParseException:
        return Phone(text=line, dial=None)
    if not phonenumbers.is_possible_number(number) or re.search(r"[^\d\s()+\-–/]", line):
        return Phone(text=line, dial=None)
    return Phone(text=line, dial=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def read_email(text: str) -> str:
    """An e-mail address."""
    if not re.fullmatch(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}", text) or len(text) > 254:
        raise Unfit(f'"{text}" is not an e-mail address. Write it in full, for example toimisto@example.fi.')
    return text


def read_url(text: str) -> str:
    """A link with one of the four schemes that are safe to follow."""
    scheme = text.partition(":")[0].lower() if ":" in text else ""
    if scheme not in SCHEMES:
        raise Unfit(f'"{text}" is not a link we publish. Begin it with https://, http://, mailto: or tel:.')
    try:
        parts = urlsplit(text)
        reachable = parts.hostname if scheme in ("https", "http") else parts.path
    except ValueError:
        reachable = None
    if not reachable or re.search(r"[\s\x00-\x1f\"<>\\^`{|}]", text) or "@" in parts.netloc:
        raise Unfit(
            f'"{text}" is not a whole link. Write it as the browser shows it, for example https://www.example.fi/.'
        )
    return text


def read_origin(text: str) -> str:
    """The start of a site's address that may frame our pages: scheme and host, nothing more."""
    if not re.fullmatch(r"https://(\*\.)?[a-z0-9\-]+(\.[a-z0-9\-]+)+(:[0-9]{2,5})?", text):
        raise Unfit(
            f'"{text}" is not the start of a site. Write https:// and the host only, for example https://www.example.fi.'
        )
    return text


def read_business_id(text: str) -> str:
    """A Finnish business id with the right check digit (Act 244/2001; PRH: weights 7 9 10 5 8 4 2, modulo 11)."""
    match = re.fullmatch(r"(\d{7})-(\d)", text, re.ASCII)
    if not match:
        raise Unfit(
            f'"{text}" is not a business id. Write seven digits, a dash and the check digit, for example 1234567-1.'
        )
    remainder = sum(int(digit) * weight for digit, weight in zip(match[1], (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    expected = 0 if remainder == 0 else 11 - remainder
    if remainder == 1:
        raise Unfit(f'"{text}": no business id begins with these seven digits. Check them.')
    if int(match[2]) != expected:
        raise Unfit(f'"{text}" has the wrong check digit: {match[1]} takes {expected}. Check the digits.')
    return text


def read_postal_code(text: str) -> str:
    """A postal code of five digits; the leading zeros matter."""
    if not re.fullmatch(r"\d{5}", text, re.ASCII):
        raise Unfit(f'"{text}" is not a postal code. Write five digits, for example 40100.')
    return text


def read_colour(text: str) -> str:
    """A colour as # and six hexadecimal digits."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise Unfit(f'"{text}" is not a colour. Write # and six digits, for example #005a9c.')
    return text.lower()


def read_language_code(text: str) -> str:
    """A language as its two- or three-letter code (ISO 639)."""
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise Unfit(f'"{text}" is not a language code. Write two or three small letters, for example fi.')
    return text


KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_key(text: str) -> str:
    """A name for use between records and in addresses; people never see it."""
    if not KEY.fullmatch(text):
        raise Unfit(f'"{text}" is not a key. Use small letters a–z, digits and single dashes.')
    return text


def choice(options: type[StrEnum], noun: str) -> Callable[[str], StrEnum]:
    """A reader for one of a few words."""

    def read(text: str) -> StrEnum:
        if text in tuple(options):
            return options(text)
        listed = ", ".join(options)
        raise Unfit(f'"{text}" is not {noun}. Use one of: {listed}.{did_you_mean(text, list(options))}')

    return read


def euros_text(cents: Cents) -> str:
    """'38.50', as read_euros reads it."""
    return f"{cents // 100}.{cents % 100:02}"


TEXT_OR_NUMBER = ["string", "number"]
"""JSON Schema's types of a text that editors' programs take for a number when it stands without quotes."""

TEXT_OR_INTEGER = ["string", "integer"]

Text = Annotated[str, *reads(read_words, longest=20_000, type=TEXT_OR_NUMBER)]
Line = Annotated[str, *reads(read_line, type=TEXT_OR_NUMBER)]
Euros = Annotated[
    Cents,
    *reads(read_euros, type=TEXT_OR_NUMBER, minimum=0, pattern=r"^\d[\d\s]*([.,]\d{1,2})?\s*€?$", examples=["38.50"]),
    PlainSerializer(euros_text, when_used="json"),
]
Percent = Annotated[Decimal, *reads(read_percent, type=TEXT_OR_NUMBER, minimum=0, maximum=100, examples=["35 %"])]
Coefficient = Annotated[Decimal, *reads(read_coefficient, type=TEXT_OR_NUMBER, examples=["1.5"])]
Count = Annotated[int, *reads(read_count, type=TEXT_OR_INTEGER, pattern=r"^\d{1,6}$")]
Yes = Annotated[bool, *reads(read_yes, type=["string", "boolean"], enum=["yes", "no", "true", "false", True, False])]
Day = Annotated[date, *reads(read_day, format="date", pattern=r"^\d{4}-\d{2}-\d{2}$", examples=["2018-08-16"])]
Partial = Annotated[
    PartialDate,
    *reads(read_partial_date, type=TEXT_OR_INTEGER, examples=["2018-08-16", "2018-04", "2018-autumn", "2018"]),
    PlainSerializer(str, when_used="json"),
]
Clock = Annotated[
    time,
    *reads(read_clock, type=TEXT_OR_NUMBER, examples=["13.30"]),
    PlainSerializer("{:%H.%M}".format, when_used="json"),
]
PhoneNumber = Annotated[
    Phone,
    *reads(read_phone, type=TEXT_OR_NUMBER, examples=["014 000 0100"]),
    PlainSerializer(str, when_used="json"),
]
Email = Annotated[str, *reads(read_email, format="email")]
Url = Annotated[str, *reads(read_url, format="uri")]
Origin = Annotated[str, *reads(read_origin, examples=["https://www.example.fi"])]
BusinessId = Annotated[str, *reads(read_business_id, pattern=r"^\d{7}-\d$")]
PostalCode = Annotated[str, *reads(read_postal_code, type=TEXT_OR_INTEGER, pattern=r"^\d{5}$")]
Key = Annotated[str, *reads(read_key, longest=80, pattern=f"^{KEY.pattern}$")]
Colour = Annotated[str, *reads(read_colour, pattern="^#[0-9a-fA-F]{6}$")]
LanguageCode = Annotated[str, *reads(read_language_code, pattern="^[a-z]{2,3}$")]
UnitName = Annotated[Unit, *reads(choice(Unit, "a unit"), enum=list(Unit))]


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names another record."""

    noun: str
    """What it names; also the attribute of Records that holds them, in the singular."""


MunicipalityRef = Annotated[str, *reads(read_line), Ref("municipality")]
RegionRef = Annotated[str, *reads(read_line), Ref("region")]
CountyRef = Annotated[str, *reads(read_line), Ref("county")]
ServiceRef = Annotated[str, *reads(read_line), Ref("service")]
ServiceGroupRef = Annotated[str, *reads(read_line), Ref("service_group")]
OrganiserRef = Annotated[str, *reads(read_line), Ref("organiser")]
VoucherRef = Annotated[str, *reads(read_line), Ref("voucher")]
RegisterRef = Annotated[str, *reads(read_line), Ref("register")]
LawRef = Annotated[str, *reads(read_line), Ref("law")]
AuthorityRef = Annotated[str, *reads(read_line), Ref("authority")]
