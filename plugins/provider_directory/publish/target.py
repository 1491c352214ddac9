"""What a place must be able to do for a site to be published there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from .site import Site


class Target(Protocol):
    """A folder, a host or an object store. Every method raises NotPublished with a sentence, or OSError."""

    @property
    def shown(self) -> str:
        """Its address as it may be printed."""

    @property
    def at_once(self) -> int:
        """How many files are sent between two notes of how far it is; a publish that was broken off repeats no more."""

    @property
    def compares(self) -> bool:
        """Whether it looks before it sends: what is there already, to the byte, is not sent again."""

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        """The notes among these that are there, by name."""

    def write(self, name: str, data: bytes) -> None:
        """Put a note there, whole or not at all, after everything that was sent before."""

    def is_empty(self) -> bool:
        """Whether nothing is there at all."""

    def taken(self, paths: Collection[str]) -> Collection[str]:
        """Those of these paths at which something stands."""

    def send(self, site: Site, paths: Sequence[str]) -> Collection[str]:
        """Put files there, in any order; the answer is those that were not there already."""

    def delete(self, paths: Collection[str], folders: Collection[str] = ()) -> None:
        """Delete files there, then those of the folders that are empty; what is gone already is no fault."""
