"""Who may show lists in a frame, as the records of the organisers say, and that any site may read their data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...views.edition import Edition
from ...views.embed_lists import NOBODY
from ..header_rules import READABLE, HeaderRule, policy

NOT_FOUND = {"X-Robots-Tag": "noindex"}
"""The list's own page is the one to find."""

SCRIPTS = "/embed/*"


def rules(editions: Iterable[Edition]) -> Iterator[HeaderRule]:
    """What lists are answered with. The policy of a list takes the place of everybody's, all of which it repeats but who may show it."""
    yield HeaderRule(SCRIPTS, READABLE)
    for edition in editions:
        yield HeaderRule(f"{edition.links.place('embed')}*", READABLE | NOT_FOUND)
        for organiser in (*sorted(edition.records.organisers), NOBODY):
            allowed = policy(frame_ancestors=ancestors(edition, organiser))
            yield HeaderRule(f"{edition.links.embed_folder(organiser)}*", {"Content-Security-Policy": allowed})


def ancestors(edition: Edition, organiser: str) -> tuple[str, ...]:
    """
    Whose pages a list may be shown in: this site's own, and those that its organiser names.

    A list of no one organiser (all events, a municipality in which nobody grants vouchers) may be shown by all of them.
    """
    organisers = edition.records.organisers
    own = [organisers[organiser]] if organiser else [entry for _, entry in sorted(organisers.items())]
    origins = dict.fromkeys(origin for entry in own for origin in entry.record.frame_ancestors)
    return ("'self'", *origins)
