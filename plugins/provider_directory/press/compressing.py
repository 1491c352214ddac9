"""Compressed files beside those of the site, for servers that send them as they stand."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..outputs.media_types import NEVER_SERVED, shrinks

SMALLEST = 1000
"""Bytes. What is smaller fits into one packet as it is."""

GZIP = 31
"""Window of 32 KiB, with gzip's own head and end (zlib's manual, deflateInit2). The head has no time in it, and no name."""


def gzipped(path: str, data: bytes) -> bytes:
    """A file as gzip has it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, GZIP)
    return packer.compress(data) + packer.flush()


def brotlied(path: str, data: bytes) -> bytes:
    """A file as Brotli has it; as small as it can be where every visitor needs it, for that takes thirty times as long."""
    import brotli

    return bytes(brotli.compress(data, quality=11 if path.startswith("theme/") else 7))


CODINGS: Mapping[str, Callable[[str, bytes], bytes]] = {"gz": gzipped, "br": brotlied}
"""By the ending of the file."""


def with_compressed(files: Iterable[tuple[str, bytes]], endings: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Files, each followed by what it is compressed, where that is smaller."""
    for path, data in files:
        yield path, data
        if len(data) < SMALLEST or not shrinks(path) or path in NEVER_SERVED:
            continue
        for ending in endings:
            packed = CODINGS[ending](path, data)
            if len(packed) < len(data):
                yield f"{path}.{ending}", packed


def is_compressed(path: str) -> bool:
    """Whether a file is another one, compressed."""
    return path.endswith((".gz", ".br"))
