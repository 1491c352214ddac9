"""The results as a dated paper that can be kept."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime

from .peers import node


def section(title: str, *parts: str) -> str:
    """A heading and what stands below it; empty parts are left out."""
    return "\n\n".join([f"## {title}", *(part for part in parts if part)]) + "\n"


def document(sections: Iterable[str], browser: str, options: argparse.Namespace) -> str:
    """Everything that was measured in one run, with what it was measured on."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    heading = (
        f"# Search in the browser, {datetime.now(UTC):%Y-%m-%d}\n\n"
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}{load}; "
        f"Python {platform.python_version()}, Node {node('Node', '--version').strip().lstrip('v')}, Chromium {browser}; "
        f"HTTP/2 with {options.compression}, {options.repeats} round{'s' if options.repeats > 1 else ''}, seed {options.seed}. "
        "Medians. README.md beside the benchmark tells how to read them.\n"
    )
    return "\n".join([heading, *sections])
