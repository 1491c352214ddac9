"""Translations: what is missing in Swedish and English; Finnish is shown in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import LANGUAGES
from ...problems import Severity
from ..collections import Entry, Records
from ..schema.base import Localised
from ..schema.event import Event
from ..schema.shared import EditorialPage
from ..schema.voucher import Voucher
from ..walking import Met
from .rule import Context, Finding, Rule

NAMES = {"sv": "Swedish", "en": "English"}


def untranslated(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """Texts and pages without a translation."""
    for path, text in met.of(Localised):
        lacking = [NAMES[language] for language in LANGUAGES[1:] if not text.has(language)]
        if lacking:
            yield Finding(entry, path, f"Not translated into {' or '.join(lacking)}; shown in Finnish there.")


def without_files(entry: Entry[Any], records: Records, context: Context) -> Iterator[Finding]:
    """Markdown files without a translated one beside them."""
    if isinstance(entry.record, Voucher | Event | EditorialPage):
        for language in LANGUAGES[1:]:
            if language not in entry.translations:
                name = entry.source.file.removesuffix(".md")
                yield Finding(entry, (), f"Not translated into {NAMES[language]}. Add {name}.{language}.md.")


RULES = (
    Rule(
        "translation",
        Severity.INFO,
        "Everybody can read the page in Finnish, Swedish or English.",
        own=untranslated,
        placed=without_files,
    ),
)
