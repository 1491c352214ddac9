"""What a page offers to those who want to be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provider_directory.views.subscriptions import subscriptions
from tests.views.conftest import Town


@pytest.mark.parametrize(
    ("kind", "key", "files"),
    [
        ("events", "", ["/en/events/events.ics"]),
        ("organiser", "ylojarvi", ["/en/organisers/ylojarvi/changes.atom", "/en/organisers/ylojarvi/events.ics"]),
        ("municipality", "ylojarvi", ["/en/municipalities/ylojarvi/changes.atom"]),
        (
            "voucher",
            "ylojarvi/kotihoito",
            ["/en/vouchers/ylojarvi/kotihoito/changes.atom", "/en/vouchers/ylojarvi/kotihoito/events.ics"],
        ),
    ],
)
def test_a_page_names_what_stands_beside_it(town: Town, kind: str, key: str, files: list[str]) -> None:
    found = subscriptions(town.edition(), kind, key)

    assert [feed.url for feed in found.feeds] == files
    assert [choice.url for choice in (*found.changes, *found.calendar)] == files


def test_one_can_subscribe_once_the_site_knows_where_it_stands(town: Town) -> None:
    edition = town.edition()
    hosted = replace(edition, settings=replace(edition.settings, site_url="https://opas.example.fi"))

    assert [choice.url for choice in subscriptions(hosted, "events").calendar] == [
        "webcal://opas.example.fi/en/events/events.ics",
        "/en/events/events.ics",
    ]
