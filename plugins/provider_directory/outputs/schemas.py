"""schema/*.json: what each kind of file may hold, for editors' programs and for other people's."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..records.json_schema import schemas


def files(*_: object) -> Iterator[tuple[str, bytes]]:
    """One file for each kind."""
    for name, schema in schemas().items():
        yield f"schema/{name}.json", f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()
