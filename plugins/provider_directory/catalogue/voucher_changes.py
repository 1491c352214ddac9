"""Changes of a voucher: when it comes into use and goes, what it is worth and what the client pays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from ..records.facts import amounts, rules_of
from ..records.schema.dated_rule import Rule
from ..records.schema.voucher import Voucher
from .catalogue import Catalogue
from .change import Change, ChangeKind
from .edits import Edits, voucher_edits
from .listing_changes import whole


def voucher_changes(catalogue: Catalogue, key: str) -> Iterator[Change]:
    """The changes of a voucher; of one that is only planned there are none."""
    record, office = catalogue.records.vouchers[key].record, catalogue.records.organisers[key.partition("/")[0]].record
    if record.planned:
        return
    updated = whole(record.page_updated or office.page_updated)
    if record.opens:
        day = known(updated, record.opens) or record.opens
        yield change(key, ChangeKind.OPENED, day, record.opens.isoformat())(starts=record.opens)
    if record.closes:
        day = known(updated, record.closes) or record.closes + timedelta(days=1)
        yield change(key, ChangeKind.CLOSED, day, record.closes.isoformat())(until=record.closes)
    yield from amount_changes(
        key, record, updated, voucher_edits(catalogue.history.versions.get(("vouchers", key), ()))
    )


def change(key: str, kind: ChangeKind, day: date, *about: str) -> partial[Change]:
    """A change of a voucher, still to be told what it is."""
    return partial(Change, kind=kind, day=day, about=(f"voucher:{key}", kind, *about), list=("voucher", key))


def known(updated: date | None, begins: date) -> date | None:
    """Since when something is known, when no edit tells: since its source was updated before it began."""
    return updated if updated and updated < begins else None


def amount_changes(key: str, record: Voucher, updated: date | None, edits: Edits) -> Iterator[Change]:
    """New values and shares, those that come, and those that were written over."""
    series: dict[str, list[tuple[str, Rule]]] = {}
    for name, rule in sorted(rules_of(record).items()):
        which, _, starts = name.rpartition("|")
        series.setdefault(which, []).append((starts, rule))
    for which, steps in series.items():
        before = None
        for starts, rule in steps:
            came = edits.came.get((f"{which}|{starts}",))
            day = came or (decided(updated, rule) if before else None)
            if day and (before is None or amounts(before) != amounts(rule)):
                made = change(key, kind_of(which), day, which, starts)
                yield made(starts=rule.starts, before=before, after=rule, variant=which.split("|")[1])
            before = rule
    for day, old, new, (name,) in edits.corrected:
        which = name.rpartition("|")[0]
        after = new if isinstance(new, Rule) else rules_of(record).get(name)
        if after and not isinstance(old, int):
            made = change(key, kind_of(which), day, which, amounts(old) if old else "", amounts(after))
            yield made(before=old, after=after, variant=which.split("|")[1])


def kind_of(which: str) -> ChangeKind:
    """Whether an amount is a value or a share."""
    return ChangeKind.VALUE if which.startswith("value|") else ChangeKind.SHARE


def decided(updated: date | None, rule: Rule) -> date | None:
    """Since when an amount is known: since its decision, or else since its source was updated, or else since it holds."""
    day = whole(rule.decision.date) if rule.decision else None
    if day or not rule.starts:
        return day
    return known(updated, rule.starts) or rule.starts
