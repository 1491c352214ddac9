"""A whole tiny site with an attack in every free text of every record, and its harmless twin."""

from __future__ import annotations

import json
import re
import types
import typing
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import BaseModel

from provider_directory.records.fields import Ref
from provider_directory.records.folders import FOLDERS, REGISTERS
from provider_directory.records.front_matter import split
from provider_directory.records.schema.base import Localised
from provider_directory.records.schema.event import Event
from provider_directory.records.schema.organiser import Organiser
from provider_directory.records.schema.places import Municipality
from provider_directory.records.schema.voucher import Translation, Voucher
from provider_directory.records.text import parse
from provider_directory.records.walking import layout

ATTACK = (
    "</title>\"'><img src=x onerror=x><svg/onload=x><a href=javascript:x><script>alert(1)</script>"
    "{{7*7}}{%%}&lt;b&gt;&#60; --> ]]> <!-- \\u003cb"
)
TWIN = "sanoja"

BODY = """
<script>alert(2)</script>

<div onclick="alert(2)" style="color:red">

<a href="javascript:alert(2)">x</a> <img src="https://tracker.example.com/x.gif" onerror="alert(2)"> <iframe src="//x"></iframe>

</div>

`<script>alert(2)</script>` & &lt;script&gt;alert(2)&lt;/script&gt; {{ 7*7 }} {% include "x" %}

    <script>alert(2)</script>

| a | b |
|---|---|
| <script>alert(2)</script> | <b onmouseover=alert(2)>b</b> |

# <script>alert(2)</script> {: onclick="alert(2)" }

![x](https://tracker.example.com/x.gif "onerror=alert(2)") <!-- <script> -->

<p>
"""
NAMES = {
    "weekday",
    "contacts",
    "rule_books",
    "variants",
    "variant",
    "band",
    "locations",
    "ask",
    "postal_codes",
    "accepted_warnings",
}
"""Fields whose text is a name within the records and never shown, or is held against another fact."""

LEFT_OUT: dict[type[BaseModel], set[str]] = {
    Voucher: {"planned", "values", "client_shares", "former_names"},
    Organiser: {"rounds", "documents"},
    Event: {"change", "moved_to", "registers", "registration"},
    Municipality: {"regions", "counties"},
}
"""Fields that are not added where the site does not have them: they would change what is true of the record."""


MORE = {
    "content/vouchers/esimerkkila/kaikki.md": """\
        ---
        title: Kaikkien sääntöjen seteli
        summary: Jokainen sääntö kerran.
        services: [home-care]
        variants: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}, f: {name: F}, g: {name: G}, h: {name: H}}
        values:
          - {rule: price_capped, unit: hour, maximum: 30, variants: [a]}
          - {rule: range, unit: hour, minimum: 20, maximum: 30, variants: [b]}
          - {rule: coefficient, unit: hour, base: 20, coefficient: 2, variants: [c]}
          - {rule: income_bands, unit: hour, income: gross, variants: [d],
             households: [{household: 1, bands: [{up_to: 1500, amount: 28}]}]}
          - {rule: income_reduction, unit: hour, income: gross, maximum: 27, minimum: 7, divisor: 60, variants: [e],
             households: [{household: 1, limit: 576, percent: 35 %}]}
          - {rule: income_share, unit: hour, income: gross, base_price: 64, variants: [f],
             households: [{household: 1, limit: 576, percent: 35 %}]}
          - {rule: individual, unit: hour, reason: Kysy., variants: [g]}
          - {rule: by_reference, unit: hour, reason: Kysy., variants: [h]}
        client_shares:
          - {rule: fixed, amount: 11.40, variants: [a]}
          - {rule: at_most, amount: 11.40, variants: [b]}
          - {rule: formula, income: gross, variants: [f], households: [{household: 1, limit: 576, percent: 35 %}]}
          - {rule: income_bands, income: gross, variants: [d],
             households: [{household: 1, bands: [{up_to: 1500, amount: 5}]}]}
          - {rule: individual, reason: Kysy., variants: [g]}
        ---
        Kaikki.
        """,
    "content/vouchers/esimerkkila/tuleva.md": """\
        ---
        title: Tuleva seteli
        summary: Vasta suunnitteilla.
        services: [home-care]
        planned: {stage: Suunnitellaan.}
        ---
        Tuleva.
        """,
    "providers/esimerkkitauko.yaml": """\
        name: Esimerkkitauko Oy
        business_id: 2345678-0
        accepted_warnings: [{rule: phone, because: Syy on salassa.}]
        locations:
          keskusta: {name: Keskusta, address: {street: Katu 1, municipality: esimerkkila}}
        listings:
          - register: esimerkkila/siivous
            locations: [keskusta]
            prices: [{price: 40, unit: hour}]
          - voucher: esimerkkila/kotihoito
            locations: [keskusta]
            suspended: {reason: Tauko on salassa.}
        """,
}
"""What the minimal site does not have and a record may."""


def attacked(model: type[BaseModel], tree: Any, words: str) -> Any:
    """A record with these words in every free text it has or could have."""
    if issubclass(model, Localised):
        given = tree if isinstance(tree, dict) else {"fi": tree}
        return given | {language: f"{given.get(language, given['fi'])} {words}" for language in ("fi", "sv", "en")}
    made = dict(tree)
    for name, (written, noun) in layout(model).items():
        info = model.model_fields[name]
        if noun or (written in NAMES and typing.get_origin(info.annotation) is not dict):
            continue
        if written in made:
            made[written] = inside(info.annotation, info.metadata, made[written], words)
        elif written not in LEFT_OUT.get(model, set()) | {"suspended", "until", "from", "sunset"}:
            example = inside(info.annotation, info.metadata, (info.examples or [""])[0], words)
            if words in json.dumps(example, ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\"):
                made[written] = example
    return made


def inside(annotation: Any, metadata: list[Any], tree: Any, words: str) -> Any:
    """A value of a kind, with the words in every free text of it."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return inside(arguments[0], [*metadata, *arguments[1:]], tree, words)
    if origin in (typing.Union, types.UnionType):
        return inside(choose(arguments, tree), metadata, tree, words)
    if origin is list:
        return [inside(arguments[0], [], item, words) for item in tree]
    if origin is dict:
        return {key: inside(arguments[1], [], item, words) for key, item in tree.items()}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return attacked(annotation, tree, words)
    return f"{tree} {words}" if annotation is str and free(metadata) else tree


def choose(arguments: tuple[Any, ...], tree: Any) -> Any:
    """The one of several kinds that a value is of."""
    for argument in arguments:
        plain = typing.get_args(argument)[0] if typing.get_origin(argument) is typing.Annotated else argument
        rule = plain.model_fields.get("rule") if isinstance(plain, type) and issubclass(plain, BaseModel) else None
        if rule is None or tree["rule"] in typing.get_args(rule.annotation):
            return argument
    raise AssertionError(tree)


def free(metadata: list[Any]) -> bool:
    """Whether a kind takes any text."""
    if any(isinstance(part, Ref) for part in metadata):
        return False
    read = next((part for part in metadata if hasattr(part, "func")), None)
    try:
        return read is None or bool(read.func(ATTACK))
    except ValueError:
        return False


def attack(site: Path, words: str, body: str) -> None:
    """Put the words into every record of a site and of MORE, and the body into every Markdown text."""
    for file, text in MORE.items():
        (site / file).write_text(dedent(text), encoding="utf-8")
    for file, (_, model) in REGISTERS.items():
        place = site / "content/registers" / file
        tree: Any = parse(place.read_text(encoding="utf-8"), file).tree
        place.write_text(
            json.dumps({key: attacked(model, entry, words) for key, entry in tree.items()}), encoding="utf-8"
        )
    for folder, _, _, model in FOLDERS:
        for place in sorted((site / folder).rglob("*.*")):
            if place.suffix == ".yaml":
                tree = parse(place.read_text(encoding="utf-8"), place.name).tree
                place.write_text(json.dumps(attacked(model, tree, words)), encoding="utf-8")
            else:
                source = split(place.read_text(encoding="utf-8"), place.name)
                kind = Translation if re.search(r"\.(sv|en)\.md$", place.name) else model
                front = json.dumps(attacked(kind, source.tree, words))
                place.write_text(f"---\n{front}\n---\n{source.body}\n{body}", encoding="utf-8")
