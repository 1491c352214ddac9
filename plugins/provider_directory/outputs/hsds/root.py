"""hsds/index.json and hsds/openapi.json: what this is, of which day, under which licence, and where its lists begin."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...views.edition import Edition
from ..data.sources import licence
from ..openapi import Schema, document
from .openapi import LISTS, PAGE, ROOT, list_paths, root_path
from .paging import FOLDER
from .profile import FIELDS, VERSION, patches
from .texts import Thing
from .totals import TOTALS, totals

HSDS = "3.0"

REQUIRED = {
    "service": ["id", "name", "status"],
    "organization": ["id", "name", "description"],
    "service_at_location": ["id"],
    "taxonomy": ["id", "name", "description"],
    "taxonomy_term": ["id", "name", "description"],
    "program": ["id", "organization_id", "name", "description"],
}
"""What HSDS demands of what stands in a list."""


def files(edition: Edition, _: None) -> Iterator[tuple[str, bytes]]:
    """Both files."""
    for name, contents in {"index": index(edition), "openapi": description(edition)}.items():
        yield f"{FOLDER}/{name}.json", f"{json.dumps(contents, ensure_ascii=False, indent=2)}\n".encode()


def index(edition: Edition) -> Thing:
    """What the API of HSDS answers at its root, and what else one needs to begin."""
    return {
        "version": HSDS,
        "profile": edition.absolute(profile_address(edition)),
        "openapi_url": edition.absolute(f"/{FOLDER}/openapi.json"),
        "description": f"{edition.site_name}: services, their providers and what they cost, as HSDS {HSDS} in files.",
        "publisher": {"name": edition.site_name, "website": edition.absolute("/")},
        "as_of": edition.catalogue.as_of.isoformat(),
        "licence": licence(edition.settings),
        "namespace": str(edition.settings.namespace),
        "profile_version": VERSION,
        "profile_files": [edition.absolute(f"/{FOLDER}/profile/{name}.json") for name in patches()],
        "lists": {name: list_facts(edition, name) for name in LISTS},
    }


def profile_address(edition: Edition) -> str:
    """The English page that describes the profile."""
    return type(edition.links)(edition.records, "en").place("api", "hsds")


def list_facts(edition: Edition, name: str) -> Thing:
    """How much there is of a list, and where it begins."""
    records, counts = edition.records, edition.catalogue.worked_out(TOTALS, totals)
    shared = {
        "taxonomies": 1,
        "taxonomy_terms": len(records.service_groups) + len(records.services),
        "programs": len(records.vouchers) + len(records.registers),
    }
    return {
        "total_items": shared[name] if name in shared else counts[name],
        "total_pages": 1 if name in shared else len(edition.catalogue.told_providers),
        "first_page": edition.absolute(f"/{FOLDER}/{name}/1.json"),
    }


def description(edition: Edition) -> Schema:
    """The whole API in the words of OpenAPI."""
    schemas = {name: item(name) for name in LISTS.values()}
    return document(
        edition,
        FOLDER,
        title=f"{edition.site_name}: HSDS {HSDS}",
        about="Services, organizations, places and taxonomies as the Human Services Data Specification has them, in files. "
        "Texts are in Finnish, with translations beside them. Nothing has to be asked for: read a list page by page.",
        version=VERSION,
        paths={**root_path({"$ref": "#/components/schemas/Root"}), **list_paths(schemas=True)},
        schemas={"Root": ROOT, "StaticPage": PAGE, **schemas},
    )


def item(name: str) -> Schema:
    """What stands in a list: the fields of HSDS are told by HSDS, ours here."""
    about = f"A {name} of HSDS {HSDS}, with all fields that it has there, and these of the profile."
    return {"type": "object", "description": about, "required": REQUIRED[name], "properties": FIELDS.get(name, {})}
