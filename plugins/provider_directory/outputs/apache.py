""".htaccess: how Apache serves the site, from the folder itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .header_rules import HeaderRule
from .headers import REVALIDATED, header_rules
from .made import Editions, Pages
from .media_types import NEVER_SERVED, TYPES, by_type, shrinks
from .redirects import redirects

HEAD = """\
# How Apache 2.4 serves this site. It needs AllowOverride FileInfo Indexes, and mod_headers and mod_rewrite.
# Every build writes it anew: change nothing here.
"""

MOST = 1000
"""Addresses that lead on: Apache reads all of this for every file it serves. The pages of others lead on by themselves."""

SERVING = """\
DirectoryIndex index.html
ErrorDocument 404 /404.html
{not_found}
<IfModule mod_mime.c>
{types}AddCharset utf-8 {charset}
# What stands in other settings for .gz, and .br as a language.
RemoveType .gz .br
RemoveLanguage .br
AddEncoding gzip .gz
AddEncoding br .br
</IfModule>

<IfModule mod_deflate.c>
<IfModule mod_filter.c>
AddOutputFilterByType DEFLATE {smaller}
</IfModule>
</IfModule>
"""

REWRITING = """\
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteRule ^({never})$ - [R=404,L]
RewriteRule (^|/)[.](?!well-known/) - [R=404,L]
{redirects}
# A folder without a page is no list of its files.
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteCond %{{REQUEST_FILENAME}}/index.html !-f
RewriteRule ^ - [R=404,L]

# Files that stand here compressed.
{compressed}</IfModule>
"""

CODINGS = (("br", "br"), ("gzip", "gz"))
"""What browsers say that they can read, and the ending of such files, the smallest first."""

COMPRESSED = """\
RewriteCond %{{HTTP:Accept-Encoding}} (^|[,\\s]){coding}(?!\\s*;\\s*q=0[.0]*\\s*(,|$))\\s*([,;]|$)
RewriteCond %{{REQUEST_FILENAME}}index.html.{ending} -f
RewriteRule (^|/)$ %{{REQUEST_URI}}index.html.{ending} [L,E=no-gzip:1]
RewriteCond %{{HTTP:Accept-Encoding}} (^|[,\\s]){coding}(?!\\s*;\\s*q=0[.0]*\\s*(,|$))\\s*([,;]|$)
RewriteCond %{{REQUEST_FILENAME}}.{ending} -f
RewriteRule !\\.(gz|br)$ %{{REQUEST_URI}}.{ending} [L,E=no-gzip:1]
"""

HEADERS = "<IfModule mod_headers.c>\nHeader merge Vary Accept-Encoding\n{}</IfModule>\n"


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    languages = [edition.language for edition in editions]
    yield ".htaccess", configuration(languages, header_rules(editions), redirects(pages)).encode()


def configuration(languages: Iterable[str], rules: Iterable[HeaderRule], leading: Mapping[str, str]) -> str:
    """The settings. leading: addresses that lead on, and where."""
    types = "".join(f"AddType {kind} .{' .'.join(endings)}\n" for kind, endings in by_type().items())
    smaller = sorted({kind.partition(";")[0] for ending, kind in TYPES.items() if shrinks(f"x{ending}")})
    serving = SERVING.format(
        not_found="".join(map(not_found, languages)),
        types=types,
        charset=" ".join(ending for ending, kind in TYPES.items() if "charset" in kind),
        smaller=" ".join(smaller),
    )
    return "\n".join((HEAD, serving, HEADERS.format("".join(map(setting, [REVALIDATED, *rules]))), rewriting(leading)))


def not_found(language: str) -> str:
    """The page for what is not there, below one language."""
    return f'<If "%{{REQUEST_URI}} =~ m#^/{language}/#">\nErrorDocument 404 /{language}/404.html\n</If>\n'


def setting(rule: HeaderRule) -> str:
    """The lines of one rule."""
    where = "" if rule.path == "/*" else f' "expr=%{{REQUEST_URI}} =~ m#{rule.expression}#"'
    values = {name: value.replace("%", "%%") for name, value in rule.headers.items()}
    return "".join(f'Header always set {name} "{value}"{where}\n' for name, value in values.items())


def rewriting(leading: Mapping[str, str]) -> str:
    """Addresses that lead on, and compressed files."""
    kept = list(leading.items())[:MOST]
    lines = [f"RewriteRule ^{expression(old)}$ {new} [R=301,L]\n" for old, new in kept]
    if left := len(leading) - len(kept):
        lines.append(f"# Left out: {left} addresses, whose pages lead on by themselves.\n")
    return REWRITING.format(
        never="|".join(NEVER_SERVED).replace(".", "[.]"),
        redirects="".join(lines),
        compressed="".join(COMPRESSED.format(coding=coding, ending=ending) for coding, ending in CODINGS),
    )


def expression(address: str) -> str:
    """An address as rules see it: without the first slash."""
    return address.removeprefix("/").replace(".", "[.]")
