"""What can be asked of the API, and what comes back: declared once, for its description and for the page about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..data.columns import say
from ..openapi import Schema, parameter, reading, reference
from .resources import PROVIDER, RESOURCES
from .shape import LANGUAGE_SCHEMAS, Shape

INDEX = "Index"

PARTS: dict[str, tuple[str, Schema]] = {
    "page": (say("The number of a page, from one to the number of pages."), {"type": "integer", "minimum": 1}),
    "key": (say("What lists call the provider."), {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
}
"""What is filled in in addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One kind of file that answers."""

    name: str
    path: str
    """Below the folder of the API, with the names of what is to be filled in."""
    title: str
    """What it is about, in one of the site's own words."""
    about: str
    """What it answers, in an English sentence that is one of the site's own words."""
    answer: str
    """The name of its schema."""
    shape: Shape | None = None
    """What is in it, but for the index."""

    @property
    def part(self) -> str | None:
        """What is to be filled in."""
        return next((part for part in PARTS if f"{{{part}}}" in self.path), None)


def operations() -> Iterator[Operation]:
    """All of them."""
    about = say("Of which day everything is, under which licence, how much there is of each list and where it begins.")
    yield Operation(name="index", path="/index.json", title=say("Index"), about=about, answer=INDEX)
    for name, resource in RESOURCES.items():
        yield Operation(
            name=name,
            path=f"/{name}/page/{{page}}.json",
            title=resource.shape.table.title,
            about=resource.shape.table.about,
            answer=f"{resource.shape.name}Page",
            shape=resource.shape,
        )
        if resource.shape is PROVIDER:
            one = say("One provider with its locations, its listings and their prices.")
            yield Operation(
                name="provider",
                path=f"/{name}/{{key}}.json",
                title=say("One provider"),
                about=one,
                answer=PROVIDER.name,
                shape=PROVIDER,
            )


def paths() -> Schema:
    """Every operation as OpenAPI has it."""
    missing = "There is no such file: it never was, it has been withdrawn, or it has come to an end."
    return {
        each.path: reading(
            f"get_{each.name}",
            each.about,
            reference(each.answer),
            parameters=[parameter(each.part, *PARTS[each.part])] if each.part else [],
            missing=missing if each.part else "",
        )
        for each in operations()
    }


def schemas() -> Schema:
    """Every schema of an answer and of what is in it, by name."""
    found: Schema = {INDEX: index_schema(), **LANGUAGE_SCHEMAS}
    for resource in RESOURCES.values():
        found |= dict(resource.shape.schemas())
        found[f"{resource.shape.name}Page"] = page_schema(resource.shape)
    return found


def page_schema(shape: Shape) -> Schema:
    """A page of a list."""
    addresses = {name: address_schema(LINKS_WORDS[f"links.{name}"]) for name in LINKS}
    for name in ("previous", "next"):
        addresses[name]["type"] = ["string", "null"]
    kinds: Schema = {
        "page": {"type": "integer"},
        "pages": {"type": "integer"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "links": {"type": "object", "required": [*LINKS], "properties": addresses},
        "items": {"type": "array", "items": reference(shape.name)},
    }
    properties = {name: kind | {"description": PAGE_WORDS[name]} for name, kind in kinds.items()}
    about = f"{shape.table.about} Which page something is on does not change by what else comes or goes."
    return {"type": "object", "description": about, "required": [*properties], "properties": properties}


PAGE_WORDS = {
    "page": say("The number of this page, from one."),
    "pages": say("How many pages there are. The number doubles when pages become too full."),
    "items": say("What is on this page. Which page something is on follows from its key and never shifts."),
    "sha256": say("SHA-256 of the items as JSON without spaces. The same hash means the same items."),
    "links": say("Addresses from the root of the site."),
}
"""What every page of a list says of itself."""

LINKS_WORDS = {
    "links.self": say("This page."),
    "links.previous": say("The page before; null on the first."),
    "links.next": say("The page after; null on the last."),
    "links.index": say("The index of all lists."),
}
"""Where it leads."""

LINKS = [name.removeprefix("links.") for name in LINKS_WORDS]


def address_schema(about: str) -> Schema:
    """An address from the root of the site."""
    return {"type": "string", "format": "uri-reference", "description": about}


def index_schema() -> Schema:
    """The index."""
    listed = {
        "items": {"type": "integer", "description": "How many there are."},
        "pages": {"type": "integer", "description": "On how many pages."},
        "first": address_schema("The first page."),
    }
    text = {"type": "string"}
    properties: Schema = {
        "name": text | {"description": "The site's name."},
        "version": text | {"description": "The version of the API."},
        "as_of": text | {"format": "date", "description": "The day on which everything that any file says was true."},
        "licence": {
            "type": "object",
            "description": "Under which licence all of it may be used.",
            "properties": dict.fromkeys(("name", "title", "path"), text),
        },
        "lists": {
            "type": "object",
            "description": "Every list by its name.",
            "properties": {name: {"type": "object", "required": [*listed], "properties": listed} for name in RESOURCES},
        },
        "links": {"type": "object", "description": "Where to go from here."},
    }
    return {"type": "object", "required": [*properties], "properties": properties}
