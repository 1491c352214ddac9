"""Texts and amounts as HSDS has them: Finnish in its own fields, other languages beside them, euros as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ...model import LANGUAGES, Cents
from ...records.schema.base import Localised
from ...views.edition import Edition
from ...views.links import Links

Thing = dict[str, Any]


def known(thing: Thing) -> Thing:
    """A thing without what is not known of it; what a schema demands is never nothing."""
    return {key: value for key, value in thing.items() if value is not None and (value or not isinstance(value, list))}


def translations(**texts: Localised | None) -> Thing | None:
    """What is translated of a thing's texts, by language and the name of the field."""
    return by_language(
        {
            language: {name: getattr(text, language) for name, text in texts.items() if text}
            for language in LANGUAGES[1:]
        }
    )


def by_language(texts: dict[str, dict[str, str | None]]) -> Thing | None:
    """The same of texts that are known by language; nothing where nothing is translated."""
    found = {language: known(own) for language, own in texts.items()}
    return {language: own for language, own in found.items() if own} or None


def localised(text: Localised) -> Thing:
    """A text in the languages in which it is written."""
    return known({language: getattr(text, language) for language in LANGUAGES})


def together(texts: Iterable[Localised]) -> str | None:
    """Finnish sentences as one text."""
    return " ".join(text.fi for text in texts) or None


def euros(cents: Cents | None) -> float | int | None:
    """An amount as the number HSDS asks for: it is written with the two decimals it has, or fewer."""
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100


def day(value: date | None) -> str | None:
    """A day in a file."""
    return value.isoformat() if value else None


def pages(edition: Edition, place: str, *steps: str) -> Thing:
    """The addresses of a page whose steps are keys, by language."""
    return {language: edition.absolute(Links(edition.records, language).place(place, *steps)) for language in LANGUAGES}


def address(edition: Edition, place: str, *steps: str) -> str | None:
    """The address of the Finnish page; nothing while the site has no address of its own."""
    return edition.absolute(edition.links.place(place, *steps)) if edition.settings.site_url else None
