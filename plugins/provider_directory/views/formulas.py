"""How a client's share is worked out: the formula in words, what it means, and an example in whole cents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..catalogue.pricing import Confidence, in_force, value_of
from ..model import Cents, Unit
from ..records.schema.value_rules import AddOn, AtMost, FixedShare, ShareRule
from ..records.schema.voucher import Voucher
from .amounts import add_ons_on
from .edition import Edition
from .values import AmountTable, subject_name

EXAMPLE_UNITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a worked example."""

    label: str
    amount: str
    unit: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaView:
    """The arguments of the formula component, with the table it may need."""

    words: str
    title: str | None = None
    """For which options and which days it is, where there are others."""
    explanation: str | None = None
    example_title: str | None = None
    lines: tuple[Line, ...] = ()
    total: Line | None = None
    households: AmountTable | None = None
    """Limits and percentages by household, where there is more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A price and what the voucher pays of it: what an example is worked out with."""

    price: Cents
    value: Cents
    unit: Unit
    option: str | None = None
    """The voucher's variant, where it has any."""


def difference_formula(edition: Edition, purchase: Purchase | None) -> FormulaView:
    """Price less value (Act 569/2009, 3 §)."""
    say, money = edition.wording.say, edition.wording.money
    words = say("price − voucher's value")
    explanation = say("You pay what the price has above the voucher's value.")
    if purchase is None:
        return FormulaView(words=words, explanation=explanation)
    unit = edition.wording.unit(purchase.unit)
    return FormulaView(
        words=words,
        explanation=explanation,
        example_title=say(
            "Example with the lowest price on the list of approved providers: {option}", option=purchase.option
        )
        if purchase.option
        else say("Example with the lowest price on the list of approved providers"),
        lines=(
            Line(label=say("The provider's price"), amount=money(purchase.price), unit=unit),
            Line(label=say("The voucher pays"), amount=minus(edition, min(purchase.price, purchase.value)), unit=unit),
        ),
        total=Line(label=say("You pay"), amount=money(max(0, purchase.price - purchase.value)), unit=unit),
    )


def plain_formula(edition: Edition, voucher: Voucher, rule: ShareRule, unit: Unit | None) -> FormulaView | None:
    """A share that depends on neither price nor income, or only up to a maximum; nothing for other rules."""
    unit = rule.unit or unit
    match rule:
        case FixedShare() | AtMost() if not rule.amount and not rule.add_ons:
            return FormulaView(words=edition.wording.say("You pay nothing."))
        case AtMost():
            return ceiling_formula(edition, voucher, rule, unit)
        case FixedShare():
            return fixed_formula(edition, rule, unit)
    return None


def ceiling_formula(edition: Edition, voucher: Voucher, rule: AtMost, unit: Unit | None) -> FormulaView:
    """Price less value, up to a maximum that providers may not exceed; add-ons come on top of it."""
    say, money = edition.wording.say, edition.wording.money
    words = say("price − voucher's value, at most {amount}", amount=edition.wording.per(rule.amount, unit))
    explanation = say(
        "You pay what the price has above the voucher's value. The provider may not charge you more than the maximum."
    )
    variant = next((key for key in rule.variants or voucher.variants if extras_of(edition, rule, key)), None)
    extras = extras_of(edition, rule, variant)
    if not extras:
        return FormulaView(words=words, explanation=explanation)
    total = rule.amount + sum(extra.amount * extra.count for extra in extras)
    return FormulaView(
        words=words,
        explanation=explanation,
        example_title=say("The most you can pay: {option}", option=subject_name(edition, voucher, variant)),
        lines=(
            Line(label=say("Client share at most"), amount=money(rule.amount)),
            *(extra_line(edition, extra) for extra in extras),
        ),
        total=Line(
            label=say("Altogether at most"), amount=money(total), unit=edition.wording.unit(unit) if unit else None
        ),
    )


def extras_of(edition: Edition, rule: ShareRule, variant: str | None) -> tuple[AddOn, ...]:
    """What comes on top of a share, on the day or when the share begins to hold."""
    day = edition.catalogue.as_of
    return add_ons_on(rule, variant, max(day, rule.starts or day))


def extra_line(edition: Edition, extra: AddOn) -> Line:
    """One add-on of an example, with how often it is paid."""
    name, money = edition.wording.read(extra.name), edition.wording.money
    if extra.count == 1:
        return Line(label=name, amount=money(extra.amount))
    label = edition.wording.say(
        "{name}, {times} × {amount}", name=name, times=extra.count, amount=edition.wording.per(extra.amount, extra.unit)
    )
    return Line(label=label, amount=money(extra.amount * extra.count))


def fixed_formula(edition: Edition, rule: FixedShare, unit: Unit | None) -> FormulaView:
    """The same amount for everybody."""
    say, money = edition.wording.say, edition.wording.money
    product = f"{EXAMPLE_UNITS} × {money(rule.amount)} = {money(rule.amount * EXAMPLE_UNITS)}"
    return FormulaView(
        words=edition.wording.per(rule.amount, unit),
        explanation=say(
            "You pay the same whichever provider you choose. If you use the voucher {number} times, you pay {product}.",
            number=EXAMPLE_UNITS,
            product=product,
        ),
    )


def lowest_purchase(edition: Edition, key: str, variants: Collection[str | None]) -> Purchase | None:
    """The lowest price of some options for which what a voucher pays is one known amount and something is left to pay.

    Of a voucher with variants it is that of the first one: it is what most people get the voucher for.
    """
    found = []
    for offer in edition.catalogue.offers_by_voucher.get(key, ()):
        voucher = offer.listing.voucher
        rule = in_force(voucher.record.values, offer.variant, edition.catalogue.as_of) if voucher else None
        if voucher is None or rule is None or offer.price is None or rule.unit is not offer.price.unit:
            continue
        if voucher.record.variants and offer.variant not in variants:
            continue
        value = value_of(rule, offer.price.price)
        if value.confidence is Confidence.EXACT and value.low is not None and value.low < offer.price.price:
            place = list(voucher.record.variants).index(offer.variant) if offer.variant else 0
            option = subject_name(edition, voucher.record, offer.variant) if offer.variant else None
            purchase = Purchase(price=offer.price.price, value=value.low, unit=rule.unit, option=option)
            found.append((place, purchase.price, purchase))
    return min(found, key=lambda each: each[:2])[2] if found else None


def minus(edition: Edition, cents: Cents) -> str:
    """'−32,00 €' with a real minus sign."""
    return f"−{edition.wording.money(cents)}"
