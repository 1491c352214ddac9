"""What else a rule by income says: what is taken off first, limits, parts for siblings, rounding."""

from __future__ import annotations

from collections.abc import Iterator

from ..records.schema.income_tables import Adjusted, Counts, Deduction, MonthShare
from ..records.schema.value_rules import BandShare, Formula, IncomeBands, IncomeReduction, IncomeShare
from .edition import Edition

RuleByIncome = IncomeBands | BandShare | IncomeReduction | IncomeShare | Formula


def conditions(edition: Edition, rule: RuleByIncome) -> Iterator[str]:
    """Each in a sentence, in the order in which they are computed."""
    yield from filter(None, [counts_words(edition, rule.counts)])
    if rule.deducts:
        named = edition.wording.join(deduction_words(edition, deduction) for deduction in rule.deducts)
        yield edition.wording.say("First is taken off your income: {deductions}.", deductions=named)
    if isinstance(rule, IncomeShare | Formula):
        yield from limits(edition, rule)
        yield from parts(edition, rule)
    if isinstance(rule, IncomeReduction):
        yield from rounding(edition, rule)
    if isinstance(rule, Adjusted):
        yield from adjustments(edition, rule)


def counts_words(edition: Edition, counts: Counts) -> str:
    """Who makes a household; nothing where it is everybody in it."""
    say = edition.wording.say
    return {
        Counts.PERSONS: "",
        Counts.CLIENT: say("Only the client is counted, whoever else lives in the household."),
        Counts.ADULTS: say("Only the adults of the household are counted."),
        Counts.CHILDREN: say("Only the children of the household are counted."),
        Counts.ADULTS_AND_CHILDREN: say("The adults and the children of the household are counted apart."),
    }[counts]


def rounding(edition: Edition, rule: IncomeReduction) -> Iterator[str]:
    """How a value is rounded."""
    say, money = edition.wording.say, edition.wording.money
    if rule.round_up_to:
        yield say("The value is rounded up to a full {amount}, in your favour.", amount=money(rule.round_up_to))
    elif rule.round_down_to:
        yield say("It is rounded down to a full {amount}.", amount=money(rule.round_down_to))
    elif rule.round_to:
        yield say("The value is rounded to the nearest {amount}.", amount=money(rule.round_to))


def deduction_words(edition: Edition, deduction: Deduction) -> str:
    """'vuokra (enintään 520,00 €)', 'lääkkeet (50,00 € ylittävältä osalta)'."""
    say, money = edition.wording.say, edition.wording.money
    found = []
    if deduction.percent is not None:
        found.append(say("{percent} of it", percent=edition.wording.percent(deduction.percent)))
    if deduction.above:
        found.append(say("what is above {amount}", amount=money(deduction.above)))
    if deduction.at_most is not None:
        found.append(say("at most {amount}", amount=money(deduction.at_most)))
    name = edition.wording.read(deduction)
    return f"{name} ({', '.join(found)})" if found else name


def limits(edition: Edition, rule: MonthShare) -> Iterator[str]:
    """The most a client pays, and what is left to live on."""
    say, money = edition.wording.say, edition.wording.money
    if rule.share_at_most is not None:
        yield say("The share is at most {amount} a month.", amount=money(rule.share_at_most))
    if rule.keeps is not None:
        yield say("At least {amount} a month is left for your own use.", amount=money(rule.keeps))


def parts(edition: Edition, rule: MonthShare) -> Iterator[str]:
    """What is paid for one of several children and for shorter care, and how it is rounded."""
    say, money = edition.wording.say, edition.wording.money
    if rule.siblings:
        named = ", ".join(
            say("child {number}: {percent}", number=number, percent=edition.wording.percent(percent))
            for number, percent in enumerate(rule.siblings, 1)
        )
        yield say("Of this is paid for children from the youngest: {parts}.", parts=named)
    if rule.share_coefficient is not None:
        yield say("The share is multiplied by {number}.", number=edition.wording.number(rule.share_coefficient))
    if rule.round_down_to:
        yield say("It is rounded down to a full {amount}.", amount=money(rule.round_down_to))
    if rule.round_share_to:
        yield say("It is rounded to the nearest {amount}.", amount=money(rule.round_share_to))
    if rule.round_each:
        yield say("It is rounded first of all, and again after each further step.")
    if rule.not_charged_below is not None:
        yield say("A share below {amount} is not charged.", amount=money(rule.not_charged_below))


def adjustments(edition: Edition, rule: Adjusted) -> Iterator[str]:
    """What becomes of the amount in evenings or on Sundays."""
    say = edition.wording.say
    if rule.coefficient is not None:
        yield say("The amount is multiplied by {number}.", number=edition.wording.number(rule.coefficient))
    if rule.supplement:
        yield say("{amount} is added to it.", amount=edition.wording.money(rule.supplement))
