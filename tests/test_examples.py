"""Every example is executed: YAML in the papers, and what the schema gives as an example."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from provider_directory.records.documentation import groups
from provider_directory.records.folders import REGISTERS
from provider_directory.records.json_schema import alone
from provider_directory.records.sentences import flow
from provider_directory.records.text import parse
from tests.records.project import Project
from tests.test_documentation import PAPERS, ROOT

MODELS = list(
    dict.fromkeys(group for model in (*alone(), *(model for _, model in REGISTERS.values())) for group in groups(model))
)


def blocks() -> Iterator[Any]:
    """Every YAML block of the papers."""
    for file in PAPERS:
        text = (ROOT / file).read_text(encoding="utf-8") if (ROOT / file).is_file() else ""
        for match in re.finditer(r"^```ya?ml\n(.*?)^```$", text, flags=re.S | re.M):
            line = text.count("\n", 0, match.start()) + 2
            yield pytest.param(match[1], id=f"{file}:{line}")


def fields() -> Iterator[Any]:
    """Every field of every record."""
    for model in MODELS:
        for name, info in model.model_fields.items():
            yield pytest.param(name, info, id=f"{model.__name__}.{name}")


@pytest.mark.parametrize("block", list(blocks()))
def test_a_block_of_yaml_is_a_file_without_faults_or_fields_that_exist(block: str, tmp_path: Path) -> None:
    named = re.match(r"# ((?:content|providers)/\S+\.(?:yaml|md))\n", block)
    if named is None:
        assert fitting(parse(block, "block").tree) != []
        return
    for folder in ("content", "providers"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    project = Project(tmp_path)
    project.write(named[1], block.removeprefix(named[0]) if named[1].endswith(".md") else block)

    assert [line for line in project.told() if line.startswith(named[1])] == []


def fitting(tree: Any) -> list[str]:
    """The groups of fields that part of a record may be a part of: what is written fits, whatever is missing."""
    return [model.__name__ for model in MODELS if not wrong(model, tree)]


def wrong(model: type[BaseModel], tree: Any) -> bool:
    """Whether anything that is written does not fit a group."""
    try:
        model.model_validate(tree)
    except ValidationError as error:
        return any(fault["type"] != "missing" for fault in error.errors())
    return False


def test_a_block_that_fits_nowhere_is_noticed() -> None:
    assert fitting({"pirce": "38.50"}) == []
    assert fitting({"prices": [{"price": "38.5o"}]}) == []
    assert fitting({"prices": [{"price": "38.50"}]}) == ["Listing"]


@pytest.mark.parametrize(("name", "info"), list(fields()))
def test_a_field_has_a_sentence_and_examples_that_are_right(name: str, info: FieldInfo) -> None:
    if name == "rule" and not info.examples:
        return
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation

    assert info.description and info.description.endswith(".")
    assert info.examples
    for example in info.examples:
        assert example not in ([], {}, "") and "…" not in flow(example)
        TypeAdapter(kind).validate_python(example)
        assert parse(f"{name}: {flow(example)}\n", "example").tree == {name: example}
