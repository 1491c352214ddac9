"""Who makes a site: this process, copies of it, or the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..settings import Settings
from .cluster import cluster
from .pool import Workers, on_this_machine


@contextmanager
def workers(settings: Settings, errands: Path) -> Iterator[Workers]:
    """Those whom the settings ask for; errands is where those elsewhere find their work. Raises WorkersUnfit."""
    if settings.executor:
        with cluster(settings.executor, errands, settings.theme / "templates") as found:
            yield found
    else:
        yield on_this_machine(settings.workers)
