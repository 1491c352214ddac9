"""The three answers at the top of a voucher's page: who can get it, what is it worth, what do I pay?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from ..catalogue.pricing import value_of
from ..model import Cents, Unit
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.value_rules import AtMost, FixedShare, Formula, ShareRule, Unknown, UnknownShare, ValueRule
from ..records.schema.voucher import Plan, Voucher
from .amounts import add_on_words, because, between, income_words, share_words, value_words, with_add_ons
from .contacts import whom_to_ask
from .edition import Edition
from .facts import Fact, FactEntry, known, listed, sentence
from .income_formulas import income_part, varying_words
from .values import dated


def answers(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> tuple[Fact, ...]:
    """Each question with a sentence or two."""
    say, voucher = edition.wording.say, entry.record
    return (
        Fact(label=say("Who can get it?"), text=who(edition, voucher, organiser)),
        Fact(label=say("What is it worth?"), text=worth(edition, voucher, organiser)),
        Fact(label=say("What do I pay?"), text=pay(edition, voucher)),
    )


def plan_answers(edition: Edition, voucher: Voucher, plan: Plan | None) -> tuple[Fact, ...]:
    """What is known of a voucher that cannot be had yet."""
    say, wording = edition.wording.say, edition.wording
    services = (FactEntry(text=edition.service(key), url=edition.links.service(key)) for key in voucher.services)
    expected = plan.expected if plan else None
    starts = wording.day(voucher.opens) if voucher.opens else wording.partial(expected) if expected else ""
    return (
        *listed(say("What for?"), services),
        *known(say("For whom?"), wording.read(voucher.audience)),
        *known(say("How far is it?"), wording.read(plan.stage) if plan else None),
        Fact(label=say("When does it start?"), text=starts or say("The organiser has not said when.")),
    )


def who(edition: Edition, voucher: Voucher, organiser: Entry[Organiser]) -> str:
    """For whom it is, and how many conditions there are; the conditions themselves stand below."""
    found = []
    if voucher.audience:
        found.append(sentence(edition.wording.read(voucher.audience)))
    if voucher.eligibility:
        found.append(
            edition.wording.count(
                "There is {number} condition, told below.",
                "There are {number} conditions, listed below.",
                len(voucher.eligibility),
            )
        )
    if not found:
        found.append(edition.wording.say("The source does not say who can get it."))
        found += filter(None, [whom_to_ask(edition, organiser, voucher.contacts)])
    return " ".join(found)


def worth(edition: Edition, voucher: Voucher, organiser: Entry[Organiser]) -> str:
    """The values in force, then those already decided, or why there is none."""
    found = [rule for _, rule in dated(voucher, voucher.values, edition.catalogue.as_of)]
    words = told(edition, found, value_phrases) + reasons(edition, found)
    if words and all(rule.starts and rule.starts > edition.catalogue.as_of for rule in found):
        words.insert(0, edition.wording.say("The source gives no amount for the present."))
    if not words:
        words = [run_out(edition, found)] if found else [edition.wording.say("The source gives no amount.")]
    if all(isinstance(rule, Unknown) and rule.maximum is None for rule in found):
        asked = (*(rule.ask for rule in found if isinstance(rule, Unknown)), *voucher.contacts)
        words += filter(None, [whom_to_ask(edition, organiser, asked)])
    return " ".join(words)


def pay(edition: Edition, voucher: Voucher) -> str:
    """The shares in force, then those already decided; without a rule it is what the voucher does not pay."""
    found = [rule for _, rule in dated(voucher, voucher.client_shares, edition.catalogue.as_of)]
    words = told(edition, found, share_phrases) + reasons(edition, found)
    if not any(rule.holds_on(edition.catalogue.as_of) for rule in found):
        words.insert(0, sentence(share_words(edition, None, None)))
    return " ".join(words)


R = TypeVar("R", ValueRule, ShareRule)


def told(edition: Edition, rules: Sequence[R], phrases: Callable[[Edition, Sequence[R]], list[str]]) -> list[str]:
    """A sentence on what holds now, and one for each day from which something else is decided."""
    day, say = edition.catalogue.as_of, edition.wording.say
    words = (
        [sentence("; ".join(now))] if (now := phrases(edition, [rule for rule in rules if rule.holds_on(day)])) else []
    )
    for start in sorted({rule.starts for rule in rules if rule.starts and rule.starts > day}):
        later = "; ".join(phrases(edition, [rule for rule in rules if rule.starts == start]))
        if later:
            words.append(sentence(say("From {day}: {amounts}", day=edition.wording.day(start), amounts=later)))
    return words


def value_phrases(edition: Edition, rules: Sequence[ValueRule]) -> list[str]:
    """Known amounts from the least to the most by unit, then what the other rules say, each once."""
    amounts: dict[Unit | None, list[Cents]] = {}
    others = []
    for rule in rules:
        exact = value_of(rule, None).exact
        if exact is not None:
            amounts.setdefault(rule.unit, []).append(exact)
        elif not isinstance(rule, Unknown) or rule.maximum is not None:
            others.append(value_words(edition, rule))
    spans = [between(edition, min(cents), max(cents), unit) for unit, cents in amounts.items()]
    return list(dict.fromkeys([*spans, *others]))


def share_phrases(edition: Edition, rules: Sequence[ShareRule]) -> list[str]:
    """What each share says, with what comes on top of it, each once."""
    return list(dict.fromkeys(share_phrase(edition, rule) for rule in rules if not isinstance(rule, UnknownShare)))


def share_phrase(edition: Edition, rule: ShareRule) -> str:
    """One share in words; of a formula the formula itself."""
    if isinstance(rule, Formula):
        words = edition.wording.say("by your income: {formula} a month", formula=income_part(edition, rule))
        varying = varying_words(edition, rule)
        return f"{words} ({varying})" if varying else words
    day = max(edition.catalogue.as_of, rule.starts or date.min)
    extras = [extra for extra in rule.add_ons if extra.holds_on(day)]
    if isinstance(rule, FixedShare | AtMost) and not rule.amount:
        return " + ".join(add_on_words(edition, extra) for extra in extras) or edition.wording.say("you pay nothing")
    return with_add_ons(edition, share_words(edition, rule, None), extras)


def reasons(edition: Edition, rules: Iterable[ValueRule | ShareRule]) -> list[str]:
    """Why amounts cannot be computed here, each once; the whole reason stands further down the page."""
    found = [reason(edition, rule) for rule in rules if isinstance(rule, Unknown | UnknownShare)]
    return list(dict.fromkeys(found))


def reason(edition: Edition, rule: Unknown | UnknownShare) -> str:
    """That it depends on income, where it does, or what the record says."""
    if rule.income is None:
        return because(edition, rule.reason)
    income = income_words(edition, rule.income)
    return edition.wording.say("It depends on your {income} and cannot be computed here.", income=income)


def run_out(edition: Edition, rules: Sequence[ValueRule]) -> str:
    """That every amount of the source has run out."""
    last = max(rule.until for rule in rules if rule.until)
    return edition.wording.say("The amounts in the source were valid until {day}.", day=edition.wording.day(last))
