"""Templates as they are compiled."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.support import Translations

from provider_directory.press.environment import environment

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"


def test_indentation_is_left_out_and_line_breaks_stay(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<ul>\n  {% for each in texts %}\n    <li>\n\t  {{ each }} <b>x</b></li>\n  {% endfor %}\n</ul>\n"
    )
    template = environment(tmp_path, Translations()).get_template("a.html")

    assert (
        template.render(texts=["  a", "b\n  c"]) == "<ul>\n<li>\n  a <b>x</b></li>\n<li>\nb\n  c <b>x</b></li>\n</ul>\n"
    )


@pytest.mark.parametrize("tag", ["<pre", "<textarea", "{% trans"])
def test_no_template_has_text_whose_indentation_means_something(tag: str) -> None:
    assert [file.name for file in sorted(TEMPLATES.rglob("*.html")) if tag in file.read_text("utf-8")] == []
