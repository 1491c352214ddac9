"""What holds for all rules: each is tried both ways, accepted warnings are remarks, and the small world is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from provider_directory.records.rules import RULES
from tests.records.project import Project

HERE = Path(__file__).parent


def test_the_small_world_leaves_nothing_to_say(project: Project) -> None:
    assert project.checked()[1] == []


def test_every_rule_has_a_class_of_tests_that_names_it() -> None:
    named = [
        code for file in HERE.glob("test_*.py") for code in re.findall(r'"""Rule ([a-z-]+)\."""', file.read_text())
    ]

    assert sorted(named) == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_is_tried_on_what_breaks_it_and_on_what_keeps_it(code: str) -> None:
    text = next(text for file in HERE.glob("test_*.py") if f'"""Rule {code}."""' in (text := file.read_text()))
    tests = re.split(r"^class ", text.partition(f'"""Rule {code}."""')[2], maxsplit=1, flags=re.M)[0]

    assert f"[{code}]" in tests or f'told("{code}")' in tests or "TOLD" in tests
    assert "== []" in tests


def test_no_two_rules_share_a_code_and_each_says_why_it_exists() -> None:
    codes = [rule.code for rule in RULES]

    assert len(set(codes)) == len(codes)
    assert all(rule.explains.endswith(".") and rule.told for rule in RULES)
    assert not {"yaml", "file", "field"} & set(codes)


class TestAcceptedWarnings:
    """A warning that was looked at and left standing is only told on request."""

    def accept(self, project: Project, warning: str, number: str = "12") -> list[str]:
        project.replace(
            "content/organisers/ylojarvi.yaml",
            "contacts:\n",
            f"accepted_warnings: [{warning}]\nphones: ['{number}']\ncontacts:\n",
        )
        return project.told()

    def test_an_accepted_warning_becomes_a_remark_with_its_reason(self, project: Project) -> None:
        assert self.accept(project, "{rule: phone, because: Näin se on lähteessä.}") == []
        assert project.told("phone") == [
            'content/organisers/ylojarvi.yaml line 5    info: phones › 1: "12" is not a number one can dial. '
            "Check it; it is shown as it stands, without a link. Accepted: Näin se on lähteessä. [phone]"
        ]

    @pytest.mark.parametrize("where", ["phones", "phones › 1"])
    def test_it_may_be_accepted_in_one_field_or_below_it(self, project: Project, where: str) -> None:
        assert self.accept(project, f"{{rule: phone, where: {where}, because: Näin.}}") == []

    @pytest.mark.parametrize(
        "warning", ["{rule: phone, where: phone, because: Näin.}", "{rule: weekday, because: Näin.}"]
    )
    def test_another_field_or_another_rule_is_not_accepted_with_it(self, project: Project, warning: str) -> None:
        assert len(self.accept(project, warning)) == 1

    def test_an_error_cannot_be_accepted(self, project: Project) -> None:
        project.replace("providers/esimerkkihoiva.yaml", "at_home: yes", "at_home: no")
        project.replace(
            "providers/esimerkkihoiva.yaml",
            "verified:",
            "accepted_warnings: [{rule: delivery, because: Näin.}]\nverified:",
        )

        assert len(project.told("delivery")) == 1

    def test_an_entry_of_a_register_accepts_for_itself_alone(self, project: Project) -> None:
        project.write(
            "content/registers/authorities.yaml",
            "valvira:\n  name: {fi: Valvira, sv: Valvira, en: Valvira}\n  accepted_warnings: [{rule: translation, because: x}]\n",
        )
        project.replace(
            "content/registers/services.yaml", "summary: {fi: Hoitoa kotona.", "summary: {fi: maija.x@example.fi"
        )

        assert len(project.told()) == 1
