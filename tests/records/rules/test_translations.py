"""What is missing in Swedish and English is told, and shown in Finnish."""

from __future__ import annotations

from tests.records.project import Project


class TestTranslation:
    """Rule translation."""

    def test_a_text_in_finnish_alone_is_told_as_a_remark(self, project: Project) -> None:
        project.replace(
            "content/registers/service-groups.yaml",
            "{fi: Apua kotiin, sv: Hjälp hemma, en: Help at home}",
            "Apua kotiin",
        )

        assert project.told("translation") == [
            "content/registers/service-groups.yaml line 2    info: help-at-home › name: Not translated into Swedish or English; "
            "shown in Finnish there. [translation]"
        ]

    def test_only_the_language_that_lacks_is_named(self, project: Project) -> None:
        project.replace("content/registers/service-groups.yaml", ", en: Help at home", "")

        (told,) = project.told("translation")
        assert "Not translated into English; shown in Finnish there." in told

    def test_a_page_without_a_translation_is_told_with_the_file_to_write(self, project: Project) -> None:
        project.remove("content/vouchers/ylojarvi/kotihoito.sv.md")

        assert project.told("translation") == [
            "content/vouchers/ylojarvi/kotihoito.md line 2    info: Not translated into Swedish. "
            "Add content/vouchers/ylojarvi/kotihoito.sv.md. [translation]"
        ]

    def test_the_small_world_is_translated(self, project: Project) -> None:
        assert project.told("translation") == []
