"""No person's data in public text, and no link that does more than lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.project import Project

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
CODE = "131052-308T"
"""The personal identity code that authorities print on specimen cards."""


def in_text(project: Project, body: str) -> list[str]:
    """What is said of a voucher with this Markdown text, whose first line is line 6."""
    head = "---\ntitle: Kotihoidon palveluseteli\nsummary: Kotihoitoa.\nservices: [home-care]\n---\n"
    project.write(VOUCHER, f"{head}{body}\n".encode())
    return [line.removeprefix(f"{VOUCHER} ") for line in project.told()]


def in_field(project: Project, field: str, value: str) -> list[str]:
    """What is said of a provider with this field on line 12."""
    lines = (project.root / "providers/esimerkkihoiva.yaml").read_text(encoding="utf-8").rstrip("\n")
    project.write("providers/esimerkkihoiva.yaml", f"{lines}\n{field}: {value}\n")
    return [line.removeprefix("providers/esimerkkihoiva.yaml ") for line in project.told()]


class TestNationalId:
    """Rule national-id."""

    TOLD = "A personal identity code stands in this text. Remove it. [national-id]"

    def test_a_persons_code_is_found_in_a_field(self, project: Project) -> None:
        assert in_field(project, "keywords", f"[hoiva {CODE}]") == [f"line 12   keywords › 1: {self.TOLD}"]

    def test_a_persons_code_is_found_in_a_text_with_its_line(self, project: Project) -> None:
        assert in_text(project, f"Ensin.\n\nAsiakas {CODE} kertoo.") == [f"line 8    {self.TOLD}"]

    @pytest.mark.parametrize("code", ["131052-308t", "131052&#45;308T", "010594Y9021", "020594X903P", "030523B9020"])
    def test_small_letters_entities_and_newer_signs_hide_none(self, project: Project, code: str) -> None:
        assert in_text(project, f"Asiakas {code}.") == [f"line 6    {self.TOLD}"]

    @pytest.mark.parametrize("number", ["131052-308U", "991352-308T", "131052-308TA", "1131052-308T", "040-123 4567"])
    def test_other_numbers_of_the_same_look_are_left_alone(self, project: Project, number: str) -> None:
        assert in_text(project, f"Numero {number}.") == []

    def test_a_telephone_field_is_no_text(self, project: Project) -> None:
        assert in_field(project, "phones", "['014 266 3502']") == []


class TestPersonalEmail:
    """Rule personal-email."""

    def test_a_persons_address_is_not_published(self, project: Project) -> None:
        assert in_field(project, "emails", "[maija.meikalainen@example.fi]") == [
            'line 12   emails › 1: "maija.meikalainen@example.fi" looks like a person\'s e-mail address. '
            "Publish the office's address instead. [personal-email]"
        ]

    @pytest.mark.parametrize(
        "address",
        ["kirjaamo@example.fi", "hoiva@example.fi", "palveluseteli.hoiva@example.fi", "info.ylojarvi@example.fi"],
    )
    def test_an_offices_address_is(self, project: Project, address: str) -> None:
        assert in_field(project, "emails", f"[{address}]") == []

    @pytest.mark.parametrize(
        "address",
        ["kirjaamo@example.fi", "kirjaamo [at] example.fi", "kirjaamo(at)example.fi", "kirjaamo&#64;example.fi"],
    )
    def test_no_address_stands_in_running_text(self, project: Project, address: str) -> None:
        read = address.replace("&#64;", "@")

        assert in_text(project, f"Kysy:\n{address}") == [
            f'line 7    "{read}" stands in running text, where it is harvested. Put it into "emails" of a contact. [personal-email]'
        ]

    def test_a_persons_address_in_running_text_is_told_as_a_persons(self, project: Project) -> None:
        assert in_text(project, "Kysy: maija.meikalainen[at]example.fi") == [
            'line 6    "maija.meikalainen[at]example.fi" looks like a person\'s e-mail address. '
            "Publish the office's address instead. [personal-email]"
        ]

    def test_a_sentence_without_an_address_is_fine(self, project: Project) -> None:
        assert in_text(project, "Kysy kirjaamosta (Palse.fi) tai soita.") == []

    def test_the_reason_for_an_accepted_warning_is_not_public(self, project: Project) -> None:
        accepted = "{rule: phone, because: kysytty kirjaamo@example.fi}"

        assert in_field(project, "accepted_warnings", f"[{accepted}]") == []


class TestLinkScheme:
    """Rule link-scheme."""

    @pytest.mark.parametrize(
        ("text", "target"),
        [
            ("[x](javascript:alert(1))", "javascript:alert(1"),
            ("[x](JavaScript:alert)", "JavaScript:alert"),
            ("[x]( <javascript:alert> )", "javascript:alert"),
            ("[x](&#106;avascript:alert)", "javascript:alert"),
            ("[x](java&Tab;script:alert)", "javascript:alert"),
            ("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:text/html;base64,PHNjcmlwdD4="),
            ("[x][y]\n\n[y]: javascript:alert 'title'", "javascript:alert"),
            ("[x][y]\n\n[y]:\n  vbscript:x", "vbscript:x"),
            ("<javascript:alert>", "javascript:alert"),
            ("![x](file:///etc/passwd)", "file:///etc/passwd"),
        ],
    )
    def test_a_link_that_does_more_than_lead_somewhere_is_refused(
        self, project: Project, text: str, target: str
    ) -> None:
        (told,) = in_text(project, text)

        place, _, sentence = told.partition("    ")
        assert (
            sentence
            == f'"{target}" is not a link we publish. Begin it with https://, http://, mailto: or tel:. [link-scheme]'
        )
        assert place in ("line 6", "line 8", "line 9")

    @pytest.mark.parametrize(
        "text",
        [
            "[x](https://www.example.fi/)",
            "[x](tel:+358140000)",
            '[x](/fi/haku/ "Haku: kaikki")',
            "[x](#alku:loppu)",
            "[x](?q=a:b)",
            "[x][y]\n\n[y]: https://www.example.fi/ 'a: b'",
            "<https://www.example.fi/>",
            "Klo 9:30 (ks. ohje: alla).",
        ],
    )
    def test_a_link_that_leads_somewhere_is_fine(self, project: Project, text: str) -> None:
        assert in_text(project, text) == []


def test_a_translation_is_public_text_too(project: Project) -> None:
    Path(project.root / "content/vouchers/ylojarvi/kotihoito.sv.md").write_text(f"---\ntitle: Hemvård\n---\n\n{CODE}\n")

    assert project.told() == [
        "content/vouchers/ylojarvi/kotihoito.sv.md line 5    A personal identity code stands in this text. Remove it. [national-id]"
    ]
