"""Why nothing was published: one exception for each reason, its message a sentence for whoever started the build."""

from __future__ import annotations


class NotPublished(Exception):
    """What was published stays published."""

    exitcode = 2


class Occupied(NotPublished):
    """Something that is not ours stands where something of ours belongs."""


class Unwritable(NotPublished):
    """The disk is full, or nobody may write there."""


class Busy(NotPublished):
    """Another process publishes to the same folder."""

    exitcode = 75
    """What programs answer that may be asked again later (EX_TEMPFAIL of sysexits.h)."""


class NothingKept(NotPublished):
    """There is no former release that could be published again."""


class TwicePublished(Exception):
    """Two things claim one file; the rules should have seen it first."""
