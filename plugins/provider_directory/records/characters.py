"""Characters that nobody can see: they hide what a text says, turn it around, or end a line where no editor shows one."""

from __future__ import annotations

import re

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
"""Among them rare line ends, which would make YAML count lines otherwise than an editor does."""

DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Signs that turn text around."""

WIDTHLESS = "\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"
"""Soft hyphens and joiners are not among them: long Finnish words and some names need those."""

NOTHING = "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f"
"""Halves of characters, none at all, and tags."""

UNSEEN = re.compile(f"[{CONTROLS}{DIRECTIONS}{WIDTHLESS}{NOTHING}]")


def unseen(text: str) -> str | None:
    """The first character nobody can see, by its number, or nothing."""
    found = UNSEEN.search(text)
    return f"A character nobody can see (U+{ord(found[0]):04X})" if found else None
