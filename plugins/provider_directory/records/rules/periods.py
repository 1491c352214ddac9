"""Periods: what ends must have begun."""

from __future__ import annotations

from collections.abc import Iterator

from ...problems import Severity
from ..collections import Records
from ..schema.base import Period
from ..walking import walk
from .rule import Context, Finding, Rule


def backwards(records: Records, context: Context) -> Iterator[Finding]:
    """A period whose last day lies before its first."""
    for entry in records.all():
        for visited in walk(entry.record):
            period = visited.value
            if isinstance(period, Period) and period.starts and period.until and period.until < period.starts:
                message = f"It ends on {period.until}, before it starts on {period.starts}. Change one of them."
                yield Finding(entry, (*visited.path, "until"), message)
    for voucher in records.vouchers.values():
        opens, closes = voucher.record.opens, voucher.record.closes
        if opens and closes and closes < opens:
            yield Finding(
                voucher, ("closes",), f"It closes on {closes}, before it opens on {opens}. Change one of them."
            )


RULES = (Rule("period", Severity.ERROR, "Nothing may end before it starts.", backwards),)
