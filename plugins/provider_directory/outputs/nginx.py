"""_nginx.conf: how nginx serves the site, to be included in a server block; visitors cannot read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .header_rules import HeaderRule
from .headers import REVALIDATED, header_rules
from .made import Editions, Pages
from .media_types import NEVER_SERVED, TYPES, by_type, shrinks
from .redirects import redirects

HEAD = """\
# How nginx serves this site. In its server block:  root /srv/www/site;  include /srv/www/site/_nginx.conf;
# Every build writes it anew: change nothing here. After a change:  nginx -t && nginx -s reload
# Where nginx has the module brotli_static and the site was built with it, add:  brotli_static on;
"""

HTML = "text/html"
"""The type that nginx compresses, and says the characters of, unasked."""

SERVING = """\
index index.html;
absolute_redirect off;
default_type application/octet-stream;
charset utf-8;
charset_types {charset};

gzip on;
gzip_static on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1000;
gzip_types {gzip};
"""

NOT_FOUND = """\
set $directory_not_found /404.html;
if ($uri ~ "^/({languages})/") {{ set $directory_not_found /$1/404.html; }}
error_page 404 $directory_not_found;
error_page 403 =404 $directory_not_found;
"""

HIDDEN = """\
if ($uri ~ "^/({never})$") {{ return 404; }}
if ($uri ~ "/[.](?!well-known/)") {{ return 404; }}
"""
"""Last, because nothing is set after it."""


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    languages = [edition.language for edition in editions]
    yield "_nginx.conf", configuration(languages, header_rules(editions), redirects(pages)).encode()


def configuration(languages: Iterable[str], rules: Iterable[HeaderRule], leading: Mapping[str, str]) -> str:
    """The settings. leading: addresses that lead on, and where."""
    types = "".join(f"    {kind} {' '.join(endings)};\n" for kind, endings in by_type().items())
    with_charset = {kind.partition(";")[0] for kind in TYPES.values() if "charset" in kind} - {HTML}
    smaller = {kind.partition(";")[0] for ending, kind in TYPES.items() if shrinks(f"x{ending}")} - {HTML}
    parts = (
        HEAD,
        f"types {{\n{types}}}\n",
        SERVING.format(charset=" ".join(sorted(with_charset)), gzip=" ".join(sorted(smaller))),
        NOT_FOUND.format(languages="|".join(languages)),
        "".join(headers([REVALIDATED, *rules])),
        HIDDEN.format(never="|".join(NEVER_SERVED).replace(".", "[.]")),
        "".join(f"location = {old} {{ return 301 {new}$is_args$args; }}\n" for old, new in leading.items()),
    )
    return "\n".join(part for part in parts if part)


def headers(rules: Sequence[HeaderRule]) -> Iterator[str]:
    """A variable for each header, set rule by rule: nginx hands headers on to no location that has some of its own."""
    names = list(dict.fromkeys(name for rule in rules for name in rule.headers))
    yield from (f'set {variable(name)} "";\n' for name in names)
    for rule in rules:
        settings = [f'set {variable(name)} "{value}";' for name, value in rule.headers.items()]
        if rule.path == "/*":
            yield from (f"{setting}\n" for setting in settings)
        else:
            yield f'if ($uri ~ "{rule.expression}") {{ {" ".join(settings)} }}\n'
    yield from (f"add_header {name} {variable(name)} always;\n" for name in names)


def variable(name: str) -> str:
    """The variable of a header."""
    return f"$directory_{name.lower().replace('-', '_')}"
