"""Organisers: who grants vouchers and answers for the figures."""

from __future__ import annotations

from collections.abc import Iterator

from ...records.schema.organiser import OrganiserKind
from ...views.edition import Edition
from .columns import AS_OF, Kind, Row, Table, in_languages, key, localised, of, one_of, say, text
from .places import ADDRESS, address_row, url_columns, urls
from .sources import publishers


def rows(edition: Edition) -> Iterator[Row]:
    """Every organiser."""
    for organiser, entry in sorted(edition.records.organisers.items()):
        record = entry.record
        yield {
            "key": organiser,
            **localised("name", record.name),
            "kind": str(record.kind),
            "business_id": record.business_id,
            "municipalities": tuple(record.municipalities),
            **localised("division", record.division),
            **address_row(record.address),
            "phones": tuple(map(str, record.phones)),
            "emails": tuple(record.emails),
            "website": record.website,
            "source": record.source,
            "source_updated": str(record.page_updated) if record.page_updated else None,
            **urls(edition, "organisers", organiser),
            "as_of": edition.catalogue.as_of,
        }


ORGANISERS = Table(
    name="organisers",
    title=say("Organisers"),
    about=say("Municipalities and wellbeing services counties that grant vouchers and publish lists here."),
    columns=(
        key("key", say("What other tables call the organiser.")),
        *in_languages(text("name", say("Name of the organiser."), required=True)),
        one_of("kind", OrganiserKind, say("What grants the vouchers."), required=True),
        text("business_id", say("Finnish business id (Y-tunnus)."), pattern=r"\d{7}-\d"),
        of(Kind.KEYS, "municipalities", say("Keys of the municipalities whose residents it serves.")),
        *in_languages(text("division", say("The division in charge."))),
        *ADDRESS,
        of(Kind.TEXTS, "phones", say("Telephone numbers as they are published.")),
        of(Kind.EMAILS, "emails", say("E-mail addresses of the office.")),
        text("website", say("Its own site.")),
        text("source", say("The page its facts come from.")),
        of(Kind.PARTIAL, "source_updated", say("When that page was last updated.")),
        *url_columns(),
        AS_OF,
    ),
    rows=rows,
    key=("key",),
    sources=publishers,
)
