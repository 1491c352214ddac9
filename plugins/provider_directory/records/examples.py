"""The examples that stand beside each component of the theme; they are code, so YAML's own types apply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_examples(file: Path) -> dict[str, dict[str, Any]]:
    """Arguments of a component by the example's name."""
    found = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): dict(arguments) for name, arguments in (found or {}).items()}
