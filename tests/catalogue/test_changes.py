"""What readers of feeds are told, and when: by what the records say, and by what was edited in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.change import Change
from provider_directory.catalogue.revisions import revisions
from provider_directory.records.past import past
from provider_directory.records.published_history import PLACE, state
from provider_directory.settings import Settings
from tests.records.project import DAY, Project, world
from tests.records.repositories import begin, catalogue_of, commit, told

FILE = "providers/esimerkkihoiva.yaml"
VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"

EVENT = """\
    ---
    title: Tilaisuus
    summary: Kerromme seteleistä.
    organiser: ylojarvi
    date: 2018-09-20
    from: 13.30
    audience: [providers]
    ---
    Tervetuloa.
    """


def short(change: Change) -> tuple[object, ...]:
    """A change in few words."""
    return str(change.kind), change.day.isoformat(), change.name, change.before, change.after


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that nobody has committed yet."""
    return world(tmp_path)


class TestByTheRecordsAlone:
    """What the records themselves say happens on which day."""

    def listing(self, project: Project, more: str, prices: str = '{price: "38.50", unit: hour}') -> None:
        project.replace(FILE, "    municipalities: [ylojarvi]\n", f"    municipalities: [ylojarvi]\n{more}")
        project.replace(FILE, '{price: "38.50", unit: hour}', prices)

    def test_a_listing_without_a_day_is_no_news(self, project: Project) -> None:
        assert told(project.catalogue()) == []

    def test_a_new_listing_is_known_since_its_decision(self, project: Project) -> None:
        self.listing(project, "    from: 2018-09-01\n    decision: {date: 2018-06-20}\n")

        assert [short(each) for each in told(project.catalogue())] == [
            ("new", "2018-06-20", "Esimerkkihoiva Oy", None, None)
        ]

    def test_and_else_when_it_begins(self, project: Project) -> None:
        self.listing(project, "    from: 2018-09-01\n")

        assert told(project.catalogue()) == []
        assert [each.day for each in told(project.catalogue(date(2018, 9, 1)))] == [date(2018, 9, 1)]

    def test_a_coming_price_is_known_since_the_record_was_checked(self, project: Project) -> None:
        self.listing(
            project,
            "",
            '{price: "55.80", unit: hour, until: 2019-02-28}\n      - {price: "57.00", unit: hour, from: 2019-03-01}',
        )
        (change,) = told(project.catalogue())

        assert short(change) == ("price", "2018-06-12", "Esimerkkihoiva Oy", 5580, 5700)
        assert change.starts == date(2019, 3, 1)

    def test_a_follow_up_on_the_same_list_is_neither_new_nor_an_end(self, project: Project) -> None:
        again = (
            "  - voucher: ylojarvi/kotihoito\n    at_home: yes\n    municipalities: [ylojarvi]\n    from: 2018-08-01\n"
        )
        self.listing(project, "    from: 2018-01-01\n    until: 2018-07-31\n")
        project.replace(FILE, "verified:\n", f'{again}    prices:\n      - {{price: "40.00", unit: hour}}\nverified:\n')

        assert [short(each) for each in told(project.catalogue())] == [
            ("price", "2018-06-12", "Esimerkkihoiva Oy", 3850, 4000),
            ("new", "2018-01-01", "Esimerkkihoiva Oy", None, None),
        ]

    def test_an_end_is_told_on_the_day_after(self, project: Project) -> None:
        self.listing(project, "    from: 2018-01-01\n    until: 2018-08-09\n")

        assert [short(each) for each in told(project.catalogue(date(2018, 8, 9)))] == [
            ("new", "2018-01-01", "Esimerkkihoiva Oy", None, None)
        ]
        assert [short(each) for each in told(project.catalogue())] == [
            ("ended", "2018-08-10", "Esimerkkihoiva Oy", None, None)
        ]

    def test_nothing_is_told_of_one_that_is_withdrawn_for_a_time(self, project: Project) -> None:
        self.listing(project, "    from: 2018-01-01\n    suspended: {from: 2018-08-01}\n")

        assert [each.name for each in told(project.catalogue(date(2018, 7, 31)))] == ["Esimerkkihoiva Oy"]
        assert told(project.catalogue()) == []

    def test_values_are_told_with_what_they_were(self, project: Project) -> None:
        project.replace(
            VOUCHER,
            '    amount: "30.00"\n',
            '    amount: "30.00"\n    until: 2018-06-30\n'
            '  - rule: fixed\n    unit: hour\n    amount: "32.00"\n    from: 2018-07-01\n',
        )
        (change,) = told(project.catalogue(), "voucher", "ylojarvi/kotihoito")

        assert (change.kind, change.day, change.starts) == ("value", date(2018, 7, 1), date(2018, 7, 1))
        assert (change.before.amount, change.after.amount) == (3000, 3200)  # type: ignore[union-attr]

    def test_residents_are_told_what_concerns_them(self, project: Project) -> None:
        self.listing(project, "    from: 2018-01-01\n")

        assert [each.kind for each in told(project.catalogue(), "municipality", "ylojarvi")] == ["new"]
        assert told(project.catalogue(), "municipality", "jyvaskyla") == []

    def test_what_is_older_than_the_settings_say_is_told_no_more(self, project: Project) -> None:
        self.listing(project, "    from: 2018-01-01\n")

        assert told(Catalogue(records=project.records(), as_of=DAY, changes_days=200)) == []
        assert told(Catalogue(records=project.records(), as_of=DAY, changes_longest=0)) == []


class TestByGit:
    """What was edited, on the day of its commit."""

    def test_what_the_first_commit_brought_is_no_change(self, project: Project) -> None:
        begin(project.root, "2018-03-01")

        assert told(catalogue_of(project, DAY)) == []

    def test_a_price_that_is_written_over(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "38.50", "41.00")
        commit(project.root, "2018-06-01")

        assert [short(each) for each in told(catalogue_of(project, DAY))] == [
            ("price", "2018-06-01", "Esimerkkihoiva Oy", 3850, 4100)
        ]
        assert told(catalogue_of(project, date(2018, 5, 31))) == []

    def test_a_price_that_takes_the_place_of_another_from_a_day(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, '{price: "38.50", unit: hour}', '{price: "41.00", unit: hour, from: 2018-12-01}')
        commit(project.root, "2018-06-01")
        (change,) = told(catalogue_of(project, DAY))

        assert short(change) == ("price", "2018-06-01", "Esimerkkihoiva Oy", 3850, 4100)
        assert change.starts == date(2018, 12, 1)

    def test_what_is_not_committed_changed_on_the_day_and_keeps_its_name(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "38.50", "41.00")
        before = told(catalogue_of(project, DAY))
        commit(project.root, DAY.isoformat())

        assert [short(each) for each in before] == [("price", "2018-08-10", "Esimerkkihoiva Oy", 3850, 4100)]
        assert told(catalogue_of(project, DAY)) == before

    def test_what_is_edited_later_than_the_day_is_not_known_on_it(self, project: Project) -> None:
        begin(project.root, "2018-09-01")
        project.replace(FILE, "38.50", "41.00")

        assert told(catalogue_of(project, DAY)) == []

    def test_a_record_that_came_later_is_new_on_that_day(self, project: Project) -> None:
        text = (project.root / FILE).read_text(encoding="utf-8")
        project.remove(FILE)
        begin(project.root, "2018-03-01")
        project.write(FILE, text)
        commit(project.root, "2018-06-01")

        assert [short(each) for each in told(catalogue_of(project, DAY))] == [
            ("new", "2018-06-01", "Esimerkkihoiva Oy", None, None)
        ]

    def test_other_municipalities_are_told(self, project: Project) -> None:
        register = (
            "  - register: ylojarvi/hoiva\n    at_home: yes\n    municipalities: [ylojarvi]\n    prices:\n"
            '      - {price: "40.00", unit: hour}\n'
        )
        project.replace(FILE, "verified:", f"{register}verified:")
        begin(project.root, "2018-03-01")
        project.replace(FILE, register, register.replace("[ylojarvi]", "[jyvaskyla]"))
        commit(project.root, "2018-06-01")
        (change,) = told(catalogue_of(project, DAY))

        assert (change.kind, change.list) == ("area", ("register", "ylojarvi/hoiva"))
        assert (change.added, change.dropped) == (("jyvaskyla",), ("ylojarvi",))

    def test_naming_all_services_is_no_change(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "    at_home: yes\n", "    at_home: yes\n    services: [home-care]\n")
        commit(project.root, "2018-06-01")

        assert told(catalogue_of(project, DAY)) == []

    def test_an_end_that_was_set_is_told_at_once(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "    at_home: yes\n", "    at_home: yes\n    until: 2018-12-31\n")
        commit(project.root, "2018-06-01")
        (change,) = told(catalogue_of(project, DAY))

        assert (change.kind, change.day, change.until) == ("ended", date(2018, 6, 1), date(2018, 12, 31))

    def test_of_a_record_that_was_taken_away_not_even_the_name_is_left(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "38.50", "41.00")
        commit(project.root, "2018-05-01")
        project.remove(FILE)
        commit(project.root, "2018-06-01")
        (change,) = told(catalogue_of(project, DAY))

        assert short(change) == ("removed", "2018-06-01", "", None, None)
        assert "esimerkkihoiva" not in repr(change).lower()

    def test_one_that_was_withdrawn_and_then_taken_away_left_before(self, project: Project) -> None:
        project.replace(FILE, "    at_home: yes\n", "    at_home: yes\n    suspended: {from: 2018-03-01}\n")
        begin(project.root, "2018-03-01")
        project.remove(FILE)
        commit(project.root, "2018-06-01")

        assert told(catalogue_of(project, DAY)) == []

    def test_a_file_that_got_another_name_is_no_news(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        (project.root / FILE).rename(project.root / "providers/esimerkki-uusi.yaml")
        commit(project.root, "2018-06-01")
        project.replace("providers/esimerkki-uusi.yaml", "38.50", "41.00")
        commit(project.root, "2018-07-01")

        assert [short(each) for each in told(catalogue_of(project, DAY))] == [
            ("price", "2018-07-01", "Esimerkkihoiva Oy", 3850, 4100)
        ]

    def test_there_and_back_and_there_again_is_told_once(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        for old, new, day in (("38.50", "41.00", "04"), ("41.00", "38.50", "05"), ("38.50", "41.00", "06")):
            project.replace(FILE, old, new)
            commit(project.root, f"2018-{day}-01")

        assert [short(each)[1:] for each in told(catalogue_of(project, DAY))] == [
            ("2018-06-01", "Esimerkkihoiva Oy", 3850, 4100),
            ("2018-05-01", "Esimerkkihoiva Oy", 4100, 3850),
        ]

    def test_a_version_that_nobody_can_read_is_passed_over(self, project: Project) -> None:
        whole = (project.root / FILE).read_text(encoding="utf-8")
        begin(project.root, "2018-03-01")
        project.write(FILE, "name: [")
        commit(project.root, "2018-05-01")
        project.write(FILE, whole.replace("38.50", "41.00"))
        commit(project.root, "2018-06-01")

        assert [short(each) for each in told(catalogue_of(project, DAY))] == [
            ("price", "2018-06-01", "Esimerkkihoiva Oy", 3850, 4100)
        ]

    def test_a_value_that_is_written_over_is_told_with_what_it_was(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(VOUCHER, "30.00", "33.00")
        commit(project.root, "2018-06-01")
        (change,) = told(catalogue_of(project, DAY))

        assert (change.before.amount, change.after.amount) == (3000, 3300)  # type: ignore[union-attr]

    def test_a_value_comes_before_the_prices_of_its_day(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(VOUCHER, "30.00", "33.00")
        project.replace(FILE, "38.50", "41.00")
        commit(project.root, "2018-06-01")

        assert [each.kind for each in told(catalogue_of(project, DAY))] == ["value", "price"]

    def test_what_was_read_is_kept(self, project: Project) -> None:
        begin(project.root, "2018-03-01")
        project.replace(FILE, "38.50", "41.00")
        commit(project.root, "2018-06-01")
        before = told(catalogue_of(project, DAY))

        assert (project.root / ".cache/provider-directory/history/git").is_file()
        assert told(catalogue_of(project, DAY)) == before != []


class TestEvents:
    """What calendars count."""

    def revision(self, project: Project, day: date = DAY) -> tuple[int, date | None]:
        found = catalogue_of(project, day).worked_out("revisions", revisions)["2018-09-20-tilaisuus"]
        return found.number, found.day

    def test_each_change_of_day_hour_or_place_counts(self, project: Project) -> None:
        file = "content/events/2018-09-20-tilaisuus.md"
        project.write(file, EVENT)
        begin(project.root, "2018-03-01")
        assert self.revision(project) == (0, None)
        project.replace(file, "13.30", "14.00")
        commit(project.root, "2018-04-01")
        project.replace(file, "Kerromme", "Kerromme taas")
        commit(project.root, "2018-05-01")
        project.replace(file, "organiser:", "change: cancelled\norganiser:")
        commit(project.root, "2018-06-01")

        assert self.revision(project) == (2, date(2018, 6, 1))
        assert self.revision(project, date(2018, 4, 30)) == (1, date(2018, 4, 1))

    def test_one_that_was_cancelled_counts_without_a_history(self, project: Project) -> None:
        project.write(
            "content/events/2018-09-20-tilaisuus.md", EVENT.replace("organiser:", "change: cancelled\n    organiser:")
        )

        assert project.catalogue().worked_out("revisions", revisions)["2018-09-20-tilaisuus"].number == 1


class TestByWhatWasPublished:
    """Without git each build leaves what the next one has to know."""

    def publish(self, project: Project, day: date) -> list[Change]:
        """Build on a day: what is told, and what is left for the next time."""
        settings = Settings(
            root=project.root, output=project.root / "output", theme=project.root, as_of=day, site_name={"fi": "Opas"}
        )
        plain = project.catalogue(day)
        history = past(settings, plain.records, plain.changes_since)
        catalogue = Catalogue(records=plain.records, as_of=day, history=history)
        withdrawn = [key for key in plain.records.providers if catalogue.provider_status(key) == "suspended"]
        project.write(f"output/{PLACE}", state(history, plain.records, withdrawn))
        return told(catalogue)

    def left(self, project: Project) -> str:
        return (project.root / "output" / PLACE).read_text(encoding="utf-8")

    def test_the_same_is_told_as_by_git(self, project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
        other = world(tmp_path_factory.mktemp("git"))
        edits = (
            (FILE, "38.50", "41.00", date(2018, 4, 1)),
            (FILE, "    at_home: yes\n", "    at_home: yes\n    until: 2018-12-31\n", date(2018, 5, 1)),
        )
        assert self.publish(project, date(2018, 3, 1)) == []
        begin(other.root, "2018-03-01")
        for file, old, new, day in edits:
            for each in (project, other):
                each.replace(file, old, new)
            commit(other.root, day.isoformat())
            self.publish(project, day)

        assert self.publish(project, DAY) == told(catalogue_of(other, DAY)) != []

    def test_a_second_build_leaves_the_same(self, project: Project) -> None:
        self.publish(project, date(2018, 3, 1))
        project.replace(FILE, "38.50", "41.00")
        first, left = self.publish(project, date(2018, 4, 1)), self.left(project)

        assert self.publish(project, date(2018, 4, 1)) == first != []
        assert self.left(project) == left
        assert [each.day for each in self.publish(project, DAY)] == [date(2018, 4, 1)]
        assert self.left(project) == left

    def test_the_first_build_knows_no_changes(self, project: Project) -> None:
        assert self.publish(project, DAY) == []

    @pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 0}', b'{"format": 1, "providers": {"x": 1}}'])
    def test_what_cannot_be_read_counts_as_nothing(self, project: Project, damage: bytes) -> None:
        project.write(f"output/{PLACE}", damage)

        assert self.publish(project, DAY) == []

    def test_nothing_is_left_of_one_that_is_withdrawn_or_gone(self, project: Project) -> None:
        self.publish(project, date(2018, 3, 1))
        assert "esimerkkihoiva" in self.left(project) and "3850" in self.left(project)
        project.replace(FILE, "    at_home: yes\n", "    at_home: yes\n    suspended: {from: 2018-04-01}\n")

        assert self.publish(project, date(2018, 4, 1)) == []
        assert "esimerkkihoiva" not in self.left(project) and "3850" not in self.left(project)

    def test_nor_of_a_record_that_was_taken_away(self, project: Project) -> None:
        self.publish(project, date(2018, 3, 1))
        project.remove(FILE)
        first = self.publish(project, date(2018, 4, 1))

        assert [short(each) for each in first] == [("removed", "2018-04-01", "", None, None)]
        assert "esimerkkihoiva" not in self.left(project) and "1234567-1" not in self.left(project)
        assert self.publish(project, DAY) == first

    def test_a_build_for_an_earlier_day_tells_what_was_known_then(self, project: Project) -> None:
        self.publish(project, date(2018, 3, 1))
        project.replace(FILE, "38.50", "41.00")
        self.publish(project, date(2018, 6, 1))

        assert self.publish(project, date(2018, 5, 1)) == []
