"""The page for providers: how to get on a list, until when, and what it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.views import for_providers
from provider_directory.views.for_providers import ForProvidersView
from tests.records.project import Project, world
from tests.views.editions import edition_of, html

EVENT = """\
---
title: Koulutus
summary: Opetellaan.
organiser: ylojarvi
date: 2018-08-20
audience: [{audience}]
---
Tervetuloa.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose organiser says how to apply."""
    made = world(tmp_path)
    made.replace(
        "content/organisers/ylojarvi.yaml",
        "contacts:",
        """\
application:
  electronic_only: yes
  portal: {name: Palse.fi, url: "https://www.palse.fi/", free_for_providers: yes, system: Effector}
  steps: [Avaa Palse.fi., Tee hakemus.]
  register_steps: [Tee ilmoitus.]
  accepting: {fi: Hyväksyt sääntökirjan., en: You accept the rule book.}
rounds:
  - {kind: continuous}
contacts:""",
    )
    return made


def view_of(project: Project) -> ForProvidersView:
    """What the page says."""
    (page,) = for_providers.pages(edition_of(project))
    assert isinstance(page.view, ForProvidersView)
    return page.view


def test_each_organiser_says_how_to_apply(project: Project) -> None:
    (guide,) = view_of(project).guides
    assert guide.portal

    assert guide.how == "Applications are made electronically only."
    assert guide.portal.words == "The portal is free of charge for providers. The voucher system behind it is Effector."
    assert [step.title for step in guide.steps] == ["Avaa Palse.fi.", "Tee hakemus."]
    assert guide.accepting == "You accept the rule book."
    assert [each.title for each in guide.rounds] == ["You can apply at any time"]
    assert [document.title for document in guide.documents] == ["Rule book"]


def test_each_register_needs_its_own_notice(project: Project) -> None:
    (guide,) = view_of(project).guides

    assert [(choice.label, choice.note) for choice in guide.registers] == [("Care", "Needs a notice of its own")]
    assert [step.title for step in guide.register_steps] == ["Tee ilmoitus."]


def test_only_events_for_providers_are_told(project: Project) -> None:
    project.write("content/events/2018-08-20-koulutus.md", EVENT.format(audience="providers"))
    project.write("content/events/2018-08-20-asukasilta.md", EVENT.format(audience="residents"))

    assert [event.url for event in view_of(project).events] == ["/en/events/2018-08-20-koulutus/"]


def test_the_contents_lead_to_parts_that_are_there(project: Project) -> None:
    without = view_of(project)
    project.write("content/events/2018-08-20-koulutus.md", EVENT.format(audience="providers"))
    edition = edition_of(project)
    (page,) = for_providers.pages(edition)
    text = html(edition, page)

    assert [choice.url for choice in without.contents] == ["#ylojarvi"]
    assert [choice.url for choice in page.view.contents] == ["#ylojarvi", "#events"]
    assert all(f'id="{choice.url[1:]}"' in text for choice in page.view.contents)


def test_a_provider_finds_its_own_listing(project: Project) -> None:
    check = view_of(project).check

    assert (check.label, check.url) == ("Is my listing right?", "/en/providers/")
