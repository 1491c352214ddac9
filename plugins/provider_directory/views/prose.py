"""Finished markup: Markdown as HTML, addresses that harvesters do not read, data inside a page. The only home of Markdown."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

SCHEMES = ("https:", "http:", "mailto:", "tel:")


class Html(str):
    """Text that is finished HTML; templates print it as it stands."""

    __slots__ = ()

    def __html__(self) -> str:
        """Jinja's sign that nothing is left to escape."""
        return str(self)


class SafeLinks(Treeprocessor):
    """Takes the address off a link that would do anything but lead somewhere, and headings down below the page's own."""

    def run(self, root: Element) -> None:
        """Visit every element."""
        for element in root.iter():
            address = re.sub(r"[\s\x00-\x1f]", "", unescape(element.get("href", ""))).lower()
            if ":" in address.split("/")[0] and not address.startswith(SCHEMES):
                del element.attrib["href"]
            if element.tag == "h1":
                element.tag = "h2"


class PlainMarkdown(Extension):
    """Markdown without raw HTML and without images: nothing on the page comes from anywhere else."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take out what could carry markup in, and add the link check."""
        md.preprocessors.deregister("html_block")
        for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(pattern)
        md.treeprocessors.register(SafeLinks(md), "safe-links", 0)


def markdown(text: str) -> Html:
    """Markdown text as HTML; raw HTML in it is shown, not obeyed."""
    return Html(Markdown(extensions=[PlainMarkdown(), "sane_lists", "tables"], output_format="html").convert(text))


def plain(text: str) -> str:
    """Markdown text as one line of plain words, for descriptions and search."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markdown(text))).split())


def hidden(text: str) -> Html:
    """Text as numeric character references: people and screen readers see it, simple harvesters do not."""
    return Html("".join(f"&#{ord(character)};" for character in text))


def mail_link(address: str, begun: str = "") -> Html:
    """A mailto: address as numeric character references; what of the letter is begun, as a query, has nothing to hide."""
    return Html(hidden(f"mailto:{address}") + (f"?{escape(begun)}" if begun else ""))


def json_text(value: object) -> str:
    """A value as JSON, the same for the same value; an attribute still needs escaping."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def json_in_html(value: object) -> Html:
    """A value as JSON that no markup can end, for a script element that holds data."""
    text = json_text(value)
    return Html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
