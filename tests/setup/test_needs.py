"""A test that needs what is not here is skipped for a person and fails in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TESTS = """
import pytest

@pytest.mark.needs("the program stroopwafel is not here")
def test_with_what_is_lacking() -> None:
    pass

@pytest.mark.needs("")
def test_with_what_is_here() -> None:
    pass
"""


@pytest.mark.parametrize(("everything", "told"), [("", "1 passed, 1 skipped"), ("1", "1 passed, 1 error")])
def test_what_lacks_is_a_skip_or_a_failure(tmp_path: Path, everything: str, told: str) -> None:
    (tmp_path / "test_any.py").write_text(TESTS)
    settings = ("-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider", "-rs")

    run = subprocess.run(
        (sys.executable, "-m", "pytest", *settings, str(tmp_path)),
        cwd=ROOT,
        env={**os.environ, "TEST_EVERYTHING": everything},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told in run.stdout and "the program stroopwafel is not here" in run.stdout, run.stdout
