"""HSDS: valid by its own schema, whole, with ids that stay for ever, and saying nothing that pages do not show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest
from openapi_spec_validator import validate

from provider_directory.catalogue.status import ListingStatus
from provider_directory.outputs.hsds.openapi import LISTS
from provider_directory.outputs.hsds.profile import FIELDS
from provider_directory.settings import NAMESPACE
from provider_directory.views.edition import Edition
from tests.outputs.answers import Files, edition_of, made, read, strict, validator
from tests.outputs.hsds.official import merge, official, schema_of, with_profile
from tests.records.project import DAY, Project, world

LARGEST = 300_000
"""Bytes of a page, at most."""


@pytest.fixture(scope="session", params=["example", "later", "large"])
def files(request: pytest.FixtureRequest) -> Files:
    """The directory of a site as HSDS has it."""
    edition: Edition = request.getfixturevalue(request.param)
    return made(edition, "hsds")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small world in it."""
    return world(tmp_path)


def hsds(project: Project, day: date = DAY) -> Files:
    """A small project as HSDS has it."""
    return made(edition_of(project.root, day), "hsds")


def pages(files: Files, name: str) -> list[Any]:
    """All pages of a list, by their numbers."""
    number = read(files, "hsds/index.json")["lists"][name]["total_pages"]
    return [read(files, f"hsds/{name}/{each}.json") for each in range(1, number + 1)]


def listed(files: Files, name: str) -> list[Any]:
    """All that stands in a list."""
    return [thing for page in pages(files, name) for thing in page["contents"]]


def faults(files: Files, schemas: dict[str, Any]) -> list[str]:
    """All that is wrong in all lists."""
    return [
        f"{name} {thing['id']} {'/'.join(map(str, error.instance_path))}: {error.message}"
        for name in LISTS
        for check in [validator(schema_of(name, schemas))]
        for thing in listed(files, name)
        for error in check.iter_errors(thing)
    ]


def inside(thing: Any) -> Iterator[dict[str, Any]]:
    """A thing and everything in it that has an id."""
    if isinstance(thing, list):
        for each in thing:
            yield from inside(each)
    elif isinstance(thing, dict):
        yield from [thing] if "id" in thing else []
        yield from inside(list(thing.values()))


class TestOfficialSchema:
    """What the specification itself says."""

    def test_every_thing_is_valid(self, files: Files) -> None:
        assert faults(files, official()) == []

    def test_every_field_is_one_of_hsds_or_of_the_profile(self, files: Files) -> None:
        assert faults(files, with_profile(official())) == []

    def test_a_field_of_neither_would_be_noticed(self, example: Edition) -> None:
        made_files, schemas = made(example, "hsds"), official()
        check, free = (validator(schema_of("services", each)) for each in (with_profile(schemas), schemas))
        service = listed(made_files, "services")[0]

        assert check.is_valid(service) and free.is_valid(service)
        assert not check.is_valid({**service, "colour": "red"})
        assert not free.is_valid({**service, "status": "open"})
        assert not free.is_valid({**service, "id": "no id"})

    def test_the_profile_changes_nothing_of_hsds(self) -> None:
        schemas = official()

        assert {name: fields.keys() & schemas[name]["properties"].keys() for name, fields in FIELDS.items()} == {
            name: set() for name in FIELDS
        }


def test_descriptions_are_valid_openapi(files: Files) -> None:
    document = read(files, "hsds/openapi.json")
    patched: dict[str, Any] = {"openapi": "3.1.0", "info": {"contact": {}}, "paths": {"/": {}, "/services/{id}": {}}}
    merge(patched, read(files, "hsds/profile/openapi.json"))

    validate(document)
    validate(patched)
    assert patched["paths"].keys() == document["paths"].keys()


def test_answers_are_as_they_are_described(files: Files) -> None:
    components = read(files, "hsds/openapi.json")["components"]
    root = validator({"$ref": "#/components/schemas/Root", "components": strict(components)})
    page = validator({"$ref": "#/components/schemas/StaticPage", "components": strict(components)})
    index = read(files, "hsds/index.json")

    assert [error.message for error in root.iter_errors(index)] == []
    assert all(page.is_valid(each) for name in LISTS for each in pages(files, name))
    assert index["version"] == "3.0" and index["profile"].endswith("/en/api/hsds/")


def test_pages_say_how_many_there_are(files: Files) -> None:
    for name, facts in read(files, "hsds/index.json")["lists"].items():
        found = pages(files, name)
        total = sum(len(page["contents"]) for page in found)

        assert {(page["total_items"], page["total_pages"]) for page in found} == {(total, len(found))}
        assert facts["total_items"] == total and facts["first_page"].endswith(f"/hsds/{name}/1.json")
        assert [page["page_number"] for page in found if page["first_page"]] == [1]
        assert [page["page_number"] for page in found if page["last_page"]] == [len(found)]
        assert all(page["empty"] is (page["size"] == 0) and page["size"] == len(page["contents"]) for page in found)


def test_every_id_is_of_one_thing_and_every_reference_leads_somewhere(files: Files) -> None:
    things = {name: listed(files, name) for name in LISTS}
    ids = {name: {each["id"] for each in found} for name, found in things.items()}
    places = {place["id"] for each in things["organizations"] for place in each.get("locations", ())}
    for service in things["services"]:
        own = [each["id"] for each in inside(service) if each["id"] != service["attributes"][0]["taxonomy_term"]["id"]]
        assert len(own) == len(set(own))
        assert service["organization_id"] in ids["organizations"] and service["program_id"] in ids["programs"]
        assert {each["taxonomy_term_id"] for each in service["attributes"]} <= ids["taxonomy_terms"]

    assert {name: len(found) for name, found in ids.items()} == {name: len(found) for name, found in things.items()}
    assert {each["location_id"] for each in things["service_at_locations"]} <= places
    assert {each["service_id"] for each in things["service_at_locations"]} <= ids["services"]
    assert {each["organization_id"] for each in things["programs"]} <= ids["organizations"]
    assert {each.get("parent_id") for each in things["taxonomy_terms"]} - {None} <= ids["taxonomy_terms"]


def test_ids_are_uuids_of_the_namespace_and_the_key(project: Project) -> None:
    files = hsds(project)
    (service,) = listed(files, "services")

    assert read(files, "hsds/index.json")["namespace"] == str(NAMESPACE)
    assert service["organization_id"] == str(uuid5(NAMESPACE, "organization/esimerkkihoiva"))
    assert service["id"] == str(uuid5(NAMESPACE, "service/esimerkkihoiva/voucher/ylojarvi/kotihoito/home-care"))
    assert UUID(service["id"]).version == 5


def test_ids_stay_for_ever(project: Project) -> None:
    (service,) = listed(hsds(project), "services")

    assert (service["id"], service["cost_options"][0]["id"]) == FOR_EVER


FOR_EVER = ("dc7bfaaa-428c-531a-92d9-89649eb5b29e", "3b6670aa-9124-5110-9970-436ec158b976")
"""Never to be changed: others keep them."""


def test_a_service_says_what_it_costs_and_what_the_voucher_pays(project: Project) -> None:
    project.replace(
        "providers/esimerkkihoiva.yaml",
        '- {price: "38.50", unit: hour}',
        '- {price: "38.50", unit: hour, until: 2018-12-31}\n      - {price: "41.20", unit: hour, from: 2019-01-01}',
    )
    (service,) = listed(hsds(project), "services")
    facts = [
        (each.get("valid_from"), each.get("valid_to"), each["amount"], each["voucher_value"], each["client_share"])
        for each in service["cost_options"]
    ]

    assert facts == [
        (None, "2018-12-31", 38.5, exactly(30), exactly(8.5)),
        ("2019-01-01", None, 41.2, exactly(30), exactly(11.2)),
    ]


def exactly(amount: float) -> dict[str, Any]:
    """An amount that is known, for an hour."""
    return {"confidence": "exact", "low": amount, "high": amount, "unit": "hour"}


def test_every_offer_is_told(example: Edition) -> None:
    services = listed(made(example, "hsds"), "services")
    told = {
        (each["organization"]["key"], each["program"]["key"], each["service"], option.get("variant"), option["amount"])
        for each in services
        for option in each["cost_options"]
        if option["kind"] == "price"
    }
    offers = [offer for offer in example.catalogue.offers if offer.price]
    wanted = {
        (offer.provider.key, offer.listing.list_key, offer.service, offer.variant, offer.price.price / 100)
        for offer in offers
        if offer.price
    }

    assert wanted <= told
    assert {each["status"] for each in services} == {"active", "inactive"}


def test_who_is_suspended_or_has_ended_is_nowhere(example: Edition) -> None:
    catalogue, text = example.catalogue, b"".join(made(example, "hsds").values()).decode()
    gone = {
        key: entry.record.name
        for key, entry in example.records.providers.items()
        if catalogue.provider_status(key) in (ListingStatus.SUSPENDED, ListingStatus.ENDED)
    }

    assert gone
    assert [key for key, name in gone.items() if f'"{key}"' in text or name in text] == []


def test_a_new_day_changes_nothing_but_the_root(project: Project) -> None:
    before, after = hsds(project), hsds(project, DAY + timedelta(days=1))

    assert {path for path in before if before[path] != after[path]} == {"hsds/index.json"}


def test_another_price_changes_one_page_of_one_list(example: Edition, project: Project) -> None:
    before = hsds(project)
    project.replace("providers/esimerkkihoiva.yaml", "38.50", "39.50")
    after = hsds(project)

    assert {path for path in before if before[path] != after[path]} == {"hsds/services/1.json"}


def test_files_are_of_moderate_size_and_have_no_e_mail_addresses(files: Files) -> None:
    assert {path: len(data) for path, data in files.items() if len(data) > LARGEST} == {}
    assert not any(b"@" in data for data in files.values())


def test_the_patches_are_what_the_profile_says(files: Files) -> None:
    for name, fields in FIELDS.items():
        assert read(files, f"hsds/profile/{name}.json") == json.loads(json.dumps({"properties": fields}))
