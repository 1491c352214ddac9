"""
The provider directory, as a Pelican plugin.

Records become a catalogue, the catalogue becomes views, views become files. README.md beside this file has the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .generator import DirectoryGenerator

__all__ = ["register"]


def register() -> None:
    """Connect the directory to Pelican's run."""
    from pelican import signals

    signals.get_generators.connect(directory_generator)


# Not a lambda inside register(): Pelican keeps only a weak reference to receivers.
def directory_generator(pelican: object) -> type[DirectoryGenerator]:
    """The generator that makes the whole site."""
    from .generator import DirectoryGenerator

    return DirectoryGenerator
