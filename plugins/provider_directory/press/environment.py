"""Jinja, once for each language. The only home of Jinja."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from babel.support import Translations
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from ..settings import Settings
from ..views.prose import Html
from ..views.wording import Wording
from .keeping import keep, kept, kept_in
from .theme import word_names
from .versions import name_of, program_of

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class WithoutIndentation(Extension):
    """Leaves out the spaces that lines of a template begin with: they are for those who write it. Its line breaks stay."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template's text before it is compiled."""
        return INDENTATION.sub("", source)


@lru_cache(maxsize=8)
def environment(templates: Path, translations: Translations) -> Environment:
    """An environment that escapes everything and stops at an unknown name."""
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Otherwise every page asks the disk about each of its twenty components.
        auto_reload=False,
        extensions=["jinja2.ext.i18n", WithoutIndentation],
    )
    made.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    made.globals["_"] = words_of(translations)
    return made


class Compiled(BytecodeCache):
    """Templates as they were compiled before; Jinja looks whether one is still the same."""

    def __init__(self, place: Path, version: str) -> None:
        self.place, self.version, self.new = place, version, False
        found = kept(place, version)
        self.codes: dict[str, bytes] = found if isinstance(found, dict) else {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled of a template."""
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled of one."""
        self.codes[bucket.key], self.new = bucket.bytecode_to_string(), True

    def keep(self) -> None:
        """Put it all down, if anything is new."""
        if self.new:
            keep(self.place, self.version, self.codes)


def compiled(settings: Settings, wording: Wording) -> None:
    """Compile every template now: whoever is begun as a copy of this process has them."""
    made = environment(settings.theme / "templates", wording.translations)
    if made.bytecode_cache:
        return
    # Words are worked into templates as they are compiled.
    words = word_names(settings.theme / "locale")[wording.language]
    version = name_of([program_of(settings).encode(), words.encode()])
    before = made.bytecode_cache = Compiled(kept_in(settings) / f"templates-{wording.language}", version)
    for name in made.list_templates(extensions=["html"]):
        made.get_template(name)
    before.keep()


def words_of(translations: Translations) -> Callable[[str], Html]:
    """The site's own words in a language. Jinja's way finds, marks and formats them anew at each of a page's fifty."""

    @cache
    def words(text: str) -> Html:
        return Html(translations.ugettext(text))

    return words
