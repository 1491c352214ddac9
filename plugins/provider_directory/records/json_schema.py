"""JSON Schemas of every kind of file (draft 2020-12), for editors' programs that help while one writes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from .fields import TEXT_OR_NUMBER
from .folders import FOLDERS, REGISTER_KEY, REGISTERS
from .schema.base import Localised
from .schema.shared import EditorialPage
from .schema.voucher import Translation

DIALECT = "https://json-schema.org/draft/2020-12/schema"

NOUNS: dict[type[BaseModel], str] = {EditorialPage: "page"}
"""What a file is called where that is not its record's name."""


class EditorSchema(GenerateJsonSchema):
    """Pydantic's schemas as files are written: nothing is null, defaults go without saying, plain text is Finnish."""

    schema_dialect = DIALECT

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """A field that may be left out; YAML's null is refused when reading."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """The field without its default, which is a value of ours and no text of the editor's."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        """Entries by key; a key of another look is told as wrong, not passed over."""
        made = super().dict_schema(schema)
        for pattern, entry in made.pop("patternProperties", {}).items():
            made |= {"propertyNames": {"pattern": pattern}, "additionalProperties": entry}
        return made

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        """A group of fields; text in three languages may also be written as plain Finnish."""
        made = super().model_schema(schema)
        if not issubclass(schema["cls"], Localised):
            return made
        description = made.pop("description")
        return {"description": description, "anyOf": [{"type": TEXT_OR_NUMBER}, made]}


def record_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of one record."""
    return model.model_json_schema(schema_generator=EditorSchema)


def register_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a register file: entries by key."""
    entry = record_schema(model)
    shared = entry.pop("$defs", {})
    keys = {"pattern": f"^{REGISTER_KEY.pattern}$"}
    return {"type": "object", "propertyNames": keys, "additionalProperties": entry, "$defs": shared}


def schemas() -> dict[str, dict[str, Any]]:
    """Every kind of file's schema by the name it is published under."""
    records = {NOUNS.get(model, model.__name__.lower()): record_schema(model) for model in alone()}
    registers = {file.removesuffix(".yaml"): register_schema(model) for file, (_, model) in REGISTERS.items()}
    return {name: {"$schema": DIALECT, **schema} for name, schema in {**records, **registers}.items()}


def schema_of(attribute: str) -> str:
    """The name under which the schema of a kind of record is published; that of a register is about its whole file."""
    for _, _, own, model in FOLDERS:
        if own == attribute:
            return NOUNS.get(model, model.__name__.lower())
    return next(file.removesuffix(".yaml") for file, (own, _) in REGISTERS.items() if own == attribute)


def alone() -> list[type[BaseModel]]:
    """The records with a file of their own."""
    return [*(model for _, _, _, model in FOLDERS), Translation]
