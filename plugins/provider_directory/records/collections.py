"""All records of a directory, by noun and key, each with the file it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import Any, Generic, NamedTuple, TypeVar

from ..problems import Problem
from .schema.base import TopRecord
from .schema.event import Event
from .schema.organiser import Organiser
from .schema.places import Area, Municipality
from .schema.provider import Provider
from .schema.register import SelfPayRegister
from .schema.service import Service, ServiceGroup
from .schema.shared import Authority, EditorialPage, Law, TaxCredit
from .schema.voucher import Translation, Voucher
from .text import Path_, Source

R = TypeVar("R", bound=TopRecord, covariant=True)


class Alone(NamedTuple):
    """What a record shows by itself; it is worked out once, when its file is read."""

    names: frozenset[tuple[str, str]]
    """What it refers to: noun and key."""
    addresses: tuple[tuple[Path_, str, str], ...]
    """Each address with a postal code and a municipality: its path, and both."""
    problems: tuple[Problem, ...]
    """What the rules say that look at nothing else."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its key, its file and, for Markdown, its text and translations."""

    key: str
    record: R
    source: Source
    alone: Alone
    translations: Mapping[str, Entry[Translation]] = field(default_factory=dict)
    """By language, without Finnish."""

    @property
    def digest(self) -> str:
        """What is written here and in the translations, in so few letters that others have other ones."""
        if not self.translations:
            return self.source.digest
        more = sorted((language, each.digest) for language, each in self.translations.items())
        return sha256(repr((self.source.digest, more)).encode()).hexdigest()

    def title(self, language: str) -> str:
        """The title of a Markdown record in a language, or in Finnish."""
        translated = self.translations.get(language)
        return translated.record.title if translated else str(self.record.title)  # type: ignore[attr-defined]

    def summary(self, language: str) -> str:
        """The summary of a Markdown record in a language, or in Finnish."""
        translated = self.translations.get(language)
        words = translated.record.summary if translated else None
        return words or str(self.record.summary)  # type: ignore[attr-defined]

    def body(self, language: str) -> str:
        """The Markdown text in a language, or in Finnish where it is not written."""
        translated = self.translations.get(language)
        return (translated.source.body if translated else "") or self.source.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything people wrote, by key. Only records that could be read are here."""

    municipalities: Mapping[str, Entry[Municipality]] = field(default_factory=dict)
    regions: Mapping[str, Entry[Area]] = field(default_factory=dict)
    counties: Mapping[str, Entry[Area]] = field(default_factory=dict)
    service_groups: Mapping[str, Entry[ServiceGroup]] = field(default_factory=dict)
    services: Mapping[str, Entry[Service]] = field(default_factory=dict)
    laws: Mapping[str, Entry[Law]] = field(default_factory=dict)
    authorities: Mapping[str, Entry[Authority]] = field(default_factory=dict)
    tax_credits: Mapping[str, Entry[TaxCredit]] = field(default_factory=dict)
    registers: Mapping[str, Entry[SelfPayRegister]] = field(default_factory=dict)
    organisers: Mapping[str, Entry[Organiser]] = field(default_factory=dict)
    vouchers: Mapping[str, Entry[Voucher]] = field(default_factory=dict)
    events: Mapping[str, Entry[Event]] = field(default_factory=dict)
    pages: Mapping[str, Entry[EditorialPage]] = field(default_factory=dict)
    providers: Mapping[str, Entry[Provider]] = field(default_factory=dict)
    unread: frozenset[tuple[str, str]] = frozenset()
    """Attribute and key of records left out for a fault of their own; no key where a whole register cannot be read."""

    def knows(self, attribute: str, key: str) -> bool:
        """Whether a record is written somewhere, so that naming it is no fault even when it has faults itself."""
        return key in getattr(self, attribute) or not self.unread.isdisjoint({(attribute, key), (attribute, "")})

    def all(self) -> Iterator[Entry[Any]]:
        """Every entry, translations included, in a fixed order."""
        for each in fields(self):
            if each.name == "unread":
                continue
            for _, entry in sorted(getattr(self, each.name).items()):
                yield entry
                yield from entry.translations.values()


HOMES = {
    "municipality": ("municipalities", "content/registers/municipalities.yaml"),
    "region": ("regions", "content/registers/regions.yaml"),
    "county": ("counties", "content/registers/counties.yaml"),
    "service_group": ("service_groups", "content/registers/service-groups.yaml"),
    "service": ("services", "content/registers/services.yaml"),
    "law": ("laws", "content/registers/laws.yaml"),
    "authority": ("authorities", "content/registers/authorities.yaml"),
    "register": ("registers", "content/registers/self-pay.yaml"),
    "organiser": ("organisers", "content/organisers/"),
    "voucher": ("vouchers", "content/vouchers/"),
}
"""Where each noun that a reference may name is kept: the attribute of Records, and the place people know."""
