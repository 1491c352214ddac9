"""Programs: the vouchers and registers through which services are had, each of an organiser."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.offers import DatedListing, Kind
from ...model import LANGUAGES
from ...records.collections import Entry
from ...records.schema.register import SelfPayRegister
from ...records.schema.voucher import Voucher
from ...views.edition import Edition
from .identity import Ids
from .organizations import organiser_id
from .texts import Thing, by_language, known, pages, translations


def programs(edition: Edition, ids: Ids) -> Iterator[Thing]:
    """Every voucher and every register, with where its pages are."""
    for key, entry in sorted(edition.records.vouchers.items()):
        yield voucher(ids, entry) | known(
            {"pages": pages(edition, "vouchers", *key.split("/")), "translations": by_language(texts(entry))}
        )
    for key, register_entry in sorted(edition.records.registers.items()):
        record = register_entry.record
        yield register(ids, register_entry) | known(
            {
                "pages": pages(edition, "registers", *key.split("/")),
                "translations": translations(name=record.name, description=record.summary),
            }
        )


def program_of(ids: Ids, listing: DatedListing) -> Thing:
    """The voucher or register of a listing, as its services name it."""
    if listing.voucher:
        return voucher(ids, listing.voucher)
    assert listing.register
    return register(ids, listing.register)


def program_id(ids: Ids, kind: Kind, key: str) -> str:
    """The identifier of a voucher or a register."""
    return ids("program", kind.value, key)


def voucher(ids: Ids, entry: Entry[Voucher]) -> Thing:
    """A voucher, as what an organiser pays for."""
    return {
        "id": program_id(ids, Kind.VOUCHER, entry.key),
        "organization_id": organiser_id(ids, entry.key.partition("/")[0]),
        "name": entry.record.title,
        "description": entry.record.summary,
        "kind": Kind.VOUCHER.value,
        "key": entry.key,
    }


def register(ids: Ids, entry: Entry[SelfPayRegister]) -> Thing:
    """A register, as a list of what one pays oneself."""
    record = entry.record
    return {
        "id": program_id(ids, Kind.SELF_PAY, entry.key),
        "organization_id": organiser_id(ids, record.organiser),
        "name": record.name.fi,
        "description": record.summary.fi,
        "kind": Kind.SELF_PAY.value,
        "key": entry.key,
    }


def texts(entry: Entry[Voucher]) -> dict[str, dict[str, str | None]]:
    """A voucher's title and summary in the languages into which they are translated."""
    return {
        language: {"name": entry.title(language), "description": entry.translations[language].record.summary}
        for language in LANGUAGES[1:]
        if language in entry.translations
    }
