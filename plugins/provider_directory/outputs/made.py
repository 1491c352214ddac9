"""What outputs are made from: the editions, and what is known of each of their pages once it is rendered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..views.edition import Edition
from ..views.page import Page

Editions = Sequence[Edition]
"""One for each language, Finnish first."""


@dataclass(frozen=True, slots=True)
class Known:
    """Of a page, what outlives its rendering: a whole one is too large to be kept for all."""

    url: str
    """From the root of the host."""
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    """The page in each language: the language, and the address with the host."""
    noindex: bool
    redirect: str | None = None
    """Where it leads by itself."""

    @classmethod
    def of(cls, page: Page) -> Known:
        """What is known of a page."""
        alternates = tuple((each.hreflang, each.absolute) for each in page.frame.alternates)
        return cls(page.frame.url, page.frame.canonical, alternates, page.frame.noindex, page.frame.redirect)


Pages = Sequence[Known]
"""Those of all languages."""
