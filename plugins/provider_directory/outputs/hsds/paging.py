"""Pages of lists, as the HSDS API has them; each is a file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .texts import Thing

FOLDER = "hsds"


def page(name: str, number: int, pages: int, total: int, contents: Sequence[Thing]) -> tuple[str, bytes]:
    """One page of a list. A page may have fewer than others, or none: who is on it follows from the record's key alone."""
    return written(
        f"{name}/{number}",
        {
            "total_items": total,
            "total_pages": pages,
            "page_number": number,
            "size": len(contents),
            "first_page": number == 1,
            "last_page": number == pages,
            "empty": not contents,
            "contents": contents,
        },
    )


def written(name: str, contents: Thing) -> tuple[str, bytes]:
    """A file below the folder."""
    text = json.dumps(contents, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/{name}.json", f"{text}\n".encode()
