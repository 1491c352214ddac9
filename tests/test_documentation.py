"""What is written about the project follows the project: generated parts are current, settings are explained, links lead somewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from provider_directory.outputs.files import OUTPUTS
from provider_directory.outputs.kinds import OUTPUT_KINDS
from provider_directory.records.documentation import GUIDES, RULES_FILE, WHILE_READING, guide_document, rules_document
from provider_directory.records.rules import RULES
from tests.catalogue.price_cases import SHARES, VALUES

ROOT = Path(__file__).resolve().parent.parent
READMES = (
    "README.md",
    "plugins/provider_directory/README.md",
    "providers/README.md",
    "content/vouchers/README.md",
    "CHANGELOG.md",
)
PAPERS = (*READMES, "plugins/provider_directory/records/RULES.md")

VALUE_KINDS = (
    *("fixed", "price_capped", "range", "coefficient", "income_bands", "income_reduction", "income_share"),
    *("individual", "by_reference"),
)
SHARE_KINDS = ("difference", "fixed", "at_most", "formula", "income_bands", "individual")

WRITE_ANEW = "Run: PYTHONPATH=plugins .venv/bin/python -m provider_directory.records.documentation"


def read(file: str) -> str:
    """A file of the project."""
    assert (ROOT / file).is_file(), f"{file} is not written."
    return (ROOT / file).read_text(encoding="utf-8")


def without_code(text: str) -> str:
    """Markdown without its code, in which brackets are no links and # is no heading."""
    return re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.S | re.M)


def anchor(heading: str) -> str:
    """The fragment that code hosts give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class TestGeneratedParts:
    """Tables that follow from the code."""

    def test_the_rules_are_as_they_are_explained(self) -> None:
        assert RULES_FILE.read_text(encoding="utf-8") == rules_document(), WRITE_ANEW

    @pytest.mark.parametrize("guide", GUIDES)
    def test_the_fields_of_a_record_are_as_they_are_explained(self, guide: str) -> None:
        written = read(guide)

        assert written == guide_document(written, GUIDES[guide]), WRITE_ANEW

    def test_every_price_rule_in_the_guide_is_one(self) -> None:
        blocks = re.findall(r"^```yaml\n(.*?)^```", read("content/vouchers/README.md"), flags=re.S | re.M)
        written = [yaml.load(block, yaml.BaseLoader) for block in blocks]
        values = [rule for block in written for rule in block.get("values", [])]
        shares = [rule for block in written for rule in block.get("client_shares", [])]

        assert {VALUES.validate_python(rule).rule for rule in values} == set(VALUE_KINDS)  # type: ignore[attr-defined]
        assert {SHARES.validate_python(rule).rule for rule in shares} == set(SHARE_KINDS)  # type: ignore[attr-defined]

    def test_every_code_a_report_may_end_with_is_explained_once(self) -> None:
        explained = re.findall(r"^\| `([a-z-]+)` \|", rules_document(), flags=re.M)

        assert sorted(explained) == sorted([*(code for code, *_ in WHILE_READING), *(rule.code for rule in RULES)])


class TestSettings:
    """pelicanconf.py is the documentation of settings."""

    @pytest.mark.parametrize("file", ["pelicanconf.py", "publishconf.py"])
    def test_every_setting_stands_under_a_comment(self, file: str) -> None:
        lines = read(file).split("\n")
        bare = []
        for statement in ast.parse("\n".join(lines)).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
            names = [target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper()]
            above = statement.lineno - 2
            while lines[above].strip() and not lines[above].startswith("#"):
                above -= 1
            if names and names != ["ROOT"] and not lines[above].startswith("#"):
                bare += names

        assert bare == []

    def test_every_setting_we_read_is_in_the_settings_file(self) -> None:
        source = ast.parse(read("plugins/provider_directory/settings.py"))
        asked = {
            node.value
            for node in ast.walk(source)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[A-Z]+(_[A-Z]+)+|SITEURL", node.value)
        }
        given = set(re.findall(r"^([A-Z_]+)\b", read("pelicanconf.py"), flags=re.M))

        assert asked >= {"AS_OF", "DIRECTORY_NAME"}
        assert asked - given == set()


@pytest.mark.parametrize("file", PAPERS)
def test_every_relative_link_leads_to_a_file_and_a_heading(file: str) -> None:
    here = (ROOT / file).parent
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)(?: \"[^\"]*\")?\)", without_code(read(file))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        place = (here / path).resolve() if path else ROOT / file
        headings = (
            re.findall(r"^#+ (.+)$", without_code(place.read_text(encoding="utf-8")), flags=re.M)
            if place.suffix == ".md"
            else []
        )
        if not place.exists() or (fragment and fragment not in map(anchor, headings)):
            broken.append(target)

    assert broken == []


@pytest.mark.parametrize("file", PAPERS)
def test_every_command_that_is_named_exists(file: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), flags=re.M))
    named = set(re.findall(r"\bmake ([a-z-]+)\b", " ".join(re.findall(r"```.*?```|`[^`\n]+`", read(file), flags=re.S))))

    assert named - targets == set()


def test_every_output_is_in_the_map_of_the_package() -> None:
    told = read("plugins/provider_directory/README.md").lower()
    makers = [*OUTPUTS, *(kind.files for kind in OUTPUT_KINDS.values())]
    untold = [module for make in makers if (module := make.__module__.rpartition("outputs.")[2]) not in told]

    assert untold == []


def test_every_step_and_its_modules_say_in_one_sentence_what_they_are() -> None:
    silent = [
        file.relative_to(ROOT).as_posix()
        for file in sorted((ROOT / "plugins").rglob("*.py"))
        if not re.match(
            r".*[.:]", (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n")[0]
        )
    ]

    assert silent == []
