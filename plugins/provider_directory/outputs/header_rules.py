"""Rules of headers: which paths are answered with what besides the file. What ends up in a server's settings is checked here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

DIRECTIVES = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "worker-src": ("'self'",),
    "frame-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
"""Nothing but this site's own files runs, loads or is asked, and nobody shows its pages in their own."""

SOURCE = re.compile(r"[!-~]+")
"""A source in a policy: visible ASCII, of which , and ; would begin something else."""

PATTERN = re.compile(r"/[A-Za-z0-9/._~-]*(?:\*[A-Za-z0-9/._~-]*)?")
"""A path with one * at most: Cloudflare drops a rule that has two."""

NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
VALUE = re.compile(r"[ !#%-\[\]^_a-~]+")
"""Printable ASCII without what servers' settings take for something of their own: quotation marks, $, backslash and `."""

STEP_UP = re.compile(r"(?:^|/)(?:\.{0,2}/|\.{1,2}$)")


def policy(**sources: Iterable[str]) -> str:
    """The content security policy of every page, with other sources for some directives: frame_ancestors=("https://www.example.fi",)."""
    directives = {**DIRECTIVES, **{name.replace("_", "-"): tuple(each) for name, each in sources.items()}}
    for name, each in directives.items():
        if not each or any(not SOURCE.fullmatch(source) or {",", ";"} & set(source) for source in each):
            raise ValueError(f"{name} of a content security policy cannot be {each!r}.")
    return "; ".join(f"{name} {' '.join(each)}" for name, each in directives.items())


def is_plain(path: str) -> bool:
    """Whether a path, which may have one *, leads nowhere but down from the root of the host, however it is read."""
    return bool(PATTERN.fullmatch(path)) and not STEP_UP.search(path[1:])


READABLE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""What is public may be read by scripts of any site."""


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """What the paths that fit a pattern are answered with. Of rules that fit both, the later one says a header they both have."""

    path: str
    """From the root of the host; * stands for anything, and an ending / means the page in that folder too."""
    headers: Mapping[str, str]

    def __post_init__(self) -> None:
        """Refuse what a server would read as something else: whatever comes from records is checked before this, with its line."""
        if not is_plain(self.path):
            raise ValueError(f"{self.path!r} is no path that headers can be given to.")
        for name, value in self.headers.items():
            if not NAME.fullmatch(name) or not VALUE.fullmatch(value):
                raise ValueError(f"A header cannot be {name!r}: {value!r}.")

    @property
    def expression(self) -> str:
        """The pattern as a regular expression that servers read alike, without a backslash."""
        start, star, end = self.path.replace(".", "[.]").partition("*")
        if star and not end:
            return f"^{start}"
        page = "(index[.]html)?" if self.path.endswith("/") else ""
        return f"^{start}{'.*' if star else ''}{end}{page}$"

    def meets(self, other: HeaderRule) -> bool:
        """Whether both may fit one path, as far as what stands before their * tells."""
        own, others = self.path.partition("*")[0], other.path.partition("*")[0]
        return own.startswith(others) or others.startswith(own)


def overruled(rules: Iterable[HeaderRule]) -> Iterator[tuple[HeaderRule, list[str]]]:
    """Each rule with those of its headers of which an earlier one may have said something else."""
    before: list[HeaderRule] = []
    for rule in rules:
        yield rule, [name for name in rule.headers if any(name in each.headers and each.meets(rule) for each in before)]
        before.append(rule)
