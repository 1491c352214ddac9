"""Characters that nobody can see: they hide what a text says, turn it around, or end a line where no editor shows one."""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"  # control characters and rare line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"  # no width
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f"  # no character at all, and tags
    "]"
)
"""Soft hyphens and joiners are not among them: long Finnish words and some names need those."""


def unseen(text: str) -> str | None:
    """The first character nobody can see, by its number, or nothing."""
    found = UNSEEN.search(text)
    return f"A character nobody can see (U+{ord(found[0]):04X})" if found else None
