"""A list as files and for other sites: what a list's own page links to, and how browsers and programs find it."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Settings
from .links import Links

ListKey = tuple[str, ...]
"""What a list is of: its kind, the organiser that answers for it ("" for none), and the keys of what it is about."""

FRAGMENT = "shtml"
"""The ending of a list as HTML for server-side includes, which nobody saves."""

NAMES = {"csv": "CSV", "xlsx": "Excel", "pdf": "PDF"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list as a file to download."""

    label: str
    url: str
    name: str
    """What a browser calls the file where it saves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLinks:
    """The arguments of the list-files component, and where programs find the list."""

    oembed: str
    """With the host, as programs need it."""
    files: tuple[ListFile, ...]
    desk: str | None
    """Where the code to show the list on another site is made; nothing where no organiser answers for it."""


def list_links(links: Links, settings: Settings, subject: ListKey) -> ListLinks:
    """Everything that leads from a list's page to the same list elsewhere."""
    organiser = subject[1]
    return ListLinks(
        oembed=settings.site_url + links.embed_file(subject, "json"),
        files=list_files(links, settings, subject),
        desk=f"{links.desk(organiser)}#{wire(subject)}" if organiser else None,
    )


def list_files(links: Links, settings: Settings, subject: ListKey) -> tuple[ListFile, ...]:
    """The files that are published of a list."""
    steps = links.embed(subject).strip("/").split("/")[2:]
    name = "-".join(steps[-2:] if subject[0] != "organiser" else steps)
    return tuple(
        ListFile(label=NAMES[ending], url=links.embed_file(subject, ending), name=f"{name}.{ending}")
        for ending in settings.list_files
        if ending in NAMES
    )


def wire(subject: ListKey) -> str:
    """A list's key as the fragment of an address has it, the same in every language."""
    kind, organiser, *keys = subject
    return ".".join(("list", *(() if organiser else ("all",)), kind, *keys)).replace("/", ".")
