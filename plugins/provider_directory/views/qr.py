"""A page's address as a QR code, for paper. The only home of segno."""

from __future__ import annotations

from dataclasses import dataclass

import segno

QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A code as one SVG path."""

    size: int
    """Modules from edge to edge, the quiet zone included."""
    path: str
    """The dark modules, row by row, in modules."""


def qr_code(address: str) -> QrCode:
    """The code of a whole address, with fault tolerance for a creased paper (level M)."""
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False, boost_error=False).matrix]
    runs = (
        f"M{left + QUIET} {top + QUIET}h{length}v1h-{length}z"
        for top, row in enumerate(rows)
        for left, length in dark_runs(row)
    )
    return QrCode(size=len(rows) + 2 * QUIET, path="".join(runs))


def dark_runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules begin in a row, and how many stand beside each other."""
    runs: list[tuple[int, int]] = []
    for at, module in enumerate(row):
        if module and at and row[at - 1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif module:
            runs.append((at, 1))
    return runs
