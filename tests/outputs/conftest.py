"""What the tests of outputs share: the example site as it is published under a host's name."""

from __future__ import annotations

import pytest

from tests.conftest import BuiltSite, built


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site under https://opas.example.fi, built once."""
    return built(tmp_path_factory.mktemp("hosted"), "publishconf.py", SITEURL="https://opas.example.fi")
