"""The published JSON Schemas accept what we accept, as an editor's program sees it, and point at the same mistakes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from provider_directory.model import LANGUAGES
from provider_directory.outputs.schemas import files
from provider_directory.records.folders import FOLDERS, REGISTERS
from provider_directory.records.json_schema import DIALECT, schemas
from tests.records.project import WORLD

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = schemas()


class Typed(yaml.SafeLoader):
    """YAML as editors' programs read it: the core schema of YAML 1.2, where 38.50 is a number and yes is a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  PyYAML's own way to hold them.


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Typed.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def typed(text: str) -> Any:
    """A record or front matter as an editor's program sees it."""
    front = text.split("\n---\n")[0].removeprefix("---\n") if text.startswith("---\n") else text
    # Built from nodes that hold only plain types: the loader is PyYAML's safe one.
    return yaml.load(front, Loader=Typed)


def schema_for(file: str) -> str:
    """The name of the schema that a file of a project is written by."""
    path = Path(file)
    if file.startswith("content/registers/"):
        return path.stem
    if path.stem.rpartition(".")[2] in LANGUAGES:
        return "translation"
    nouns = {
        "organisers": "organiser",
        "vouchers": "voucher",
        "events": "event",
        "pages": "page",
        "providers": "provider",
    }
    return nouns[path.parts[1] if path.parts[0] == "content" else path.parts[0]]


def faults(name: str, data: Any) -> list[str]:
    """What a schema says against some data, each with its place."""
    found = Draft202012Validator(SCHEMAS[name]).iter_errors(data)
    return sorted("/".join(map(str, fault.absolute_path)) for fault in found)


def committed() -> Iterator[str]:
    """Every record of the example site."""
    for place in ("content", "providers"):
        for file in sorted((ROOT / place).rglob("*")):
            if file.suffix in (".yaml", ".md") and file.name != "README.md":
                yield file.relative_to(ROOT).as_posix()


def test_every_kind_of_file_has_a_schema() -> None:
    written = {schema_for(f"{place}/x.yaml") for place, *_ in FOLDERS} | {Path(file).stem for file in REGISTERS}

    assert set(SCHEMAS) == written | {"translation"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])

    assert SCHEMAS[name]["$schema"] == DIALECT


def test_schemas_are_published_as_files() -> None:
    published = dict(files())

    assert set(published) == {f"schema/{name}.json" for name in SCHEMAS}
    assert json.loads(published["schema/provider.json"]) == SCHEMAS["provider"]


def test_every_committed_record_is_right_in_an_editors_eyes() -> None:
    wrong = {
        file: found
        for file in committed()
        if (found := faults(schema_for(file), typed((ROOT / file).read_text(encoding="utf-8"))))
    }

    assert wrong == {}


@pytest.mark.parametrize("file", WORLD)
def test_the_small_world_is_right_in_an_editors_eyes(file: str) -> None:
    from textwrap import dedent

    assert faults(schema_for(file), typed(dedent(WORLD[file]))) == []


def test_every_comment_that_names_a_schema_names_a_published_one() -> None:
    for file in committed():
        first = (ROOT / file).read_text(encoding="utf-8").split("\n", 1)[0]
        if match := re.match(r"# yaml-language-server: \$schema=(\S+)", first):
            target = ((ROOT / file).parent / match[1]).resolve()
            assert target == (ROOT / "output/schema" / f"{schema_for(file)}.json").resolve(), file


HEAD = "name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\nlistings:\n  - voucher: ylojarvi/kotihoito\n"


@pytest.mark.parametrize(
    "fields",
    [
        "    prices: [{price: 38.50, unit: hour}, {price: 38, unit: day}, {price: '38,50 €', unit: 24h}]\n",
        "    from: 2018-09-01\n",
        "    at_home: yes\n",
        "    at_home: true\n",
        "summary: Kotihoitoa\n",
        "summary: {fi: Kotihoitoa, sv: Hemvård}\n",
        "summary: 24\n",
        "phones: [0140000100]\n",
        "address: {postal_code: 40100}\n",
        "locations: {keskusta: {name: Keskusta, places: 24, address: {street: Katu 1}}}\n",
    ],
)
def test_what_yaml_takes_for_a_number_or_a_date_is_right(fields: str) -> None:
    assert faults("provider", typed(HEAD + fields)) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("    prices: [{price: 38.5o, unit: hour}]\n", "listings/0/prices/0/price"),
        ("    prices: [{price: 38.50, unit: hours}]\n", "listings/0/prices/0/unit"),
        ("    prices: [{unit: hour}]\n", "listings/0/prices/0"),
        ("    from: 1.9.2018\n", "listings/0/from"),
        ("    price: 38.50\n", "listings/0"),
        ("summary: {sv: Hemvård}\n", "summary"),
        ("phones: 0140000100\n", "phones"),
        ("locations: {Keski katu: {name: Keskusta, address: {street: Katu 1}}}\n", "locations"),
        ("business: x\n", ""),
    ],
)
def test_a_mistake_is_shown_where_it_is(fields: str, place: str) -> None:
    assert faults("provider", typed(HEAD + fields)) == [place]


def described(schema: dict[str, Any], field: dict[str, Any]) -> bool:
    """Whether an editor's program can explain a field; one that is like its group has the group's words."""
    group = schema["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else {}
    return "description" in field or "description" in group


def test_every_field_is_explained() -> None:
    bare = [
        f"{name}: {owner}.{field}"
        for name, schema in SCHEMAS.items()
        for owner, group in {
            **schema.get("$defs", {}),
            "": schema,
            "entry": schema.get("additionalProperties") or {},
        }.items()
        for field, said in group.get("properties", {}).items()
        if field != "rule" and not described(schema, said)
    ]

    assert bare == []
