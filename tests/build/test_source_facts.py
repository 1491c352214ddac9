"""The checklist of the two source pages, line by line, against the built HTML."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from provider_directory.views.links import PLACES
from tests.conftest import BuiltSite

FACTS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "source-facts.yaml").read_text(encoding="utf-8"))

CASES = [
    pytest.param(line["line"], fact, id=f"{number}-{position}-{str(fact['text'])[:40]}")
    for number, line in enumerate(FACTS)
    for position, fact in enumerate(line["facts"])
]


@cache
def words(file: Path) -> str:
    """What a page says, without markup, with ordinary spaces."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    plain = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return " ".join(plain.replace("\u00ad", "").split())


def spaced(text: str) -> str:
    """Words that compare whatever spaces and line breaks stand between them."""
    return re.sub(r"\s+([.,;:/)])", r"\1", " ".join(str(text).split()))


def files_of(site: BuiltSite, page: str, language: str) -> list[Path]:
    """The HTML files a fact's page names."""
    if page == "everywhere":
        return site.pages()
    noun, _, key = page.partition(" ")
    if noun == "provider-info":
        return [site.output / language / PLACES["for-providers"][language] / "index.html"]
    place = {"page": "pages", "municipality": "municipalities", "provider": "providers"}.get(noun, f"{noun}s")
    return [site.output / language / PLACES[place][language] / key / "index.html"]


@pytest.mark.parametrize(("line", "fact"), CASES)
def test_the_fact_stands_on_its_page(line: str, fact: dict[str, Any], request: pytest.FixtureRequest) -> None:
    later = str(fact.get("as_of", "2018-08-10")) == "2019-06-17"
    site: BuiltSite = request.getfixturevalue("later_site" if later else "site")

    files = files_of(site, str(fact.get("page", "everywhere")), str(fact.get("language", "fi")))

    said = [spaced(fact["text"]).casefold() in spaced(words(file)).casefold() for file in files]
    if str(fact.get("absent", "")).lower() == "true":
        assert not any(said), line
    else:
        assert all(said) and said, line


def test_the_checklist_is_long_enough_to_mean_something() -> None:
    assert len(CASES) >= 120
