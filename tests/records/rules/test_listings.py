"""One list each, somewhere to be delivered, nothing approved before its time."""

from __future__ import annotations

import pytest

from tests.records.project import Project

PROVIDER = "providers/esimerkkihoiva.yaml"


def listed(project: Project, listing: str, more: str = "") -> list[str]:
    """What is said of a provider with this one listing."""
    indented = "\n".join(f"    {line}" for line in listing.split("\n")).strip()
    project.write(
        PROVIDER,
        f"name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\nlistings:\n  - {indented}\n{more}",
    )
    return [line.removeprefix(f"{PROVIDER} ") for line in project.told()]


AT_HOME = "at_home: yes\nmunicipalities: [ylojarvi]"


class TestListing:
    """Rule listing."""

    @pytest.mark.parametrize("lists", ["", "voucher: ylojarvi/kotihoito\nregister: ylojarvi/hoiva\n"])
    def test_a_listing_stands_on_one_list(self, project: Project, lists: str) -> None:
        assert listed(project, lists + AT_HOME) == [
            'line 4    listings › 1: Name either a "voucher" or a "register", exactly one. '
            "Make two listings for two. [listing]"
        ]

    @pytest.mark.parametrize("list_", ["voucher: ylojarvi/kotihoito", "register: ylojarvi/hoiva"])
    def test_either_will_do(self, project: Project, list_: str) -> None:
        assert listed(project, f"{list_}\n{AT_HOME}") == []


class TestDelivery:
    """Rule delivery."""

    def test_a_listing_says_where_the_service_is_given(self, project: Project) -> None:
        assert listed(project, "voucher: ylojarvi/kotihoito") == [
            'line 4    listings › 1: Say where it is delivered: "at_home: yes", or "locations" of this provider. [delivery]'
        ]

    def test_what_is_delivered_at_home_is_delivered_in_some_municipality(self, project: Project) -> None:
        assert listed(project, "voucher: ylojarvi/kotihoito\nat_home: yes") == [
            'line 4    listings › 1: It is delivered at home, so "municipalities" must say where. [delivery]'
        ]

    def test_a_place_of_the_provider_is_enough(self, project: Project) -> None:
        place = "locations:\n  keskusta:\n    name: Keskusta\n    address: {street: Esimerkkikatu 1, municipality: ylojarvi}\n"

        assert listed(project, "voucher: ylojarvi/kotihoito\nlocations: [keskusta]", place) == []


class TestPlannedVoucher:
    """Rule planned-voucher."""

    def test_nobody_is_approved_for_a_voucher_that_is_only_planned(self, project: Project) -> None:
        stage = "{fi: Suunnitellaan., sv: Planeras., en: Planned.}"
        project.replace("content/vouchers/ylojarvi/kotihoito.md", "values:", f"planned: {{stage: {stage}}}\nvalues:")

        assert listed(project, f"voucher: ylojarvi/kotihoito\n{AT_HOME}") == [
            'line 4    listings › 1 › voucher: "ylojarvi/kotihoito" is only planned, so nobody can be approved for it. '
            'Remove "planned" there first. [planned-voucher]'
        ]

    def test_a_voucher_in_use_has_providers(self, project: Project) -> None:
        assert listed(project, f"voucher: ylojarvi/kotihoito\n{AT_HOME}") == []


class TestEarlyRegister:
    """Rule early-register."""

    @pytest.fixture(autouse=True)
    def in_autumn(self, project: Project) -> None:
        project.replace("content/registers/self-pay.yaml", "services:", "published: 2018-autumn\n  services:")

    @pytest.mark.parametrize(("starts", "line"), [("", 4), ("from: 2018-08-31\n", 5)])
    def test_a_listing_waits_for_its_register(self, project: Project, starts: str, line: int) -> None:
        assert listed(project, f"register: ylojarvi/hoiva\n{starts}{AT_HOME}") == [
            f"line {line}    listings › 1 › from: The register is published 2018-autumn, so the listing cannot start before. "
            "Write from: 2018-09-01. [early-register]"
        ]

    def test_a_listing_may_start_with_its_register(self, project: Project) -> None:
        assert listed(project, f"register: ylojarvi/hoiva\nfrom: 2018-09-01\n{AT_HOME}") == []


class TestRegisterSunset:
    """Rule register-sunset."""

    @pytest.fixture(autouse=True)
    def until_new_year(self, project: Project) -> None:
        project.replace("content/registers/self-pay.yaml", "services:", "sunset: 2018-12-31\n  services:")

    @pytest.mark.parametrize(("until", "line"), [("", 4), ("until: 2019-01-01\n", 5)])
    def test_a_listing_ends_with_its_register(self, project: Project, until: str, line: int) -> None:
        assert listed(project, f"register: ylojarvi/hoiva\n{until}{AT_HOME}") == [
            f"line {line}    listings › 1 › until: The register ends on 2018-12-31. "
            "Write until: 2018-12-31, or an earlier day. [register-sunset]"
        ]

    def test_a_listing_may_end_on_the_last_day(self, project: Project) -> None:
        assert listed(project, f"register: ylojarvi/hoiva\nuntil: 2018-12-31\n{AT_HOME}") == []


class TestServiceArea:
    """Rule service-area."""

    def test_a_voucher_is_of_no_use_to_residents_of_another_municipality(self, project: Project) -> None:
        assert listed(project, "voucher: ylojarvi/kotihoito\nat_home: yes\nmunicipalities: [ylojarvi, jyvaskyla]") == [
            'line 6    warning: listings › 1 › municipalities › 2: "jyvaskyla" is outside the area of Ylöjärven kaupunki, '
            "whose voucher this is. Its residents cannot use it. [service-area]"
        ]

    def test_self_pay_knows_no_such_border(self, project: Project) -> None:
        assert listed(project, "register: ylojarvi/hoiva\nat_home: yes\nmunicipalities: [ylojarvi, jyvaskyla]") == []


class TestPostalCode:
    """Rule postal-code."""

    def at(self, project: Project, code: str) -> list[str]:
        address = f"address: {{street: Esimerkkikatu 1, postal_code: '{code}', municipality: ylojarvi}}\n"
        return listed(project, f"voucher: ylojarvi/kotihoito\n{AT_HOME}", address)

    def test_a_postal_code_of_another_municipality_is_told(self, project: Project) -> None:
        assert self.at(project, "40100") == [
            'line 7    warning: address › postal_code: "40100" is not a postal code of Ylöjärvi. Check both. [postal-code]'
        ]

    def test_a_municipality_may_have_several_beginnings(self, project: Project) -> None:
        assert self.at(project, "33470") == []
        assert self.at(project, "34240") == []

    def test_the_address_of_an_organiser_is_looked_at_too(self, project: Project) -> None:
        project.replace(
            "content/organisers/ylojarvi.yaml",
            "contacts:",
            "address: {postal_code: '40100', municipality: ylojarvi}\ncontacts:",
        )

        assert project.told() == [
            "content/organisers/ylojarvi.yaml line 4    warning: address › postal_code: "
            '"40100" is not a postal code of Ylöjärvi. Check both. [postal-code]'
        ]
