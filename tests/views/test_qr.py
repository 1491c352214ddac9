"""An address as a QR code: read back module by module."""

from __future__ import annotations

import re

import segno

from provider_directory.views.qr import QUIET, qr_code

ADDRESS = "https://opas.example.fi/fi/tuottajat/esimerkkihoiva-oy/"


def drawn(path: str) -> set[tuple[int, int]]:
    """The dark modules a path draws."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path)
    return {(int(left) + step, int(top)) for left, top, length in runs for step in range(int(length))}


def test_the_path_draws_exactly_the_dark_modules_inside_the_quiet_zone() -> None:
    made = qr_code(ADDRESS)
    modules = segno.make(ADDRESS, error="m", micro=False, boost_error=False).matrix

    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(modules) for x, module in enumerate(row) if module}

    assert drawn(made.path) == dark
    assert made.size == len(modules) + 2 * QUIET


def test_other_addresses_make_other_codes() -> None:
    assert qr_code(ADDRESS).path != qr_code(ADDRESS + "x").path
