"""Translations: what is missing in Swedish and English; Finnish is shown in its place."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import LANGUAGES
from ...problems import Severity
from ..collections import Records
from ..schema.base import Localised
from ..walking import walk
from .rule import Context, Finding, Rule

NAMES = {"sv": "Swedish", "en": "English"}


def untranslated(records: Records, context: Context) -> Iterator[Finding]:
    """Texts and pages without a translation."""
    for entry in records.all():
        for visited in walk(entry.record):
            if isinstance(visited.value, Localised):
                lacking = [NAMES[language] for language in LANGUAGES[1:] if not visited.value.has(language)]
                if lacking:
                    yield Finding(
                        entry, visited.path, f"Not translated into {' or '.join(lacking)}; shown in Finnish there."
                    )
    for noun in ("vouchers", "events", "pages"):
        for entry in getattr(records, noun).values():
            for language in LANGUAGES[1:]:
                if language not in entry.translations:
                    name = entry.source.file.removesuffix(".md")
                    yield Finding(entry, (), f"Not translated into {NAMES[language]}. Add {name}.{language}.md.")


RULES = (
    Rule("translation", Severity.INFO, "Everybody can read the page in Finnish, Swedish or English.", untranslated),
)
