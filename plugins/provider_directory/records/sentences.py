"""Pydantic's faults as sentences for an editor, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from ..problems import Problem
from .fields import Unfit
from .suggestions import did_you_mean
from .text import Path_, Source, Tree, say


def problems_of(error: ValidationError, model: type[BaseModel], source: Source) -> Iterator[Problem]:
    """One problem for each fault of a record."""
    for fault in error.errors(include_url=False):
        path = written_path(fault["loc"], source.tree)
        yield source.problem(path, sentence(fault, path, model))


def written_path(location: Iterable[str | int], tree: Tree) -> Path_:
    """The steps that stand in the file: pydantic also names the rule it chose and says when a key is meant."""
    path: list[str | int] = []
    here: Tree | None = tree
    steps = [step for step in location if step != "[key]"]
    for position, step in enumerate(steps):
        last = position == len(steps) - 1
        if isinstance(here, dict) and isinstance(step, str):
            tag = here.get("rule") == step and step not in here
            if tag or (step not in here and not last):
                continue
            path.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            path.append(step)
            here = here[step]
    return tuple(path)


def sentence(fault: Any, path: Path_, model: type[BaseModel]) -> str:
    """What is wrong and what would be right."""
    kind = fault["type"]
    if kind == "value_error" and isinstance(fault["ctx"]["error"], Unfit):
        return str(fault["ctx"]["error"])
    if kind == "missing":
        return f"This is missing.{example(fault['loc'], model)}"
    if kind == "extra_forbidden":
        return unknown_field(str(fault["loc"][-1]), fault["loc"][:-1], model)
    if kind in ("list_type", "tuple_type"):
        return f"{shown(fault['input'])} stands here; write a list, one line for each with a dash."
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"{shown(fault['input'])} stands here; write a group of fields, one to a line."
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return unknown_rule(fault)
    if kind == "literal_error":
        return f"{shown(fault['input'])} is not known here. Use {fault['ctx']['expected']}."
    return f"{shown(fault['input'])} does not fit here: {fault['msg']}."


def shown(value: object) -> str:
    """What stands in the file, in the editor's words."""
    if isinstance(value, dict):
        return "A group of fields"
    if isinstance(value, list):
        return "A list"
    text = str(value)
    return f'"{text}"' if len(text) <= 80 else f'"{text[:77]}…"'


def unknown_rule(fault: Any) -> str:
    """The rule named is not one of ours, or none is named."""
    known = [tag.strip().strip("'") for tag in str(fault.get("ctx", {}).get("expected_tags", "")).split(",") if tag]
    given = fault["input"].get("rule") if isinstance(fault["input"], dict) else None
    if given is None or not isinstance(given, str):
        return 'The field "rule" is missing. It says how the amount is decided, for example "rule: fixed".'
    return f'"{given}" is not a rule. Use one of: {", ".join(known)}.{did_you_mean(given, known)}'


def unknown_field(name: str, location: tuple[str | int, ...], model: type[BaseModel]) -> str:
    """The field is not one of this group's."""
    models = models_at(location, model)
    names = field_names(models)
    return f'"{name}" is not a field here.{did_you_mean(name, names) or listed(names) or elsewhere(name, models)}'


def elsewhere(name: str, models: Iterable[type[BaseModel]]) -> str:
    """Where a field of this name would be right, when it stands too far out."""
    around: list[tuple[Path_, type[BaseModel]]] = [((), model) for model in models]
    for path, model in around:
        if path and name in field_names([model]):
            return f" It belongs in {say(path)}."
        for field, info in model.model_fields.items():
            around += [((*path, info.alias or field), inner) for inner in models_in(info.annotation)]
    return ""


def listed(names: list[str]) -> str:
    """The fields that would be right, when there are few enough to read."""
    return f" Use one of: {', '.join(names)}." if 0 < len(names) <= 12 else ""


def example(location: tuple[str | int, ...], model: type[BaseModel]) -> str:
    """An example of the missing field, from the schema."""
    for owner in models_at(location[:-1], model):
        for name, info in owner.model_fields.items():
            if (info.alias or name) == location[-1] and info.examples:
                return f" {info.description} Write for example: {location[-1]}: {flow(info.examples[0])}"
    return ""


def flow(value: object) -> str:
    """A value in YAML's one-line style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    text = str(value)
    return f'"{text}"' if NEEDS_QUOTES.search(text) else text


NEEDS_QUOTES = re.compile(r"[,\[\]{}]|:(?:\s|$)|\s#|^[%@`&*!|>'?#-]")
"""What would end a text, or make it something else, inside a one-line list or group."""


def field_names(models: Iterable[type[BaseModel]]) -> list[str]:
    """The fields of records as they are written."""
    return [info.alias or name for model in models for name, info in model.model_fields.items()]


def models_at(location: Iterable[str | int], model: type[BaseModel]) -> list[type[BaseModel]]:
    """The records that a fault's location may lie in; one, except where a rule has not been chosen yet."""
    models = [model]
    for step in location:
        if isinstance(step, str):
            models = [inner for owner in models for inner in step_into(step, owner)] or chosen(step, models)
    return models


def step_into(step: str, model: type[BaseModel]) -> list[type[BaseModel]]:
    """The records behind a field."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == step:
            return list(models_in(info.annotation))
    return []


def chosen(step: str, models: list[type[BaseModel]]) -> list[type[BaseModel]]:
    """The records whose rule has this name; any other step is an entry's key and leaves the records as they are."""
    return [model for model in models if step in rule_names(model)] or models


def rule_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The texts of 'rule' that choose this record."""
    info = model.model_fields.get("rule")
    return get_args(info.annotation) if info else ()


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every record named anywhere in a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)
