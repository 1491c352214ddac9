"""Tables of income bands: what the voucher is worth, or what the client pays, in the band an income lies in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cents, Unit
from ..records.schema.income_tables import Adjusted, Band, BandTable
from ..records.schema.value_rules import BandShare, IncomeBands
from .cents import half_up, percent_of
from .household import rows_for
from .income import adjusted, between, compared, counted_income, needs
from .outcome import Confidence, Outcome, Why, exactly
from .situation import Situation
from .steps import Part, Step, money, percentage, sign

BandRule = IncomeBands | BandShare


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The band of an income, or none where it is above the last; and the comparison that says so."""

    band: Band | None
    parts: tuple[Part, ...]


def band_of(rule: BandTable, situation: Situation) -> Found | Why:
    """The band an income lies in."""
    income = counted_income(rule, situation)
    rows = rows_for(rule.households, rule.counts, rule.beyond, situation)
    if isinstance(income, Why):
        return income
    if isinstance(rows, Why):
        return rows
    raised = rows.further * rule.beyond.limit if rule.beyond else 0
    below: Cents | None = None
    for band in rows.rows[0].bands:
        if band.up_to is None:
            return Found(band=band, parts=compared(income, ">", below))
        if income <= band.up_to + raised:
            return Found(band=band, parts=compared(income, "≤", band.up_to + raised))
        below = band.up_to + raised
    return Found(band=None, parts=compared(income, ">", below))


def banded(rule: IncomeBands, price: Cents | None, situation: Situation | None) -> Outcome:
    """What the voucher is worth: nothing above the last band."""
    ends = Outcome(confidence=Confidence.INCOME, low=0, high=highest(rule, price), unit=rule.unit)
    found = band_of(rule, situation) if situation else None
    if found is None:
        return ends
    if isinstance(found, Why):
        return not_found(found, ends)
    if found.band is None:
        step = Step(parts=found.parts, relation="→", result=0, unit=rule.unit)
        return Outcome(confidence=Confidence.EXACT, low=0, high=0, unit=rule.unit, why=Why.NO_VOUCHER, steps=(step,))
    return in_band(rule, found.band, found.parts, price, rule.unit)


def not_found(why: Why, ends: Outcome) -> Outcome:
    """That the income has to be told first, or that the table has no such household."""
    if why in (Why.NEEDS_GROSS, Why.NEEDS_NET):
        return needs(why, ends.low, ends.high, ends.unit)
    return Outcome(confidence=Confidence.UNKNOWN, why=why, unit=ends.unit)


def in_band(rule: BandRule, band: Band, why: tuple[Part, ...], price: Cents | None, unit: Unit | None) -> Outcome:
    """A band's amount, or its percentage of a price; without a price the most that is known."""
    if band.percent is None:
        amount = band.amount or 0
        made = exactly(amount, unit, Step(parts=why, relation="→", result=amount, unit=unit))
        return adjusted(rule, made, role_of(rule))
    if price is None:
        return Outcome(confidence=Confidence.AT_MOST, high=most(rule, band, None), why=Why.NEEDS_PRICE, unit=unit)
    cents = half_up(percent_of(price, band.percent))
    parts = (*why, sign("→"), money(price, "price"), sign("×"), percentage(band.percent))
    made = exactly(cents, unit, Step(parts=parts, result=cents, unit=unit))
    return adjusted(rule, between(made, None, band.amount), role_of(rule))


def role_of(rule: BandRule) -> str:
    """What a table's amounts are."""
    return "share" if isinstance(rule, BandShare) else "value"


def most(rule: Adjusted, band: Band, price: Cents | None) -> Cents | None:
    """What a band comes to at a price, or at most; nothing where only the price would tell."""
    part = None if price is None or band.percent is None else half_up(percent_of(price, band.percent))
    known = [amount for amount in (band.amount, part) if amount is not None]
    return adjusted(rule, exactly(min(known))).low if known else None


def every_band(rule: BandTable) -> Iterator[Band]:
    """The bands of all households."""
    for table in rule.households:
        yield from table.bands


def highest(rule: BandRule, price: Cents | None) -> Cents | None:
    """The most any band comes to; nothing where a percentage has neither price nor limit."""
    found = [most(rule, band, price) for band in every_band(rule)]
    known = [amount for amount in found if amount is not None]
    return max(known, default=0) if len(known) == len(found) else None


def lowest(rule: BandRule, price: Cents | None) -> Cents:
    """The least any band comes to, as far as that is known."""
    found = (0 if price is None and band.percent is not None else most(rule, band, price) for band in every_band(rule))
    return min((amount or 0 for amount in found), default=0)


def above_all(rule: BandTable) -> bool:
    """Whether every household's last band is open, so that no income is above it."""
    return all(table.bands and table.bands[-1].up_to is None for table in rule.households)
