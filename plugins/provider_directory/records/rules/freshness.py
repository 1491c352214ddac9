"""Freshness: amounts that have run out, listings about to end, facts nobody has checked for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...problems import Severity
from ..collections import Entry, Records
from ..schema.provider import Provider
from ..schema.voucher import Voucher
from .listings import each_listing
from .rule import Context, Finding, Rule


def run_out(entry: Entry[Voucher], records: Records, context: Context) -> Iterator[Finding]:
    """A variant whose every amount ended before today."""
    voucher = entry.record
    if voucher.closes and voucher.closes < context.as_of:
        return
    for field in ("values", "client_shares"):
        rules = getattr(voucher, field)
        for variant in list(voucher.variants) or [""]:
            dated = [rule for rule in rules if not rule.variants or variant in rule.variants]
            if dated and all(rule.until and rule.until < context.as_of for rule in dated):
                last = max(rule.until for rule in dated)
                named = f' of "{variant}"' if variant else ""
                what = "value" if field == "values" else "client share"
                message = f"The last {what}{named} ended on {last}. Add the amount that holds now."
                yield Finding(entry, (field, rules.index(dated[-1])), message)


def expiring(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A current listing that ends soon."""
    soon = context.as_of + timedelta(days=context.expiring_days)
    for path, listing in each_listing(entry):
        if listing.until and context.as_of <= listing.until <= soon and listing.holds_on(context.as_of):
            days = (listing.until - context.as_of).days
            yield Finding(
                entry,
                (*path, "until"),
                f"The listing ends on {listing.until}, in {days} days. Renew it, or let it end.",
            )


def unverified(entry: Entry[Provider], records: Records, context: Context) -> Iterator[Finding]:
    """A current listing that nobody has checked for long."""
    oldest = months_before(context.as_of, context.verified_months)
    for path, listing in each_listing(entry):
        checked = listing.verified or entry.record.verified
        if not listing.holds_on(context.as_of):
            continue
        if checked is None:
            yield Finding(entry, path, 'Nobody has said when this was checked. Add "verified" with a day and a role.')
        elif checked.on < oldest:
            message = (
                f"Last checked on {checked.on}, over {context.verified_months} months ago. Check it with the provider."
            )
            yield Finding(entry, (*path, "verified"), message)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's 28th."""
    total = day.year * 12 + day.month - 1 - months
    return date(total // 12, total % 12 + 1, min(day.day, 28))


RULES = (
    Rule(
        "amount-expired",
        Severity.WARNING,
        "An amount is not shown as valid after its last day.",
        placed=run_out,
        of=Voucher,
    ),
    Rule("listing-expiring", Severity.INFO, "A listing about to end is renewed in time.", placed=expiring, of=Provider),
    Rule(
        "unverified",
        Severity.INFO,
        "A person checks every listing at least once a year.",
        placed=unverified,
        of=Provider,
    ),
)
