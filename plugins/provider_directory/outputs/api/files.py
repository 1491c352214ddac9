"""
api/v1/: each list in pages that lead to one another, and each provider by itself.

No page shifts: which one something is on follows from its key alone, and names no day. So a changed price changes one page and
one provider's file, and a new provider one page more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from ...catalogue.portions import portions
from ...model import LANGUAGES
from ...views.edition import Edition
from ..data.json_text import unharvested
from .provider import provider
from .resources import PROVIDER, RESOURCES

Made = tuple[str, bytes]

FOLDER = "api/v1"

FULL = 100
"""How many of what is not about providers a page has at most on average."""


def subjects(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every portion of the providers, with how many there are; once for all languages."""
    if edition.language == LANGUAGES[0]:
        number = len(edition.catalogue.told_providers)
        yield from ((str(each), str(number)) for each in edition.catalogue.told_providers)


def provider_files(edition: Edition, subject: tuple[str, str]) -> Iterator[Made]:
    """The page of a portion, and each of its providers by itself."""
    number, pages = map(int, subject)
    items = [provider(edition, key) for key in edition.catalogue.told_providers[number]]
    yield page(PROVIDER.table.name, number, pages, items)
    yield from (written(f"{PROVIDER.table.name}/{item['key']}", item) for item in items)


def lists(edition: Edition) -> Iterator[str]:
    """The lists of what is not a provider; once for all languages."""
    if edition.language == LANGUAGES[0]:
        yield from (name for name, resource in RESOURCES.items() if resource.answers)


def list_files(edition: Edition, name: str) -> Iterator[Made]:
    """All pages of one of them."""
    found = pages_of(edition, name)
    yield from (page(name, number, len(found), items) for number, items in enumerate(found, 1))


def pages_of(edition: Edition, name: str) -> list[list[Any]]:
    """What stands on each of its pages."""
    answers = RESOURCES[name].answers
    assert answers
    items = {item["key"]: item for item in answers(edition)}
    return [[items[key] for key in keys] for keys in portions(items, FULL).values()]


def page(name: str, number: int, pages: int, items: Sequence[Any]) -> Made:
    """One page of a list: what is on it, its hash, and the way to the others."""
    text = compact(items)
    links = {
        "self": address(name, number),
        "previous": address(name, number - 1) if number > 1 else None,
        "next": address(name, number + 1) if number < pages else None,
        "index": f"/{FOLDER}/index.json",
    }
    head = compact({"page": number, "pages": pages, "sha256": sha256(text.encode()).hexdigest(), "links": links})
    return f"{FOLDER}/{place(name, number)}.json", unharvested(f'{head[:-1]},"items":{text}}}\n')


def written(name: str, contents: Any) -> Made:
    """A file below the folder."""
    return f"{FOLDER}/{name}.json", unharvested(f"{compact(contents)}\n")


def address(name: str, number: int) -> str:
    """Where a page of a list is, from the root of the site."""
    return f"/{FOLDER}/{place(name, number)}.json"


def place(name: str, number: int) -> str:
    """The same below the folder; no key has a slash, so that no provider can stand there."""
    return f"{name}/page/{number}"


def compact(contents: Any) -> str:
    """JSON without a space too many."""
    return json.dumps(contents, ensure_ascii=False, separators=(",", ":"))
