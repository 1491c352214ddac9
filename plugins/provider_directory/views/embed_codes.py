"""The code that shows a list on another site, as an editor pastes it there; and the words of its component."""

from __future__ import annotations

from html import escape

from .edition import Edition
from .embed_lists import list_address
from .list_links import FRAGMENT, ListKey

SCRIPT, HEIGHT_SCRIPT, INTEGRITY = "/embed/provider-list.js", "/embed/height.js", "/embed/provider-list.js.integrity"
"""Addresses that stay the same for ever: hosts have them in their pages."""


FRAME = '<iframe src="{address}" title="{title}" width="100%" height="640" loading="lazy" frameborder="0"></iframe>'
"""A frame, which needs neither script nor style of its host; a style in the code would break strict policies."""

FRAME_HEIGHT = '<script type="module" src="{height}"></script>'
"""The line that makes frames as high as their lists."""

COMPONENT = """\
<provider-list src="{data}"{look}><a href="{page}">{title}</a></provider-list>
<script type="module" src="{script}" integrity="{integrity}" crossorigin="anonymous"></script>"""
"""The component around a link to the list's page, which is what stays where it cannot run."""

INCLUDE = """\
curl --fail --silent --show-error --output list.shtml {fragment}
<!--#include virtual="list.shtml" -->"""
"""What a server runs now and then, and what its pages have."""


def frame_code(edition: Edition, subject: ListKey, title: str) -> str:
    """A list in a frame."""
    return FRAME.format(**values(edition, subject, title))


def component_code(edition: Edition, subject: ListKey, title: str) -> str:
    """A list in the component."""
    return COMPONENT.format(look="", **values(edition, subject, title))


def include_code(edition: Edition, subject: ListKey, title: str) -> str:
    """A list in a page that a server puts together."""
    return INCLUDE.format(**values(edition, subject, title))


def values(edition: Edition, subject: ListKey, title: str) -> dict[str, str]:
    """What the codes of a list name, ready for attributes."""
    links = edition.links
    addresses = {
        "address": links.embed(subject),
        "data": links.embed_file(subject, "json"),
        "fragment": links.embed_file(subject, FRAGMENT),
        "page": list_address(links, subject),
    }
    own = {name: escape(edition.absolute(address)) for name, address in addresses.items()}
    return {"title": escape(title), **own, **fixed(edition)}


def fixed(edition: Edition) -> dict[str, str]:
    """What the codes of all lists have in common."""
    return {
        "height": escape(edition.absolute(HEIGHT_SCRIPT)),
        "script": escape(edition.absolute(SCRIPT)),
        "integrity": edition.integrity,
    }


def component_words(edition: Edition) -> dict[str, str]:
    """What the component says besides what is on the list."""
    say = edition.wording.say
    return {
        "filter": say("Filter this list"),
        "shown": say("Showing {number} of {all}"),
        "order": say("Sort by"),
        "missing": say("not told"),
        "rising": say("A to Z"),
        "falling": say("Z to A"),
        "lowest": say("lowest first"),
        "highest": say("highest first"),
    }
