"""An organiser's desk: the code and the files with which its lists are shown on other sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from .choice import Choice
from .edition import Edition
from .embed_codes import COMPONENT, FRAME, FRAME_HEIGHT, INCLUDE, component_code, fixed, frame_code, include_code
from .embed_lists import NOBODY, list_page, organiser_lists
from .list_links import FRAGMENT, ListFile, ListKey, list_files, wire
from .page import Page
from .page_kind import PageKind
from .plain_table import Column, provider_columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Something to copy."""

    label: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskList:
    """A list and its ways to other sites."""

    anchor: str
    page: Choice
    """The list's own page."""
    embed: str
    data: str
    fragment: str | None
    """Nothing where lists are not published as HTML for server-side includes."""
    files: tuple[ListFile, ...]
    codes: tuple[Code, ...]
    """Of the lists of single services, of which there are many, only the addresses are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskGroup:
    """Lists of one kind, or of the services of one municipality."""

    heading: str
    lists: tuple[DeskList, ...]
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BuilderWords:
    """The arguments of the embed-builder component besides the lists."""

    accent: str
    columns: tuple[Column, ...]
    frame: str
    height: str
    component: str
    include: str | None
    """Codes with {names} for what each list has of its own."""
    languages: tuple[Choice, ...]
    """The desk in each language; the one without an address is this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """The desk."""

    heading: str
    kicker: str
    lead: str
    groups: tuple[DeskGroup, ...]
    builder: BuilderWords
    allowed: str
    """Whose pages may show the lists in a frame."""
    organiser: Choice


def subjects(edition: Edition) -> Iterable[str]:
    """Every organiser."""
    return sorted(edition.records.organisers)


def page(edition: Edition, key: str) -> Page:
    """The desk of one of them: nothing on it is secret, and nobody needs to find it."""
    entry, say = edition.records.organisers[key], edition.wording.say
    made = edition.page(
        "desk",
        None,
        title=say("Desk: {organiser}", organiser=edition.organiser(entry)),
        heading=say("Desk"),
        description=say("The lists of this organiser for its own website."),
        address=lambda links: links.desk(key),
        trail=[
            (say("Service vouchers"), edition.links.place("vouchers")),
            (edition.organiser(entry), edition.links.organiser(key)),
        ],
        noindex=True,
    )
    languages = tuple(
        Choice(label=each.label, url="" if each.current else each.url, note=each.language)
        for each in made.frame.alternates
    )
    return Page(path=made.path, template=made.template, frame=made.frame, view=desk_view(edition, entry, languages))


pages = PageKind(subjects, page)


def desk_view(edition: Edition, entry: Entry[Organiser], languages: tuple[Choice, ...]) -> DeskView:
    """What the page says."""
    say = edition.wording.say
    return DeskView(
        heading=say("Put the list on your site"),
        kicker=edition.organiser(entry),
        lead=say("Your visitors see the same rows as here, and every build of this site brings them up to date."),
        groups=tuple(groups(edition, entry.key)),
        builder=BuilderWords(
            accent=entry.record.accent or "",
            columns=provider_columns(edition, you_pay=True)[1:],
            frame=FRAME,
            height=FRAME_HEIGHT.format(**fixed(edition)),
            component=filled(COMPONENT, fixed(edition)),
            include=INCLUDE if has_fragments(edition) else None,
            languages=languages,
        ),
        allowed=allowed(edition, entry),
        organiser=Choice(label=edition.organiser(entry), url=edition.links.organiser(entry.key)),
    )


def allowed(edition: Edition, entry: Entry[Organiser]) -> str:
    """Whose pages a frame works on."""
    say, origins = edition.wording.say, entry.record.frame_ancestors
    if not origins:
        return say(
            "Frames work only on this site so far: the record of the organiser names no other (frame_ancestors)."
        )
    return say("Frames work on {sites}. The other ways work everywhere.", sites=edition.wording.join(origins))


def groups(edition: Edition, organiser: str) -> Iterator[DeskGroup]:
    """Whole lists first, then those of single services, by municipality."""
    lists = [*organiser_lists(edition, organiser), ("events", NOBODY)]
    whole = [desk_list(edition, key, code=True) for key in lists if key[0] != "service"]
    yield DeskGroup(heading=edition.wording.say("Whole lists"), lists=tuple(whole), folded=False)
    for _, _, municipality in (key for key in lists if key[0] == "municipality"):
        own = [key for key in lists if key[0] == "service" and key[2] == municipality]
        if own:
            yield DeskGroup(
                heading=edition.wording.say(
                    "One service: {municipality}", municipality=edition.municipality(municipality)
                ),
                lists=tuple(desk_list(edition, key, code=False) for key in own),
                folded=True,
            )


def desk_list(edition: Edition, subject: ListKey, *, code: bool) -> DeskList:
    """One list, with whole addresses."""
    links, found = edition.links, list_page(edition, subject)
    return DeskList(
        anchor=wire(subject),
        page=found,
        embed=edition.absolute(links.embed(subject)),
        data=edition.absolute(links.embed_file(subject, "json")),
        fragment=edition.absolute(links.embed_file(subject, FRAGMENT)) if has_fragments(edition) else None,
        files=list_files(links, edition.settings, subject),
        codes=tuple(codes(edition, subject, found.label)) if code else (),
    )


def has_fragments(edition: Edition) -> bool:
    """Whether lists are published for server-side includes."""
    return FRAGMENT in edition.settings.list_files


def codes(edition: Edition, subject: ListKey, title: str) -> Iterator[Code]:
    """Every way to show a list, the one that needs least of the host first."""
    say = edition.wording.say
    yield Code(label=say("In a frame"), code=frame_code(edition, subject, title))
    yield Code(label=say("With a script"), code=component_code(edition, subject, title))
    if has_fragments(edition):
        yield Code(label=say("Put in by your server"), code=include_code(edition, subject, title))


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """A code with some of its names filled in."""
    for name, value in values.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern
