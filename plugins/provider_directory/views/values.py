"""What a voucher is worth, variant by variant, with the time each amount holds and the decision behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ..catalogue.pricing import concerns
from ..records.schema.value_rules import CoefficientRule, IncomeShare, Rule, ShareRule, Unknown, ValueRule
from ..records.schema.voucher import Variant, Voucher
from .amounts import has_run_out, validity, value_words
from .edition import Edition
from .paying import Amount
from .sources import decision_words
from .standing import Tag, iso


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of an amounts table."""

    label: str
    kind: str
    """'amount', 'total' or 'text'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When an amount holds, whether it does on the day, and who decided it."""

    text: str
    tag: Tag | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountRow:
    """One amount of one variant."""

    heading: str
    cells: tuple[Amount | Dated, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountTable:
    """The arguments of the price-table component, and what the source adds in words."""

    caption: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[AmountRow, ...]
    remarks: tuple[str, ...]
    """Each once, however many amounts it is said of."""


R = TypeVar("R", ValueRule, ShareRule)


def value_table(edition: Edition, voucher: Voucher) -> AmountTable | None:
    """Every value in force or decided; one that has run out only where nothing follows it. Nothing without any amount."""
    say = edition.wording.say
    found = list(dated(voucher, voucher.values, edition.catalogue.as_of))
    if all(isinstance(rule, Unknown) and rule.maximum is None for _, rule in found):
        return None
    decided = any(rule.decision for _, rule in found)
    columns = (Column(label=say("Voucher's value"), kind="amount"), dated_column(edition, decided))
    return AmountTable(
        caption=say("Value of one voucher by option"),
        heading=say("Option"),
        columns=columns,
        rows=tuple(value_row(edition, voucher, variant, rule, decided) for variant, rule in found),
        remarks=remarks(edition, (rule for _, rule in found)),
    )


def value_row(edition: Edition, voucher: Voucher, variant: str | None, rule: ValueRule, decided: bool) -> AmountRow:
    """One value of one variant."""
    return AmountRow(
        heading=subject_name(edition, voucher, variant),
        note=subject_note(edition, voucher, variant),
        cells=(
            Amount(text=value_words(edition, rule), note=value_note(edition, rule)),
            dated_cell(edition, rule, decided),
        ),
    )


def value_note(edition: Edition, rule: ValueRule) -> str | None:
    """What the amount itself does not tell: how it is made, or that it is not the client's own."""
    say = edition.wording.say
    match rule:
        case Unknown():
            return say("your own value cannot be computed here")
        case CoefficientRule():
            coefficient = edition.wording.number(rule.coefficient)
            return say("{base} × {coefficient}", base=edition.wording.money(rule.base), coefficient=coefficient)
        case IncomeShare() if rule.minimum:
            return say("at least {amount}", amount=edition.wording.per(rule.minimum, rule.unit))
    return None


def dated_column(edition: Edition, decided: bool) -> Column:
    """The column that says when an amount holds, and who decided it where any decision is known."""
    say = edition.wording.say
    return Column(label=say("Valid, and decided by") if decided else say("Valid"), kind="text")


def dated(voucher: Voucher, rules: Sequence[R], day: date) -> Iterator[tuple[str | None, R]]:
    """Each variant's rules in order of time; those that have run out only where no other is left."""
    for variant in subjects(voucher, rules):
        own = [rule for rule in rules if (variant in rule.variants if variant else not rule.variants)]
        alive = [rule for rule in own if not has_run_out(rule, day)]
        yield from ((variant, rule) for rule in sorted(alive or own[-1:], key=lambda rule: rule.starts or date.min))


def subjects(voucher: Voucher, rules: Iterable[ShareRule | ValueRule]) -> list[str | None]:
    """The variants that rules name, in the voucher's order; None stands for all of them at once."""
    listed = list(rules)
    every: list[str | None] = [None] if any(not rule.variants for rule in listed) else []
    return every + [key for key in voucher.variants if any(rule.variants and concerns(rule, key) for rule in listed)]


def subject_name(edition: Edition, voucher: Voucher, variant: str | None) -> str:
    """The variant's name; of a voucher without variants what it pays for."""
    if variant:
        return edition.wording.read(voucher.variants[variant].name)
    if voucher.variants:
        return edition.wording.say("All options")
    return edition.wording.join(edition.service(key) for key in voucher.services)


def names_together(edition: Edition, names: Sequence[str]) -> str:
    """'a, b ja c'; names that hold a comma themselves stay apart."""
    return "; ".join(names) if any("," in name for name in names) else edition.wording.join(names)


def subject_note(edition: Edition, voucher: Voucher, variant: str | None) -> str | None:
    """How long one unit lasts, where the voucher says so."""
    found: Variant | None = voucher.variants.get(variant or "")
    if found is None or found.hours is None:
        return None
    return edition.wording.count("{number} hour", "{number} hours", found.hours)


def dated_cell(edition: Edition, rule: Rule, decided: bool) -> Dated:
    """When an amount holds; one that does not hold yet or any more is marked, and browsers keep the mark true."""
    note = decided_words(edition, rule) if decided else None
    return Dated(text=validity(edition, rule), tag=force_tag(edition, rule), note=note)


def force_tag(edition: Edition, rule: Rule) -> Tag | None:
    """Whether an amount holds on the day; nothing for one that holds without an end."""
    say, day = edition.wording.say, edition.catalogue.as_of
    in_force, over = say("In force"), say("No longer in force")
    if has_run_out(rule, day):
        return Tag(kind="ended", text=over)
    if rule.starts and rule.starts > day:
        return Tag(kind="upcoming", text=say("Not yet in force"), begins=iso(rule.starts), past_text=in_force)
    return Tag(kind="current", text=in_force, until=iso(rule.until), past_text=over) if rule.until else None


def decided_words(edition: Edition, rule: Rule) -> str:
    """Who decided the amount; says so when the source does not tell."""
    return (decision_words(edition, rule.decision) if rule.decision else "") or edition.wording.say("decision not told")


def remarks(edition: Edition, rules: Iterable[Rule]) -> tuple[str, ...]:
    """What the source adds to the amounts."""
    return tuple(dict.fromkeys(edition.wording.read(rule.note) for rule in rules if rule.note))
