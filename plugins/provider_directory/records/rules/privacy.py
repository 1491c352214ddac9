"""Public text: no person's data in it, and no link that does more than lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from ...problems import Severity
from ..collections import Entry
from ..fields import SCHEMES
from ..walking import Met
from .rule import Finding, Rule

NATIONAL_ID = re.compile(
    r"(?<![\w-])((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?![\w-])",
    re.ASCII | re.I,
)
"""A Finnish personal identity code (Decree 690/2022): birth date, sign of the century, serial number, check character."""

DIGITS = re.compile(r"\d{6}[-+A-Y]\d{3}", re.ASCII | re.I)
"""What stands in every such code and in little else, and is found quickly."""

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

EMAIL = re.compile(
    r"[A-Za-zÅÄÖåäö0-9._%+-]+\s?(?:@|\[at\]|\(at\)|\[a\]|\(a\))\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.IGNORECASE
)

PERSONAL_EMAIL = re.compile(r"[a-zåäö]{2,}(-[a-zåäö]+)?\.[a-zåäö]{2,}(-[a-zåäö]+)?@.*", re.IGNORECASE)

OFFICE_WORDS = frozenset(
    [
        "info",
        "toimisto",
        "kirjaamo",
        "asiakaspalvelu",
        "palvelu",
        "palveluohjaus",
        "neuvonta",
        "vaihde",
        "hoiva",
        "koti",
        "kotihoito",
        "posti",
        "laskutus",
        "tiedotus",
        "palveluseteli",
        "palvelusetelit",
        "hyvinvointi",
        "sosiaalitoimi",
        "registratorskontor",
        "registry",
        "office",
        "service",
        "kansli",
        "kundtjanst",
    ]
)

LINK = re.compile(
    r"\]\(\s*<?\s*([^)>\"']+)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)|<([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]+)>", re.MULTILINE
)


def body(entry: Entry[Any]) -> str:
    """The Markdown text as a browser understands it, line by line as it is written."""
    return unescape(entry.source.body)


def in_body(entry: Entry[Any], match: re.Match[str], message: str) -> Finding:
    """A finding at its line of the Markdown text."""
    return Finding(
        entry, (), message, entry.source.body_line + match.string.count("\n", 0, match.start(match.lastindex or 0))
    )


def national_id(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """A personal identity code in a text."""
    message = "A personal identity code stands in this text. Remove it."
    # A code does not reach over the end of a line, so one look at all texts tells whether any can hold one.
    if DIGITS.search("\n".join([text for _, text in met.texts])):
        for path, text in met.texts:
            if any(right_check_character(match) for match in NATIONAL_ID.finditer(text)):
                yield Finding(entry, path, message)
    for match in NATIONAL_ID.finditer(body(entry)):
        if right_check_character(match):
            yield in_body(entry, match, message)


def right_check_character(match: re.Match[str]) -> bool:
    """Whether the code's check character is right, so that other numbers of the same look are left alone."""
    return CHECK_CHARACTERS[int(match[1] + match[2]) % 31] == match[3].upper()


def personal_email(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """A person's e-mail address, or any address inside a running text."""
    for path, text in met.texts:
        field = "emails" in path
        for match in addresses(text):
            if personal(match[0]) or not field:
                yield Finding(entry, path, advice(match[0], field))
    for match in addresses(body(entry)):
        yield in_body(entry, match, advice(match[0], False))


def addresses(text: str) -> Iterator[re.Match[str]]:
    """E-mail addresses in a text; none is looked for where no sign of one stands."""
    if "@" in text or "[" in text or "(" in text:
        yield from EMAIL.finditer(text)


def personal(address: str) -> bool:
    """Whether an address looks like a person's: two words with a dot, neither of them an office's."""
    plain = re.sub(r"\s?(\[at\]|\(at\)|\[a\]|\(a\))\s?", "@", address.lower())
    return bool(PERSONAL_EMAIL.fullmatch(plain)) and not OFFICE_WORDS & set(re.split(r"[.@-]", plain))


def advice(address: str, field: bool) -> str:
    """What to do about an address."""
    if personal(address):
        return f"\"{address}\" looks like a person's e-mail address. Publish the office's address instead."
    return f'"{address}" stands in running text, where it is harvested. Put it into "emails" of a contact.'


def unsafe_link(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """A link in a Markdown text with a scheme we do not publish."""
    for match in LINK.finditer(body(entry)):
        target = "".join(str(match[match.lastindex or 0]).split())
        scheme, colon, _ = target.partition(":")
        if colon and scheme.lower() not in SCHEMES and not re.search("[/?#]", scheme):
            message = f'"{target}" is not a link we publish. Begin it with https://, http://, mailto: or tel:.'
            yield in_body(entry, match, message)


RULES = (
    Rule("national-id", Severity.ERROR, "Nobody's personal identity code is ever published.", own=national_id),
    Rule(
        "personal-email",
        Severity.ERROR,
        "Officials are roles; a person's e-mail address is not published.",
        own=personal_email,
    ),
    Rule(
        "link-scheme",
        Severity.ERROR,
        "A link leads to a page, an e-mail or a telephone, and does nothing else.",
        own=unsafe_link,
    ),
)
