"""The search's scripts and words, served to a browser."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

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
