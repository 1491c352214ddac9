"""Whole records as JSON, from which an import makes the same records: one file for each kind, one line for each record."""

from __future__ import annotations

import json
from dataclasses import fields

from ...records.collections import Records
from ...records.importing import FORMAT
from ...records.json_schema import schema_of
from ...records.plain import plain_entry
from ...views.edition import Edition
from .columns import say
from .json_text import unharvested
from .public import public_entries
from .sources import licence

KINDS = tuple(each.name for each in fields(Records) if each.name != "unread")
"""All kinds of records, by the attributes of Records."""

ABOUT = {
    "providers": say("Providers that can be chosen, whole: locations, time bands, listings, prices and costs."),
    "organisers": say("Organisers, whole: contacts, documents, application rounds and rights."),
    "vouchers": say("Vouchers, whole: text, values with their tables by income, client shares, decisions."),
    "registers": say("Self-pay registers, whole."),
    "events": say("Events, whole: text, programme, materials."),
    "pages": say("Pages of text."),
    "services": say("Services, whole: descriptions, synonyms, former names."),
    "service_groups": say("Life situations under which services stand."),
    "municipalities": say("Municipalities, whole: memberships with their periods, neighbours, postal codes."),
    "regions": say("Regions (maakunta)."),
    "counties": say("Wellbeing services counties (hyvinvointialue)."),
    "laws": say("Acts and decrees, and what they mean here."),
    "authorities": say("Supervision authorities."),
    "tax_credits": say("The household tax credit by period."),
}
"""What there is of each kind."""


def record_lines(edition: Edition, kind: str) -> list[str]:
    """Each public record of a kind as JSON."""
    return [json.dumps(plain_entry(entry), ensure_ascii=False) for entry in public_entries(edition.catalogue, kind)]


def records_text(edition: Edition, kind: str, lines: list[str]) -> bytes:
    """The file of a kind; every record on a line of its own, so that two days can be held against each other."""
    head = {
        "format": FORMAT,
        "kind": kind,
        "as_of": edition.catalogue.as_of.isoformat(),
        "licence": licence(edition.settings),
        "schema": edition.absolute(f"/schema/{schema_of(kind)}.json"),
    }
    start = "".join(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},\n" for name, value in head.items())
    return unharvested("{\n" + start + '"records": [' + ",".join(f"\n{line}" for line in lines) + "\n]\n}\n")
