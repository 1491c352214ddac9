"""What the tests of open data share: the example site's files, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.views.edition import Edition
from tests.conftest import ROOT
from tests.outputs.data import publishing
from tests.records.project import Project, world


@pytest.fixture(scope="session")
def example() -> Edition:
    """The example site on its own day."""
    return publishing.edition_at(ROOT)


@pytest.fixture(scope="session")
def files(example: Edition) -> dict[str, bytes]:
    """Its files of open data, by their paths."""
    return publishing.published(example)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project of its own."""
    return world(tmp_path)
