"""Vouchers in a list: what each is worth and how many providers one can choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..catalogue.offers import Kind
from ..catalogue.status import VoucherStatus
from ..records.collections import Entry
from ..records.schema.voucher import Voucher
from .answers import told, value_phrases
from .approved import number_words
from .edition import Edition
from .values import dated
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherTile:
    """The arguments of the service-tile component."""

    name: str
    url: str
    count: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherTiles:
    """An organiser's vouchers by how they stand."""

    in_use: tuple[VoucherTile, ...]
    planned: tuple[VoucherTile, ...]
    ended: tuple[VoucherTile, ...]


def voucher_tiles(edition: Edition, organiser: str) -> VoucherTiles:
    """An organiser's vouchers, each group by name."""
    own = edition.catalogue.vouchers_of(organiser)
    status = {entry.key: edition.catalogue.voucher_status(entry) for entry in own}
    apart = (VoucherStatus.PLANNED, VoucherStatus.ENDED)
    return VoucherTiles(
        in_use=tiles(edition, (entry for entry in own if status[entry.key] not in apart)),
        planned=tiles(edition, (entry for entry in own if status[entry.key] is VoucherStatus.PLANNED)),
        ended=tiles(edition, (entry for entry in own if status[entry.key] is VoucherStatus.ENDED)),
    )


def tiles(edition: Edition, entries: Iterable[Entry[Voucher]]) -> tuple[VoucherTile, ...]:
    """Vouchers by name."""
    return tuple(sorted((tile(edition, entry) for entry in entries), key=lambda each: alphabetical(each.name)))


def tile(edition: Edition, entry: Entry[Voucher]) -> VoucherTile:
    """One voucher; a planned one says when it starts as far as that is known."""
    number = edition.catalogue.numbers_by_list.get((Kind.VOUCHER, entry.key), 0)
    planned = edition.catalogue.voucher_status(entry) is VoucherStatus.PLANNED
    return VoucherTile(
        name=entry.title(edition.language),
        url=edition.links.voucher(entry.key),
        count=None if planned else number_words(edition, number),
        note=(starts(edition, entry.record) if planned else worth(edition, entry.record)) or None,
    )


def worth(edition: Edition, voucher: Voucher) -> str:
    """What it pays, in a phrase; nothing where the source gives no amount."""
    rules = [rule for _, rule in dated(voucher, voucher.values, edition.catalogue.as_of)]
    return " ".join(told(edition, rules, value_phrases))


def starts(edition: Edition, voucher: Voucher) -> str:
    """When a planned voucher starts."""
    if voucher.opens:
        return edition.wording.say("From {day}", day=edition.wording.day(voucher.opens))
    expected = voucher.planned.expected if voucher.planned else None
    return edition.wording.say("Expected: {when}", when=edition.wording.partial(expected)) if expected else ""
