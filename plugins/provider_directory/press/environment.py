"""Jinja, once for each language. The only home of Jinja."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from babel.support import Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from ..views.prose import Html

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


def compiled(templates: Path, translations: Translations) -> None:
    """Compile every template now: whoever is begun as a copy of this process has them."""
    made = environment(templates, translations)
    for name in made.list_templates(extensions=["html"]):
        made.get_template(name)


def words_of(translations: Translations) -> Callable[[str], Html]:
    """The site's own words in a language. Jinja's way finds, marks and formats them anew at each of a page's fifty."""

    @cache
    def words(text: str) -> Html:
        return Html(translations.ugettext(text))

    return words
