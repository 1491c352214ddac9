"""The calculator of a voucher's page: what it asks, which prices it offers, and the same worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..catalogue.offers import Offer
from ..catalogue.rule_data import rule_data
from ..model import Unit
from ..records.collections import Entry
from ..records.schema.value_rules import (
    BandShare,
    Difference,
    Formula,
    IncomeBands,
    IncomeReduction,
    IncomeShare,
    Range,
    Rule,
    Unknown,
    UnknownShare,
)
from ..records.schema.voucher import Voucher
from .approved import too_long
from .by_hand import ByHand, by_hand, terms_of
from .calculator_prices import PriceOption, list_prices, provider_prices
from .edition import Edition
from .income_conditions import deduction_words
from .not_counted import not_counted
from .prose import json_text
from .questions import Question, most_of, of_voucher
from .sources import decision_words
from .time_bands import band_words
from .values import subject_name, subject_note

IncomeRule = IncomeBands | IncomeReduction | IncomeShare | Formula | BandShare

FEW = 6
"""As many ways as still stand under one another; more go into a list to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One option of the voucher in one unit."""

    key: str
    variant: str
    """Its key in the rules; empty where the voucher has no options."""
    unit: str
    label: str
    note: str | None
    per: str
    """The unit in words."""
    decided: bool
    """Whether its value stands in the client's own decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How much of one unit is used in a month."""

    unit: str
    label: str
    fault: str
    """What to say of an answer that cannot be."""
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatorView:
    """The arguments of the calculator component, and the steps to do by hand."""

    data: str
    ways: tuple[Way, ...]
    """Nothing where no amount can be computed here, not even with the client's decision at hand."""
    few: bool
    """Whether the ways stand under one another."""
    questions: tuple[Question, ...]
    deductions: tuple[str, ...]
    uses: tuple[Use, ...]
    listed: tuple[PriceOption, ...]
    """The lowest, the middle and the highest price on the approved list."""
    providers: tuple[PriceOption, ...]
    once: bool
    """Whether a share of the month's income is paid but once, however many of the options are used."""
    by_hand: tuple[ByHand, ...]


def calculator(edition: Edition, entry: Entry[Voucher], source: str) -> CalculatorView | None:
    """What the page needs for one voucher; nothing where nothing can be worked out of it."""
    offers = edition.catalogue.offers_by_voucher.get(entry.key, ())
    found = [(variant, unit) for variant, unit in options(entry.record, offers) if computable(edition, entry, variant)]
    steps = by_hand(edition, entry, dict(found))
    if not found and not steps:
        return None
    units = {unit for _, unit in found}
    priced = {pair: [offer for offer in offers if fits(entry.record, offer, *pair)] for pair in found}
    return CalculatorView(
        data=json_text(data(edition, entry, source)),
        ways=tuple(way(edition, entry.record, variant, unit, found) for variant, unit in found),
        few=len(found) <= FEW,
        questions=asked(edition, entry.record, units),
        deductions=tuple(deduction_words(edition, each) for rule in deducting(entry.record) for each in rule.deducts),
        uses=tuple(uses(edition, units)),
        listed=tuple(option for pair, own in priced.items() for option in list_prices(edition, entry, pair, own)),
        # Nobody finds a name among so many; each provider's own page works out what it costs.
        providers=()
        if too_long(edition, offers)
        else tuple(option for pair, own in priced.items() for option in provider_prices(edition, pair, own)),
        once=len(found) > 1 and any(map(of_the_month, (*entry.record.values, *entry.record.client_shares))),
        by_hand=steps,
    )


def of_the_month(rule: Rule) -> bool:
    """Whether a rule takes a share of the month's income."""
    return isinstance(rule, Formula | IncomeShare)


def options(voucher: Voucher, offers: Iterable[Offer]) -> list[tuple[str | None, Unit]]:
    """Each option with each unit it is valued in; where the rules name none, that in which providers price it."""
    found: dict[tuple[str | None, Unit], None] = {}
    for variant in voucher.variants or [None]:
        own = [rule for rule in voucher.values if not rule.variants or variant in rule.variants]
        units = [rule.unit for rule in own if rule.unit]
        if own and not units:
            units = sorted({offer.unit for offer in offers if offer.unit and of_option(voucher, offer, variant)})
        found |= dict.fromkeys((variant, unit) for unit in units)
    return list(found)


def of_option(voucher: Voucher, offer: Offer, variant: str | None) -> bool:
    """Whether an offer is one of this option; a provider's own time band belongs to every voucher without options."""
    return offer.variant == variant or not voucher.variants


def fits(voucher: Voucher, offer: Offer, variant: str | None, unit: Unit) -> bool:
    """Whether an offer's price is for this option in this unit."""
    return offer.price is not None and offer.unit is unit and of_option(voucher, offer, variant)


def computable(edition: Edition, entry: Entry[Voucher], variant: str | None) -> bool:
    """Whether the client's share of an option can be worked out here."""
    terms = terms_of(entry.record, variant, edition.catalogue.as_of)
    return terms.value is not None and not isinstance(terms.share, UnknownShare)


def way(
    edition: Edition, voucher: Voucher, variant: str | None, unit: Unit, every: Sequence[tuple[str | None, Unit]]
) -> Way:
    """One option in words; the unit is told where it alone tells two apart."""
    name, per = subject_name(edition, voucher, variant), edition.wording.unit(unit)
    if sum(other == variant for other, _ in every) > 1:
        name = f"{name} ({per})"
    band = voucher.time_bands.get(voucher.variants[variant].band or "") if variant else None
    notes = filter(None, [band_words(edition, band) if band else "", subject_note(edition, voucher, variant)])
    return Way(
        key=f"{variant or ''}/{unit.value}",
        variant=variant or "",
        unit=unit.value,
        label=name,
        note="; ".join(notes) or None,
        per=per,
        decided=isinstance(terms_of(voucher, variant, edition.catalogue.as_of).value, Range | Unknown),
    )


def asked(edition: Edition, voucher: Voucher, units: set[Unit]) -> tuple[Question, ...]:
    """What the rules look at; deductions and use have fields of their own here."""
    found = set(of_voucher(voucher, units, edition.catalogue.as_of)) - {Question.DEDUCTIONS}
    return tuple(question for question in Question if question in found)


def deducting(voucher: Voucher) -> Sequence[IncomeRule]:
    """The first rule that takes something off the income; a voucher's rules take off the same."""
    rules = (*voucher.values, *voucher.client_shares)
    return [rule for rule in rules if isinstance(rule, IncomeRule) and rule.deducts][:1]


def uses(edition: Edition, units: set[Unit]) -> Iterator[Use]:
    """What is asked of a month's use, unit by unit; a month needs no asking."""
    say = edition.wording.say
    labels = {
        Unit.HOUR: say("Hours of service a month"),
        Unit.DAY: say("Days of service a month"),
        Unit.FULL_DAY: say("Days and nights of service a month"),
        Unit.VISIT: say("Visits a month"),
        Unit.DIRECTION: say("Journeys a month, there and back counted as two"),
        Unit.WEEK: say("Weeks of service a month"),
        Unit.PIECE: say("How many a month"),
    }
    whole = say("A whole month is 30.")
    for unit, label in labels.items():
        if unit in units:
            yield Use(
                unit=unit.value,
                label=label,
                fault=say("Write how many, in figures such as 8 or 12.5: at most {most}.", most=str(most_of(unit))),
                hint=whole if unit is Unit.FULL_DAY else None,
            )


def data(edition: Edition, entry: Entry[Voucher], source: str) -> dict[str, Any]:
    """What the script needs besides the price rules: where each rule stands, in their order, and what may be taken off."""
    voucher = entry.record
    deduction_limits = [rule_data(rule)["deductionLimits"] for rule in deducting(voucher)]
    return {
        "voucher": entry.key,
        "values": [rule_source(edition, rule) for rule in voucher.values],
        "shares": [rule_source(edition, rule) for rule in voucher.client_shares],
        "difference": difference_source(edition),
        "decision": edition.wording.say("your own decision"),
        "source": source,
        "undated": edition.wording.say("The source does not say from when these amounts hold."),
        "apart": list(not_counted(edition, voucher)),
        "deductionLimits": deduction_limits[0] if deduction_limits else [],
    }


def rule_source(edition: Edition, rule: Rule) -> str | None:
    """When an amount holds, and who decided it; empty for a rule without an amount, nothing where no source tells."""
    if isinstance(rule, Difference | Unknown) and not (rule.starts or rule.until or rule.decision):
        return difference_source(edition) if isinstance(rule, Difference) else ""
    decided = decision_words(edition, rule.decision) if rule.decision else ""
    return "; ".join(filter(None, [edition.wording.period(rule.starts, rule.until), decided])) or None


def difference_source(edition: Edition) -> str:
    """Why the client pays what the voucher does not."""
    return edition.wording.say("the price less the voucher's value, by the Voucher Act (569/2009, section 3)")
