"""The page about HSDS: how the directory is told in its words, how ids are made, and the profile with every field of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...views.choice import Choice
from ...views.edition import Edition
from ...views.facts import Fact, FactEntry
from ...views.page import Page
from ...views.page_kind import PageKind
from ..data.columns import say
from .openapi import LISTS
from .paging import FOLDER
from .profile import FIELDS, VERSION
from .root import HSDS
from .texts import Thing

MEANINGS = {
    "services": say("What one provider gives through one voucher or register: areas, languages, costs and terms."),
    "organizations": say("Providers with their locations, and the organisers who approve them."),
    "service_at_locations": say("Where a service is given, when it is not in the client’s home."),
    "taxonomies": say("The classification of services."),
    "taxonomy_terms": say("Life situations, and under each of them what is delivered."),
    "programs": say("The vouchers and registers through which services are had."),
}
"""What the lists have, in the site's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """The fields that one schema of HSDS gets."""

    name: str
    url: str
    fields: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HsdsView:
    """How the directory is told in the words of HSDS."""

    heading: str
    lead: str
    facts: tuple[Fact, ...]
    lists: tuple[Choice, ...]
    ids: tuple[str, ...]
    profile: tuple[ProfileView, ...]
    api: Choice
    """The merge patch of HSDS's own description of its API."""


def subjects(edition: Edition) -> Iterator[None]:
    """There is one page."""
    yield None


def hsds_page(edition: Edition, _: None) -> Page:
    """The page."""
    view, say = hsds_view(edition), edition.wording.say
    return edition.page(
        "hsds",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("api", "hsds"),
        trail=[
            (say("Open data"), edition.links.place("open-data")),
            (say("API for programs"), edition.links.place("api")),
        ],
    )


pages = PageKind(subjects, hsds_page)


def hsds_view(edition: Edition) -> HsdsView:
    """What the page says."""
    say = edition.wording.say
    return HsdsView(
        heading=say("The directory in the words of HSDS 3"),
        lead=say(
            "The Human Services Data Specification is how directories of social services are exchanged the world over."
        ),
        facts=tuple(facts(edition)),
        lists=tuple(
            Choice(label=f"/{FOLDER}/{name}/1.json", url=f"/{FOLDER}/{name}/1.json", note=say(MEANINGS[name]))
            for name in LISTS
        ),
        ids=tuple(ids(edition)),
        profile=tuple(profile_view(name, fields) for name, fields in FIELDS.items()),
        api=Choice(label="openapi.json", url=f"/{FOLDER}/profile/openapi.json"),
    )


def facts(edition: Edition) -> Iterator[Fact]:
    """Where to begin."""
    say = edition.wording.say
    for label, name in ((say("Begin here"), "index"), (say("Description for programs (OpenAPI 3.1)"), "openapi")):
        url = f"/{FOLDER}/{name}.json"
        yield Fact(label=label, link=Choice(label=url, url=url))
    official = Choice(label=f"HSDS {HSDS}", url="https://docs.openreferral.org/en/3.0/")
    yield Fact(label=say("The specification"), link=official)
    yield Fact(label=say("Version of the profile"), text=VERSION)


def ids(edition: Edition) -> Iterator[str]:
    """How identifiers are made, in sentences."""
    say = edition.wording.say
    yield say(
        "Every id is a UUID of version 5, made of the namespace {namespace}, the kind and the keys of the directory.",
        namespace=str(edition.settings.namespace),
    )
    yield say(
        "So an id stays the same for as long as the record keeps its file name, on whatever address the site stands."
    )
    yield say(
        "The organization of the provider {key}, for example, is made of {name}.",
        key="esimerkki",
        name="organization/esimerkki",
    )


def profile_view(name: str, fields: dict[str, Thing]) -> ProfileView:
    """The fields of ours in one schema, as the schema itself describes them, in English."""
    return ProfileView(
        name=name,
        url=f"/{FOLDER}/profile/{name}.json",
        fields=tuple(Fact(label=each, entries=tuple(described(schema))) for each, schema in fields.items()),
    )


def described(schema: Thing) -> Iterator[FactEntry]:
    """What a field says and what may stand in it."""
    yield FactEntry(text=schema["description"])
    yield FactEntry(text=", ".join(schema.get("enum", [schema["type"]])))
