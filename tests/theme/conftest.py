"""What the theme's tests share: where its files are, and the environment that its templates are rendered in."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.support import Translations
from jinja2 import Environment

from provider_directory.press.environment import environment as press_environment

THEME = Path(__file__).resolve().parents[2] / "theme"


@pytest.fixture(scope="session")
def theme() -> Path:
    """The folder of the theme."""
    return THEME


@pytest.fixture(scope="session")
def environment() -> Environment:
    """The press's own environment, with every word left as the templates have it."""
    return press_environment(THEME / "templates", Translations())
