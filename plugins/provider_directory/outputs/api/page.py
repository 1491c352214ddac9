"""The page about the API: every operation, every field and an example of each answer, all of it without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...views.choice import Choice
from ...views.edition import Edition
from ...views.facts import Fact, FactEntry
from ...views.open_data import kind_words
from ...views.page import Page
from ...views.page_kind import PageKind
from ..data.sources import licence
from .files import FOLDER, page
from .operations import LINKS_WORDS, PAGE_WORDS, PARTS, Operation, operations
from .provider import provider
from .resources import PROVIDER, RESOURCES
from .root import index
from .shape import Property, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The arguments of the try-it component."""

    id: str
    path: str
    url: str
    part: str | None
    label: str | None
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """The fields of an answer, or of what stands in one of its lists."""

    heading: str | None
    about: str | None
    fields: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """One kind of file that answers."""

    anchor: str
    heading: str
    about: str
    groups: tuple[FieldGroup, ...]
    same_as: Choice | None
    """Where the fields are told, when another operation has the same."""
    example: str
    trial: Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiView:
    """Everything one needs to build on it."""

    heading: str
    lead: str
    facts: tuple[Fact, ...]
    page_fields: tuple[Fact, ...]
    """What every page of a list has around its items."""
    operations: tuple[OperationView, ...]


SOME_DAY = "2018-08-10"
"""What the example says: with the real day, this page would be another one every day."""


def subjects(edition: Edition) -> Iterator[None]:
    """There is one page."""
    yield None


def api_page(edition: Edition, _: None) -> Page:
    """The page."""
    view = api_view(edition)
    return edition.page(
        "api",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("api"),
        trail=[(edition.wording.say("Open data"), edition.links.place("open-data"))],
        json_ld=[structured(edition, view)],
    )


pages = PageKind(subjects, api_page)


def api_view(edition: Edition) -> ApiView:
    """What the page says."""
    say = edition.wording.say
    return ApiView(
        heading=say("API for programs"),
        lead=say(
            "The whole directory as JSON: providers, their listings and prices, vouchers, events. No key, no limit."
        ),
        facts=tuple(facts(edition)),
        page_fields=tuple(Fact(label=name, text=say(about)) for name, about in (PAGE_WORDS | LINKS_WORDS).items()),
        operations=tuple(operation_view(edition, each) for each in operations()),
    )


def facts(edition: Edition) -> Iterator[Fact]:
    """Where to begin."""
    say, terms = edition.wording.say, licence(edition.settings)
    yield Fact(label=say("Begin here"), link=link(f"/{FOLDER}/index.json"))
    yield Fact(label=say("Description for programs (OpenAPI 3.1)"), link=link(f"/{FOLDER}/openapi.json"))
    yield Fact(label=say("Licence"), link=Choice(label=terms["title"], url=terms["path"]))
    hsds = Choice(label=say("The directory in the words of HSDS 3"), url=edition.links.place("api", "hsds"))
    yield Fact(label=say("International standard"), link=hsds)


def link(url: str) -> Choice:
    """A file of this site."""
    return Choice(label=url, url=url)


def operation_view(edition: Edition, operation: Operation) -> OperationView:
    """One operation; a provider by itself has the fields that one in a list has."""
    say, single = edition.wording.say, operation.shape is PROVIDER and operation.part == "key"
    shape = operation.shape
    return OperationView(
        anchor=operation.name,
        heading=say(operation.title),
        about=say(operation.about),
        groups=tuple(groups(edition, shape)) if shape and not single else (),
        same_as=Choice(label=say("The same fields as in the list"), url=f"#{PROVIDER.table.name}") if single else None,
        example=example(edition, operation),
        trial=trial(edition, operation),
    )


def groups(edition: Edition, shape: Shape, place: str = "") -> Iterator[FieldGroup]:
    """The fields of an answer, then those of its parts."""
    heading = f"{place}[]" if place else None
    about = edition.wording.say(shape.table.about) if place else None
    yield FieldGroup(heading=heading, about=about, fields=tuple(field(edition, each) for each in shape.properties))
    for name, part in shape.parts:
        yield from groups(edition, part, f"{place}[].{name}" if place else name)


def field(edition: Edition, each: Property) -> Fact:
    """What a field says, and what stands in it."""
    say, column = edition.wording.say, each.first
    kind = kind_words(edition)[column.kind]
    words = [say("{kind}, by language", kind=kind) if column.language else kind]
    words += [column.unit] if column.unit else []
    words += [say("always there")] if each.required else []
    entries = [FactEntry(text=say(column.about)), FactEntry(text=" · ".join(words))]
    if column.options:
        entries.append(FactEntry(text=", ".join(column.options)))
    if column.refers in RESOURCES:
        entries.append(FactEntry(text=say("Key of the table {table}", table=column.refers), url=f"#{column.refers}"))
    return Fact(label=each.name, entries=tuple(entries))


def example(edition: Edition, operation: Operation) -> str:
    """What comes back, shortened where it is a list."""
    if operation.shape is None:
        return pretty(index(edition) | {"as_of": SOME_DAY})
    if operation.part == "key":
        return pretty(first_provider(edition))
    answers = RESOURCES[operation.name].answers
    items = [next(answers(edition), None)] if answers else [first_provider(edition)]
    shown = [item for item in items if item]
    return pretty(json.loads(page(operation.name, 1, 1, shown)[1]))


def first_provider(edition: Edition) -> dict[str, Any] | None:
    """A provider to show: the first that can be chosen of the first portion that has any."""
    catalogue = edition.catalogue
    keys = (key for keys in catalogue.told_providers.values() for key in keys if key in catalogue.offers_by_provider)
    return next((provider(edition, key) for key in keys), None)


def pretty(answer: Any) -> str:
    """JSON for people."""
    return json.dumps(answer, ensure_ascii=False, indent=2)


def trial(edition: Edition, operation: Operation) -> Trial:
    """What a browser can ask for from here."""
    first = first_provider(edition) if operation.part == "key" else None
    path, part, value = f"/{FOLDER}{operation.path}", operation.part, str(first["key"]) if first else "1"
    return Trial(
        id=f"try-{operation.name}",
        path=path,
        url=path.replace(f"{{{part}}}", value),
        part=part,
        label=edition.wording.say(PARTS[part][0]) if part else None,
        value=value if part else None,
    )


def structured(edition: Edition, view: ApiView) -> dict[str, Any]:
    """The API as schema.org has it."""
    return {
        "@type": "WebAPI",
        "name": f"{edition.site_name}: {view.heading}",
        "description": view.lead,
        "url": edition.absolute(edition.links.place("api")),
        "documentation": edition.absolute(f"/{FOLDER}/openapi.json"),
        "termsOfService": licence(edition.settings)["path"],
    }
