"""What of the theme a piece of work depends on: the templates that its pages are made with, and the words of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..model import LANGUAGES
from ..settings import Settings
from .versions import files, name_of

TEMPLATES, WORDS = "templates", "words"
"""Tables of what is read of a theme: the templates by name, the words by language."""

NAMES = re.compile(r"{%[-+]?\s*(?:extends|from|import|include)\s+(.*?)[-+]?%}", re.DOTALL)
"""What a template says of others that it is made with."""

PLAIN = re.compile(r"""(["'])([^"']+)\1\s*(?:(?:import|as|with|without|ignore)\b.*)?""", re.DOTALL)
"""A name that is written out, and what may follow it."""


def theme_tables(settings: Settings) -> dict[str, Callable[[Any], Mapping[str, str]]]:
    """The same tables as those that are worked out of a catalogue, for who compares what was read with what would be."""
    templates, words = template_names(settings.theme / "templates"), word_names(settings.theme / "locale")
    return {TEMPLATES: lambda catalogue: templates, WORDS: lambda catalogue: words}


def word_names(folder: Path) -> dict[str, str]:
    """For each language a name, which is another one as soon as any of its words is another."""
    return {language: name_of(files(folder / language)) for language in LANGUAGES}


def template_names(folder: Path) -> dict[str, str]:
    """For each template a name, which is another one as soon as it or any that it is made with is another."""
    texts = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in sorted(folder.rglob("*.html"))}
    everything = name_of(files(folder))
    asked = {name: asked_by(text) for name, text in texts.items()}
    found = {}
    for name in texts:
        needed = together(name, asked)
        # Whoever finds out only while it is rendered which templates it needs may need any, and what is written beside them.
        unsure = any(asked.get(each) is None for each in needed)
        found[name] = (
            everything if unsure else name_of(part for each in needed for part in (each.encode(), texts[each].encode()))
        )
    return found


def asked_by(text: str) -> frozenset[str] | None:
    """The templates that one names; nothing where it works out a name."""
    named = [PLAIN.fullmatch(found) for found in NAMES.findall(text)]
    return None if None in named else frozenset(found[2] for found in named if found)


def together(name: str, asked: Mapping[str, Iterable[str] | None]) -> list[str]:
    """A template and all that it is made with, sorted."""
    found, waiting = set[str](), [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(asked.get(each) or ())
    return sorted(found)
