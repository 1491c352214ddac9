"""Everything views may ask for, as it is on a day."""

from __future__ import annotations

from datetime import date

from provider_directory.catalogue.catalogue import Catalogue, of_kind, providers_of
from provider_directory.catalogue.offers import Kind
from provider_directory.catalogue.status import EventStatus, ListingStatus, RegisterStatus, VoucherStatus
from tests.records.project import DAY, WORLD, Project

PROVIDER = "providers/esimerkkihoiva.yaml"


def with_event(project: Project, day: str, more: str = "") -> None:
    """Add an event."""
    project.write(
        f"content/events/{day}-info.md",
        f"---\ntitle: Info\nsummary: Info.\norganiser: ylojarvi\naudience: [providers]\ndate: {day}\n{more}---\n",
    )


class TestOffers:
    """Looked up by municipality, service, voucher, register and provider."""

    def both(self, project: Project) -> Catalogue:
        """A provider that stands on a voucher's list and on a register."""
        project.replace(
            PROVIDER,
            "verified:",
            "  - {register: ylojarvi/hoiva, at_home: yes, municipalities: [jyvaskyla], prices: [{price: 40, unit: hour}]}\nverified:",
        )
        return project.catalogue()

    def test_an_offer_is_found_wherever_a_reader_looks_for_it(self, project: Project) -> None:
        catalogue = self.both(project)
        voucher, register = catalogue.offers

        assert catalogue.offers_by_list == {
            ("ylojarvi", "home-care"): (voucher,),
            ("jyvaskyla", "home-care"): (register,),
        }
        assert catalogue.offers_by_service == {"home-care": (voucher, register)}
        assert catalogue.offers_by_voucher == {"ylojarvi/kotihoito": (voucher,)}
        assert catalogue.offers_by_register == {"ylojarvi/hoiva": (register,)}
        assert catalogue.offers_by_provider == {"esimerkkihoiva": (voucher, register)}

    def test_offers_can_be_parted_by_who_pays(self, project: Project) -> None:
        catalogue = self.both(project)

        assert [offer.you_pay for offer in of_kind(catalogue.offers, Kind.SELF_PAY)] == [4000]
        assert [offer.you_pay for offer in of_kind(catalogue.offers, Kind.VOUCHER)] == [850]

    def test_the_providers_behind_offers_come_once_each(self, project: Project) -> None:
        assert [entry.key for entry in providers_of(self.both(project).offers)] == ["esimerkkihoiva"]

    def test_the_services_of_a_municipality_are_those_somebody_offers_there(self, project: Project) -> None:
        catalogue = project.catalogue()

        assert catalogue.services_in("ylojarvi") == ("home-care",)
        assert catalogue.services_in("jyvaskyla") == ()


class TestProviders:
    """Shown while there is something to choose."""

    def test_a_suspended_provider_is_shown_nowhere(self, project: Project) -> None:
        project.replace(PROVIDER, "at_home: yes", "at_home: yes\n    suspended: {from: 2018-08-01}")
        catalogue = project.catalogue()

        assert (catalogue.offers, catalogue.shown_providers, catalogue.offers_by_provider) == ((), (), {})
        assert catalogue.provider_status("esimerkkihoiva") is ListingStatus.SUSPENDED

    def test_a_provider_is_what_the_best_of_its_listings_is(self, project: Project) -> None:
        text = "  - {{voucher: ylojarvi/kotihoito, at_home: yes, municipalities: [ylojarvi], until: {until}}}\n"
        project.write(
            PROVIDER,
            "name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\nlistings:\n"
            + text.format(until="2017-12-31")
            + text.format(until="2018-12-31"),
        )

        assert project.catalogue().provider_status("esimerkkihoiva") is ListingStatus.CURRENT
        assert project.catalogue(date(2019, 1, 1)).provider_status("esimerkkihoiva") is ListingStatus.ENDED

    def test_shown_providers_come_by_key(self, project: Project) -> None:
        project.write("providers/aamu.yaml", WORLD[PROVIDER])
        project.replace("providers/aamu.yaml", "1234567-1", "7654321-2")

        assert [entry.key for entry in project.catalogue().shown_providers] == ["aamu", "esimerkkihoiva"]


class TestEvents:
    """Coming and past."""

    def test_coming_events_are_soonest_first_and_past_ones_latest_first(self, project: Project) -> None:
        for day in ("2018-08-09", "2018-09-01", "2018-08-10", "2018-03-01"):
            with_event(project, day)
        catalogue = project.catalogue()

        assert [entry.key for entry in catalogue.coming_events] == ["2018-08-10-info", "2018-09-01-info"]
        assert [entry.key for entry in catalogue.past_events] == ["2018-08-09-info", "2018-03-01-info"]

    def test_a_moved_event_stands_at_its_new_day(self, project: Project) -> None:
        with_event(project, "2018-08-01", "change: moved\nmoved_to: 2018-09-15\n")
        catalogue = project.catalogue()
        (event,) = catalogue.coming_events

        assert (catalogue.held(event), catalogue.event_status(event)) == (date(2018, 9, 15), EventStatus.MOVED)

    def test_a_cancelled_event_stays_until_its_day_has_passed(self, project: Project) -> None:
        with_event(project, "2018-08-16", "change: cancelled\n")

        assert len(project.catalogue(date(2018, 8, 16)).coming_events) == 1
        assert len(project.catalogue(date(2018, 8, 17)).past_events) == 1


class TestOrganisers:
    """Who grants what to whom."""

    def test_an_organiser_has_its_vouchers_and_registers(self, project: Project) -> None:
        catalogue = project.catalogue()

        assert [entry.key for entry in catalogue.vouchers_of("ylojarvi")] == ["ylojarvi/kotihoito"]
        assert [entry.key for entry in catalogue.registers_of("ylojarvi")] == ["ylojarvi/hoiva"]
        assert catalogue.organiser_of(catalogue.records.vouchers["ylojarvi/kotihoito"]).key == "ylojarvi"

    def test_residents_are_served_by_the_organisers_that_name_their_municipality(self, project: Project) -> None:
        catalogue = project.catalogue()

        assert [entry.key for entry in catalogue.organisers_in("ylojarvi")] == ["ylojarvi"]
        assert catalogue.organisers_in("jyvaskyla") == ()

    def test_a_voucher_and_a_register_have_their_status_of_the_day(self, project: Project) -> None:
        catalogue = project.catalogue()

        assert catalogue.voucher_status(catalogue.records.vouchers["ylojarvi/kotihoito"]) is VoucherStatus.OPEN
        assert catalogue.register_status(catalogue.records.registers["ylojarvi/hoiva"]) is RegisterStatus.OPEN


def test_only_municipalities_that_exist_on_the_day_are_known(project: Project) -> None:
    project.replace("content/registers/municipalities.yaml", 'code: "179"', 'code: "179"\n  until: 2018-12-31')

    assert [entry.key for entry in project.catalogue().municipalities] == ["jyvaskyla", "ylojarvi"]
    assert [entry.key for entry in project.catalogue(date(2019, 1, 1)).municipalities] == ["ylojarvi"]


def test_the_same_records_are_another_directory_on_another_day(project: Project) -> None:
    project.replace(
        PROVIDER,
        '"38.50", unit: hour',
        '"38.50", unit: hour, until: 2018-12-31}\n      - {price: 41, unit: hour, from: 2019-01-01',
    )

    def prices(day: date) -> list[int | None]:
        return [offer.cents for offer in project.catalogue(day).offers]

    assert (prices(DAY), prices(date(2019, 6, 17))) == ([3850], [4100])
