"""Client shares beside values: in units that can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Unit
from ...problems import Severity
from ..collections import Entry
from ..schema.value_rules import Difference, Formula, Limited, ShareRule, UnknownShare, ValueRule
from ..schema.voucher import Voucher
from ..walking import Met
from .prices import overlap
from .rule import Finding, Rule
from .tables import Flaw


def unfit_shares(entry: Entry[Voucher], met: Met) -> Iterator[Finding]:
    """A share for another unit than the value's, or one that a limit on the month cannot be held against."""
    for number, share in enumerate(entry.record.client_shares):
        for value in entry.record.values:
            if meet(value, share) and (flaw := share_flaw(value, share)):
                yield Finding(entry, ("client_shares", number, *flaw[0]), flaw[1])
                break


def share_flaw(value: ValueRule, share: ShareRule) -> Flaw | None:
    """Why a share cannot be computed beside a value."""
    if value.unit and share.unit and share.unit not in (value.unit, Unit.MONTH):
        message = f"The share is for one {share.unit}, the voucher's value for one {value.unit}. Write \"unit: month\", or the value's unit."
        return ("unit",), message
    limit = isinstance(value, Limited) and value.month_at_most is not None
    if limit and not isinstance(share, Difference | Formula | UnknownShare):
        message = 'Where the value has "month_at_most", the client pays the rest of the bill: write "rule: difference".'
        return ("rule",), message
    return None


def meet(value: ValueRule, share: ShareRule) -> bool:
    """Whether a value and a share hold for the same variant on the same day."""
    same = not value.variants or not share.variants or bool({*value.variants} & {*share.variants})
    return same and overlap(value, share)


RULES = (
    Rule(
        "share-unit",
        Severity.ERROR,
        "A client's share and a voucher's value fit together.",
        own=unfit_shares,
        of=Voucher,
    ),
)
