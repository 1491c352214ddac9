"""Tables of income bands in words: the voucher's value, or what the client pays, by household and income."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue.bands import above_all
from ..model import Unit
from ..records.schema.value_rules import Band, BandShare, IncomeBands
from .amounts import capped_words, income_words
from .edition import Edition
from .formulas import FormulaView
from .households import household_words
from .income_conditions import conditions
from .paying import Amount
from .values import AmountRow, AmountTable, Column


def bands_formula(edition: Edition, rule: IncomeBands | BandShare, unit: Unit | None = None) -> FormulaView:
    """A table by household size and income; above its last band there is no voucher."""
    say, share = edition.wording.say, isinstance(rule, BandShare)
    label = say("You pay") if share else say("Voucher's value")
    return FormulaView(
        words=say("by household and {income}", income=income_words(edition, rule.income)),
        explanation=" ".join((how_to_read(edition, rule), *conditions(edition, rule))),
        households=AmountTable(
            caption=say("What you pay by household and income")
            if share
            else say("The voucher's value by household and income"),
            heading=say("Household"),
            columns=(Column(label=label, kind="total" if share else "amount"),),
            rows=tuple(band_rows(edition, rule, rule.unit or unit)),
            remarks=(
                say("For each further person the income limits rise by {limit}.", limit=edition.wording.money(limit)),
            )
            if rule.beyond and (limit := rule.beyond.limit)
            else (),
        ),
    )


def how_to_read(edition: Edition, rule: IncomeBands | BandShare) -> str:
    """What to look for in the table, and what holds above it."""
    say = edition.wording.say
    if above_all(rule):
        return say("Find your household and your income in the table.")
    if isinstance(rule, BandShare):
        return say(
            "Find your household and your income in the table. Above the highest income you pay the whole price."
        )
    return say("Find your household and your income in the table. Above the highest income there is no voucher.")


def band_rows(edition: Edition, rule: IncomeBands | BandShare, unit: Unit | None) -> Iterator[AmountRow]:
    """One row for each household and band."""
    say, money = edition.wording.say, edition.wording.money
    for table in rule.households:
        for band in table.bands:
            yield AmountRow(
                heading=household_words(edition, rule.counts, table),
                note=say("income up to {amount} a month", amount=money(band.up_to))
                if band.up_to is not None
                else say("any higher income"),
                cells=(Amount(text=band_words(edition, band, unit)),),
            )


def band_words(edition: Edition, band: Band, unit: Unit | None) -> str:
    """'28,00 €/tunti', '25 % tuottajan hinnasta': as the source's table has it, before what evenings make of it."""
    if band.percent is not None:
        return capped_words(edition, band.percent, band.amount, unit)
    return edition.wording.per(band.amount or 0, unit)
