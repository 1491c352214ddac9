"""A time without garbage collection, in which much is made and little let go."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for nothing that could be let go: with every ten thousand records it would be looked for in all of them again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            # What was made now is taken for old, and is not looked through at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
