"""Feeds as RFC 4287 has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from ..settings import HOME_ZONE

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomEntry:
    """One thing that is told."""

    identity: str
    title: str
    updated: date
    summary: str
    page: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomFeed:
    """A feed in one language."""

    language: str
    identity: str
    title: str
    subtitle: str
    author: str
    updated: date
    itself: str
    page: str
    others: Sequence[tuple[str, str]]
    """The same feed in other languages: the language and the address."""
    entries: Sequence[AtomEntry]


def atom(feed: AtomFeed) -> bytes:
    """The file of a feed."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    texts(
        root,
        ("id", feed.identity),
        ("title", feed.title),
        ("subtitle", feed.subtitle),
        ("updated", moment(feed.updated)),
    )
    texts(SubElement(root, "author"), ("name", feed.author))
    SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.itself})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "hreflang": feed.language, "href": feed.page})
    for language, address in feed.others:
        SubElement(root, "link", {"rel": "alternate", "type": MEDIA_TYPE, "hreflang": language, "href": address})
    for entry in feed.entries:
        told = SubElement(root, "entry")
        texts(told, ("id", entry.identity), ("title", entry.title), ("updated", moment(entry.updated)))
        SubElement(told, "link", {"rel": "alternate", "type": "text/html", "href": entry.page})
        SubElement(told, "category", {"term": entry.category})
        texts(told, ("summary", entry.summary))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def texts(parent: Element, *pairs: tuple[str, str]) -> None:
    """Elements of plain text."""
    for name, text in pairs:
        SubElement(parent, name).text = text


def moment(day: date) -> str:
    """The beginning of a day in Finland."""
    return datetime.combine(day, time(), HOME_ZONE).isoformat()


def latest(days: Iterable[date], otherwise: date) -> date:
    """The latest of some days."""
    return max(days, default=otherwise)
