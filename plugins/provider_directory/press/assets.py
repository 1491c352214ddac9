"""The theme's static files, published below an address that changes when any of them does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..settings import Settings
from .keeping import keep, kept, kept_at
from .scripts.publishing import Scripts, as_written, publish, publish_alone
from .versions import files, name_of, program_of

STYLES = ("css/main.css", "css/embed.css")
"""The style sheets that pages name; all others are put into them."""

HOSTED = ("js/embed/provider-list.js", "js/embed/height.js")
"""Scripts that other sites name, each whole in one file."""

IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\(([\w-]+)\))?;')


@dataclass(frozen=True, slots=True)
class Assets:
    """Every static file of the theme."""

    files: dict[str, bytes]
    """By path below the assets' own address."""
    scripts: Scripts

    @property
    def base(self) -> str:
        """The address they stand below, without a slash at the end."""
        digest = hashlib.sha256()
        for path, data in sorted(self.files.items()):
            digest.update(f"{path}\0{len(data)}\0".encode() + data)
        return f"/theme/{digest.hexdigest()[:12]}"

    def script(self, path: str) -> str:
        """The address of the file that a script of the theme is in, such as js/search/engine.js."""
        return f"{self.base}/{self.scripts.places[path]}"

    def published(self) -> Iterator[tuple[str, bytes]]:
        """Each file with its path under output/."""
        base = self.base.lstrip("/")
        for path, data in sorted(self.files.items()):
            yield f"{base}/{path}", data


def assets_of(settings: Settings) -> Assets:
    """The files of a site's theme: those that the last build read, unless anything is another. Raises ScriptFaulty."""
    static, place = settings.theme / "static", kept_at(settings, "assets")
    version = name_of([program_of(settings).encode(), *files(static)])
    found = kept(place, version)
    if not isinstance(found, Assets):
        found = read_assets(static, bundled=settings.scripts_bundled)
        keep(place, version, found)
    return found


def read_assets(static: Path, *, bundled: bool = True) -> Assets:
    """The files of a static folder, with its style sheets bundled into few files, and its scripts too.

    Raises ScriptFaulty for a script that cannot be.
    """
    files = {
        file.relative_to(static).as_posix(): file.read_bytes()
        for file in sorted(static.rglob("*"))
        if file.is_file() and not file.name.startswith(".")
    }
    sheets = {path: data.decode() for path, data in files.items() if path.startswith("css/")}
    written = {path: data for path, data in files.items() if path.startswith("js/")}
    scripts = publish(written) if bundled else as_written(written)
    others = {path: data for path, data in files.items() if path not in sheets and path not in written}
    styles = {path: bundle(path, sheets).encode() for path in STYLES if path in sheets}
    hosted = {path: publish_alone(written, path) for path in HOSTED if path in written}
    return Assets({**others, **styles, **scripts.files, **hosted}, scripts)


def bundle(path: str, sheets: dict[str, str]) -> str:
    """A style sheet with its imports put in place, so that a browser asks once. Raises KeyError for a missing one."""

    def imported(match: re.Match[str]) -> str:
        inner = bundle(f"{path.rpartition('/')[0]}/{match[1]}", sheets)
        return f"@layer {match[2]} {{\n{inner}}}\n" if match[2] else inner

    return IMPORT.sub(imported, sheets[path])
