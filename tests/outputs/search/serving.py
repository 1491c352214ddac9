"""The search's scripts and words, served to a browser."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

from provider_directory.outputs.search import SearchDirectory, index_of

HOST = "http://search.test"
HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[2] / "theme" / "static" / "js"


def script(route: Route) -> None:
    """Answer with a file of the theme's scripts."""
    path = SCRIPTS / route.request.url.removeprefix(f"{HOST}/js/")
    route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript")


def words() -> dict[str, Any]:
    """The words of a search page."""
    read: dict[str, Any] = json.loads((HERE / "words.json").read_text("utf-8"))
    return read


def served(searched: SearchDirectory, day: date, *, whole: bool = True, packed: bool = False) -> dict[str, Any]:
    """An index as calls.js opens it: fetched whole, or piece by piece as a large one, from packs as a huge one."""
    index = index_of(searched) if whole else index_of(searched, whole=0, huge=0 if packed else 30_000)
    files = {
        f"/{path}": content.decode("latin-1" if path.endswith(".bin") else "utf-8") for path, content in index.files
    }
    return {"address": f"/{index.path}", "files": files, "day": day.isoformat(), "whole": whole}
