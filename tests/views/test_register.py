"""Registers of self-pay providers: how they stand, what the organiser answers for, and who is on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from provider_directory.views import register, registers
from provider_directory.views.register import RegisterView
from tests.records.project import DAY, Project, world
from tests.views.editions import edition_of, html

FILE = "content/registers/self-pay.yaml"
KEY = "ylojarvi/hoiva"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a register, an old one that it replaces, and somebody on it."""
    made = world(tmp_path)
    made.replace(
        FILE, "services: [home-care]", "services: [home-care]\n  published: 2018-autumn\n  free_for_providers: yes"
    )
    text = (made.root / FILE).read_text(encoding="utf-8")
    made.write(
        FILE,
        text
        + """\
ylojarvi/vanha:
  organiser: ylojarvi
  name: {fi: Vanha rekisteri, sv: Gamla registret, en: Old register}
  summary: {fi: Vanha., sv: Gammalt., en: It is old.}
  separate_notice: no
  sunset: 2018-12-31
  successors: [ylojarvi/hoiva]
""",
    )
    listing = "  - {register: ylojarvi/hoiva, at_home: yes, municipalities: [ylojarvi], from: 2018-09-01}"
    made.replace("providers/esimerkkihoiva.yaml", "verified:", f"{listing}\nverified:")
    return made


def view_of(project: Project, key: str, day: date = DAY) -> RegisterView:
    """What one register's page says on a day."""
    edition = edition_of(project, day)
    (page,) = [page for page in register.pages(edition) if page.frame.url == edition.links.register(key)]
    assert isinstance(page.view, RegisterView)
    return page.view


def test_a_register_announced_for_a_season_is_labelled_with_it(project: Project) -> None:
    view = view_of(project, KEY)

    assert [(tag.kind, tag.text, tag.begins) for tag in view.tags] == [("upcoming", "Opens: autumn 2018", None)]
    assert [note.text for note in view.notes] == ["This register has not been published yet. It opens: autumn 2018."]
    assert [[tag.text for tag in row.tags] for row in view.providers.rows] == [["From autumn 2018"]]


def test_once_open_its_providers_need_no_label(project: Project) -> None:
    view = view_of(project, KEY, date(2019, 6, 17))

    assert [tag.text for tag in view.tags] == ["In use"]
    assert [row.tags for row in view.providers.rows] == [()]


def test_joining_takes_a_notice_of_its_own(project: Project) -> None:
    assert view_of(project, KEY).join_words == (
        "This register needs a notice of its own, even if you are already on another.",
        "Giving notice is free.",
    )


def test_an_old_register_has_a_last_day_and_a_successor(project: Project) -> None:
    view = view_of(project, "ylojarvi/vanha")

    assert [(tag.text, tag.until, tag.past_text) for tag in view.tags] == [
        ("Until 31 December 2018", "2018-12-31", "Ended 31 December 2018")
    ]
    assert [choice.label for choice in view.successors] == ["Care"]
    assert view.join_words == ("New providers give notice to the registers that replace this one.",)
    assert [choice.label for choice in view_of(project, KEY).predecessors] == ["Old register"]


def test_an_ended_register_is_not_indexed(project: Project) -> None:
    edition = edition_of(project, date(2019, 1, 1))

    assert {page.frame.url: page.frame.noindex for page in register.pages(edition)} == {
        "/en/registers/ylojarvi/hoiva/": False,
        "/en/registers/ylojarvi/vanha/": True,
    }


def test_an_empty_register_says_so(project: Project) -> None:
    providers = view_of(project, "ylojarvi/vanha").providers

    assert (providers.rows, providers.empty_title) == ((), "No providers on this register here")


def test_the_list_of_registers_ends_with_those_on_their_way_out(project: Project) -> None:
    edition = edition_of(project)
    (page,) = registers.pages(edition)
    (organiser,) = page.view.organisers

    assert [(item.name, item.count) for item in organiser.registers] == [
        ("Care", "1 provider"),
        ("Old register", "0 providers"),
    ]
    assert "Old register" in html(edition, page, *register.pages(edition))
