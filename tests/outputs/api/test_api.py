"""The API: every answer is as the description says, pages lead to one another and never shift, and nothing is told twice or too much."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from provider_directory.outputs.api.operations import operations
from provider_directory.outputs.api.resources import RESOURCES
from provider_directory.views.edition import Edition
from tests.outputs.answers import Files, edition_of, made, read, strict, validator
from tests.records.project import DAY, Project, world

FOLDER = "api/v1"
LARGEST = 300_000
"""Bytes of a page, at most."""


@pytest.fixture(scope="session", params=["example", "later", "large"])
def files(request: pytest.FixtureRequest) -> Files:
    """The API of a site."""
    edition: Edition = request.getfixturevalue(request.param)
    return made(edition, "api")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small world in it."""
    return world(tmp_path)


def api(project: Project, day: date = DAY) -> Files:
    """The API of a small project."""
    return made(edition_of(project.root, day), "api")


def changed(before: Files, after: Files) -> set[str]:
    """What came, went or is otherwise, below the folder."""
    return {
        path.removeprefix(f"{FOLDER}/") for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    }


def pages(files: Files, name: str) -> list[Any]:
    """All pages of a list, by following its links from the index."""
    found, address = [], read(files, f"{FOLDER}/index.json")["lists"][name]["first"]
    while address:
        found.append(read(files, address))
        address = found[-1]["links"]["next"]
    return found


def test_the_description_is_valid_openapi(files: Files) -> None:
    validate(read(files, f"{FOLDER}/openapi.json"))


def test_every_file_is_an_answer_as_it_is_described(files: Files) -> None:
    document = read(files, f"{FOLDER}/openapi.json")
    wrong, seen = [], 0
    for operation in operations():
        schema = document["paths"][operation.path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        check = validator({**schema, "components": strict(document["components"])})
        start, _, end = f"{FOLDER}{operation.path}".partition(f"{{{operation.part}}}")
        for path, data in files.items():
            if path.startswith(start) and path.endswith(end) and "/" not in path[len(start) : len(path) - len(end)]:
                seen += 1
                wrong += [f"{path}: {error.message}" for error in check.iter_errors(json.loads(data))]

    assert wrong == []
    assert seen == len(files) - 1


def test_a_field_that_is_not_described_would_be_noticed(example: Edition) -> None:
    document = read(made(example, "api-root"), f"{FOLDER}/openapi.json")
    check = validator({"$ref": "#/components/schemas/Service", "components": strict(document["components"])})
    service = {"key": "a", "name": {"fi": "A"}, "summary": {"fi": "A"}, "group": "b", "group_name": {"fi": "B"}}
    whole = {**service, "tax_credit": True}

    assert check.is_valid(whole)
    assert not check.is_valid({**whole, "colour": "red"})
    assert not check.is_valid({**whole, "name": {"de": "A"}})
    assert not check.is_valid(service)


def test_pages_lead_to_one_another_and_hold_as_much_as_the_index_says(files: Files) -> None:
    index = read(files, f"{FOLDER}/index.json")
    for name, facts in index["lists"].items():
        found = pages(files, name)
        keys = [item["key"] for page in found for item in page["items"]]
        previous = [page["links"]["previous"] for page in found]

        assert [page["page"] for page in found] == list(range(1, facts["pages"] + 1))
        assert {page["pages"] for page in found} == {facts["pages"]}
        assert previous == [None, *(page["links"]["self"] for page in found[:-1])]
        assert len(keys) == len(set(keys)) == facts["items"]
    assert set(index["lists"]) == set(RESOURCES)


def test_each_provider_stands_by_itself_as_it_stands_in_its_page(files: Files) -> None:
    listed = {item["key"]: item for page in pages(files, "providers") for item in page["items"]}
    alone = {
        Path(path).stem: json.loads(data)
        for path, data in files.items()
        if path.startswith(f"{FOLDER}/providers/") and "/page/" not in path
    }

    assert alone == listed


def test_the_hash_is_of_the_items(files: Files) -> None:
    for name in RESOURCES:
        for page in pages(files, name):
            text = json.dumps(page["items"], ensure_ascii=False, separators=(",", ":"))
            assert page["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_files_are_of_moderate_size_and_no_e_mail_address_can_be_harvested(files: Files) -> None:
    assert {path: len(data) for path, data in files.items() if len(data) > LARGEST} == {}
    assert not any(b"@" in data for data in files.values())


def test_prices_are_those_of_the_records(example: Edition) -> None:
    files = made(example, "api-providers")
    found = {
        (provider["key"], price["service"], price["unit"], price["price"])
        for page in (json.loads(data) for path, data in files.items() if "/page/" in path)
        for provider in page["items"]
        for listing in provider.get("listings", ())
        for price in listing.get("prices", ())
    }
    wanted = {
        (offer.provider.key, offer.service, price.unit.value, price.price / 100)
        for offer in example.catalogue.offers
        for price in (offer.price, *offer.changes)
        if price
    }

    assert found == wanted
    assert len(found) > 100


def test_a_new_day_changes_nothing_but_the_index(project: Project) -> None:
    before, after = api(project), api(project, DAY + timedelta(days=1))

    assert changed(before, after) == {"index.json"}
    assert read(after, f"{FOLDER}/index.json")["as_of"] == "2018-08-11"


def test_a_price_that_comes_into_force_changes_its_own_files(project: Project) -> None:
    project.replace(
        "providers/esimerkkihoiva.yaml",
        '- {price: "38.50", unit: hour}',
        '- {price: "38.50", unit: hour, until: 2018-08-10}\n      - {price: "41.00", unit: hour, from: 2018-08-11}',
    )
    before, after = api(project), api(project, DAY + timedelta(days=1))
    files = {"index.json", "providers/esimerkkihoiva.json", "providers/page/1.json"}

    assert changed(before, after) == files
    (listing,) = read(after, f"{FOLDER}/providers/esimerkkihoiva.json")["listings"]
    assert [price["price"] for price in listing["prices"]] == [41]


def several(project: Project, *names: str) -> None:
    """Providers alike, each with a business id of its own."""
    text = (project.root / "providers/esimerkkihoiva.yaml").read_text(encoding="utf-8")
    ids = ("7654321-2", "9100263-3", "9991433-8", "1234567-1")
    for name, number in zip(names, ids, strict=False):
        project.write(f"providers/{name}.yaml", text.replace("1234567-1", number).replace("hoiva Oy", f"{name} Oy"))


def test_another_price_or_provider_changes_one_page_and_one_file(project: Project) -> None:
    several(project, "a")
    before = api(project)
    project.replace("providers/a.yaml", "38.50", "39.50")
    dearer = api(project)
    several(project, "a", "b")
    project.replace("providers/a.yaml", "38.50", "39.50")

    assert changed(before, dearer) == {"providers/a.json", "providers/page/1.json"}
    assert changed(dearer, api(project)) == {"index.json", "providers/b.json", "providers/page/1.json"}


def test_who_is_suspended_is_nowhere(project: Project) -> None:
    several(project, "piilo")
    project.replace("providers/piilo.yaml", "at_home: yes", "at_home: yes\n    suspended: {from: 2018-07-01}")
    files = api(project)

    assert not any(b"piilo" in path.encode() + data for path, data in files.items())
    assert read(files, f"{FOLDER}/index.json")["lists"]["providers"]["items"] == 1


def test_of_who_has_ended_only_that_is_told(project: Project) -> None:
    project.replace("providers/esimerkkihoiva.yaml", "at_home: yes", "at_home: yes\n    until: 2018-07-31")
    provider = read(api(project), f"{FOLDER}/providers/esimerkkihoiva.json")
    (listing,) = provider.pop("listings")

    assert provider.pop("url").keys() == {"fi", "sv", "en"}
    assert provider == {"key": "esimerkkihoiva", "status": "ended", "name": "Esimerkkihoiva Oy"}
    assert listing.pop("key") == "esimerkkihoiva/voucher/ylojarvi/kotihoito"
    assert listing == {
        "status": "ended",
        "paid_by": "voucher",
        "organiser": "ylojarvi",
        "voucher": "ylojarvi/kotihoito",
        "valid_until": "2018-07-31",
    }


def test_a_provider_may_be_called_page(project: Project) -> None:
    several(project, "page")

    assert {f"{FOLDER}/providers/page.json", f"{FOLDER}/providers/page/1.json"} <= set(api(project))
