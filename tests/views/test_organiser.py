"""An organiser's page: contacts as roles, rounds by the day, documents as precisely dated as the source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from provider_directory.views import organiser
from provider_directory.views.organiser import OrganiserView
from tests.records.project import DAY, Project, world
from tests.views.editions import edition_of, html

FILE = "content/organisers/ylojarvi.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose organiser has told a great deal."""
    made = world(tmp_path)
    made.write(
        "content/registers/authorities.yaml",
        """\
        avi:
          name: {fi: Aluehallintovirasto, sv: Regionförvaltningsverket, en: Regional State Administrative Agency}
          short: {fi: AVI, sv: RFV, en: AVI}
          until: 2025-12-31
        """,
    )
    made.write(
        FILE,
        """\
        name: {fi: Ylöjärven kaupunki, sv: Ylöjärvi stad, en: City of Ylöjärvi}
        kind: municipality
        municipalities: [ylojarvi]
        address: {street: Kuruntie 14, po_box: PL 22, postal_code: "33470", city: Ylöjärvi, municipality: ylojarvi}
        phones: ["03 012 3456"]
        emails: [kirjaamo@example.fi]
        supervision: [avi]
        contacts:
          office:
            role: {fi: Palvelusetelit, en: Vouchers}
            phones: ["03 01", "03 012 3457"]
        documents:
          rule-book:
            kind: rule-book
            title: {fi: Sääntökirja, en: Rule book}
            versions:
              - {step: approved, on: 2018-04, body: {fi: Lautakunta, en: Committee}}
              - {step: updated, on: 2018-05-31}
              - {step: in-force, on: 2018-09-01}
        rounds:
          - {kind: deadline, vouchers: [ylojarvi/kotihoito], deadline: 2018-08-12, decisions: 2018-08}
          - {kind: continuous}
          - {kind: planned, opens: 2018-autumn}
        """,
    )
    made.replace("content/vouchers/ylojarvi/kotihoito.md", "values:", "contacts: [office]\nvalues:")
    return made


def view_of(project: Project, day: date = DAY) -> OrganiserView:
    """What the organiser's page says on a day."""
    (page,) = organiser.pages(edition_of(project, day))
    assert isinstance(page.view, OrganiserView)
    return page.view


def test_a_contact_is_a_role_with_the_vouchers_it_answers_for(project: Project) -> None:
    (role,) = view_of(project).roles

    assert role.contact.role == "Vouchers"
    assert [choice.label for choice in role.vouchers] == ["Home care voucher"]


def test_a_number_that_cannot_be_dialled_is_text_with_a_word_of_warning(project: Project) -> None:
    (role,) = view_of(project).roles

    assert [phone.url for phone in role.contact.phones] == [None, "tel:+35830123457"]
    assert role.contact.note == "The number is shown as the source prints it. It cannot be dialled like that."


def test_no_page_holds_a_plain_email_address(project: Project) -> None:
    edition = edition_of(project)
    text = html(edition, *organiser.pages(edition))

    assert "kirjaamo@example.fi" not in text
    assert "&#107;&#105;&#114;" in text


def test_several_rounds_are_open_at_once(project: Project) -> None:
    assert [(each.title, each.tag.text) for each in view_of(project).rounds] == [
        ("Apply by Sunday 12 August 2018", "Open"),
        ("You can apply at any time", "Open"),
        ("Applications open: autumn 2018", "Not yet open"),
    ]


def test_a_deadline_that_has_passed_is_told_as_passed_and_last(project: Project) -> None:
    last = view_of(project, date(2018, 8, 13)).rounds[-1]

    assert (last.title, last.tag.text) == ("The deadline was Sunday 12 August 2018", "Closed")
    assert [(fact.label, fact.text) for fact in last.facts if fact.text] == [("Decisions", "August 2018")]


def test_a_rule_book_keeps_the_precision_of_its_source(project: Project) -> None:
    (document,) = view_of(project).documents

    assert [(step.date, step.datetime, step.text, step.coming) for step in document.versions] == [
        ("1 September 2018", "2018-09-01", "In force.", True),
        ("31 May 2018", "2018-05-31", "Updated.", False),
        ("April 2018", "2018-04", "Approved: Committee.", False),
    ]


def test_an_authority_has_both_names_until_it_is_abolished(project: Project) -> None:
    (authority,) = view_of(project).authorities

    assert (authority.label, authority.entries[0].text) == ("AVI", "Regional State Administrative Agency")
    assert view_of(project, date(2026, 1, 1)).authorities == ()


def test_the_address_has_street_box_and_town(project: Project) -> None:
    assert view_of(project).address == ("Kuruntie 14", "PL 22", "33470 Ylöjärvi")
