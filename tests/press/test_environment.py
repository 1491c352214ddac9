"""Templates as they are compiled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.support import Translations
from jinja2 import Environment, FileSystemLoader

from provider_directory.press.environment import Compiled, environment

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"


def test_indentation_is_left_out_and_line_breaks_stay(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<ul>\n  {% for each in texts %}\n    <li>\n\t  {{ each }} <b>x</b></li>\n  {% endfor %}\n</ul>\n"
    )
    template = environment(tmp_path, Translations()).get_template("a.html")

    assert (
        template.render(texts=["  a", "b\n  c"]) == "<ul>\n<li>\n  a <b>x</b></li>\n<li>\nb\n  c <b>x</b></li>\n</ul>\n"
    )


@pytest.mark.parametrize("several_lines", [r"<pre\b(?!.*</pre>)", r"<textarea\b(?!.*</textarea>)", r"{% trans\b"])
def test_no_template_has_text_whose_indentation_means_something(several_lines: str) -> None:
    found = (
        file.name for file in sorted(TEMPLATES.rglob("*.html")) if re.search(several_lines, file.read_text("utf-8"))
    )

    assert list(found) == []


def said(folder: Path, version: str) -> tuple[str, bool]:
    """What a template says, and whether it had to be compiled."""
    before = Compiled(folder / "templates-fi", version)
    jinja = Environment(loader=FileSystemLoader(folder), bytecode_cache=before)
    words = jinja.get_template("a.html").render()
    before.keep()
    return words, before.new


def test_a_template_is_compiled_once_until_it_or_the_program_is_another(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("one")
    assert said(tmp_path, "1") == ("one", True)
    assert said(tmp_path, "1") == ("one", False)

    (tmp_path / "a.html").write_text("two")
    assert said(tmp_path, "1") == ("two", True)
    assert said(tmp_path, "2") == ("two", True)
