"""The API of HSDS as files can answer it: each list in pages, and nothing by its id."""

from __future__ import annotations

from ..openapi import Schema, parameter, reading, reference

LISTS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "programs": "program",
}
"""Every list with the schema of what is in it."""

NOT_ANSWERED = (
    *("/services", "/services/{id}", "/organizations", "/organizations/{id}"),
    *("/service_at_locations", "/service_at_locations/{id}"),
    *("/taxonomies", "/taxonomies/{id}", "/taxonomy_terms", "/taxonomy_terms/{id}"),
)
"""What the API of HSDS answers by looking things up."""

PAGE: Schema = {
    "type": "object",
    "description": "A page of a list. Which page something is on never changes by what else comes or goes; only when pages become "
    "too full, their number doubles.",
    "required": ["empty", "contents"],
    "properties": {
        "total_items": {"type": "integer", "description": "How many the list has on all pages."},
        "total_pages": {"type": "integer", "description": "How many pages there are."},
        "page_number": {"type": "integer", "description": "The number of this page, from one."},
        "size": {"type": "integer", "description": "How many are on this page; pages differ."},
        "first_page": {"type": "boolean"},
        "last_page": {"type": "boolean"},
        "empty": {"type": "boolean", "description": "Whether nothing is on this page; others may have something."},
        "contents": {"type": "array", "items": {"type": "object", "required": ["id"]}},
    },
}


ROOT: Schema = {
    "type": "object",
    "description": "What this is, and where its lists begin.",
    "properties": {
        "version": {"type": "string", "description": "The version of HSDS."},
        "profile": {"type": "string", "description": "The page that describes the profile."},
        "openapi_url": {"type": "string", "description": "This description."},
        "description": {"type": "string"},
        "publisher": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "website": {"type": "string"}},
        },
        "as_of": {"type": "string", "format": "date", "description": "The day on which all of it was true."},
        "licence": {"type": "object", "description": "Under which licence all of it may be used."},
        "namespace": {
            "type": "string",
            "format": "uuid",
            "description": "The namespace of all ids: UUID version 5 of it and the record's kind and key.",
        },
        "profile_version": {"type": "string", "description": "The version of the profile."},
        "profile_files": {
            "type": "array",
            "items": {"type": "string"},
            "description": "The merge patches of the profile.",
        },
        "lists": {
            "type": "object",
            "description": "Each list: how many it has, on how many pages, and where the first of them is.",
            "additionalProperties": {
                "type": "object",
                "properties": {
                    "total_items": {"type": "integer"},
                    "total_pages": {"type": "integer"},
                    "first_page": {"type": "string"},
                },
            },
        },
    },
}


def root_path(answer: Schema) -> Schema:
    """Where everything begins."""
    return {"/index.json": reading("get_index", "What this is, and where its lists begin.", answer)}


def list_paths(schemas: bool) -> Schema:
    """Each list's pages; with the schemas of what is in them, where the description has these."""
    number = parameter("page", "The number of a page, from one to total_pages.", {"type": "integer", "minimum": 1})
    return {
        f"/{name}/{{page}}.json": reading(
            f"get_{name}",
            f"A page of {name.replace('_', ' ')}.",
            page_of(schema) if schemas else reference("StaticPage"),
            parameters=[number],
            missing="There is no such page.",
        )
        for name, schema in LISTS.items()
    }


def page_of(schema: str) -> Schema:
    """A page of a list of one kind."""
    contents = {"properties": {"contents": {"type": "array", "items": reference(schema)}}}
    return {"allOf": [reference("StaticPage"), contents]}


PATCH: Schema = {
    "info": {
        "title": "Service voucher directory",
        "version": "1.0.0",
        "summary": "A profile of HSDS 3.0 for service vouchers (palveluseteli) and self-pay services in Finland.",
        "description": "The lists of HSDS as files in pages. See the site's own openapi.json for its address and licence.",
        "contact": None,
        "license": {"name": "Creative Commons Attribution 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    },
    "paths": {"/": None, **dict.fromkeys(NOT_ANSWERED), **root_path(reference("Root")), **list_paths(schemas=False)},
    "components": {"schemas": {"Root": ROOT, "StaticPage": PAGE}},
}
"""The merge patch of HSDS's own description."""
