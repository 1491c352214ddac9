"""Services: the shared words for what is delivered."""

from __future__ import annotations

from collections.abc import Iterator

from ...views.edition import Edition
from .columns import AS_OF, Kind, Row, Table, in_languages, key, localised, of, say, text
from .sources import publishers


def rows(edition: Edition) -> Iterator[Row]:
    """Every service, with the group it is in."""
    for service, entry in sorted(edition.records.services.items()):
        record = entry.record
        yield {
            "key": service,
            **localised("name", record.name),
            **localised("summary", record.summary),
            "group": record.group,
            **localised("group_name", edition.records.service_groups[record.group].record.name),
            "tax_credit": record.tax_credit,
            "as_of": edition.catalogue.as_of,
        }


SERVICES = Table(
    name="services",
    title=say("Services"),
    about=say("What is delivered, whoever delivers or pays."),
    columns=(
        key("key", say("What other tables call the service.")),
        *in_languages(text("name", say("Name of the service."), required=True)),
        *in_languages(text("summary", say("What it is, in a sentence."), required=True)),
        text("group", say("Key of the life situation under which it stands."), required=True),
        *in_languages(text("group_name", say("That life situation in words."), required=True)),
        of(Kind.YES, "tax_credit", say("Whether the household tax credit may be had for it."), required=True),
        AS_OF,
    ),
    rows=rows,
    key=("key",),
    sources=publishers,
)
