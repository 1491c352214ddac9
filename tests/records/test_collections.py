"""All records by noun and key, with their translations."""

from __future__ import annotations

from typing import get_args, get_type_hints

from pydantic import BaseModel

from provider_directory.records.collections import HOMES, Records
from provider_directory.records.fields import Ref
from provider_directory.records.folders import FOLDERS, REGISTERS
from tests.records.project import Project


def test_a_title_and_a_text_are_in_the_language_asked_for(project: Project) -> None:
    voucher = project.records().vouchers["ylojarvi/kotihoito"]

    assert [voucher.title(language) for language in ("fi", "sv", "en")] == [
        "Kotihoidon palveluseteli",
        "Servicesedel för hemvård",
        "Home care voucher",
    ]
    assert voucher.body("sv") == "Så här fungerar den."


def test_what_is_not_translated_is_in_finnish(project: Project) -> None:
    project.remove("content/vouchers/ylojarvi/kotihoito.sv.md")
    voucher = project.records().vouchers["ylojarvi/kotihoito"]

    assert voucher.title("sv") == "Kotihoidon palveluseteli"
    assert voucher.summary("en") == "Kaupunki maksaa osan kotihoidosta."
    assert voucher.body("sv") == "Näin se toimii."


def test_all_entries_come_in_one_order_with_their_translations(project: Project) -> None:
    files = [entry.source.file for entry in project.records().all()]

    assert files == [entry.source.file for entry in project.records().all()]
    assert "content/vouchers/ylojarvi/kotihoito.sv.md" in files


def test_a_record_with_a_fault_of_its_own_is_known_though_it_is_left_out(project: Project) -> None:
    project.replace("content/registers/municipalities.yaml", 'code: "980"', "code: Ylöjärvi")
    records, _ = project.checked()

    assert "ylojarvi" not in records.municipalities
    assert records.knows("municipalities", "ylojarvi")
    assert not records.knows("municipalities", "helsinki")


def test_every_noun_that_a_field_may_name_has_a_home() -> None:
    attributes = set(Records.__dataclass_fields__)
    nouns = {
        part.noun
        for _, model in [*REGISTERS.values(), *((attribute, model) for _, _, attribute, model in FOLDERS)]
        for part in parts(model, set())
    }

    assert nouns == set(HOMES)
    assert {attribute for attribute, _ in HOMES.values()} <= attributes


def parts(model: type[BaseModel], seen: set[type[BaseModel]]) -> list[Ref]:
    """Every reference mark anywhere below a record."""
    found: list[Ref] = []
    todo: list[object] = list(get_type_hints(model, include_extras=True).values())
    while todo:
        part = todo.pop()
        if isinstance(part, Ref):
            found.append(part)
        elif isinstance(part, type) and issubclass(part, BaseModel):
            if part not in seen:
                seen.add(part)
                todo += get_type_hints(part, include_extras=True).values()
        else:
            todo += [*get_args(part), *getattr(part, "__metadata__", ())]
    return found
