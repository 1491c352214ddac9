"""Somewhere to go on to: a label, an address and perhaps a note."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somewhere to go on to."""

    label: str
    url: str
    note: str | None = None
