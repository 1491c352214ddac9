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
        patterns=tuple(patterns(edition.settings.root / "theme" / "templates" / "components")),
    )
    yield edition.page(
        "patterns",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("patterns"),
        noindex=True,
    )


def patterns(folder: Path) -> Iterator[Pattern]:
    """The components of a folder, by name."""
    for file in sorted(folder.glob("*.yaml")):
        examples = (Example(name=name, arguments=each) for name, each in read_examples(file).items() if name != HOSTILE)
        yield Pattern(stem=file.stem, macro=file.stem.replace("-", "_"), examples=tuple(examples))
