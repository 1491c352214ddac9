"""The tables of search cases, read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .directory import PROVIDERS

CASES = Path(__file__).resolve().parents[2] / "cases"


@dataclass(frozen=True)
class SearchCase:
    """What people type, and whom it must find."""

    language: str
    kind: str
    typed: str
    expected: frozenset[str]


def search_cases() -> list[SearchCase]:
    """Every case of search.yaml."""
    tables = yaml.safe_load((CASES / "search.yaml").read_text(encoding="utf-8"))
    return [
        SearchCase(language, kind, str(typed), expected(answer))
        for language, kinds in tables.items()
        for kind, answers in kinds.items()
        for typed, answer in answers.items()
    ]


def filter_cases() -> list[dict[str, Any]]:
    """Every case of filters.yaml."""
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / "filters.yaml").read_text(encoding="utf-8"))
    return cases


def expected(answer: str) -> frozenset[str]:
    """The providers that an answer of search.yaml means."""
    if answer == "nobody":
        return frozenset()
    if answer.startswith("@"):
        return frozenset(key.strip().removeprefix("@") for key in answer.split(","))
    services, _, place = answer.partition(" in ")
    wanted = {service.strip() for service in services.split("+")}
    found = [key for key, facts in PROVIDERS.items() if wanted & facts[3].keys() and is_in(place, facts[1], facts[2])]
    assert found, f"nobody can answer {answer!r}"
    return frozenset(found)


def is_in(place: str, home: str, served: tuple[str, ...]) -> bool:
    """Whether a provider delivers in a place; anywhere, when none is named."""
    return not place or place in (served or (home,))
