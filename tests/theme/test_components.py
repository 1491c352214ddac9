"""A component is one stem: a macro, its examples, its style and, where it does something, its script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = THEME / "templates"
COMPONENTS = TEMPLATES / "components"
STYLES = THEME / "static/css/components"
SCRIPTS = THEME / "static/js"

NAMES = sorted(file.stem for file in COMPONENTS.glob("*.html"))
ESCAPING = "text that needs escaping"
WITHOUT_WORDS = {"freshness", "icon"}
"""Components that no view hands any text to."""

DOCUMENTED = re.compile(r"^  (\w+) {2,}\S", re.MULTILINE)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def examples_of(name: str) -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.safe_load((COMPONENTS / f"{name}.yaml").read_text("utf-8"))
    return read


def macro_of(environment: Environment, name: str) -> Any:
    return getattr(environment.get_template(f"components/{name}.html").module, name.replace("-", "_"))


EXAMPLES = [pytest.param(name, label, id=f"{name}: {label}") for name in NAMES for label in examples_of(name)]


def test_there_are_components() -> None:
    assert {"price-table", "provider-card", "provider-table"} <= set(NAMES)


def test_every_file_beside_a_component_belongs_to_one() -> None:
    stems = {file.stem for folder in (COMPONENTS, STYLES) for file in folder.iterdir()}

    assert stems == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_component_has_examples_and_style(name: str) -> None:
    assert len(examples_of(name)) >= 2
    assert (STYLES / f"{name}.css").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_first_comment_documents_each_argument_in_order(name: str, environment: Environment) -> None:
    comment = COMMENT.search((COMPONENTS / f"{name}.html").read_text("utf-8"))

    assert comment is not None
    assert tuple(DOCUMENTED.findall(comment[0])) == macro_of(environment, name).arguments


@pytest.mark.parametrize(("name", "label"), EXAMPLES)
def test_example_renders(name: str, label: str, environment: Environment) -> None:
    html = macro_of(environment, name)(**examples_of(name)[label])

    assert f'class="{name}' in html
    assert "<b>" not in html
    assert not re.search(r'\s(style|on\w+)="|<script', html)


@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT_WORDS))
def test_text_is_escaped(name: str, environment: Environment) -> None:
    given = examples_of(name)[ESCAPING]
    html = macro_of(environment, name)(**given)

    assert "<b>" in str(given)
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize("name", NAMES)
def test_every_selector_starts_with_a_class_of_the_component(name: str) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (STYLES / f"{name}.css").read_text("utf-8"), flags=re.DOTALL)
    sheet = re.sub(r"@keyframes [\w-]+ \{(?:[^{}]*\{[^{}]*\})*\s*\}", "", sheet)
    preludes = [prelude.strip() for prelude in re.findall(r"([^{};]+)\{", sheet)]
    selectors = [part.strip() for prelude in preludes if prelude[0] != "@" for part in prelude.split(",")]
    own = re.compile(rf"\.{name}(?![\w-])|\.{name}(?:__|--)")

    assert [selector for selector in selectors if not own.match(selector)] == []


def test_templates_name_the_arguments_of_components() -> None:
    macros = "|".join(name.replace("-", "_") for name in NAMES)
    unnamed = re.compile(rf"(?:\{{\{{|\{{% call) *(?:{macros})\((?! *\)|\w+=|\*\*)[^)]*\)")
    found = {
        str(file.relative_to(TEMPLATES)): unnamed.findall(file.read_text("utf-8"))
        for file in sorted(TEMPLATES.rglob("*.html"))
    }

    assert {file: calls for file, calls in found.items() if calls} == {}


def test_no_component_trusts_text() -> None:
    trusting = [name for name in NAMES if re.search(r"\|\s*safe\b|Markup", (COMPONENTS / f"{name}.html").read_text())]

    assert trusting == []


def test_scripts_templates_and_main_agree_on_the_modules() -> None:
    templates = "".join(file.read_text("utf-8") for file in sorted(TEMPLATES.rglob("*.html")))
    asked_for = set(re.findall(r'data-module="([\w-]+)"', templates))
    known = dict(
        re.findall(r"'([\w-]+)': \(\) => import\('\./components/([\w-]+)\.js'\)", (SCRIPTS / "main.js").read_text())
    )

    assert all(module == file for module, file in known.items())
    assert set(known) == asked_for
    assert all((SCRIPTS / f"components/{module}.js").is_file() for module in known)


def test_base_states_the_colours_that_the_tokens_have() -> None:
    base = (TEMPLATES / "base.html").read_text("utf-8")
    tokens = (THEME / "static/css/tokens.css").read_text("utf-8")
    stated = re.findall(r'name="theme-color" content="(#\w+)"', base)

    assert stated == re.findall(r"--palette-(?:paper|night): (#\w+);", tokens)
