"""'Did you mean': the nearest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..model import slug


def nearest(text: str, options: Iterable[str]) -> str | None:
    """The option closest to what was typed, if one is close; capitals and the dots of ä and ö do not matter."""
    by_slug = {slug(option): option for option in options}
    close = get_close_matches(slug(text), by_slug, n=1, cutoff=0.6)
    return by_slug[close[0]] if close else None


def did_you_mean(text: str, options: Iterable[str]) -> str:
    """' Did you mean "x"?', or nothing; it follows a full sentence."""
    option = nearest(text, options)
    return f' Did you mean "{option}"?' if option else ""
