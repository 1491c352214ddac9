"""What the attacks share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.project import Project, world


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small world in it."""
    return world(tmp_path)
