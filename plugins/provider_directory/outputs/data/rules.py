"""Values and client shares: the rules by which a voucher pays, as far as a row can hold them, with variants and add-ons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Unit
from ...records.collections import Entry
from ...records.schema.value_rules import AddOn, Income, ShareRule, ValueRule
from ...records.schema.voucher import Voucher
from ...views.edition import Edition
from .columns import AS_OF, Column, Kind, Row, Table, in_languages, localised, money, names, of, one_of, say, text
from .listings import DECISION, decision_row
from .providers import day
from .sources import publishers

VALUE_RULES = (
    *("fixed", "price_capped", "range", "coefficient", "income_bands", "income_reduction", "income_share"),
    *("individual", "by_reference"),
)
SHARE_RULES = ("difference", "fixed", "at_most", "formula", "income_bands", "individual", "by_reference")

VALUE_AMOUNTS = (
    money("amount", say("The value of one unit.")),
    money("minimum", say("The least it pays for one unit.")),
    money("maximum", say("The most it pays for one unit.")),
    money("base", say("The amount that a coefficient multiplies.")),
    money("base_price", say("The price the organiser accounts for one unit.")),
    money("own_share", say("The first euros of the price, which the client pays.")),
    of(Kind.NUMBER, "percent", say("The part of the price that the voucher pays."), unit="percent"),
    of(Kind.NUMBER, "coefficient", say("What the amount is multiplied by.")),
    of(Kind.WHOLE, "units_at_most", say("How many units a month it pays for.")),
    money("month_at_most", say("The most in a month.")),
)
SHARE_AMOUNTS = (
    money("amount", say("What the client pays for one unit, or the most of it.")),
    money("share_at_most", say("The most a client pays in a month, before the coefficient.")),
    of(Kind.NUMBER, "share_coefficient", say("What the month’s share is multiplied by.")),
    money("month_at_most", say("The most in a month.")),
)


def rule_rows(edition: Edition, attribute: str, amounts: tuple[Column, ...]) -> Iterator[Row]:
    """Every rule of one attribute of vouchers, past ones too."""
    for key, entry in sorted(edition.records.vouchers.items()):
        for number, rule in enumerate(getattr(entry.record, attribute), 1):
            yield rule_row(key, number, rule, amounts) | day(edition)


def rule_row(voucher: str, number: int, rule: ValueRule | ShareRule, amounts: tuple[Column, ...]) -> Row:
    """One rule. Tables by income and household stand in the voucher's whole record alone."""
    there: dict[str, Any] = {column.name: getattr(rule, column.name, None) for column in amounts}
    income = getattr(rule, "income", None)
    return {
        "voucher": voucher,
        "number": number,
        "rule": getattr(rule, "rule", None),
        "variants": tuple(rule.variants),
        "unit": str(rule.unit) if rule.unit else None,
        **there,
        "income": str(income) if income else None,
        **localised("reason", getattr(rule, "reason", None)),
        **localised("note", rule.note),
        "valid_from": rule.starts,
        "valid_until": rule.until,
        **decision_row(rule.decision),
    }


def rule_columns(rules: tuple[str, ...], amounts: tuple[Column, ...], what: str) -> tuple[Column, ...]:
    """The columns of a table of rules."""
    return (
        names("voucher", "vouchers", say("The voucher it belongs to."), required=True),
        of(Kind.WHOLE, "number", say("Its place among those of the voucher, from one."), required=True),
        one_of("rule", rules, what, required=True),
        of(Kind.KEYS, "variants", say("Keys of the variants it concerns; none means all.")),
        one_of("unit", Unit, say("What the amounts are for.")),
        *amounts,
        one_of(
            "income", Income, say("The income it depends on, per month. The table by income is in the whole record.")
        ),
        *in_languages(text("reason", say("Why it cannot be computed here."))),
        *in_languages(text("note", say("Anything else to know of it."))),
        of(Kind.DAY, "valid_from", say("First day it holds, where that is known.")),
        of(Kind.DAY, "valid_until", say("Last day it holds, where that is known.")),
        *DECISION,
        AS_OF,
    )


VALUES = Table(
    name="values",
    title=say("Voucher values"),
    about=say("What a voucher pays, amount by amount, past ones too; each has its own days and decision."),
    columns=rule_columns(VALUE_RULES, VALUE_AMOUNTS, say("How the value is worked out.")),
    rows=lambda edition: rule_rows(edition, "values", VALUE_AMOUNTS),
    key=(),
    sources=publishers,
)

SHARES = Table(
    name="shares",
    title=say("Client shares"),
    about=say("What is left to the client, amount by amount, past ones too; without a rule it is price less value."),
    columns=rule_columns(SHARE_RULES, SHARE_AMOUNTS, say("How the share is worked out.")),
    rows=lambda edition: rule_rows(edition, "client_shares", SHARE_AMOUNTS),
    key=(),
    sources=publishers,
)


def add_on_rows(edition: Edition) -> Iterator[Row]:
    """What comes on top of each share."""
    for key, entry in sorted(edition.records.vouchers.items()):
        for number, rule in enumerate(entry.record.client_shares, 1):
            yield from (add_on_row(key, number, each) | day(edition) for each in rule.add_ons)


def add_on_row(voucher: str, share: int, add_on: AddOn) -> Row:
    """One add-on."""
    return {
        "voucher": voucher,
        "share": share,
        **localised("name", add_on.name),
        "amount": add_on.amount,
        "unit": str(add_on.unit),
        "count": add_on.count,
        "variants": tuple(add_on.variants),
        "valid_from": add_on.starts,
        "valid_until": add_on.until,
    }


ADD_ONS = Table(
    name="add_ons",
    title=say("Add-ons to client shares"),
    about=say("What the client pays besides the share, each with a unit of its own, for example transport."),
    columns=(
        names("voucher", "vouchers", say("The voucher it belongs to."), required=True),
        of(Kind.WHOLE, "share", say("The number of the client share that it comes on top of."), required=True),
        *in_languages(text("name", say("What it is for."), required=True)),
        money("amount", say("Euros for one unit."), required=True),
        one_of("unit", Unit, say("What the euros are for."), required=True),
        of(Kind.WHOLE, "count", say("How many of them go with one unit of the service."), required=True),
        of(Kind.KEYS, "variants", say("Keys of the variants it concerns; none means all.")),
        of(Kind.DAY, "valid_from", say("First day it holds, where that is known.")),
        of(Kind.DAY, "valid_until", say("Last day it holds, where that is known.")),
        AS_OF,
    ),
    rows=add_on_rows,
    key=(),
    sources=publishers,
)


def variant_rows(edition: Edition) -> Iterator[Row]:
    """Every variant of every voucher."""
    for _, entry in sorted(edition.records.vouchers.items()):
        yield from (variant_row(entry, variant) | day(edition) for variant in entry.record.variants)


def variant_row(voucher: Entry[Voucher], key: str) -> Row:
    """One variant."""
    variant = voucher.record.variants[key]
    band = voucher.record.time_bands.get(variant.band or "")
    return {
        "key": f"{voucher.key}/{key}",
        "voucher": voucher.key,
        "variant": key,
        **localised("name", variant.name),
        "service": variant.service,
        "hours": variant.hours,
        "days": tuple(band.days) if band else None,
        "starts": band.starts if band else None,
        "ends": band.ends if band else None,
    }


VARIANTS = Table(
    name="variants",
    title=say("Variants"),
    about=say("The ways in which a voucher’s service is delivered and priced."),
    columns=(
        text("key", say("The voucher’s key and the variant’s."), required=True),
        names("voucher", "vouchers", say("The voucher it belongs to."), required=True),
        text("variant", say("What values, shares and prices call it."), required=True),
        *in_languages(text("name", say("What tells it from the others."), required=True)),
        names("service", "services", say("Its service, where the voucher has several.")),
        of(Kind.WHOLE, "hours", say("How many hours one unit lasts."), unit="hour"),
        of(Kind.KEYS, "days", say("Days of the week by their first three letters, and holiday; none means every day.")),
        of(Kind.CLOCK, "starts", say("When it begins.")),
        of(Kind.CLOCK, "ends", say("When it ends.")),
        AS_OF,
    ),
    rows=variant_rows,
    key=("key",),
    sources=publishers,
)
