"""Amounts in words: what a voucher is worth and what the client pays, as far as that is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..catalogue.bands import above_all, every_band, highest, lowest
from ..catalogue.pricing import Confidence, Outcome, concerns, exactly, value_of
from ..catalogue.share_by_income import share_ends
from ..model import Cents, Unit, valid_on
from ..records.schema.base import Localised, Period
from ..records.schema.value_rules import (
    AddOn,
    AtMost,
    BandShare,
    CoefficientRule,
    Fixed,
    FixedShare,
    Formula,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    KnownValue,
    Limited,
    MonthLimited,
    PriceCapped,
    Range,
    ShareRule,
    Unknown,
    UnknownShare,
    ValueRule,
)
from .edition import Edition


def outcome_words(edition: Edition, outcome: Outcome, unit: Unit | None) -> str:
    """'55,00 €/päivä', 'enintään 64,00 €/vrk', 'tulojen mukaan: …', or that it cannot be computed here."""
    match outcome.confidence:
        case Confidence.EXACT:
            return edition.wording.per(outcome.low or 0, unit)
        case Confidence.AT_MOST:
            return at_most_words(edition, outcome.high, unit)
        case Confidence.RANGE:
            return between(edition, outcome.low, outcome.high, unit)
        case Confidence.INCOME:
            return by_income(edition, outcome.low, outcome.high, unit)
        case Confidence.UNKNOWN:
            return not_computed(edition, outcome.high, unit)


def value_words(edition: Edition, rule: ValueRule) -> str:
    """What a voucher is worth by its rule, before any provider's price is known, and how much of a month it covers."""
    return ", ".join((unit_words(edition, rule), *month_limits(edition, rule)))


def unit_words(edition: Edition, rule: ValueRule) -> str:
    """What a voucher is worth for one unit."""
    per, unit = edition.wording.per, rule.unit
    match rule:
        case Fixed():
            return per(rule.amount, unit)
        case PriceCapped():
            return capped_words(edition, rule.percent, rule.maximum, unit, rule.own_share)
        case Range():
            return between(edition, rule.minimum, rule.maximum, unit)
        case CoefficientRule():
            return per(value_of(rule, None).exact or 0, unit)
        case IncomeBands():
            return banded_words(edition, rule)
        case IncomeReduction():
            ends = value_of(rule, None)
            return by_income(edition, ends.low, ends.high, unit)
        case IncomeShare():
            return by_income(edition, None, rule.base_price, unit)
        case Unknown():
            return not_computed(edition, rule.maximum, unit)
    raise TypeError(f"no words for {type(rule).__name__}")


def banded_words(edition: Edition, rule: IncomeBands) -> str:
    """'tulojen mukaan, enintään 28,00 €/tunti'; one amount is told with the income above which there is nothing."""
    least, most = lowest(rule, None), highest(rule, None)
    percent = any(band.percent is not None for band in every_band(rule))
    if above_all(rule) or most is None or least != most or percent:
        return by_income(edition, least, most, rule.unit)
    say, amount = edition.wording.say, edition.wording.per(most, rule.unit)
    tops = {table.bands[-1].up_to for table in rule.households if table.bands}
    if len(tops) > 1 or rule.beyond:
        return say("{amount} up to an income that depends on your household, above it nothing", amount=amount)
    (top,) = tops
    return say(
        "{amount} up to an income of {income}, above it nothing", amount=amount, income=edition.wording.money(top or 0)
    )


def month_limits(edition: Edition, rule: ValueRule) -> tuple[str, ...]:
    """'enintään 30 tuntia kuukaudessa', 'enintään 114,00 € kuukaudessa'."""
    found = []
    if isinstance(rule, KnownValue) and rule.units_at_most is not None:
        found.append(units_limit(edition, rule.units_at_most, rule.unit))
    if isinstance(rule, Limited) and rule.month_at_most is not None:
        found.append(edition.wording.say("at most {amount} a month", amount=edition.wording.money(rule.month_at_most)))
    return tuple(found)


def units_limit(edition: Edition, number: int, unit: Unit) -> str:
    """'enintään 30 tuntia kuukaudessa'."""
    count = edition.wording.count
    match unit:
        case Unit.HOUR:
            return count("at most {number} hour a month", "at most {number} hours a month", number)
        case Unit.DAY:
            return count("at most {number} day a month", "at most {number} days a month", number)
        case Unit.FULL_DAY:
            return count("at most {number} day and night a month", "at most {number} days and nights a month", number)
        case Unit.VISIT:
            return count("at most {number} visit a month", "at most {number} visits a month", number)
        case Unit.DIRECTION:
            return count("at most {number} journey a month", "at most {number} journeys a month", number)
        case Unit.WEEK:
            return count("at most {number} week a month", "at most {number} weeks a month", number)
    per = edition.wording.unit(unit)
    return edition.wording.say("at most {number} a month ({unit})", number=edition.wording.number(number), unit=per)


def share_words(edition: Edition, rule: ShareRule | None, unit: Unit | None) -> str:
    """What the client pays by the rule, add-ons apart; unit is that of the value where the share names none."""
    words = unit_share_words(edition, rule, (rule.unit if rule else None) or unit)
    if not isinstance(rule, MonthLimited) or rule.month_at_most is None:
        return words
    most = edition.wording.say("at most {amount} a month", amount=edition.wording.money(rule.month_at_most))
    return f"{words}, {most}"


def unit_share_words(edition: Edition, rule: ShareRule | None, unit: Unit | None) -> str:
    """What the client pays for one unit."""
    match rule:
        case FixedShare() | AtMost() if not rule.amount:
            return edition.wording.say("nothing")
        case FixedShare():
            return edition.wording.per(rule.amount, unit)
        case AtMost():
            return at_most_words(edition, rule.amount, unit)
        case Formula():
            return edition.wording.say("depends on your income")
        case BandShare():
            ends = share_ends(rule, None, exactly(0, unit))
            return by_income(edition, ends.low, ends.high, unit)
        case UnknownShare():
            return not_computed(edition, None, unit)
    return edition.wording.say("the provider's price less the voucher's value")


def add_ons_on(rule: ShareRule | None, variant: str | None, day: date) -> tuple[AddOn, ...]:
    """What comes on top of the share for a variant on a day."""
    extras = rule.add_ons if rule else []
    return tuple(extra for extra in extras if concerns(extra, variant) and extra.holds_on(day))


def add_on_words(edition: Edition, extra: AddOn) -> str:
    """'Kuljetus 3,50 €/suunta (2 ×)'."""
    name, amount = edition.wording.read(extra.name), edition.wording.per(extra.amount, extra.unit)
    if extra.count == 1:
        return edition.wording.say("{name} {amount}", name=name, amount=amount)
    return edition.wording.say("{name} {amount} ({times} ×)", name=name, amount=amount, times=extra.count)


def with_add_ons(edition: Edition, words: str, extras: Sequence[AddOn]) -> str:
    """'enintään 22,80 €/päivä + Kuljetus 3,50 €/suunta (2 ×)'."""
    return " + ".join((words, *(add_on_words(edition, extra) for extra in extras)))


def income_words(edition: Edition, kind: str) -> str:
    """Which income a rule looks at, said so that nobody need know the word."""
    say = edition.wording.say
    return say("gross income (before tax)") if kind == "gross" else say("net income (after tax)")


def validity(edition: Edition, period: Period) -> str:
    """When an amount holds; says so when the source does not tell."""
    return edition.wording.period(period.starts, period.until) or edition.wording.say(
        "The source does not say from when."
    )


def has_run_out(period: Period, day: date) -> bool:
    """Whether an amount's last day is over."""
    return not valid_on(day, None, period.until)


def because(edition: Edition, reason: Localised | None) -> str:
    """Why there is no amount, as a sentence or two."""
    say = edition.wording.say
    if reason is None:
        return say("The amount cannot be computed here, because the organiser has not published it.")
    return say("The amount cannot be computed here. {reason}", reason=edition.wording.read(reason))


def at_most_words(edition: Edition, most: Cents | None, unit: Unit | None) -> str:
    """'enintään 22,80 €/päivä'; without an amount the provider's own price is the limit."""
    if most is None:
        return edition.wording.say("at most the provider's price")
    return edition.wording.say("at most {amount}", amount=edition.wording.per(most, unit))


def capped_words(
    edition: Edition, percent: Decimal | None, maximum: Cents | None, unit: Unit | None, own_share: Cents | None = None
) -> str:
    """'palveluntuottajan hinta, enintään 115,34 €/vrk', '80 % tuottajan hinnasta'."""
    say = edition.wording.say
    most = edition.wording.per(maximum, unit) if maximum is not None else ""
    if own_share:
        words = say("what the price has above {amount}", amount=edition.wording.per(own_share, unit))
        if percent is not None:
            words = say("{percent} of {part}", percent=edition.wording.percent(percent), part=words)
        return say("{part}, at most {amount}", part=words, amount=most) if most else words
    if percent is not None:
        share = edition.wording.percent(percent)
        if not most:
            return say("{percent} of the provider's price", percent=share)
        return say("{percent} of the provider's price, at most {amount}", percent=share, amount=most)
    return say("the provider's price, at most {amount}", amount=most) if most else say("at most the provider's price")


def between(edition: Edition, least: Cents | None, most: Cents | None, unit: Unit | None) -> str:
    """'20,00–35,00 €/tunti'; a missing end is left out."""
    if least is None or most is None:
        return at_most_words(edition, most, unit)
    return edition.wording.span(least, most, unit)


def by_income(edition: Edition, least: Cents | None, most: Cents | None, unit: Unit | None) -> str:
    """'tulojen mukaan, enintään 64,00 €/vrk'."""
    say = edition.wording.say
    if most is None:
        return say("depends on your income")
    if not least:
        return say("depends on your income, at most {amount}", amount=edition.wording.per(most, unit))
    return say("depends on your income: {range}", range=between(edition, least, most, unit))


def not_computed(edition: Edition, most: Cents | None, unit: Unit | None) -> str:
    """The most it can be, where that is known; else that there is no amount here."""
    if most is None:
        return edition.wording.say("cannot be computed here")
    return at_most_words(edition, most, unit)
