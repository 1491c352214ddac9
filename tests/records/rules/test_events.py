"""The weekday fits the date, and nobody has to sign up after the event."""

from __future__ import annotations

from tests.records.project import Project


def with_event(project: Project, fields: str) -> list[str]:
    """What is said of an event on 16 August 2018, a Thursday."""
    head = "---\ntitle: Infotilaisuus\nsummary: Info.\norganiser: ylojarvi\naudience: [providers]\ndate: 2018-08-16\n"
    project.write("content/events/2018-08-16-info.md", f"{head}{fields}---\n")
    for language, title in (("sv", "Infomöte"), ("en", "Information")):
        project.write(f"content/events/2018-08-16-info.{language}.md", f"---\ntitle: {title}\n---\n")
    return [line.removeprefix("content/events/2018-08-16-info.md ") for line in project.told()]


class TestWeekday:
    """Rule weekday."""

    def test_the_weekday_announced_is_that_of_the_date(self, project: Project) -> None:
        assert with_event(project, "weekday: perjantai\n") == [
            'line 7    warning: weekday: "perjantai" is announced, but 2018-08-16 is a torstai. '
            "Check both with the organiser. [weekday]"
        ]

    def test_it_may_be_inflected_and_begin_with_a_capital(self, project: Project) -> None:
        assert with_event(project, "weekday: Torstaina\n") == []


class TestRegistrationDeadline:
    """Rule registration-deadline."""

    def test_nobody_signs_up_after_the_event(self, project: Project) -> None:
        assert with_event(project, "registration:\n  deadline: 2018-08-17\n") == [
            "line 8    registration › deadline: Registration ends on 2018-08-17, after the event on 2018-08-16. "
            "Change one of them. [registration-deadline]"
        ]

    def test_one_may_sign_up_on_the_day(self, project: Project) -> None:
        assert with_event(project, "registration:\n  deadline: 2018-08-16\n") == []

    def test_a_moved_event_counts_by_its_new_day(self, project: Project) -> None:
        fields = "change: moved\nmoved_to: 2018-09-20\nregistration:\n  deadline: 2018-09-10\n"

        assert with_event(project, fields) == []


class TestEventHours:
    """Rule event-hours."""

    def test_an_event_ends_after_it_begins(self, project: Project) -> None:
        assert with_event(project, 'from: "16.00"\nto: "13.30"\n') == [
            "line 8    to: It ends at 13.30, but begins at 16.00. [event-hours]"
        ]

    def test_a_past_event_may_lack_its_hours(self, project: Project) -> None:
        assert with_event(project, "") == []
        assert with_event(project, 'from: "13.30"\nto: "16.00"\n') == []
