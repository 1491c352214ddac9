"""Calendars: valid, opened by a library, with stable names, numbers that grow, and deadlines that remind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as some

from provider_directory.outputs import calendars
from provider_directory.outputs.ical import calendar, folded, text
from tests.conftest import BuiltSite
from tests.outputs.strict_ical import Part, faults, parsed
from tests.records.project import DAY, Project, world
from tests.records.repositories import begin, catalogue_of, commit
from tests.views.editions import edition_of

HOST = "https://opas.example.fi"
FILE = "content/events/2018-09-20-tilaisuus.md"
EVENT = """\
    ---
    title: Tilaisuus; setelit, hinnat
    summary: Kerromme seteleistä.
    organiser: ylojarvi
    date: 2018-09-20
    from: 13.30
    to: 16.00
    venue: {name: Kaupungintalo}
    audience: [providers]
    vouchers: [ylojarvi/kotihoito]
    registration: {deadline: 2018-09-14}
    ---
    Tervetuloa.
    """


@pytest.fixture(scope="module")
def published(hosted: BuiltSite) -> dict[str, bytes]:
    """Every calendar of it."""
    return {
        file.relative_to(hosted.output).as_posix(): file.read_bytes() for file in sorted(hosted.output.rglob("*.ics"))
    }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one event to come."""
    made = world(tmp_path)
    made.write(FILE, EVENT)
    return made


def events(
    project: Project, subject: tuple[str, str] = ("event", "2018-09-20-tilaisuus"), day: date = DAY
) -> list[Part]:
    """The events of an English calendar."""
    ((_, data),) = calendars.files(edition_of(project, day), subject)
    return [part for part in parsed(data).parts if part.name == "VEVENT"]


class TestTheExampleSite:
    """What is published is what calendars read."""

    def test_every_calendar_passes_a_strict_parser(self, published: dict[str, bytes]) -> None:
        assert len(published) > 30
        assert {name: found for name, data in published.items() if (found := faults(data))} == {}

    def test_every_calendar_opens_in_a_library(self, published: dict[str, bytes]) -> None:
        for name, data in published.items():
            read = icalendar.Calendar.from_ical(data)
            own = [part for part in parsed(data).parts if part.name == "VEVENT"]
            assert [str(event["UID"]) for event in read.walk("VEVENT")] == [event.value("UID") for event in own], name
            assert not [event.errors for event in read.walk() if event.errors], name

    def test_hours_are_those_of_finland(self, published: dict[str, bytes]) -> None:
        read = icalendar.Calendar.from_ical(
            published["fi/tilaisuudet/2018-08-16-palveluasumisen-tuottajat/2018-08-16-palveluasumisen-tuottajat.ics"]
        )
        (event, *_) = read.walk("VEVENT")

        assert event["DTSTART"].dt.astimezone(UTC).hour == event["DTSTART"].dt.hour - 3

    def test_languages_tell_of_the_same_events(self, published: dict[str, bytes]) -> None:
        names = [
            [part.value("UID") for part in parsed(published[file]).parts if part.name == "VEVENT"]
            for file in ("fi/tilaisuudet/tilaisuudet.ics", "sv/evenemang/evenemang.ics", "en/events/events.ics")
        ]

        assert names[0] == names[1] == names[2] != []

    def test_pages_lead_to_them(self, hosted: BuiltSite) -> None:
        page = hosted.page("/fi/tilaisuudet/")

        assert 'href="webcal://opas.example.fi/fi/tilaisuudet/tilaisuudet.ics"' in page
        assert '<link rel="alternate" type="text/calendar"' in page.partition("</head>")[0]
        assert "2018-08-16-palveluasumisen-tuottajat.ics" in hosted.page(
            "/fi/tilaisuudet/2018-08-16-palveluasumisen-tuottajat/"
        )


class TestAnEvent:
    """One event in a calendar."""

    def test_its_name_is_the_same_for_ever(self, project: Project) -> None:
        assert [event.value("UID") for event in events(project)] == [
            "83040268-b4f9-5546-b812-5b96d27b9c9a",
            "f81d80df-352f-5955-94f6-d25e85f1f92c",
        ]

    def test_when_where_and_what(self, project: Project) -> None:
        event, _ = events(project)

        assert ("DTSTART", "TZID=Europe/Helsinki", "20180920T133000") in event.properties
        assert ("DTEND", "TZID=Europe/Helsinki", "20180920T160000") in event.properties
        assert event.value("SUMMARY") == "Tilaisuus\\; setelit\\, hinnat"
        assert event.value("LOCATION") == "Kaupungintalo"
        assert (event.value("STATUS"), event.value("SEQUENCE")) == ("CONFIRMED", "0")

    def test_without_an_hour_it_is_a_whole_day(self, project: Project) -> None:
        project.replace(FILE, "    from: 13.30\n    to: 16.00\n".replace("    ", ""), "")
        event, _ = events(project)

        assert ("DTSTART", "VALUE=DATE", "20180920") in event.properties
        assert event.value("DTEND") == ""

    def test_the_deadline_reminds_on_the_morning_before_and_is_a_day_of_its_own(self, project: Project) -> None:
        event, deadline = events(project)

        assert [alarm.value("TRIGGER") for alarm in event.parts] == ["20180913T060000Z"]
        assert ("DTSTART", "VALUE=DATE", "20180914") in deadline.properties
        assert deadline.value("TRANSP") == "TRANSPARENT"
        assert deadline.value("RELATED-TO") == event.value("UID")

    def test_a_cancelled_one_stays_and_says_so(self, project: Project) -> None:
        name = events(project)[0].value("UID")
        project.replace(FILE, "registration:", "change: cancelled\nregistration:")
        event, deadline = events(project)

        assert event.value("UID") == name
        assert (event.value("STATUS"), event.value("SEQUENCE")) == ("CANCELLED", "1")
        assert event.value("SUMMARY").startswith("Cancelled: ")
        assert event.parts == []
        assert deadline.value("STATUS") == "CANCELLED"

    def test_a_moved_one_is_on_its_new_day(self, project: Project) -> None:
        project.replace(FILE, "registration:", "change: moved\nmoved_to: 2018-09-27\nregistration:")
        event, _ = events(project)

        assert ("DTSTART", "TZID=Europe/Helsinki", "20180927T133000") in event.properties
        assert (event.value("STATUS"), event.value("SEQUENCE")) == ("CONFIRMED", "1")
        assert "It was to be held on Thursday 20 September 2018." in event.value("DESCRIPTION")

    def test_every_change_in_its_history_makes_its_number_grow(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "13.30", "14.00")
        commit(project.root, "2018-04-01")
        edition = edition_of(project)
        ((_, data),) = calendars.files(
            replace(edition, catalogue=catalogue_of(project, DAY)), ("event", "2018-09-20-tilaisuus")
        )
        (event, *_) = (part for part in parsed(data).parts if part.name == "VEVENT")

        assert (event.value("SEQUENCE"), event.value("DTSTAMP")) == ("1", "20180401T090000Z")
        assert event.value("LAST-MODIFIED") == event.value("DTSTAMP")

    def test_it_is_the_same_on_another_day(self, project: Project) -> None:
        assert events(project) == events(project, day=DAY + timedelta(days=1))

    @pytest.mark.parametrize(
        ("subject", "number"),
        [(("events", ""), 2), (("organiser", "ylojarvi"), 2), (("voucher", "ylojarvi/kotihoito"), 2)],
    )
    def test_it_is_in_the_calendars_it_belongs_to(
        self, project: Project, subject: tuple[str, str], number: int
    ) -> None:
        assert len(events(project, subject)) == number


@pytest.mark.parametrize("year", range(1997, 2040))
def test_the_hours_of_finland_are_explained_as_they_are(year: int) -> None:
    (zone,) = (part for part in icalendar.Calendar.from_ical(calendar("x", ())).walk("VTIMEZONE"))
    own, real = zone.to_tz(), ZoneInfo("Europe/Helsinki")

    for month in range(1, 13):
        for day in (1, 15, 26, 28):
            moments = [datetime(year, month, day, 12, tzinfo=zone).utcoffset() for zone in (own, real)]
            assert moments[0] == moments[1], (year, month, day)


@given(some.text(some.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_any_text_comes_back_whole(words: str) -> None:
    data = calendar("x", [("BEGIN", "VEVENT"), text("SUMMARY", words), ("END", "VEVENT")])
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")

    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert str(event["SUMMARY"]) == "\n".join(words.splitlines())


def test_no_letter_is_cut() -> None:
    for piece in folded("SUMMARY:" + "ä€😀" * 60):
        piece.decode()
