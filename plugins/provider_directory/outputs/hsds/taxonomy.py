"""The taxonomy of services: life situations, and under each of them what is delivered."""

from __future__ import annotations

from collections.abc import Iterator

from ...views.edition import Edition
from .identity import Ids
from .texts import Thing, known, translations

NAME = "Palvelut"
ABOUT = "Sosiaalihuollon ja kotiin annettavien palvelujen luokitus: elämäntilanteet ja niiden palvelut."


def taxonomy(ids: Ids) -> Thing:
    """The only one there is."""
    return {"id": ids("taxonomy", "services"), "name": NAME, "description": ABOUT, "version": "1"}


def terms(edition: Edition, ids: Ids) -> Iterator[Thing]:
    """Every life situation and every service, by key."""
    for key, group in sorted(edition.records.service_groups.items()):
        record = group.record
        about = record.description or record.name
        made = term(ids, "group", key, record.name.fi, about.fi)
        yield known(made | {"translations": translations(name=record.name, description=about)})
    for key in sorted(edition.records.services):
        yield service_term(edition, ids, key)


def service_term(edition: Edition, ids: Ids, key: str) -> Thing:
    """What is delivered, with the life situation it stands under."""
    record = edition.records.services[key].record
    made = term(ids, "service", key, record.name.fi, record.summary.fi)
    made["parent_id"] = ids("taxonomy_term", "group", record.group)
    return known(made | {"translations": translations(name=record.name, description=record.summary)})


def term(ids: Ids, kind: str, key: str, name: str, about: str) -> Thing:
    """A term of the taxonomy."""
    return {
        "id": ids("taxonomy_term", kind, key),
        "code": key,
        "name": name,
        "description": about,
        "taxonomy": NAME,
        "taxonomy_id": ids("taxonomy", "services"),
        "language": "fi",
    }


def classification(edition: Edition, ids: Ids, service: str, key: str) -> Thing:
    """What a provider's service is, as a term of the taxonomy."""
    record = edition.records.services[key].record
    return {
        "id": ids("attribute", service, key),
        "link_id": service,
        "link_entity": "service",
        "link_type": "service_type",
        "taxonomy_term_id": ids("taxonomy_term", "service", key),
        "taxonomy_term": term(ids, "service", key, record.name.fi, record.summary.fi),
    }
