"""Registers: lists of providers whose services clients pay themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.status import RegisterStatus
from ...views.edition import Edition
from .columns import AS_OF, Kind, Row, Table, in_languages, key, localised, names, of, one_of, say, text
from .places import url_columns, urls
from .sources import publishers


def rows(edition: Edition) -> Iterator[Row]:
    """Every register, ended ones too."""
    for register, entry in sorted(edition.records.registers.items()):
        record = entry.record
        yield {
            "key": register,
            "organiser": record.organiser,
            "status": str(edition.catalogue.register_status(entry)),
            **localised("name", record.name),
            **localised("summary", record.summary),
            "services": tuple(record.services),
            "published": str(record.published) if record.published else None,
            "valid_until": record.sunset,
            "successors": tuple(record.successors),
            "website": record.url,
            **urls(edition, "registers", *register.split("/")),
            "as_of": edition.catalogue.as_of,
        }


REGISTERS = Table(
    name="registers",
    title=say("Self-pay registers"),
    about=say("Lists of providers whose services clients pay themselves."),
    columns=(
        key("key", say("What other tables call the register.")),
        names("organiser", "organisers", say("Who publishes it."), required=True),
        one_of("status", RegisterStatus, say("Whether it can be read on the day."), required=True),
        *in_languages(text("name", say("Name of the register."), required=True)),
        *in_languages(text("summary", say("What it is, in a sentence or two."), required=True)),
        of(Kind.KEYS, "services", say("Keys of the services published in it.")),
        of(Kind.PARTIAL, "published", say("When the list opens to the public.")),
        of(Kind.DAY, "valid_until", say("Last day of a register that comes to an end.")),
        of(Kind.KEYS, "successors", say("Keys of the registers that replace it.")),
        text("website", say("Its own address elsewhere.")),
        *url_columns(),
        AS_OF,
    ),
    rows=rows,
    key=("key",),
    sources=publishers,
)
