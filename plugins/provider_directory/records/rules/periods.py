"""Periods: what ends must have begun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...problems import Severity
from ..collections import Entry
from ..schema.base import Period
from ..schema.voucher import Voucher
from ..walking import Met
from .rule import Finding, Rule


def backwards(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """A period whose last day lies before its first."""
    for path, period in met.of(Period):
        if period.starts and period.until and period.until < period.starts:
            message = f"It ends on {period.until}, before it starts on {period.starts}. Change one of them."
            yield Finding(entry, (*path, "until"), message)
    if isinstance(entry.record, Voucher):
        opens, closes = entry.record.opens, entry.record.closes
        if opens and closes and closes < opens:
            yield Finding(entry, ("closes",), f"It closes on {closes}, before it opens on {opens}. Change one of them.")


RULES = (Rule("period", Severity.ERROR, "Nothing may end before it starts.", own=backwards),)
