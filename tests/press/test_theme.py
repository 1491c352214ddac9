"""Which templates and words a piece of work depends on."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, meta

from provider_directory.press.theme import asked_by, template_names, together, word_names

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"

FEW = {
    "base.html": '{% from "parts/as-of.html" import as_of %}{{ as_of() }}',
    "page.html": '{% extends "base.html" %}\n{%- from\n  "parts/row.html" import row with context -%}',
    "other.html": "{% extends 'base.html' %}",
    "any.html": '{% extends "base.html" %}{% import "parts/" ~ view.name ~ ".html" as part %}',
    "parts/as-of.html": "{% macro as_of() %}{% endmacro %}",
    "parts/row.html": "{% macro row() %}{% endmacro %}",
    "parts/row.yaml": "an example",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few templates."""
    for name, text in FEW.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "concerned"),
    [
        ("parts/row.html", {"page.html", "any.html", "parts/row.html"}),
        ("parts/as-of.html", {"base.html", "page.html", "other.html", "any.html", "parts/as-of.html"}),
        ("other.html", {"other.html", "any.html"}),
        ("parts/row.yaml", {"any.html"}),
    ],
)
def test_a_change_concerns_what_is_made_with_it(folder: Path, changed: str, concerned: set[str]) -> None:
    before = template_names(folder)
    (folder / changed).write_text("changed", "utf-8")
    after = template_names(folder)

    assert {name for name, digest in before.items() if after[name] != digest} == concerned


def test_templates_that_name_each_other_come_to_an_end() -> None:
    assert together("a", {"a": ["b"], "b": ["a", "c"], "c": None}) == ["a", "b", "c"]


def test_what_is_found_is_what_jinja_finds() -> None:
    jinja = Environment(extensions=["jinja2.ext.i18n"])
    for file in sorted(TEMPLATES.rglob("*.html")):
        text = file.read_text("utf-8")
        named = set(meta.find_referenced_templates(jinja.parse(text)))
        assert asked_by(text) == (None if None in named else named), file


def test_a_word_concerns_its_language(tmp_path: Path) -> None:
    for language in ("fi", "sv", "en"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "messages.po").write_text("words", "utf-8")
    before = word_names(tmp_path)
    (tmp_path / "sv/messages.po").write_text("ord", "utf-8")

    assert {name for name, digest in word_names(tmp_path).items() if before[name] != digest} == {"sv"}
