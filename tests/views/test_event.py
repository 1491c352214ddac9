"""Events: when and where, whether one must register, and what the source leaves out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from provider_directory.views import event, events
from provider_directory.views.event import EventView
from provider_directory.views.event_data import structured_event
from provider_directory.views.events import EventsView
from tests.records.project import DAY, Project, world
from tests.views.editions import edition_of, html


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small world in it."""
    return world(tmp_path)


def add(project: Project, fields: str = "", day: str = "2018-08-20", name: str = "info") -> None:
    """An event of Ylöjärvi's for providers."""
    front = f"---\ntitle: Infotilaisuus\nsummary: Kerrotaan.\norganiser: ylojarvi\ndate: {day}\naudience: [providers]\n"
    file = f"content/events/{day}-{name}.md"
    project.write(file, fields)
    text = (project.root / file).read_text(encoding="utf-8")
    (project.root / file).write_text(f"{front}{text}---\nTervetuloa.\n", encoding="utf-8")


def view_of(project: Project, day: date = DAY) -> EventView:
    """What the only event's page says on a day."""
    (page,) = event.pages(edition_of(project, day))
    assert isinstance(page.view, EventView)
    return page.view


def events_on(project: Project, day: date = DAY) -> EventsView:
    """The list of events on a day."""
    (page,) = events.pages(edition_of(project, day))
    assert isinstance(page.view, EventsView)
    return page.view


VENUE = """\
from: 13.00
to: 15.00
venue: {name: Tietotalo, street: Kilpisenkatu 1, postal_code: "40100", city: Jyväskylä, floor: 1. krs, room: Kabinetti, entrance: A-ovi}
"""

REGISTRATION = "registration: {deadline: 2018-08-14, url: 'https://example.fi/', note: Lomakkeella.}\n"


def test_time_and_place_are_told_down_to_the_room(project: Project) -> None:
    add(project, VENUE)
    view = view_of(project)

    assert view.when == "Monday 20 August 2018 at 13:00–15:00"
    assert view.where == ("Tietotalo", "Kilpisenkatu 1, 40100 Jyväskylä", "A-ovi, 1. krs, Kabinetti")
    assert [tag.text for tag in view.tags] == ["Coming"]


def test_a_past_event_may_lack_time_and_place(project: Project) -> None:
    add(project, day="2018-05-29")
    view = view_of(project)

    assert [tag.text for tag in view.tags] == ["Past"]
    assert (view.when, view.where) == ("Tuesday 29 May 2018", ())
    assert [note.text for note in view.notes] == ["The source tells neither the time nor the place."]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2018, 8, 10), "4 days left to register"),
        (date(2018, 8, 13), "1 day left to register"),
        (date(2018, 8, 14), "Today is the last day to register"),
    ],
)
def test_the_days_left_to_register_are_counted(project: Project, day: date, words: str) -> None:
    add(project, REGISTRATION)
    countdown = view_of(project, day).countdown
    assert countdown

    assert countdown.text == words
    assert (countdown.one, countdown.many) == ("{number} day left to register", "{number} days left to register")


def test_registration_closes_with_its_deadline(project: Project) -> None:
    add(project, REGISTRATION)
    still, late = view_of(project).registration, view_of(project, date(2018, 8, 15)).registration
    assert still and late

    assert (still.words, still.url, still.until) == (
        "Register by Tuesday 14 August 2018. Lomakkeella.",
        "https://example.fi/",
        "2018-08-14",
    )
    assert (late.words, late.url) == ("Registration closed: Tuesday 14 August 2018.", None)
    assert view_of(project, date(2018, 8, 15)).countdown is None
    assert view_of(project, date(2018, 8, 21)).registration is None


def test_what_is_promised_but_not_given_is_said(project: Project) -> None:
    add(project, "programme: {promised: yes, subject_to_change: yes}\nmaterials: {promised: yes}\n")
    view = view_of(project)

    assert view.programme_words == (
        "The organiser promises a programme, but the source does not give it. Changes are possible."
    )
    assert view.materials_words == "The organiser promises the materials, but the source does not give them."


def test_a_cancelled_event_says_so_before_anything_else(project: Project) -> None:
    add(project, VENUE + REGISTRATION + "change: cancelled\nchange_note: Kouluttaja on sairaana.\n")
    view = view_of(project)

    assert [tag.text for tag in view.tags] == ["Cancelled"]
    assert [(note.title, note.text) for note in view.notes] == [
        ("This event has been cancelled", "Kouluttaja on sairaana.")
    ]
    assert (view.registration, view.countdown) == (None, None)


def test_a_moved_event_counts_by_its_new_day(project: Project) -> None:
    add(project, VENUE + "change: moved\nmoved_to: 2018-09-20\n")
    view = view_of(project, date(2018, 8, 25))

    assert view.when == "Thursday 20 September 2018 at 13:00–15:00"
    assert [tag.text for tag in view.tags] == ["Moved from 20 August 2018"]
    assert [note.text for note in view.notes] == ["It was to be held on Monday 20 August 2018."]


def test_search_engines_read_the_days_of_a_moved_event(project: Project) -> None:
    add(project, VENUE + "change: moved\nmoved_to: 2018-09-20\n")
    edition = edition_of(project)
    (entry,) = edition.records.events.values()
    thing = structured_event(edition, entry, edition.records.organisers[entry.record.organiser])

    assert thing["startDate"] == "2018-09-20T13:00:00+03:00"
    assert thing["previousStartDate"] == "2018-08-20"


def test_planned_vouchers_are_marked(project: Project) -> None:
    project.replace("content/vouchers/ylojarvi/kotihoito.md", "values:", "opens: 2019-01-01\nvalues:")
    add(project, "vouchers: [ylojarvi/kotihoito]\n")

    assert [(choice.label, choice.note) for choice in view_of(project).vouchers] == [("Home care voucher", "Planned")]


def test_search_engines_get_finnish_time(project: Project) -> None:
    add(project, VENUE)
    (page,) = event.pages(edition_of(project))
    found = json.loads(page.frame.json_ld)["@graph"][0]

    assert (found["@type"], found["startDate"], found["endDate"]) == (
        "Event",
        "2018-08-20T13:00:00+03:00",
        "2018-08-20T15:00:00+03:00",
    )
    assert found["location"]["address"]["addressLocality"] == "Jyväskylä"


def test_coming_events_stand_by_month_and_past_ones_with_their_materials(project: Project) -> None:
    add(project, day="2018-09-06")
    add(project, VENUE, day="2018-08-20")
    add(
        project,
        day="2018-05-29",
        fields="materials: {items: [{label: Esitys, url: 'https://example.fi/a.pdf'}, {label: Muistio}]}\n",
    )
    view = events_on(project)

    assert [(group.heading, [item.day for item in group.events]) for group in view.coming] == [
        ("August 2018", ["20"]),
        ("September 2018", ["6"]),
    ]
    assert [(past.item.when, [choice.label for choice in past.materials]) for past in view.past] == [
        ("Tuesday 29 May 2018", ["Esitys"])
    ]
    assert events_on(project, date(2018, 9, 7)).coming == ()


def test_every_kind_of_event_goes_through_the_templates(project: Project) -> None:
    add(project, VENUE + REGISTRATION, name="a")
    add(project, VENUE + "change: cancelled\n", name="b")
    add(project, VENUE + "change: moved\nmoved_to: 2018-09-20\n", name="c")
    add(project, day="2018-05-29")
    edition = edition_of(project)

    text = html(edition, *event.pages(edition), *events.pages(edition))

    assert 'data-countdown="2018-08-14"' in text
    assert "This event has been cancelled" in text
    assert "Moved from 20 August 2018" in text
