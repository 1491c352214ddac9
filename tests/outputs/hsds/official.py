"""
HSDS's own schema, from a folder that the environment names. The project neither has nor needs it.

It is schema/compiled/service_with_definitions.json of openreferral/specification, branch 3.0 (CC BY-SA 4.0).
"""

from __future__ import annotations

import json
import os
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from provider_directory.outputs.hsds.openapi import LISTS
from provider_directory.outputs.hsds.profile import FIELDS

VARIABLE = "HSDS_SCHEMA"
FILE = "service_with_definitions.json"


def official() -> dict[str, Any]:
    """The schemas of HSDS by name; the test is skipped where there are none."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} does not name the folder that has {FILE} of HSDS 3.0 (.ci/hsds.sh does)")
    file = Path(folder) / FILE
    if not file.is_file():
        pytest.skip(f"{VARIABLE} is {folder}, where there is no {FILE}")
    whole: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    definitions: dict[str, Any] = whole.pop("definitions")
    return {**definitions, "service": whole}


def schema_of(name: str, schemas: dict[str, Any]) -> dict[str, Any]:
    """The schema of what stands in a list."""
    return {"$ref": f"#/definitions/{LISTS[name]}", "definitions": schemas}


def with_profile(schemas: dict[str, Any]) -> dict[str, Any]:
    """HSDS's schemas as the profile changes them (RFC 7386), refusing every field that neither names."""
    found = deepcopy(schemas)
    for name, fields in FIELDS.items():
        merge(found[name], {"properties": fields})
    for schema in found.values():
        schema["additionalProperties"] = False
    return found


def merge(target: dict[str, Any], patch: dict[str, Any]) -> None:
    """A JSON Merge Patch."""
    for key, value in patch.items():
        if value is None:
            target.pop(key, None)
        elif isinstance(value, dict):
            own = target.get(key)
            target[key] = own if isinstance(own, dict) else {}
            merge(target[key], value)
        else:
            target[key] = value
