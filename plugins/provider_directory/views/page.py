"""A page to be rendered: where it stands, its template, its view, and the frame around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .list_links import ListLinks
from .prose import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the way here."""

    label: str
    url: str | None
    """Nothing on the page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """This page in one language."""

    language: str
    hreflang: str
    label: str
    url: str
    """From the root of the host."""
    absolute: str
    """With the host, as search engines need it."""
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A file that programs may follow instead of the page."""

    type: str
    """Its media type."""
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What base.html needs of every page."""

    kind: str
    """The kind of page; also the body's class."""
    language: str
    title: str
    heading: str
    description: str
    url: str
    """From the root of the host."""
    canonical: str
    alternates: tuple[Alternate, ...]
    breadcrumbs: tuple[Crumb, ...]
    json_ld: Html
    noindex: bool
    day: str
    """'fixed' where browsers take as_of for today, else 'real'."""
    notice: str | None
    """That this is an example."""
    built_words: str | None
    """Of which day the site is, on the front page; elsewhere scripts say it: a new day must not change every page."""
    prices: str
    """The address of the price rules, which browsers fetch when a person tells their situation."""
    redirect: str | None = None
    """Where a former address leads."""
    feeds: tuple[Feed, ...] = ()
    list: ListLinks | None = None
    """The list that the page is of, as files and for other sites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One HTML page of the site."""

    path: str
    """The file under output/."""
    template: str
    frame: Frame
    view: Any
    """One documented dataclass of finished words."""
