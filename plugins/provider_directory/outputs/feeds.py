"""Feeds of what changed: one for each organiser, municipality and voucher, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..catalogue.change import Change
from ..catalogue.changes import changes
from ..model import LANGUAGES
from ..views.change_words import change_words, tells
from ..views.edition import Edition
from ..views.links import Links, file_of
from ..views.subscriptions import feed_subtitle, feed_title, page_of
from .atom import AtomEntry, AtomFeed, atom, latest
from .identity import identity

Subject = tuple[str, str]
"""The kind of what a feed is about, and its key."""

NOTHING_YET = date(2000, 1, 1)
"""What a feed says of its last change before there is any; a day of its own would make it another file every day."""


def subjects(edition: Edition) -> Iterator[Subject]:
    """All that has a feed."""
    yield from (("organiser", key) for key in sorted(edition.records.organisers))
    yield from (("voucher", key) for key in sorted(edition.records.vouchers))
    yield from (("municipality", entry.key) for entry in edition.catalogue.municipalities)


def files(edition: Edition, subject: Subject) -> Iterator[tuple[str, bytes]]:
    """The feed of one of them."""
    known = edition.catalogue.worked_out("changes", changes).get(subject, ())
    own = tuple(change for change in known if tells(edition, change))
    yield file_of(address(edition.links, subject)), atom(feed(edition, subject, own))


def address(links: Links, subject: Subject) -> str:
    """Where a feed stands: beside the page it tells about."""
    return links.beside(page_of(links, *subject), "changes")


def feed(edition: Edition, subject: Subject, own: tuple[Change, ...]) -> AtomFeed:
    """A feed in the words of the edition."""
    others = [language for language in LANGUAGES if language != edition.language]
    return AtomFeed(
        language=edition.language,
        identity=identity("feed", edition.language, *subject).urn,
        title=feed_title(edition, *subject),
        subtitle=feed_subtitle(edition),
        author=edition.site_name,
        updated=latest((change.day for change in own), NOTHING_YET),
        itself=edition.absolute(address(edition.links, subject)),
        page=edition.absolute(page_of(edition.links, *subject)),
        others=[
            (language, edition.absolute(address(Links(edition.records, language), subject))) for language in others
        ],
        entries=[entry(edition, change) for change in own],
    )


def entry(edition: Edition, change: Change) -> AtomEntry:
    """A change in the words of the edition; it has the same name in every feed of the language."""
    words = change_words(edition, change)
    return AtomEntry(
        identity=identity("change", edition.language, *change.about).urn,
        title=words.title,
        updated=change.day,
        summary=words.text,
        page=edition.absolute(words.url),
        category=change.kind,
    )
