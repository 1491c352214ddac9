"""The page at the root of the host, which leads on to Finnish and offers the other languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .edition import Edition
from .links import Links
from .page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """One language's front page."""

    language: str
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RootView:
    """The choice of language."""

    heading: str
    languages: tuple[LanguageLink, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Once, from the Finnish edition."""
    if edition.language != "fi":
        return
    page = edition.page(
        "root",
        RootView(heading=edition.site_name, languages=()),
        title=edition.site_name,
        description=edition.site_name,
        address=Links.home,
        redirect=edition.links.home(),
        noindex=True,
    )
    languages = tuple(
        LanguageLink(language=alternate.language, label=alternate.label, url=alternate.url)
        for alternate in page.frame.alternates
    )
    yield replace(page, path="index.html", view=RootView(heading=edition.site_name, languages=languages))
