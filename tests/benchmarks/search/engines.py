"""The engines: each knows how to make its files, and which adapter of page/adapters/ opens them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from provider_directory.outputs.search import SearchDirectory, files
from provider_directory.press.assets import read_assets

from . import pagefind, peers
from .records import shown

THEME = Path(__file__).resolve().parents[3] / "theme"

Settings = dict[str, str]
"""What an adapter is opened with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every engine builds from, and where."""

    directory: SearchDirectory
    records: Path
    """The directory as lines of JSON, for the peers."""
    folder: Path
    """Where the files of the engine go; it becomes the root of its site."""
    scratch: Path
    """Where it may leave other files."""
    packages: Path
    """Where peers are installed."""


def ours(ground: Ground) -> Settings:
    """Our own index, and the theme's scripts as they are published, at the addresses that the site has."""
    made = dict(files([ground.directory]))
    assets = read_assets(THEME / "static")
    scripts = {path: data for path, data in assets.published() if path.endswith(".js")}
    for path, data in (made | scripts).items():
        file = ground.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    index = json.loads(made["search/manifest.json"])["indexes"][ground.directory.language]
    return {
        "script": assets.script("js/search/engine.js"),
        "index": f"/search/{index}",
        "day": ground.directory.day.isoformat(),
    }


def null(ground: Ground) -> Settings:
    """Ten results in a file."""
    hits = [shown(document) for document in ground.directory.documents[:10]]
    (ground.folder / "results.json").write_text(json.dumps({"total": len(hits), "hits": hits}), encoding="utf-8")
    return {"results": "/results.json"}


def with_pagefind(ground: Ground) -> Settings:
    """Pagefind's index of a page for each provider."""
    modules = peers.installed("pagefind", ground.packages)
    pagefind.build(modules, ground.records, ground.scratch, ground.folder)
    return {}


def bundled(peer: str) -> Callable[[Ground], Settings]:
    """The index of a peer that is a library of JavaScript."""

    def made(ground: Ground) -> Settings:
        modules = peers.installed(peer, ground.packages)
        library = peers.bundled(peer, modules, ground.folder)
        peers.build(peer, library, ground.records, ground.folder)
        return {}

    return made


ENGINES: dict[str, Callable[[Ground], Settings]] = {
    "ours": ours,
    "ours-worker": ours,
    "pagefind": with_pagefind,
    "minisearch": bundled("minisearch"),
    "orama": bundled("orama"),
    "null": null,
}
"""By name, in the order of the tables; the name is also that of the adapter."""

USUAL = tuple(name for name in ENGINES if name != "ours-worker")
"""Those that are measured unless others are asked for: the engine in a worker only shows why ours is in none."""

VERSIONS = {"null": "null (the harness)", **{name: packages[0] for name, packages in peers.PACKAGES.items()}}
"""Names as the tables write them."""
