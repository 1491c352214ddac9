"""Formulas that begin with a person's income: in words, with their limits and percentages, and an example."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue.pricing import value_of
from ..model import Unit
from ..records.schema.income_tables import Counts
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
from .facts import sentence
from .formulas import FormulaView
from .households import household_words
from .income_conditions import conditions
from .paying import Amount
from .values import AmountRow, AmountTable, Column
from .worked_example import example_income, share_lines, value_lines

IncomeRule = Formula | IncomeReduction | IncomeShare


def share_formula(edition: Edition, rule: Formula | BandShare, unit: Unit | None = None) -> FormulaView:
    """What the client pays by income; unit is that of the value where the share names none."""
    return percentage_formula(edition, rule) if isinstance(rule, Formula) else bands_formula(edition, rule, unit)


def percentage_formula(edition: Edition, rule: Formula) -> FormulaView:
    """A percentage of the month's income above a limit."""
    say, percent = edition.wording.say, edition.wording.percent(rule.households[0].percent)
    example = share_lines(edition, rule, say("You pay"), say("You pay {percent} of it", percent=percent))
    return FormulaView(
        words=income_part(edition, rule),
        explanation=" ".join((*how_much(edition, rule), *conditions(edition, rule))),
        example_title=example_title(edition, rule) if example else None,
        lines=example[0] if example else (),
        total=example[1] if example else None,
        households=household_table(edition, rule),
    )


def how_much(edition: Edition, rule: Formula) -> Iterator[str]:
    """The formula in sentences."""
    say, row = edition.wording.say, rule.households[0]
    income, percent = income_words(edition, rule.income), edition.wording.percent(row.percent)
    if varying := varying_words(edition, rule):
        yield say(
            "Take the limit in the table off your {income} of a month. You pay the percentage beside it of what is left; "
            "if nothing is left, nothing.",
            income=income,
        )
        yield sentence(varying)
    elif not row.limit:
        yield say("You pay {percent} of your {income} of a month.", percent=percent, income=income)
    else:
        yield say(
            "Take {limit} off your {income} of a month. You pay {percent} of what is left; "
            "if nothing is left, nothing.",
            limit=edition.wording.money(row.limit),
            income=income,
            percent=percent,
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
    say, per = edition.wording.say, edition.wording.per
    ends, example = value_of(rule, None), value_lines(edition, rule)
    falls = say(
        "The higher your income, the less the voucher is worth: at most {maximum} and at least {minimum}.",
        maximum=per(ends.high or 0, rule.unit),
        minimum=per(ends.low or 0, rule.unit),
    )
    return FormulaView(
        words=say(
            "{maximum} − {part} ÷ {divisor}",
            maximum=edition.wording.money(rule.maximum),
            part=income_part(edition, rule),
            divisor=edition.wording.number(rule.divisor),
        ),
        explanation=" ".join((falls, *varying_sentence(edition, rule), *conditions(edition, rule))),
        example_title=example_title(edition, rule) if example else None,
        lines=example[0] if example else (),
        total=example[1] if example else None,
        households=household_table(edition, rule),
    )


def rest_formula(edition: Edition, rule: IncomeShare) -> FormulaView:
    """What is left of a month's base price after the client's share, of which there is an example."""
    say, base = edition.wording.say, edition.wording.per(rule.base_price, rule.unit)
    percent = edition.wording.percent(rule.households[0].percent)
    example = share_lines(edition, rule, say("Your share"), say("Your share is {percent} of it", percent=percent))
    explanation = [say("The voucher pays what is left of the base price of a month after your own share.")]
    if rule.base_price_is_maximum == "yes":
        explanation.append(say("Where the provider's price is lower than {amount}, it is the base price.", amount=base))
    explanation += (*varying_sentence(edition, rule), *conditions(edition, rule))
    return FormulaView(
        words=say("{base} × units used in the month − {part}", base=base, part=income_part(edition, rule)),
        explanation=" ".join(explanation),
        example_title=example_title(edition, rule) if example else None,
        lines=example[0] if example else (),
        total=example[1] if example else None,
        households=household_table(edition, rule),
    )


def income_part(edition: Edition, rule: IncomeRule) -> str:
    """'(bruttotulot − 576,00 €) × 35 %'; without figures where they are not the same for everybody."""
    say, row = edition.wording.say, rule.households[0]
    name = say("gross income") if rule.income == "gross" else say("net income")
    free = not any(each.limit for each in rule.households) and not (rule.beyond and rule.beyond.limit)
    if varying_words(edition, rule):
        return (
            say("{income} × percentage", income=name) if free else say("({income} − limit) × percentage", income=name)
        )
    percent = edition.wording.percent(row.percent)
    words = f"{name} × {percent}" if free else f"({name} − {edition.wording.money(row.limit)}) × {percent}"
    if rule.counts is Counts.CLIENT or row.household == 1:
        return words
    return say("{household}: {formula}", household=household_words(edition, rule.counts, row), formula=words)


def varying_words(edition: Edition, rule: IncomeRule) -> str:
    """What chooses between a table's limits and percentages; nothing where there is but one of each."""
    say, rows = edition.wording.say, rule.households
    households = len({(row.household, row.adults, row.children) for row in rows}) > 1 or rule.beyond is not None
    if not any(row.hours_up_to is not None for row in rows):
        return say("limit and percentage by household: see the table") if households else ""
    if households:
        return say("limit and percentage by household and hours: see the table")
    return say("limit and percentage by hours: see the table")


def varying_sentence(edition: Edition, rule: IncomeRule) -> Iterator[str]:
    """The same as a sentence of its own."""
    if varying := varying_words(edition, rule):
        yield sentence(varying)


def example_title(edition: Edition, rule: IncomeRule) -> str:
    """Whose example it is."""
    say, row = edition.wording.say, rule.households[0]
    amount = edition.wording.money(example_income(row))
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
