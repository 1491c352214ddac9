"""No two records may claim one address or one identity."""

from __future__ import annotations

from tests.records.project import WORLD, Project


class TestBusinessId:
    """Rule business-id."""

    def test_two_providers_with_one_business_id_are_one_provider(self, project: Project) -> None:
        project.write("providers/toinen.yaml", WORLD["providers/esimerkkihoiva.yaml"])

        assert project.told("business-id") == [
            'providers/toinen.yaml line 2    business_id: "1234567-1" is also the business id of '
            "providers/esimerkkihoiva.yaml. Keep one record. [business-id]"
        ]

    def test_two_providers_with_a_business_id_each_are_two(self, project: Project) -> None:
        project.write("providers/toinen.yaml", WORLD["providers/esimerkkihoiva.yaml"])
        project.replace("providers/toinen.yaml", "1234567-1", "7654321-2")

        assert project.told() == []


class TestAddress:
    """Rule address."""

    def test_names_that_become_one_address_are_told_in_the_language_they_do(self, project: Project) -> None:
        project.replace("content/registers/services.yaml", "sv: Dagverksamhet", "sv: Hemvård")

        assert project.told("address") == [
            'content/registers/services.yaml line 6    day-activity › name › sv: The address "hemvard" is already that of '
            '"home-care" (sv). Change one name. [address]'
        ]

    def test_names_that_differ_in_small_letters_without_dots_are_two(self, project: Project) -> None:
        project.replace("content/registers/services.yaml", "sv: Dagverksamhet", "sv: Hemvård 2")

        assert project.told() == []

    def test_a_former_name_may_not_hide_a_voucher_in_use(self, project: Project) -> None:
        project.write(
            "content/vouchers/ylojarvi/toinen.md",
            """\
            ---
            title: Toinen seteli
            summary: Toinen.
            services: [home-care]
            former_names:
              - name: Kotihoito
            ---
            """,
        )

        assert project.told("address") == [
            'content/vouchers/ylojarvi/toinen.md line 6    former_names › 1 › name: The address "ylojarvi/kotihoito" is '
            "already that of content/vouchers/ylojarvi/kotihoito.md. Change the name. [address]"
        ]

    def test_a_former_name_that_nobody_else_has_is_an_address(self, project: Project) -> None:
        project.replace(
            "content/vouchers/ylojarvi/kotihoito.md", "services:", "former_names:\n  - name: Kotiapuseteli\nservices:"
        )

        assert project.told() == []


class TestAddressForm:
    """Rule address-form."""

    def test_a_name_without_a_letter_has_no_address_in_any_language(self, project: Project) -> None:
        project.replace("content/registers/services.yaml", "sv: Dagverksamhet", 'sv: "…"')

        assert project.told("address-form") == [
            'content/registers/services.yaml line 6    day-activity › name › sv: "…" gives no address. '
            "Use letters a–z in the name. [address-form]"
        ]

    def test_a_former_name_without_a_letter_has_no_address(self, project: Project) -> None:
        project.replace(
            "content/vouchers/ylojarvi/kotihoito.md", "services:", 'former_names:\n  - name: "§"\nservices:'
        )

        assert project.told("address-form") == [
            'content/vouchers/ylojarvi/kotihoito.md line 5    former_names › 1 › name: "§" gives no address. '
            "Use letters a–z in the name. [address-form]"
        ]

    def test_a_name_too_long_for_a_file_is_too_long_for_an_address(self, project: Project) -> None:
        project.replace("content/registers/services.yaml", "sv: Dagverksamhet", f"sv: {'x' * 121}")

        assert project.told("address-form") == [
            "content/registers/services.yaml line 6    day-activity › name › sv: The name gives an address of 121 characters; "
            "at most 120 fit. Shorten it. [address-form]"
        ]

    def test_one_letter_is_enough(self, project: Project) -> None:
        project.replace("content/registers/services.yaml", "sv: Dagverksamhet", "sv: Å")

        assert project.told() == []
