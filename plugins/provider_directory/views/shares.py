"""What the client pays with a voucher, variant by variant, in words and as formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.value_rules import (
    BandShare,
    Difference,
    Formula,
    IncomeShare,
    Rule,
    ShareRule,
    Unknown,
    UnknownShare,
    ValueRule,
)
from ..records.schema.voucher import Voucher
from .amounts import add_on_words, has_run_out, share_words
from .contacts import whom_to_ask
from .edition import Edition
from .facts import sentence
from .formulas import FormulaView, difference_formula, extras_of, lowest_purchase, plain_formula
from .income_formulas import share_formula, value_formula
from .paying import Amount
from .values import AmountRow, AmountTable, Column, Dated, dated, dated_cell, dated_column, remarks, subject_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowable:
    """An amount that cannot be computed here: why, and whom to ask."""

    title: str
    text: str


def share_table(edition: Edition, voucher: Voucher) -> AmountTable | None:
    """Every share in force or decided; nothing where it is what the voucher does not pay, for then a formula says all."""
    say = edition.wording.say
    found = [pair for pair in dated(voucher, voucher.client_shares, edition.catalogue.as_of) if tabular(pair[1])]
    if not found:
        return None
    extras = any(rule.add_ons for _, rule in found)
    decided = any(rule.decision for _, rule in found)
    columns = [Column(label=say("You pay"), kind="total")]
    columns += [Column(label=say("On top"), kind="amount")] if extras else []
    columns.append(dated_column(edition, decided))
    return AmountTable(
        caption=say("What you pay for one use by option, {day}", day=edition.wording.day(edition.catalogue.as_of)),
        heading=say("Option"),
        columns=tuple(columns),
        rows=tuple(share_row(edition, voucher, variant, rule, extras, decided) for variant, rule in found),
        remarks=remarks(edition, (rule for _, rule in found)),
    )


def tabular(rule: ShareRule) -> bool:
    """Whether a share is an amount that belongs into a table."""
    return not isinstance(rule, Difference | Formula | BandShare | UnknownShare)


def share_row(
    edition: Edition, voucher: Voucher, variant: str | None, rule: ShareRule, extras: bool, decided: bool
) -> AmountRow:
    """One share of one variant."""
    cells: list[Amount | Dated] = [Amount(text=share_words(edition, rule, None))]
    if extras:
        on_top = [add_on_words(edition, extra) for extra in extras_of(edition, rule, variant)]
        cells.append(Amount(text=" + ".join(on_top) or edition.wording.say("nothing")))
    cells.append(dated_cell(edition, rule, decided))
    return AmountRow(heading=subject_name(edition, voucher, variant), cells=tuple(cells))


def formulas(edition: Edition, entry: Entry[Voucher]) -> tuple[FormulaView, ...]:
    """Each way a share is worked out, once; without any rule it is what the voucher does not pay."""
    made = {made.words: made for made in all_formulas(edition, entry)}
    return tuple(made.values())


def all_formulas(edition: Edition, entry: Entry[Voucher]) -> Iterator[FormulaView]:
    """What holds on the day first, then what is decided, then values that depend on income."""
    voucher, day = entry.record, edition.catalogue.as_of
    shares = [rule for _, rule in dated(voucher, voucher.client_shares, day) if not has_run_out(rule, day)]
    unit = voucher.values[0].unit if voucher.values else None
    if not any(rule.holds_on(day) for rule in shares) or any(isinstance(rule, Difference) for rule in shares):
        yield difference_formula(edition, lowest_purchase(edition, entry.key))
    for rule in shares:
        made = (
            share_formula(edition, rule, unit)
            if isinstance(rule, Formula | BandShare)
            else plain_formula(edition, voucher, rule, unit)
        )
        if made:
            yield starting(edition, rule, made)
    for _, value in dated(voucher, voucher.values, day):
        if found := value_formula(edition, value):
            # A share by the same income has shown the example already.
            again = isinstance(value, IncomeShare) and any(isinstance(rule, Formula) for rule in shares)
            plain = replace(found, example_title=None, lines=(), total=None)
            yield starting(edition, value, plain if again else found)


def starting(edition: Edition, rule: Rule, made: FormulaView) -> FormulaView:
    """The formula; one that does not hold yet says from when."""
    if rule.starts is None or rule.starts <= edition.catalogue.as_of:
        return made
    from_day = sentence(edition.wording.period(rule.starts, None))
    return replace(made, explanation=f"{from_day} {made.explanation or ''}".strip())


def unknowable(
    edition: Edition, voucher: Voucher, rules: Iterable[ValueRule | ShareRule], organiser: Entry[Organiser]
) -> tuple[Unknowable, ...]:
    """Why an amount cannot be computed here, each reason once, with whom to ask."""
    found = {}
    for rule in rules:
        if isinstance(rule, Unknown | UnknownShare):
            ask = whom_to_ask(edition, organiser, (rule.ask, *voucher.contacts))
            reason = edition.wording.read(rule.reason)
            found[reason] = Unknowable(
                title=edition.wording.say("This cannot be computed here"), text=" ".join(filter(None, (reason, ask)))
            )
    return tuple(found.values())


def share_remarks(edition: Edition, voucher: Voucher) -> tuple[str, ...]:
    """What the source adds to shares that stand in no table."""
    rules = [rule for _, rule in dated(voucher, voucher.client_shares, edition.catalogue.as_of) if not tabular(rule)]
    return remarks(edition, rules)
