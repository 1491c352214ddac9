"""The notes we leave at a target beside the site, by which the next publish knows what stands there."""

from __future__ import annotations

from ..press.manifest import LIST

PUBLISHED = LIST
"""The manifest of the site that was last published there; the same bytes as the one that lists the built site."""

BEFORE = ".published-before"
"""What the site before needed and this one does not, kept for pages that are still open in a browser."""

JOURNAL = ".publishing"
"""There while a publish is under way, or was broken off: what it will send, in this order, and then delete."""

SENT = ".publishing-sent"
"""How many files of the journal are there for certain, the hash of that journal, and whose it is."""

NOTES = (PUBLISHED, BEFORE, JOURNAL, SENT)
