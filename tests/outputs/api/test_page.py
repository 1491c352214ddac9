"""The page about the API: every operation and field with an example, in three languages, without a script."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from provider_directory.outputs.api.operations import operations
from provider_directory.outputs.api.resources import RESOURCES
from provider_directory.outputs.api.shape import Shape
from provider_directory.outputs.hsds.profile import FIELDS
from tests.conftest import BuiltSite
from tests.outputs.answers import validator

PAGES = ("/fi/rajapinta/", "/sv/granssnitt/", "/en/api/")


def names(shape: Shape) -> set[str]:
    """Every field of an answer and of its parts."""
    return {each.name for each in shape.properties}.union(*(names(part) for _, part in shape.parts))


@pytest.mark.parametrize("address", PAGES)
class TestPage:
    """In each language."""

    def test_every_operation_is_there_with_a_file_to_open(self, site: BuiltSite, address: str) -> None:
        page = site.page(address)
        paths = [f"GET /api/v1{each.path}" for each in operations()]
        opened = re.findall(r'<p><a href="(/api/v1/[^"]+)">', page)

        assert re.findall(r"GET /api/v1[^<]*", page) == paths
        assert len(opened) == len(paths)
        assert all((site.output / file.lstrip("/")).is_file() for file in opened)

    def test_every_field_is_told(self, site: BuiltSite, address: str) -> None:
        page = site.page(address)
        told = set(re.findall(r'<dt class="facts__label">([^<]+)</dt>', page))

        assert set().union(*(names(resource.shape) for resource in RESOURCES.values())) <= told
        assert {"page", "pages", "items", "sha256", "links"} <= told

    def test_every_example_is_an_answer_as_it_is_described(self, site: BuiltSite, address: str) -> None:
        examples = [
            json.loads(unescape(each)) for each in re.findall(r"<code>(\{.*?)</code>", site.page(address), re.S)
        ]
        components = json.loads((site.output / "api/v1/openapi.json").read_bytes())["components"]
        wanted = [each.answer for each in operations()]

        assert len(examples) == len(wanted)
        for example, answer in zip(examples, wanted, strict=True):
            check = validator({"$ref": f"#/components/schemas/{answer}", "components": components})
            assert [error.message for error in check.iter_errors(example)] == []


def test_the_profile_is_documented_field_by_field(site: BuiltSite) -> None:
    for address in ("/fi/rajapinta/hsds/", "/sv/granssnitt/hsds/", "/en/api/hsds/"):
        page = site.page(address)
        told = re.findall(r'<dt class="facts__label">([^<]+)</dt>', page)

        assert {field for fields in FIELDS.values() for field in fields} <= set(told)
        assert set(re.findall(r'href="/hsds/profile/(\w+)\.json"', page)) == {*FIELDS, "openapi"}
        assert all((site.output / file).is_file() for file in re.findall(r'href="/(hsds/[^"]+\.json)"', page))


def test_the_page_about_open_data_leads_here(site: BuiltSite) -> None:
    assert 'href="/en/api/"' in site.page("/en/open-data/")
    assert 'href="/en/api/hsds/"' in site.page("/en/api/")
