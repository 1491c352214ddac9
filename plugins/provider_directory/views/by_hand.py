"""How to work out what one pays with pen and paper: numbered steps, for those without a script and those who check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..catalogue.bands import above_all
from ..catalogue.pricing import decided, in_force
from ..model import Unit
from ..records.collections import Entry
from ..records.schema.income_tables import ByIncome, LimitTable
from ..records.schema.value_rules import (
    AtMost,
    BandShare,
    CoefficientRule,
    Fixed,
    FixedShare,
    Formula,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    PriceCapped,
    Range,
    ShareRule,
    Unknown,
    UnknownShare,
    ValueRule,
)
from ..records.schema.voucher import Voucher
from .amounts import add_on_words, add_ons_on, at_most_words, income_words, month_limits, unit_words, with_add_ons
from .edition import Edition
from .income_conditions import adjustments, counts_words, deduction_words, limits, parts, rounding
from .month_by_hand import for_nothing, month_steps, multiplied, paid_monthly, voucher_most
from .not_counted import not_counted
from .values import names_together, subject_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """The steps for some options of a voucher."""

    title: str | None
    """The options, where they are worked out in several ways."""
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds for a variant from a day."""

    day: date
    value: ValueRule | None
    share: ShareRule | None


def by_hand(edition: Edition, entry: Entry[Voucher], units: Mapping[str | None, Unit]) -> tuple[ByHand, ...]:
    """Each way of working it out once, with the options it is for; nothing for those that cannot be computed here.

    units are those in which options are priced whose rules name none.
    """
    voucher = entry.record
    found: dict[tuple[str, ...], list[str]] = {}
    for variant in voucher.variants or [None]:
        terms = terms_of(voucher, variant, edition.catalogue.as_of)
        steps = tuple(steps_for(edition, voucher, variant, terms, units.get(variant)))
        if steps:
            found.setdefault(steps, []).append(subject_name(edition, voucher, variant))
    return tuple(
        ByHand(title=names_together(edition, names) if len(found) > 1 else None, steps=steps)
        for steps, names in found.items()
    )


def terms_of(voucher: Voucher, variant: str | None, day: date) -> Terms:
    """What holds on a day, or from the first day on which a value will."""
    value = in_force(voucher.values, variant, day)
    if value is None and (later := decided(voucher.values, variant, day)):
        value = later[0]
        day = value.starts or day
    return Terms(day=day, value=value, share=in_force(voucher.client_shares, variant, day))


def steps_for(
    edition: Edition, voucher: Voucher, variant: str | None, terms: Terms, priced: Unit | None
) -> Iterator[str]:
    """From what one knows to what one pays in a month."""
    value, share = terms.value, terms.share
    if isinstance(share, UnknownShare) or (value is None and not isinstance(share, FixedShare | Formula | BandShare)):
        return
    if for_nothing(share, value):
        yield edition.wording.say("You pay nothing.")
    else:
        if value is not None and not isinstance(share, FixedShare | Formula | BandShare):
            yield from value_steps(edition, voucher, value)
        yield from share_steps(edition, voucher, share, value, variant, terms.day)
    yield from month_steps(
        edition, share, value, (share.unit if share else None) or (value.unit if value else None) or priced
    )
    if not_counted(edition, voucher):
        yield edition.wording.say("Add what the voucher does not cover; it is listed on this page.")


def value_steps(edition: Edition, voucher: Voucher, rule: ValueRule) -> Iterator[str]:
    """What the voucher pays for one unit."""
    say = edition.wording.say
    match rule:
        case Fixed() | CoefficientRule() if len(voucher.variants) > 1:
            yield say("Take the voucher's value of your option from the table above.")
        case Fixed() | CoefficientRule() | PriceCapped():
            yield say("The voucher's value is: {value}.", value=unit_words(edition, rule))
        case IncomeReduction():
            yield from reduction_steps(edition, rule)
        case IncomeBands():
            yield from income_step(edition, rule)
            yield say("Find your household and your income in the table above: the row says the voucher's value.")
            yield from adjustments(edition, rule)
            if not above_all(rule):
                yield say("Above the highest income of the table there is no voucher.")
        case IncomeShare():
            yield from rest_steps(edition, rule)
        case Range() | Unknown():
            yield from decision_steps(edition, rule)
    covered = month_limits(edition, rule)
    if covered:
        yield say("The voucher covers only a part of a month: {limits}.", limits=", ".join(covered))


def decision_steps(edition: Edition, rule: Range | Unknown) -> Iterator[str]:
    """Where a value stands that is decided for each client, and what it can be."""
    yield edition.wording.say("Take the voucher's value from the decision you have been given.")
    if isinstance(rule, Range) or rule.maximum is not None:
        yield edition.wording.say("It is: {value}.", value=unit_words(edition, rule))


def income_step(edition: Edition, rule: ByIncome) -> Iterator[str]:
    """The income with what the source takes off it."""
    say = edition.wording.say
    yield say("Take your {income} of a month.", income=income_words(edition, rule.income))
    if rule.deducts:
        listed = "; ".join(deduction_words(edition, each) for each in rule.deducts)
        yield say("Take off what the organiser lets you take off: {list}.", list=listed)


def excess_steps(edition: Edition, rule: LimitTable) -> Iterator[str]:
    """The part of the income above the household's limit."""
    say, row = edition.wording.say, rule.households[0]
    yield from income_step(edition, rule)
    yield from filter(None, [counts_words(edition, rule.counts)])
    if len(rule.households) == 1 and rule.beyond is None:
        percent = edition.wording.percent(row.percent)
        if row.limit:
            limit = edition.wording.money(row.limit)
            yield say("Take off {limit}. If nothing is left, go on with nothing.", limit=limit)
            yield say("Take {percent} of what is left.", percent=percent)
        else:
            yield say("Take {percent} of it.", percent=percent)
    else:
        yield say("Take off your household's limit from the table above. If nothing is left, go on with nothing.")
        yield say("Take your household's percentage of what is left.")


def reduction_steps(edition: Edition, rule: IncomeReduction) -> Iterator[str]:
    """A maximum less a part of the income."""
    say, per = edition.wording.say, edition.wording.per
    yield from excess_steps(edition, rule)
    yield say("Divide that by {divisor}.", divisor=edition.wording.number(rule.divisor))
    yield say("Take the result off {maximum}. That is the voucher's value.", maximum=per(rule.maximum, rule.unit))
    yield from rounding(edition, rule)
    yield say("The value is never below {minimum}.", minimum=per(rule.minimum, rule.unit))
    yield from adjustments(edition, rule)


def rest_steps(edition: Edition, rule: IncomeShare) -> Iterator[str]:
    """The rest of a month's base price after the client's share."""
    say, base = edition.wording.say, edition.wording.per(rule.base_price, rule.unit)
    yield from excess_steps(edition, rule)
    yield from limits(edition, rule)
    yield from parts(edition, rule)
    if rule.units_at_most is not None:
        number = edition.wording.number(rule.units_at_most)
        yield say("Of what you use in a month, count at most {number} here: the voucher covers no more.", number=number)
    if rule.base_price_is_maximum == "yes":
        yield say("Take the provider's price, but at most {base}, times how much you use in a month.", base=base)
    else:
        yield say("Take {base} times how much you use in a month.", base=base)
    yield say("Take your share of the month off that: the rest is what the voucher pays in a month.")
    yield say("Divide it by how much you use in a month: that is the voucher's value.")
    if rule.minimum:
        yield say("The value is never below {minimum}.", minimum=edition.wording.per(rule.minimum, rule.unit))


def share_steps(
    edition: Edition,
    voucher: Voucher,
    rule: ShareRule | None,
    value: ValueRule | None,
    variant: str | None,
    day: date,
) -> Iterator[str]:
    """From the price and the value to what one pays for one unit, or for the month."""
    say, unit = edition.wording.say, (rule.unit if rule else None) or (value.unit if value else None)
    match rule:
        case FixedShare():
            amount = edition.wording.per(rule.amount, unit)
            yield say("You pay {amount}, whichever provider you choose.", amount=amount)
        case Formula():
            yield from excess_steps(edition, rule)
            yield from limits(edition, rule)
            yield from parts(edition, rule)
            yield say(
                "That is what you pay in a month: more only where the price is above what the voucher can pay, and never "
                "more than the whole bill."
            )
        case BandShare():
            yield from income_step(edition, rule)
            yield say("Find your household and your income in the table above: the row says what you pay.")
            yield from adjustments(edition, rule)
            if not above_all(rule):
                yield say("Above the highest income of the table you pay the whole price.")
        case _:
            yield say(
                "Take the voucher's value off the provider's price. What is left is what you pay; "
                "if nothing is left, you pay nothing."
            )
    extras = add_ons_on(rule, variant, day)
    if isinstance(rule, AtMost) and paid_monthly(rule, value):
        yield from multiplied(edition, value, value.unit if value else None)
        yield from voucher_most(edition, value)
    if isinstance(rule, AtMost) and len(voucher.variants) > 1:
        yield say("You never pay more than the most that the table above says for your option.")
    elif isinstance(rule, AtMost):
        most = with_add_ons(edition, at_most_words(edition, rule.amount, unit), extras)
        yield say("The provider may not charge you more than this: {amount}.", amount=most)
    elif extras:
        listed = " + ".join(add_on_words(edition, extra) for extra in extras)
        yield say("Add what comes on top: {list}.", list=listed)
