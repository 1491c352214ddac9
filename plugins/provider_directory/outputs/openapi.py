"""OpenAPI 3.1: how files that answer like an API are described to programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..views.edition import Edition
from .data.sources import licence

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document(
    edition: Edition, folder: str, *, title: str, about: str, version: str, paths: Schema, schemas: Schema
) -> Schema:
    """A whole description; its addresses are below a folder of the site."""
    terms = licence(edition.settings)
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": title,
            "version": version,
            "description": about,
            "license": {"name": terms["title"], "url": terms["path"]},
        },
        "servers": [{"url": edition.absolute(f"/{folder}")}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def reading(name: str, summary: str, answer: Schema, *, parameters: Iterable[Schema] = (), missing: str = "") -> Schema:
    """A file that can be read: its operation, and what it answers."""
    answers: Schema = {"200": {"description": summary, "content": {"application/json": {"schema": answer}}}}
    if missing:
        answers["404"] = {"description": missing}
    operation = {"operationId": name, "summary": summary, "parameters": list(parameters), "responses": answers}
    return {"get": {key: value for key, value in operation.items() if value}}


def parameter(name: str, about: str, schema: Schema) -> Schema:
    """A part of an address."""
    return {"name": name, "in": "path", "required": True, "description": about, "schema": schema}


def reference(name: str) -> Schema:
    """A schema that stands by itself."""
    return {"$ref": f"#/components/schemas/{name}"}
