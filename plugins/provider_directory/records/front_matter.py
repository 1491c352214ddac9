"""A Markdown file's front matter: YAML between two lines of dashes, then the text."""

from __future__ import annotations

from dataclasses import replace

from .text import Source, parse, refused

FENCE = "---"


def split(text: str, name: str) -> Source:
    """Front matter and body with their lines. Raises Unreadable when the fences are missing."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise refused(name, 1, 'The file does not begin with "---". Put the fields between two lines of "---".')
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        raise refused(name, len(lines), 'The line "---" that ends the fields is missing.')
    source = parse("\n".join(lines[1:closing]), name, first_line=2)
    after = "\n".join(lines[closing + 1 :])
    blank = len(after) - len(after.lstrip("\n"))
    return replace(source, body=after.strip("\n"), body_line=closing + 2 + blank)
