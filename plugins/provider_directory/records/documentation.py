"""
The parts of the documentation that follow from the code: the rules, and the fields of providers and vouchers.

Write them anew with: PYTHONPATH=plugins .venv/bin/python -m provider_directory.records.documentation
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..problems import Severity
from .rules import RULES
from .schema.base import TopRecord
from .schema.provider import Provider
from .schema.voucher import Voucher
from .sentences import flow, models_in

PACKAGE = Path(__file__).resolve().parent.parent
RULES_FILE = PACKAGE / "records/RULES.md"
ROOT = PACKAGE.parent.parent

GUIDES: dict[str, type[TopRecord]] = {"providers/README.md": Provider, "content/vouchers/README.md": Voucher}
"""Written by hand but for the fields of their records at the end."""

START, END = "<!-- The fields, generated from the schema. -->", "<!-- The end of the fields. -->"

WHILE_READING = (
    (
        "yaml",
        "A file is plain YAML in UTF-8, in which every value is the text that was typed.",
        "Wrong indentation or quotes; anchors, tags and repeated keys; characters nobody can see; a file that is too large.",
    ),
    (
        "file",
        "A file stands where its kind belongs, under a name that can be an address; no record is lost silently.",
        "Another ending, folder or name; a link out of the project; a translation of nothing; a file that cannot be opened.",
    ),
    (
        "field",
        "A field holds what its kind asks for, so that nothing is guessed.",
        "A field that is missing or unknown; an amount, day, number, link or choice that cannot be one.",
    ),
)
"""What a file or a record can have wrong by itself, before records are held against each other."""

RULES_HEAD = """\
# What is checked in the records

Every line of the report ends with one of these codes in brackets. An **error** stops publishing; a **warning** is told
at every build; an **info** is told only by `python -m provider_directory check --all`.

A warning that was looked at and is right as it stands can be accepted in the record, with the reason. It is then told
only as an info. Errors cannot be accepted. `where` may be left out, or name the field or a group around it.

```yaml
accepted_warnings:
  - rule: phone
    where: phones › 1
    because: The source prints the number a digit short.
```

This file is generated from the rules themselves; a test keeps it so. To reword a rule, change it where it stands in
`rules/` and run `PYTHONPATH=plugins .venv/bin/python -m provider_directory.records.documentation`.

"""


def rules_document() -> str:
    """RULES.md as it should be."""
    read = [(code, Severity.ERROR, explains, finds) for code, explains, finds in WHILE_READING]
    held = [(rule.code, rule.severity, rule.explains, rule.told) for rule in RULES]
    rows = [(f"`{code}`", severity.name.lower(), explains, finds) for code, severity, explains, finds in (*read, *held)]
    return RULES_HEAD + table(("Code", "Severity", "What must hold", "What is told"), rows)


def fields_document(record: type[TopRecord]) -> str:
    """The fields of a record and of every group in it, a table each."""
    return "\n".join(f"### {model.__name__}\n\n{model.__doc__}\n\n{fields_table(model)}" for model in groups(record))


def fields_table(model: type[BaseModel]) -> str:
    """The fields of one group, with what each says and an example."""
    rows = [
        (f"`{info.alias or name}`", "yes" if info.is_required() else "", explained(info), f"`{flow(example)}`")
        for name, info in fields_of(model)
        for example in (info.examples or [""])[:1]
    ]
    return table(("Field", "Needed", "What it says", "For example"), rows)


def fields_of(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """A group's fields; what only concerns the report comes last."""
    return sorted(model.model_fields.items(), key=lambda item: item[0] in TopRecord.model_fields)


def explained(info: FieldInfo) -> str:
    """A field's sentence, with the group it holds."""
    inner = ", ".join(f"[{model.__name__}](#{model.__name__.lower()})" for model in models_in(info.annotation))
    return f"{info.description} {inner}".strip()


def groups(model: type[BaseModel]) -> list[type[BaseModel]]:
    """A record and every group of fields in it, each once, in the order one meets them."""
    met = [model]
    for group in met:
        inner = (found for _, info in fields_of(group) for found in models_in(info.annotation))
        met += [found for found in dict.fromkeys(inner) if found not in met]
    return met


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines: Iterator[tuple[str, ...]] = iter((head, ("---",) * len(head), *rows))
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def guide_document(written: str, record: type[TopRecord]) -> str:
    """A guide as it is, with the fields as they should be."""
    before, _, rest = written.partition(START)
    return f"{before}{START}\n\n{fields_document(record)}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Write what is generated."""
    RULES_FILE.write_text(rules_document(), encoding="utf-8")
    for guide, record in GUIDES.items():
        file = ROOT / guide
        file.write_text(guide_document(file.read_text(encoding="utf-8"), record), encoding="utf-8")


if __name__ == "__main__":
    main()
