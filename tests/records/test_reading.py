"""A project's folders become records; no file is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.project import WORLD, Project


class TestWhatIsRead:
    """Where each kind of record is found."""

    def test_every_file_of_the_small_world_is_a_record(self, project: Project) -> None:
        records = project.records()

        assert {entry.source.file for entry in records.all()} == set(WORLD)

    def test_the_file_name_is_the_key(self, project: Project) -> None:
        records = project.records()

        assert list(records.providers) == ["esimerkkihoiva"]
        assert list(records.vouchers) == ["ylojarvi/kotihoito"]
        assert list(records.registers) == ["ylojarvi/hoiva"]

    def test_a_project_without_any_folder_has_no_records_and_no_problems(self, empty: Project) -> None:
        records, problems = empty.checked()

        assert (list(records.all()), problems) == ([], [])

    @pytest.mark.parametrize("file", [".hidden.yaml", ".cache/x.yaml", "esimerkkihoiva.yaml~", "README.md"])
    def test_hidden_files_and_copies_and_words_to_people_are_no_records(self, project: Project, file: str) -> None:
        project.write(f"providers/{file}", "no record\n")

        assert project.told() == []

    def test_a_translation_belongs_to_its_record(self, project: Project) -> None:
        (voucher,) = project.records().vouchers.values()

        assert sorted(voucher.translations) == ["en", "sv"]


class TestWhatIsNot:
    """What is in the wrong place, or named so that it could not have an address."""

    @pytest.mark.parametrize(
        ("file", "sentence"),
        [
            (
                "providers/toinen.yml",
                'Records here end in ".yaml". Rename "toinen.yml", or move it elsewhere.',
            ),
            (
                "content/vouchers/ylojarvi/toinen.yaml",
                'Records here end in ".md". Rename "toinen.yaml", or move it elsewhere.',
            ),
            (
                "content/registers/municipality.yaml",
                '"municipality.yaml" is not a register. Did you mean "municipalities.yaml"?',
            ),
            (
                "content/registers/xyz.yaml",
                '"xyz.yaml" is not a register. Use one of: municipalities.yaml, regions.yaml, counties.yaml, '
                "service-groups.yaml, services.yaml, laws.yaml, authorities.yaml, tax-credit.yaml, self-pay.yaml.",
            ),
            (
                "content/registers/more/services.yaml",
                '"more/services.yaml" is not a register. Did you mean "services.yaml"?',
            ),
            (
                "providers/ylojarvi/toinen.yaml",
                "Records of this kind are named providers/<name>.yaml. Move the file.",
            ),
            (
                "content/vouchers/toinen.md",
                "Records of this kind are named content/vouchers/<organiser>/<name>.md. Move the file.",
            ),
            (
                "content/vouchers/ylojarvi/toinen.sv.md",
                'This translates "ylojarvi/toinen", which does not exist. Rename it, or write ylojarvi/toinen.md.',
            ),
        ],
    )
    def test_a_file_in_the_wrong_place_is_told_with_the_right_one(
        self, project: Project, file: str, sentence: str
    ) -> None:
        project.write(file, "any: thing\n")

        assert project.told() == [f"{file} line 1    {sentence} [file]"]

    @pytest.mark.parametrize(
        ("file", "sentence"),
        [
            ("event/2018-08-16-info.md", 'Nothing in content/ is read from "event". Did you mean "events"?'),
            (
                "kuva.png",
                'Nothing in content/ is read from "kuva.png". Use one of: registers, organisers, vouchers, events, pages.',
            ),
        ],
    )
    def test_what_nothing_reads_is_told(self, project: Project, file: str, sentence: str) -> None:
        project.write(f"content/{file}", "any: thing\n")

        assert project.told() == [f"content/{file.partition('/')[0]} line 1    {sentence} [file]"]

    @pytest.mark.parametrize(
        "name", ["Esimerkki", "esimerkki hoiva", "esimerkki_hoiva", "esimerkki.hoiva", "äiti", "-a", "a--b"]
    )
    def test_a_file_name_that_is_no_address_is_told(self, project: Project, name: str) -> None:
        project.remove("providers/esimerkkihoiva.yaml")
        project.write(f"providers/{name}.yaml", WORLD["providers/esimerkkihoiva.yaml"])

        assert project.told("file") == [
            f'providers/{name}.yaml line 1    "{name}" becomes an address. '
            "Use small letters a–z, digits and single dashes in the name. [file]"
        ]

    def test_a_key_of_a_register_that_is_no_address_is_told(self, project: Project) -> None:
        project.write("content/registers/laws.yaml", "569 2009:\n  name: Palvelusetelilaki\n")

        assert project.told() == [
            "content/registers/laws.yaml line 1    569 2009: "
            '"569 2009" is not a key. Use small letters a–z, digits and single dashes. [field]'
        ]

    def test_a_register_is_entries_by_key(self, project: Project) -> None:
        project.write("content/registers/laws.yaml", "- name: Palvelusetelilaki\n")

        assert project.told() == [
            "content/registers/laws.yaml line 1    Write one entry for each key, with the key before a colon. [field]"
        ]

    def test_a_record_is_a_group_of_fields(self, project: Project) -> None:
        project.write("providers/toinen.yaml", "- name: Esimerkki Oy\n")

        assert project.told() == [
            "providers/toinen.yaml line 1    A list stands here; write a group of fields, one to a line. [field]"
        ]

    def test_links_to_other_places_are_not_followed(
        self, project: Project, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
        elsewhere.write_text("name: Salainen Oy\n")
        (project.root / "providers/salainen.yaml").symlink_to(elsewhere)
        (project.root / "providers/kehä.yaml").symlink_to("kehä.yaml")
        (project.root / "providers/tyhjä.yaml").symlink_to("nowhere.yaml")

        assert project.told() == [
            f"providers/{name}.yaml line 1    This is a link to another place (symlink). Put the file itself here. [file]"
            for name in ("kehä", "salainen", "tyhjä")
        ]

    def test_a_folder_that_is_a_link_out_of_the_project_is_not_followed(
        self, project: Project, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (elsewhere / "salainen.yaml").write_text("name: Salainen Oy\n")
        project.remove("providers/esimerkkihoiva.yaml")
        (project.root / "providers").rmdir()
        (project.root / "providers").symlink_to(elsewhere)

        assert project.told() == [
            "providers/salainen.yaml line 1    This is a link to another place (symlink). Put the file itself here. [file]"
        ]

    def test_a_file_that_cannot_be_opened_is_told(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(file: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(file))

        monkeypatch.setattr(Path, "read_bytes", refuse)

        assert (
            "providers/esimerkkihoiva.yaml line 1    The file cannot be opened: Permission denied. [file]"
            in project.told("file")
        )


class TestFaultsDoNotSpread:
    """One mistake is told once."""

    def test_a_register_that_cannot_be_read_does_not_make_every_reference_to_it_a_fault(self, project: Project) -> None:
        project.replace("content/registers/municipalities.yaml", 'postal_codes: ["40"]', "\tpostal_codes: x")

        assert project.told() == [
            "content/registers/municipalities.yaml line 4    A tab stands where spaces belong. Indent with spaces. [yaml]"
        ]

    def test_a_record_with_a_fault_does_not_make_references_to_it_faults(self, project: Project) -> None:
        project.replace("content/vouchers/ylojarvi/kotihoito.md", "title: Kotihoidon palveluseteli\n", "")

        assert project.told() == [
            "content/vouchers/ylojarvi/kotihoito.md line 2    title: This is missing. Its Finnish name. "
            "Write for example: title: Päivätoiminnan palveluseteli [field]"
        ]

    def test_an_organiser_with_a_fault_does_not_make_its_vouchers_homeless(self, project: Project) -> None:
        project.replace("content/organisers/ylojarvi.yaml", "kind: municipality", "kind: city")

        assert len(project.told()) == 1

    def test_a_translation_with_a_fault_leaves_the_record(self, project: Project) -> None:
        project.write("content/vouchers/ylojarvi/kotihoito.sv.md", "---\nname: Servicesedel\n---\n")
        records, _ = project.checked()

        assert list(records.vouchers["ylojarvi/kotihoito"].translations) == ["en"]
        assert project.told() == [
            'content/vouchers/ylojarvi/kotihoito.sv.md line 2    name: "name" is not a field here. '
            "Use one of: accepted_warnings, title, summary. [field]",
            "content/vouchers/ylojarvi/kotihoito.sv.md line 2    title: This is missing. The name in this language. "
            "Write for example: title: Servicesedel för dagverksamhet [field]",
        ]


def test_a_file_named_like_a_language_is_a_record_and_no_translation(project: Project) -> None:
    project.write("providers/sv.yaml", WORLD["providers/esimerkkihoiva.yaml"].replace("1234567-1", "2345678-6"))

    assert project.told("file") == []


def test_lines_are_found_again_though_none_were_kept(project: Project) -> None:
    records = project.records()
    provider, place = records.providers["esimerkkihoiva"].source, records.municipalities["ylojarvi"].source

    assert provider.line(("listings", 0, "prices", 0, "unit")) == 8
    assert place.line(("postal_codes", 1)) == 8
    assert (provider.tree, provider.asked) == ("", {("listings", 0, "prices", 0, "unit"): 8})


def test_a_file_that_is_gone_by_then_is_told_at_its_beginning(project: Project) -> None:
    provider = project.records().providers["esimerkkihoiva"].source
    project.remove("providers/esimerkkihoiva.yaml")

    assert provider.line(("listings", 0)) == 1
