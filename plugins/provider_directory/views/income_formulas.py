"""Formulas that begin with a person's income: in words, with their limits and percentages, and an example."""

from __future__ import annotations

from ..catalogue.income import adjusted, percentage_of, reduced
from ..catalogue.pricing import value_of
from ..model import Cents, Unit
from ..records.schema.value_rules import (
    BandShare,
    Beyond,
    Formula,
    HouseholdLimit,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    ValueRule,
)
from .amounts import income_words
from .band_tables import bands_formula
from .edition import Edition
from .formulas import FormulaView, Line, minus
from .households import household_words
from .income_conditions import conditions
from .paying import Amount
from .values import AmountRow, AmountTable, Column

EXAMPLE_STEP = 50_000
"""Cents. Example incomes are whole multiples of 500 euros, so that readers can follow them in their heads."""

IncomeRule = Formula | IncomeReduction | IncomeShare


def share_formula(edition: Edition, rule: Formula | BandShare, unit: Unit | None = None) -> FormulaView:
    """What the client pays by income; unit is that of the value where the share names none."""
    return percentage_formula(edition, rule) if isinstance(rule, Formula) else bands_formula(edition, rule, unit)


def percentage_formula(edition: Edition, rule: Formula) -> FormulaView:
    """A percentage of the month's income above a limit."""
    say, row, money = edition.wording.say, rule.households[0], edition.wording.money
    income, percent = example_income(row), edition.wording.percent(row.percent)
    return FormulaView(
        words=income_part(edition, rule, row),
        explanation=" ".join(
            (
                say(
                    "Take {limit} off your {income} of a month. You pay {percent} of what is left; "
                    "if nothing is left, nothing.",
                    limit=money(row.limit),
                    income=income_words(edition, rule.income),
                    percent=percent,
                ),
                *conditions(edition, rule),
            )
        ),
        example_title=example_title(edition, rule, row, income),
        lines=income_lines(edition, rule, row, income),
        total=Line(
            label=say("You pay {percent} of it", percent=percent),
            amount=money(percentage_of(income, row).low or 0),
            unit=edition.wording.unit(Unit.MONTH),
        ),
        households=household_table(edition, rule),
    )


def value_formula(edition: Edition, rule: ValueRule) -> FormulaView | None:
    """A value that depends on income, as a formula; nothing for a value that does not."""
    match rule:
        case IncomeReduction():
            return reduction_formula(edition, rule)
        case IncomeShare():
            return rest_formula(edition, rule)
        case IncomeBands():
            return bands_formula(edition, rule)
    return None


def reduction_formula(edition: Edition, rule: IncomeReduction) -> FormulaView:
    """A maximum that falls as income rises."""
    say, row, per = edition.wording.say, rule.households[0], edition.wording.per
    income, ends = example_income(row), value_of(rule, None)
    worth = adjusted(rule, reduced(rule, row, income))
    words = say(
        "{maximum} − {part} ÷ {divisor}",
        maximum=edition.wording.money(rule.maximum),
        part=income_part(edition, rule, row),
        divisor=edition.wording.number(rule.divisor),
    )
    return FormulaView(
        words=words,
        explanation=" ".join(
            (
                say(
                    "The higher your income, the less the voucher is worth: at most {maximum} and at least {minimum}.",
                    maximum=per(ends.high or 0, rule.unit),
                    minimum=per(ends.low or 0, rule.unit),
                ),
                *conditions(edition, rule),
            )
        ),
        example_title=example_title(edition, rule, row, income),
        lines=income_lines(edition, rule, row, income),
        total=Line(
            label=say("The voucher is worth"),
            amount=edition.wording.money(worth.low or 0),
            unit=edition.wording.unit(rule.unit),
        ),
        households=household_table(edition, rule),
    )


def rest_formula(edition: Edition, rule: IncomeShare) -> FormulaView:
    """What is left of a month's base price after the client's share, of which there is an example."""
    say, row = edition.wording.say, rule.households[0]
    income, percent = example_income(row), edition.wording.percent(row.percent)
    base = edition.wording.per(rule.base_price, rule.unit)
    explanation = [say("The voucher pays what is left of the base price of a month after your own share.")]
    if rule.base_price_is_maximum == "yes":
        explanation.append(say("Where the provider's price is lower than {amount}, it is the base price.", amount=base))
    explanation += conditions(edition, rule)
    return FormulaView(
        words=say("{base} × units used in the month − {part}", base=base, part=income_part(edition, rule, row)),
        explanation=" ".join(explanation),
        example_title=example_title(edition, rule, row, income),
        lines=income_lines(edition, rule, row, income),
        total=Line(
            label=say("Your share is {percent} of it", percent=percent),
            amount=edition.wording.money(percentage_of(income, row).low or 0),
            unit=edition.wording.unit(Unit.MONTH),
        ),
        households=household_table(edition, rule),
    )


def income_lines(edition: Edition, rule: IncomeRule, row: HouseholdLimit, income: Cents) -> tuple[Line, ...]:
    """From the income to what is left above the limit."""
    say, money = edition.wording.say, edition.wording.money
    return (
        Line(label=say("Your {income} in a month", income=income_words(edition, rule.income)), amount=money(income)),
        Line(label=say("Left out of account"), amount=minus(edition, row.limit)),
        Line(label=say("Left"), amount=money(max(0, income - row.limit))),
    )


def income_part(edition: Edition, rule: IncomeRule, row: HouseholdLimit) -> str:
    """'(bruttotulot − 576,00 €) × 35 %'."""
    name = edition.wording.say("gross income") if rule.income == "gross" else edition.wording.say("net income")
    return f"({name} − {edition.wording.money(row.limit)}) × {edition.wording.percent(row.percent)}"


def example_title(edition: Edition, rule: IncomeRule, row: HouseholdLimit, income: Cents) -> str:
    """Whose example it is."""
    say, amount = edition.wording.say, edition.wording.money(income)
    if len(rule.households) == 1:
        return say("Example: an income of {amount} a month", amount=amount)
    household = household_words(edition, rule.counts, row)
    if row.hours_up_to is None:
        return say("Example: {household}, an income of {amount} a month", household=household, amount=amount)
    hours = hours_words(edition, row)
    return say(
        "Example: {household}, an income of {amount} a month, {hours}", household=household, amount=amount, hours=hours
    )


def household_table(edition: Edition, rule: IncomeRule) -> AmountTable | None:
    """Limits and percentages, where they differ between households or hours."""
    rows, beyond = rule.households, rule.beyond
    if len(rows) == 1 and beyond is None:
        return None
    say, wording = edition.wording.say, edition.wording
    return AmountTable(
        caption=say("Limits and percentages by household"),
        heading=say("Household"),
        columns=(
            Column(label=say("Left out of account"), kind="amount"),
            Column(label=say("Percentage"), kind="amount"),
        ),
        rows=tuple(
            AmountRow(
                heading=household_words(edition, rule.counts, row),
                note=hours_words(edition, row),
                cells=(Amount(text=wording.money(row.limit)), Amount(text=wording.percent(row.percent))),
            )
            for row in rows
        ),
        remarks=(beyond_words(edition, beyond),) if beyond else (),
    )


def hours_words(edition: Edition, row: HouseholdLimit) -> str | None:
    """Up to how many granted hours a row reaches."""
    if row.hours_up_to is None:
        return None
    return edition.wording.count("up to {number} hour a month", "up to {number} hours a month", row.hours_up_to)


def beyond_words(edition: Edition, beyond: Beyond) -> str:
    """How the table goes on."""
    if not beyond.percent:
        return edition.wording.say(
            "For each further person the limit rises by {limit}.", limit=edition.wording.money(beyond.limit)
        )
    return edition.wording.say(
        "For each further person the limit rises by {limit} and the percentage falls by {percent}.",
        limit=edition.wording.money(beyond.limit),
        percent=edition.wording.percent(beyond.percent),
    )


def example_income(row: HouseholdLimit) -> Cents:
    """A round income that is clearly above the limit."""
    return (row.limit // EXAMPLE_STEP + 2) * EXAMPLE_STEP
