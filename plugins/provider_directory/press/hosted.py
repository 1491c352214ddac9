"""The scripts that other sites load from here, at addresses that stay, and what they hash to."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator

from ..views.embed_codes import HEIGHT_SCRIPT, INTEGRITY, SCRIPT
from .assets import Assets

SCRIPTS = {SCRIPT: "js/embed/provider-list.js", HEIGHT_SCRIPT: "js/embed/height.js"}
"""The theme's script behind each address."""


def hosted(assets: Assets) -> Iterator[tuple[str, bytes]]:
    """Each of them, and beside the component its hash, as an integrity attribute says it."""
    for address, script in SCRIPTS.items():
        yield address.lstrip("/"), assets.files[script]
    yield INTEGRITY.lstrip("/"), f"{integrity(assets)}\n".encode()


def integrity(assets: Assets) -> str:
    """What the component hashes to (Subresource Integrity)."""
    return f"sha384-{b64encode(hashlib.sha384(assets.files[SCRIPTS[SCRIPT]]).digest()).decode()}"
