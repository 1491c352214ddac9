"""What the client pays besides that is in no sum of these pages: medicines, other expenses of their own."""

from __future__ import annotations

from collections.abc import Iterable

from ..records.schema.provider import Cost
from ..records.schema.voucher import Voucher
from .edition import Edition


def not_counted(edition: Edition, voucher: Voucher | None, costs: Iterable[Cost] = ()) -> tuple[str, ...]:
    """What the voucher's source lists, for the middle of a sentence, without the costs that a provider names itself."""
    named = {name.fi.casefold() for cost in costs for name in (cost.name, cost.one_of) if name}
    listed = [each for each in voucher.client_pays if not each.counted] if voucher else []
    return tuple(inside(edition.wording.read(each)) for each in listed if each.fi.casefold() not in named)


def inside(words: str) -> str:
    """Words as they stand in the middle of a sentence."""
    return f"{words[:1].lower()}{words[1:].removesuffix('.')}"
