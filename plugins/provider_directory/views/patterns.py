"""The patterns page: every component of the theme with its examples, for those who work on the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..records.examples import read_examples
from .edition import Edition
from .page import Page

HOSTILE = "text that needs escaping"
"""An example that only tests need: its identifiers are no identifiers."""

AROUND = ("breadcrumbs", "compare-bar", "site-header", "site-footer")
"""Components that stand around every page, this one too; a second set would be landmarks without a meaning."""

FRAMING = ("embed-builder",)
"""Components that show other pages of this site, which the addresses of examples do not lead to."""

LANDMARKS = ("pager",)
"""Components that are landmarks, so that one example of them is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One way to call a component."""

    name: str
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One component."""

    stem: str
    macro: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsView:
    """All components, by name."""

    heading: str
    lead: str
    patterns: tuple[Pattern, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page, not for search engines."""
    say = edition.wording.say
    view = PatternsView(
        heading=say("Patterns"),
        lead=say("The parts this site is made of, each with examples. For those who work on the theme."),
        patterns=tuple(patterns(edition.settings.theme / "templates" / "components", edition.links.home())),
    )
    yield edition.page(
        "patterns",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("patterns"),
        noindex=True,
    )


def patterns(folder: Path, home: str) -> Iterator[Pattern]:
    """The components of a folder, by name; the invented addresses in their examples lead to the front page."""
    for file in sorted(folder.glob("*.yaml")):
        if file.stem in (*AROUND, *FRAMING):
            continue
        found = [
            Example(name=name, arguments=leading_home(each, home))
            for name, each in read_examples(file).items()
            if name != HOSTILE
        ]
        shown = found[:1] if file.stem in LANDMARKS else found
        yield Pattern(stem=file.stem, macro=file.stem.replace("-", "_"), examples=tuple(shown))


def leading_home(value: Any, home: str) -> Any:
    """An example's arguments with the front page in place of every address of this site."""
    if isinstance(value, dict):
        return {key: leading_home(item, home) for key, item in value.items()}
    if isinstance(value, list):
        return [leading_home(item, home) for item in value]
    return home if isinstance(value, str) and value.startswith("/") else value
