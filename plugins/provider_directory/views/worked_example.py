"""An example of an amount by income, computed as everybody's amount is and told line by line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..catalogue.cents import half_up, percent_of
from ..catalogue.income import month_share
from ..catalogue.pricing import Outcome, Situation, value_of
from ..catalogue.steps import Step
from ..model import Cents, Unit
from ..records.schema.income_tables import Counts, Income, LimitTable
from ..records.schema.value_rules import Formula, HouseholdLimit, IncomeReduction, IncomeShare
from .amounts import income_words
from .edition import Edition
from .formulas import Line, minus

EXAMPLE_STEP = 50_000
"""Cents. Example incomes are whole multiples of 500 euros, so that readers can follow them in their heads."""


def example_income(row: HouseholdLimit) -> Cents:
    """A round income that is clearly above the limit."""
    return (row.limit // EXAMPLE_STEP + 2) * EXAMPLE_STEP


def example_person(rule: LimitTable) -> Situation:
    """Somebody of the table's first row, with that income."""
    row, income = rule.households[0], example_income(rule.households[0])
    adults, children = row.household, 0
    if rule.counts is Counts.CHILDREN:
        adults, children = 1, row.household
    elif rule.counts is Counts.ADULTS_AND_CHILDREN:
        adults, children = 1 if row.adults is None else row.adults, row.children or 0
    hours = None if row.hours_up_to is None else Decimal(row.hours_up_to)
    gross, net = (income, None) if rule.income is Income.GROSS else (None, income)
    return Situation(gross=gross, net=net, adults=adults, children=children, hours=hours)


def share_lines(
    edition: Edition, rule: Formula | IncomeShare, label: str, label_of_part: str
) -> tuple[tuple[Line, ...], Line] | None:
    """What the client pays of a month, as far as the price plays no part: the lines, and what they come to."""
    made = month_share(rule, example_person(rule), rule.unit)
    if made.low is None or made.exact is None:
        return None
    later = tuple(later_lines(edition, rule, made))
    part = part_of_income(edition, rule.households[0], made.steps[0].result)
    total = Line(
        label=label if later else label_of_part,
        amount=edition.wording.money(made.low),
        unit=edition.wording.unit(Unit.MONTH),
    )
    return (*income_lines(edition, rule), *((part, *later) if later else ())), total


def value_lines(edition: Edition, rule: IncomeReduction) -> tuple[tuple[Line, ...], Line] | None:
    """What the voucher is worth: the lines, and what they come to."""
    say, money = edition.wording.say, edition.wording.money
    made = value_of(rule, None, example_person(rule))
    if made.low is None or made.exact is None:
        return None
    row, first = rule.households[0], made.steps[0]
    excess = half_up(percent_of(example_income(row) - row.limit, row.percent))
    less = say(
        "{maximum} less that divided by {divisor}",
        maximum=money(rule.maximum),
        divisor=edition.wording.number(rule.divisor),
    )
    words = ", ".join(filter(None, [less, rounding_words(edition, first)]))
    lines = (
        *income_lines(edition, rule),
        part_of_income(edition, row, excess),
        Line(label=words, amount=money(first.result)),
        *later_lines(edition, rule, made),
    )
    unit = edition.wording.unit(rule.unit)
    return lines, Line(label=say("The voucher is worth"), amount=money(made.low), unit=unit)


def income_lines(edition: Edition, rule: LimitTable) -> Iterator[Line]:
    """From the income to what is left above the limit."""
    say, money, row = edition.wording.say, edition.wording.money, rule.households[0]
    income = example_income(row)
    yield Line(label=say("Your {income} in a month", income=income_words(edition, rule.income)), amount=money(income))
    if row.limit:
        yield Line(label=say("Left out of account"), amount=minus(edition, row.limit))
        yield Line(label=say("Left"), amount=money(income - row.limit))


def part_of_income(edition: Edition, row: HouseholdLimit, amount: Cents) -> Line:
    """The percentage of what is left."""
    label = edition.wording.say("{percent} of it", percent=edition.wording.percent(row.percent))
    return Line(label=label, amount=edition.wording.money(amount))


def later_lines(edition: Edition, rule: LimitTable, made: Outcome) -> Iterator[Line]:
    """What becomes of the first result, a line for each step."""
    for step in made.steps[1:]:
        words = step_words(edition, rule, step)
        yield Line(label=words[:1].upper() + words[1:], amount=edition.wording.money(step.result))


def step_words(edition: Edition, rule: LimitTable, step: Step) -> str:
    """One step of a computation: 'enintään 289,00 €', 'kerrotaan luvulla 0,6'."""
    say, amount = edition.wording.say, edition.wording.money(step.result)
    if rounded := rounding_words(edition, step):
        return rounded
    signs = [str(part.number) for part in step.parts if part.kind == "sign"]
    last = step.parts[-1]
    match signs:
        case ["≤"] if kept := own_use(edition, rule, step):
            return kept
        case ["≤"]:
            return say("at most {amount}", amount=amount)
        case ["≥"]:
            return say("at least {amount}", amount=amount)
        case ["<"]:
            return say("less than {amount} is not charged", amount=edition.wording.money(int(last.number)))
        case ["+"]:
            return say("with a supplement of {amount}", amount=edition.wording.money(int(last.number)))
        case ["×"] if last.kind == "percent" and isinstance(rule, Formula | IncomeShare):
            return say("child {number}: {percent}", number=1, percent=edition.wording.percent(rule.siblings[0]))
        case ["×"] if factor := rule_factor(rule):
            return say("multiplied by {number}", number=edition.wording.number(factor))
    return str(step)


def own_use(edition: Edition, rule: LimitTable, step: Step) -> str | None:
    """That a limit is what leaves the client enough to live on, where it is that."""
    kept = rule.keeps if isinstance(rule, Formula | IncomeShare) else None
    if kept is None or step.result != max(0, example_income(rule.households[0]) - kept):
        return None
    return edition.wording.say("{amount} is left for your own use", amount=edition.wording.money(kept))


def rounding_words(edition: Edition, step: Step) -> str:
    """How a step rounds its result; nothing where it does not."""
    say = edition.wording.say
    if not step.rounding or not step.to:
        return ""
    amount = edition.wording.money(step.to)
    return {
        "up": say("rounded up to the next {amount}", amount=amount),
        "down": say("rounded down to a full {amount}", amount=amount),
        "nearest": say("rounded to the nearest {amount}", amount=amount),
    }[step.rounding]


def rule_factor(rule: LimitTable) -> Decimal | None:
    """What the rule multiplies its amount by."""
    match rule:
        case Formula() | IncomeShare():
            return rule.share_coefficient
        case IncomeReduction():
            return rule.coefficient
    return None
