"""What RFC 4287 asks of a feed, as far as ours could break it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import datetime
from uuid import UUID

ATOM = "{http://www.w3.org/2005/Atom}"

ONCE = {"id", "title", "updated"}
"""What a feed and each of its entries has exactly once (4.1.1, 4.1.2)."""

KNOWN = {
    "feed": {*ONCE, "subtitle", "author", "link", "entry"},
    "entry": {*ONCE, "link", "category", "summary"},
}


def faults(data: bytes) -> list[str]:
    """Everything that is wrong in a feed."""
    root = ET.fromstring(data)
    if root.tag != f"{ATOM}feed":
        return ["no feed"]
    entries = root.findall(f"{ATOM}entry")
    found = [*of_one("feed", root), *(fault for entry in entries for fault in of_one("entry", entry))]
    names = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(names)) < len(names):
        found.append("two entries have the same id (4.1.1)")
    if [each.text or "" for each in root.findall(f"{ATOM}author/{ATOM}name")] in ([], [""]):
        found.append("nobody wrote it (4.1.1)")
    if len([link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]) != 1:
        found.append("it does not say where it is (4.1.1)")
    if len(root.get("{http://www.w3.org/XML/1998/namespace}lang", "")) != 2:
        found.append("it does not say its language (2)")
    return found


def of_one(what: str, element: ET.Element) -> list[str]:
    """What is wrong in a feed without its entries, or in an entry."""
    found = []
    for child in element:
        name = child.tag.removeprefix(ATOM)
        if name not in KNOWN[what]:
            found.append(f"<{name}> in a {what}")
    for name in ONCE:
        texts = [child.text or "" for child in element.findall(ATOM + name)]
        if len(texts) != 1 or not texts[0].strip():
            found.append(f"{what} has {name} {texts}")
    if not str(UUID((element.findtext(f"{ATOM}id") or "").removeprefix("urn:uuid:"))):
        found.append("an id is no name (4.2.6)")
    updated = element.findtext(f"{ATOM}updated") or ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", updated) or not datetime.fromisoformat(updated):
        found.append(f"{updated} is no moment (3.3)")
    links = [
        (link.get("type"), link.get("hreflang"))
        for link in element.findall(f"{ATOM}link")
        if link.get("rel") == "alternate"
    ]
    if not links or len(set(links)) < len(links):
        found.append(f"alternates {links} (4.1.1)")
    for link in element.findall(f"{ATOM}link"):
        if not re.fullmatch(r"https://[^\s]+", link.get("href", "")):
            found.append(f"{link.get('href')} is no address")
    if any(not category.get("term") for category in element.findall(f"{ATOM}category")):
        found.append("a category without a term (4.2.2)")
    return found
