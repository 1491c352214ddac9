"""The published rules of what one pays: whole, named by their contents, and free of what only editors write."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from provider_directory.catalogue.pricing import Why
from provider_directory.model import Unit
from tests.catalogue.price_cases import answered, price_cases
from tests.conftest import ROOT, BuiltSite

LANGUAGES = ("fi", "sv", "en")
UNNAMED = {"", "month", "share", "most", "least", "count", "units", "divisor"}
"""Numbers that the computation itself explains."""


def contents(site: BuiltSite, address: str) -> Any:
    """A published file."""
    return json.loads((site.output / address.lstrip("/")).read_bytes())


@pytest.fixture(scope="module")
def books(site: BuiltSite) -> dict[str, Any]:
    """The first file of each language, as the pages name it."""
    return {language: contents(site, named_by_pages(site, language)) for language in LANGUAGES}


def named_by_pages(site: BuiltSite, language: str) -> str:
    """The one address that the pages of a language have in common."""
    pages = (site.output / language).rglob("index.html")
    found = {
        address for page in pages for address in re.findall(r'data-prices="(/prices/[^"]+)"', page.read_text("utf-8"))
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_voucher_is_in_the_file_of_its_organiser(site: BuiltSite, books: dict[str, Any], language: str) -> None:
    organisers = books[language]["organisers"]
    published = {key for address in organisers.values() for key in contents(site, address)["vouchers"]}

    folder = ROOT / "content" / "vouchers"
    written = {
        path.relative_to(folder).with_suffix("").as_posix()
        for path in folder.rglob("*.md")
        if not path.name.endswith((".sv.md", ".en.md")) and path.name != "README.md"
    }
    assert published == written
    assert all(
        key.startswith(f"{organiser}/")
        for organiser, address in organisers.items()
        for key in contents(site, address)["vouchers"]
    )


def test_file_names_follow_from_the_contents(site: BuiltSite) -> None:
    files = list((site.output / "prices").iterdir())

    assert files
    for file in files:
        assert file.stem.endswith(hashlib.sha256(file.read_bytes()).hexdigest()[:16])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_reason_and_named_number_has_words(books: dict[str, Any], language: str) -> None:
    words = books[language]["words"]
    roles = {part["role"] for case in price_cases() for part in parts(answered(case))}

    assert set(words["units"]) == {unit.value for unit in Unit}
    assert set(words["why"]) == {why.value for why in Why}
    assert roles - UNNAMED <= set(words["roles"])
    assert all(every_text(words))


def parts(answer: object) -> list[dict[str, Any]]:
    """Every part of every step in an answer."""
    if isinstance(answer, dict):
        if "role" in answer:
            return [answer]
        return [part for value in answer.values() for part in parts(value)]
    return [part for value in answer for part in parts(value)] if isinstance(answer, list | tuple) else []


def every_text(words: object) -> list[str]:
    """Every sentence."""
    if isinstance(words, dict):
        return [text for value in words.values() for text in every_text(value)]
    return [str(words)]


def test_rules_carry_no_editor_s_notes(site: BuiltSite, books: dict[str, Any]) -> None:
    texts = [
        Path(site.output / address.lstrip("/")).read_text("utf-8")
        for book in books.values()
        for address in book["organisers"].values()
    ]

    assert not any(f'"{field}":' in text for text in texts for field in ("note", "decision", "acceptedWarnings"))
