"""The choices of an edition with all their words: services, municipalities, vouchers and registers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from ...records.collections import Entry
from ...records.schema.base import Localised
from ...records.schema.places import Municipality
from ...records.schema.service import Service
from ...records.schema.voucher import FormerName
from ...views.edition import Edition
from ...views.wording import alphabetical
from .vocabulary import SearchMunicipality, SearchOrigin, SearchService

Choice = TypeVar("Choice", SearchService, SearchMunicipality, SearchOrigin)


def ordered(choices: Iterator[Choice]) -> list[Choice]:
    """Choices by label."""
    return sorted(choices, key=lambda choice: alphabetical(choice.label))


def services(edition: Edition) -> Iterator[SearchService]:
    """Services with their other words: every language's, because people search in their own."""
    for key, entry in edition.records.services.items():
        group = edition.records.service_groups[entry.record.group]
        yield SearchService(
            key=key,
            label=edition.service(key),
            group=edition.wording.read(group.record.name),
            url=edition.links.service(key),
            words=tuple(dict.fromkeys(service_words(edition, entry))),
        )


def service_words(edition: Edition, entry: Entry[Service]) -> Iterator[str]:
    """Synonyms, former names and misspellings in use, and the names in the other languages."""
    record = entry.record
    yield from names(record.name, edition.service(entry.key))
    yield from record.synonyms.all()
    yield from record.former_names.all()
    yield from record.misspellings


def municipalities(edition: Edition) -> Iterator[SearchMunicipality]:
    """Municipalities with their other names and their locatives."""
    for entry in edition.catalogue.municipalities:
        label = edition.municipality(entry.key)
        locative = entry.record.locative
        inflected = [locative.fi] if locative else []
        yield SearchMunicipality(
            key=entry.key,
            label=label,
            url=edition.links.municipality(entry.key),
            words=tuple(dict.fromkeys([*names(entry.record.name, label), *entry.record.aliases, *inflected])),
            areas=tuple(dict.fromkeys(area_names(edition, entry))),
            neighbours=tuple(entry.record.neighbours),
            latitude=degrees(entry.record.latitude),
            longitude=degrees(entry.record.longitude),
        )


def area_names(edition: Edition, entry: Entry[Municipality]) -> Iterator[str]:
    """The names, in every language, of the region and the wellbeing services county that a municipality is in on the day."""
    day, records = edition.catalogue.as_of, edition.records
    regions = (records.regions[each.region] for each in entry.record.regions if each.holds_on(day))
    counties = (records.counties[each.county] for each in entry.record.counties if each.holds_on(day))
    for area in (*regions, *counties):
        yield from (name for name in (area.record.name.fi, area.record.name.sv, area.record.name.en) if name)


def degrees(written: Decimal | None) -> float | None:
    """Degrees as a number."""
    return None if written is None else float(written)


def origins(edition: Edition) -> Iterator[SearchOrigin]:
    """Vouchers and registers with their former names and aliases."""
    for key, voucher in edition.records.vouchers.items():
        former = [*former_names(voucher.record.former_names), *voucher.record.aliases]
        translated = [entry.record.title for entry in voucher.translations.values()]
        label = voucher.title(edition.language)
        yield SearchOrigin(
            key=key,
            label=label,
            url=edition.links.voucher(key),
            words=tuple(dict.fromkeys(name for name in [voucher.record.title, *translated, *former] if name != label)),
            services=tuple(voucher.record.services) if voucher.record.planned else (),
        )
    for key, register in edition.records.registers.items():
        label = edition.wording.read(register.record.name)
        words = [*names(register.record.name, label), *former_names(register.record.former_names)]
        yield SearchOrigin(key=key, label=label, url=edition.links.register(key), words=tuple(dict.fromkeys(words)))


def former_names(former: Sequence[FormerName]) -> list[str]:
    """Names in earlier use."""
    return [each.name for each in former]


def names(name: Localised, label: str) -> list[str]:
    """A name in the other languages."""
    return [word for word in (name.fi, name.sv, name.en) if word and word != label]
