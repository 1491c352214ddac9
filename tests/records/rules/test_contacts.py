"""Telephone numbers can be dialled."""

from __future__ import annotations

import pytest

from tests.records.project import Project


def with_phones(project: Project, *numbers: str) -> list[str]:
    """What is said of an office with these numbers."""
    contacts = "".join(
        f"  office-{position}:\n    role: {{fi: Toimisto, sv: Kansli, en: Office}}\n    phones: ['{number}']\n"
        for position, number in enumerate(numbers, 1)
    )
    project.replace("content/organisers/ylojarvi.yaml", "contacts:\n", f"contacts:\n{contacts}")
    return [line.removeprefix("content/organisers/ylojarvi.yaml ") for line in project.told()]


class TestPhone:
    """Rule phone."""

    def test_a_number_that_nobody_can_dial_is_told_and_kept(self, project: Project) -> None:
        assert with_phones(project, "12") == [
            'line 7    warning: contacts › office-1 › phones › 1: "12" is not a number one can dial. '
            "Check it; it is shown as it stands, without a link. [phone]"
        ]

    def test_a_number_a_digit_shorter_than_the_others_of_its_office_is_told(self, project: Project) -> None:
        assert with_phones(project, "014 266 3502", "014 266 3503", "014 266 350") == [
            'line 13   warning: contacts › office-3 › phones › 1: "014 266 350" is 1 digit shorter than the other numbers '
            "that begin alike. Check it. [phone]"
        ]

    def test_two_digits_are_two(self, project: Project) -> None:
        (told,) = with_phones(project, "014 266 3502", "014 266 3503", "014 266 35")

        assert '"014 266 35" is 2 digits shorter' in told

    @pytest.mark.parametrize(
        "numbers",
        [
            ("014 266 3502", "014 266 3503"),
            ("014 266 3502", "014 266 350"),
            ("014 266 3502", "014 266 3503", "03 565 300"),
            ("0800 98 811",),
        ],
    )
    def test_numbers_of_offices_differ_in_length(self, project: Project, numbers: tuple[str, ...]) -> None:
        assert with_phones(project, *numbers) == []
