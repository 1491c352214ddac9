"""What of a record is told when it changes: nothing of its remarks, everything of its amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.records.facts import Standing, facts_of, list_of
from tests.records.project import Project, world

FILE = "providers/esimerkkihoiva.yaml"
VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
AGAIN = """\
  - voucher: ylojarvi/kotihoito
    at_home: yes
    municipalities: [ylojarvi]
    from: {starts}
    prices:
      - {{price: "40.00", unit: hour}}
verified:
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one provider."""
    return world(tmp_path)


def lists(project: Project) -> dict[str, Standing]:
    """The lists that the provider is on."""
    return facts_of(project.checked()[0].providers["esimerkkihoiva"].record)["lists"]


def test_a_listing_is_what_it_says(project: Project) -> None:
    assert lists(project) == {
        "voucher:ylojarvi/kotihoito": {
            "starts": "",
            "until": "",
            "hidden": False,
            "municipalities": ["ylojarvi"],
            "services": [],
            "prices": {"||hour|": 3850},
        }
    }


def test_one_that_follows_without_a_break_is_taken_with_it(project: Project) -> None:
    project.replace(FILE, "    at_home: yes\n", "    at_home: yes\n    until: 2018-12-31\n")
    project.replace(FILE, "verified:\n", AGAIN.format(starts="2019-01-01"))
    (standing,) = lists(project).values()

    assert (standing["starts"], standing["until"]) == ("", "")
    assert standing["prices"] == {"||hour|": 3850, "||hour|2019-01-01": 4000}


def test_one_after_a_break_is_another(project: Project) -> None:
    project.replace(FILE, "    at_home: yes\n", "    at_home: yes\n    until: 2018-12-31\n")
    project.replace(FILE, "verified:\n", AGAIN.format(starts="2019-02-01"))

    assert list(lists(project)) == ["voucher:ylojarvi/kotihoito", "voucher:ylojarvi/kotihoito#2"]
    assert {list_of(name) for name in lists(project)} == {("voucher", "ylojarvi/kotihoito")}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ('amount: "30.00"', 'amount: "31.00"', False),
        ('amount: "30.00"', 'amount: "30.00"\n    note: Arvo on sama.', True),
        ('amount: "30.00"', 'amount: "30.00"\n    until: 2020-12-31', True),
        ("summary: Kaupunki maksaa osan kotihoidosta.", "summary: Toisin sanottuna.", True),
    ],
)
def test_of_a_rule_only_its_amounts_count(project: Project, old: str, new: str, same: bool) -> None:
    before = facts_of(project.records().vouchers["ylojarvi/kotihoito"].record)
    project.replace(VOUCHER, old, new)

    assert (facts_of(project.records().vouchers["ylojarvi/kotihoito"].record) == before) is same


def test_most_records_are_told_nothing_of(project: Project) -> None:
    assert facts_of(project.records().organisers["ylojarvi"].record) == {}
