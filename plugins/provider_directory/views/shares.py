"""What the client pays with a voucher, variant by variant, in words and as formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..catalogue.pricing import concerns, decided, in_force
from ..model import Unit
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.value_rules import (
    BandShare,
    Difference,
    Formula,
    IncomeShare,
    ShareRule,
    Unknown,
    UnknownShare,
    ValueRule,
)
from ..records.schema.voucher import Voucher
from .amounts import add_on_words, has_run_out, share_words
from .contacts import whom_to_ask
from .edition import Edition
from .formulas import FormulaView, difference_formula, extras_of, lowest_purchase, plain_formula
from .income_formulas import share_formula, value_formula
from .paying import Amount
from .values import (
    AmountRow,
    AmountTable,
    Column,
    Dated,
    dated,
    dated_cell,
    dated_column,
    names_together,
    remarks,
    subject_name,
)


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
        caption=say("What you pay for one use by option"),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A formula of some options, and the days on which it holds."""

    made: FormulaView
    variants: tuple[str | None, ...]
    """None stands for all of them."""
    starts: date | None = None
    until: date | None = None


def formulas(edition: Edition, entry: Entry[Voucher]) -> tuple[FormulaView, ...]:
    """Each way an amount is worked out, for which options and days; what holds on the day comes first."""
    voucher, terms = entry.record, grouped(all_formulas(edition, entry), edition.catalogue.as_of)
    titles = [title_of(edition, voucher, [each]) for each in terms]
    return tuple(
        replace(tabled(edition, voucher, terms, each), title=title and title[:1].upper() + title[1:])
        for each, title in zip(terms, titles, strict=True)
    )


def grouped(found: Iterable[Terms], day: date) -> list[Terms]:
    """Options with the same formula on the same days together; days are kept where they tell formulas apart."""
    groups: dict[tuple[FormulaView, date | None, date | None], list[str | None]] = {}
    for each in found:
        starts = each.starts if each.starts and each.starts > day else None
        groups.setdefault((each.made, starts, each.until), []).extend(each.variants)
    spans = {(starts, until) for _, starts, until in groups}
    several = len(spans) > 1 or any(starts for starts, _ in spans)
    ordered = sorted(groups.items(), key=lambda group: group[0][1] or day)
    return [
        Terms(
            made=made,
            variants=tuple(dict.fromkeys(variants)),
            starts=starts if several else None,
            until=until if several else None,
        )
        for (made, starts, until), variants in ordered
    ]


def all_formulas(edition: Edition, entry: Entry[Voucher]) -> Iterator[Terms]:
    """What the client pays, then values that depend on income; nothing that has run out."""
    voucher, day = entry.record, edition.catalogue.as_of
    shares = [pair for pair in dated(voucher, voucher.client_shares, day) if not has_run_out(pair[1], day)]
    yield from without_rule(edition, entry)
    for variant, rule in shares:
        if made := formula_of(edition, entry, rule, variant):
            yield Terms(made=made, variants=(variant,), starts=rule.starts, until=rule.until)
    told = [rule.households for _, rule in shares if isinstance(rule, Formula)]
    for variant, value in dated(voucher, voucher.values, day):
        found = None if has_run_out(value, day) else value_formula(edition, value)
        if found and isinstance(value, IncomeShare) and value.households in told:
            # A share by the same income has shown the example already.
            found = replace(found, example_title=None, lines=(), total=None)
        if found:
            yield Terms(made=found, variants=(variant,), starts=value.starts, until=value.until)


def without_rule(edition: Edition, entry: Entry[Voucher]) -> Iterator[Terms]:
    """Options of which no rule speaks on the day: what they cost is what the voucher does not pay."""
    voucher, day = entry.record, edition.catalogue.as_of
    variants = [key for key in voucher.variants or [None] if in_force(voucher.client_shares, key, day) is None]
    later = {key: decided(voucher.client_shares, key, day)[:1] for key in variants}
    made = difference_formula(edition, lowest_purchase(edition, entry.key, variants))
    for key in variants:
        first = next((rule.starts for rule in later[key]), None)
        yield Terms(made=made, variants=(key,), until=first - timedelta(days=1) if first else None)


def formula_of(edition: Edition, entry: Entry[Voucher], rule: ShareRule, variant: str | None) -> FormulaView | None:
    """How a share is worked out; nothing for one that cannot be."""
    match rule:
        case Difference():
            variants = [variant] if variant else list(entry.record.variants)
            return difference_formula(edition, lowest_purchase(edition, entry.key, variants))
        case Formula() | BandShare():
            return share_formula(edition, rule, unit_of(entry.record, variant))
    return plain_formula(edition, entry.record, rule, unit_of(entry.record, variant))


def unit_of(voucher: Voucher, variant: str | None) -> Unit | None:
    """The unit an option is valued in, in which a share is paid that names none."""
    return next((rule.unit for rule in voucher.values if variant is None or concerns(rule, variant)), None)


def tabled(edition: Edition, voucher: Voucher, terms: Sequence[Terms], own: Terms) -> FormulaView:
    """The formula with its table, which stands where it is needed first and names all that it is for."""
    made, table = own.made, own.made.households
    if table is None:
        return made
    same = [each for each in terms if each.made.households == table]
    if same[0] is not own:
        again = edition.wording.say("The table above holds here too.")
        return replace(made, households=None, explanation=" ".join(filter(None, [made.explanation, again])))
    title = title_of(edition, voucher, same)
    return replace(made, households=replace(table, caption=f"{table.caption}: {title}")) if title else made


def title_of(edition: Edition, voucher: Voucher, terms: Sequence[Terms]) -> str | None:
    """'Päivä ja ilta, 1.1.2019 alkaen'; nothing of what is for everybody without an end."""
    by_days: dict[str, list[str | None]] = {}
    for each in terms:
        by_days.setdefault(edition.wording.period(each.starts, each.until), []).extend(each.variants)
    titles = []
    for days, own in by_days.items():
        named = options_of(edition, voucher, own)
        titles.append(("; " if "," in named else ", ").join(filter(None, [named, days])))
    return "; ".join(filter(None, titles)) or None


def options_of(edition: Edition, voucher: Voucher, variants: Sequence[str | None]) -> str:
    """The options' names; nothing for all of them."""
    named = [key for key in voucher.variants if key in variants]
    if None in variants or len(named) == len(voucher.variants):
        return ""
    return names_together(edition, [subject_name(edition, voucher, key) for key in named])


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
