"""Vouchers: what an organiser commits to pay for, and how the voucher stands on the day."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.status import VoucherStatus
from ...model import LANGUAGES
from ...records.collections import Entry
from ...records.schema.voucher import Voucher
from ...views.edition import Edition
from .columns import AS_OF, Kind, Row, Table, in_languages, key, localised, names, of, one_of, say, text
from .places import url_columns, urls
from .providers import day
from .sources import publishers


def rows(edition: Edition) -> Iterator[Row]:
    """Every voucher, planned and ended ones too."""
    for voucher, entry in sorted(edition.records.vouchers.items()):
        record, plan = entry.record, entry.record.planned
        yield {
            "key": voucher,
            "organiser": edition.catalogue.organiser_of(entry).key,
            "status": str(edition.catalogue.voucher_status(entry)),
            **translated(entry),
            "services": tuple(record.services),
            **localised("audience", record.audience),
            "valid_from": record.opens,
            "valid_until": record.closes,
            **localised("planned_stage", plan.stage if plan else None),
            "planned_for": str(plan.expected) if plan and plan.expected else None,
            "former_names": tuple(each.name for each in record.former_names),
            "other_names": tuple(record.aliases),
            "laws": tuple(dict.fromkeys([*edition.catalogue.organiser_of(entry).record.laws, *record.laws])),
            "source_updated": str(record.page_updated) if record.page_updated else None,
            **urls(edition, "vouchers", *voucher.split("/")),
            **day(edition),
        }


def translated(entry: Entry[Voucher]) -> Row:
    """Title and summary in each language; not translated is empty."""
    written = [language for language in LANGUAGES if language == LANGUAGES[0] or language in entry.translations]
    summaries = [each for each in written if each == LANGUAGES[0] or entry.translations[each].record.summary]
    return {
        **{f"title_{language}": entry.title(language) if language in written else None for language in LANGUAGES},
        **{f"summary_{language}": entry.summary(language) if language in summaries else None for language in LANGUAGES},
    }


VOUCHERS = Table(
    name="vouchers",
    title=say("Service vouchers"),
    about=say(
        "Service vouchers of the organisers, planned and ended ones too. All of their text is in the whole record."
    ),
    columns=(
        key("key", say("What other tables call the voucher: the organiser’s key and its own.")),
        names("organiser", "organisers", say("Who grants it."), required=True),
        one_of("status", VoucherStatus, say("Whether it can be had on the day."), required=True),
        *in_languages(text("title", say("Name of the voucher."), required=True)),
        *in_languages(text("summary", say("What it is, in a sentence or two."), required=True)),
        of(Kind.KEYS, "services", say("Keys of the services it pays for.")),
        *in_languages(text("audience", say("For whom it is."))),
        of(Kind.DAY, "valid_from", say("First day it is in use, where that is known.")),
        of(Kind.DAY, "valid_until", say("Last day it is in use, where that is known.")),
        *in_languages(text("planned_stage", say("How far the plan is, where it is only planned."))),
        of(Kind.PARTIAL, "planned_for", say("When it may start.")),
        of(Kind.TEXTS, "former_names", say("Earlier names.")),
        of(Kind.TEXTS, "other_names", say("Other names in use, misspelt ones too.")),
        of(Kind.TEXTS, "laws", say("Numbers of the acts and decrees it rests on.")),
        of(Kind.PARTIAL, "source_updated", say("When the source was last updated.")),
        *url_columns(),
        AS_OF,
    ),
    rows=rows,
    key=("key",),
    sources=publishers,
)
