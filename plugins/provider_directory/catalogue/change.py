"""One change that readers of a feed are told of, without the words of any language."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from ..model import Cents, Unit
from ..records.schema.base import Localised
from ..records.schema.dated_rule import Rule


class ChangeKind(StrEnum):
    """What changed."""

    NEW = "new"
    """A provider came on a list."""
    ENDED = "ended"
    """It is on it no longer, or to a last day that is known."""
    REMOVED = "removed"
    """It was taken away from it, without a last day."""
    AREA = "area"
    """It works in other municipalities than before."""
    SERVICES = "services"
    PRICE = "price"
    OPENED = "opened"
    """A voucher comes into use."""
    CLOSED = "closed"
    VALUE = "value"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed, since when it is known, and from when it holds."""

    kind: ChangeKind
    day: date
    """Since when it is known; what a feed calls updated."""
    about: tuple[str, ...]
    """What tells it from all other changes for ever: the keys of what changed, and to what."""
    list: tuple[str, str]
    """"voucher" or "register", and the key of the list it is on."""
    provider: str = ""
    name: str = ""
    """Of the provider; nothing where there is none, or none that may be named."""
    starts: date | None = None
    """From when it holds."""
    until: date | None = None
    service: str = ""
    variant: str = ""
    variant_name: Localised | None = None
    unit: Unit | None = None
    before: Cents | Rule | None = None
    after: Cents | Rule | None = None
    added: tuple[str, ...] = ()
    """Keys of municipalities or services."""
    dropped: tuple[str, ...] = ()

    @property
    def facts(self) -> object:
        """All of it, in plain values."""
        return tuple(getattr(self, each.name) for each in fields(self))
