"""The results as a dated paper that can be kept."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version

from ..search.report import section
from .goals import goals
from .hugo import PACKAGE
from .measuring import Measured
from .tables import around, pages, results

LIBRARIES = ("pelican", "pydantic", "PyYAML", "Jinja2")


def told(measured: Measured) -> str:
    """The tables of one number of providers."""
    left = [f"{engine}, {work}: given up: {why.splitlines()[0]}." for (work, engine), why in measured.given_up.items()]
    return section(
        f"{measured.count:,} providers",
        results(measured),
        " ".join([around(measured), *pages(measured), *left]),
        goals(measured),
    )


def document(sections: Iterable[str], options: argparse.Namespace) -> str:
    """Everything that was measured in one run, with what it was measured on."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    rounds = f"{options.repeats} round{'s' if options.repeats > 1 else ''}"
    heading = (
        f"# Building the site, {datetime.now(UTC):%Y-%m-%d}\n\n"
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}{load}; "
        f"Python {platform.python_version()}, {libraries}; {PACKAGE}; {rounds}, seed {options.seed}. "
        "Medians. README.md beside the benchmark tells how to read them.\n"
    )
    return "\n".join([heading, *sections])
