"""The files of the API and of HSDS for any records, made in this process, and checks that know no mercy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.outputs.kinds import OUTPUT_KINDS
from provider_directory.problems import errors
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.edition import Edition
from provider_directory.views.wording import Wording, load_translations
from tests.conftest import ROOT
from tests.records.project import DAY

Files = dict[str, bytes]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def edition_of(root: Path, day: date = DAY, site_url: str = "https://opas.example.fi") -> Edition:
    """The Finnish edition of a folder of records, with the project's own settings."""
    given = settings_file(ROOT) | {"DIRECTORY_ROOT": str(root), "SITEURL": site_url}
    settings = replace(read_settings(given), as_of=day)
    records, problems = checked_records(root, context_of(settings))
    assert not errors(problems), errors(problems)[:3]
    return Edition(
        catalogue=Catalogue(records=records, as_of=day, closing_days=settings.closing_days),
        settings=settings,
        wording=Wording("fi", load_translations(ROOT / "theme" / "locale", "fi")),
        assets="/theme",
    )


def made(edition: Edition, *starts: str) -> Files:
    """What the kinds of outputs make whose names begin so."""
    return {
        path: data
        for name, kind in OUTPUT_KINDS.items()
        if name.startswith(starts)
        for subject in kind.subjects(edition)
        for path, data in kind.files(edition, subject)
    }


def read(files: Files, path: str) -> Any:
    """A file as JSON, by its address or its path."""
    return json.loads(files[path.lstrip("/")])


def validator(schema: dict[str, Any]) -> jsonschema_rs.Validator:
    """A schema that also looks at formats."""
    return jsonschema_rs.validator_for({"$schema": DIALECT, **schema}, validate_formats=True)


def faults(schema: dict[str, Any], thing: Any) -> Iterator[str]:
    """What is wrong with a thing."""
    return (
        f"{'/'.join(map(str, error.instance_path))}: {error.message}" for error in validator(schema).iter_errors(thing)
    )


def strict(schema: Any) -> Any:
    """The same schema, refusing every field that it does not name."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: strict(value) for key, value in schema.items()}
    named = isinstance(schema.get("properties"), dict) and schema.get("type") == "object"
    return found | {"additionalProperties": False} if named and "additionalProperties" not in schema else found
