"""Where it says so: decisions, laws, supervision authorities, documents with their versions, and source pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import PartialDate
from ..records.schema.base import Decision, Link
from ..records.schema.organiser import Document, DocumentKind, Version, VersionStep
from .choice import Choice
from .edition import Edition
from .facts import Fact, FactEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItem:
    """One decision or document in a list of sources."""

    text: str
    url: str | None = None
    kind: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One point of a timeline."""

    date: str
    datetime: str | None
    """ISO; nothing for a season."""
    text: str
    coming: bool
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A rule book or another document that binds providers."""

    kind: str
    title: str
    where: str | None
    supersedes: str | None
    link: Choice | None
    versions: tuple[Moment, ...]
    """Latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Whose facts these are, and how old."""

    text: str
    checked: str | None
    link: Choice | None


def decision_words(edition: Edition, decision: Decision) -> str:
    """'Perusturvalautakunta 11.4.2017 § 26', as far as it is known."""
    section = f"§ {decision.section}" if decision.section else ""
    day = edition.wording.partial(decision.date) if decision.date else ""
    return " ".join(part for part in (edition.wording.read(decision.body), day, section) if part)


def decisions(edition: Edition, found: Iterable[Decision]) -> tuple[SourceItem, ...]:
    """Decisions as a list of sources: what was decided, then by whom and when."""
    return tuple(
        SourceItem(
            text=edition.wording.read(decision.about) or decision_words(edition, decision),
            url=decision.url,
            kind=edition.wording.say("Decision"),
            date=decision_words(edition, decision) if decision.about else None,
        )
        for decision in found
    )


def laws(edition: Edition, keys: Iterable[str]) -> tuple[Fact, ...]:
    """Acts and decrees with their numbers and what they mean here."""
    return tuple(law(edition, key) for key in dict.fromkeys(keys) if key in edition.records.laws)


def law(edition: Edition, key: str) -> Fact:
    """One act or decree."""
    record, read = edition.records.laws[key].record, edition.wording.read
    title = FactEntry(text=f"{read(record.name)} ({key})", url=record.url)
    says = (FactEntry(text=read(record.says)),) if record.says else ()
    return Fact(label=read(record.short) or read(record.name), entries=(title, *says))


def authorities(edition: Edition, keys: Iterable[str]) -> tuple[Fact, ...]:
    """Supervision authorities with short and full names; one that no longer exists on the day is left out."""
    day = edition.catalogue.as_of
    found = [edition.records.authorities[key].record for key in keys if key in edition.records.authorities]
    read = edition.wording.read
    return tuple(
        Fact(
            label=read(record.short) or read(record.name), entries=(FactEntry(text=read(record.name), url=record.url),)
        )
        for record in found
        if not (record.until and record.until < day)
    )


def document_view(edition: Edition, document: Document) -> DocumentView:
    """A document with its versions."""
    read = edition.wording.read
    title = read(document.title)
    newest = sorted(document.versions, key=lambda version: version.on.first_day, reverse=True)
    return DocumentView(
        kind=document_kind(edition, document.kind),
        title=title,
        where=read(document.where) or None,
        supersedes=read(document.supersedes) or None,
        link=Choice(label=title, url=document.url) if document.url else None,
        versions=tuple(moment(edition, version) for version in newest),
    )


def document_kind(edition: Edition, kind: DocumentKind) -> str:
    """What a document is for."""
    say = edition.wording.say
    return {
        DocumentKind.RULE_BOOK: say("Rule book"),
        DocumentKind.PERSONAL_DATA: say("Personal data"),
        DocumentKind.MONITORING: say("Supervision"),
        DocumentKind.OTHER: say("Document"),
    }[kind]


def moment(edition: Edition, version: Version) -> Moment:
    """One step in a document's life, as precisely dated as the source has it."""
    changes = edition.wording.read(version.changes)
    return Moment(
        date=edition.wording.partial(version.on),
        datetime=iso(version.on),
        text=" ".join(part for part in (step_words(edition, version), changes) if part),
        coming=version.on.first_day > edition.catalogue.as_of,
    )


def step_words(edition: Edition, version: Version) -> str:
    """'Hyväksytty: perusturvalautakunta.'."""
    say, body = edition.wording.say, edition.wording.read(version.body)
    step = {
        VersionStep.APPROVED: say("Approved"),
        VersionStep.UPDATED: say("Updated"),
        VersionStep.IN_FORCE: say("In force"),
    }[version.step]
    return f"{step}: {body}." if body else f"{step}."


def iso(when: PartialDate) -> str | None:
    """The date as a machine reads it; a season has no such form."""
    return None if when.season else str(when)


def links_of(edition: Edition, links: Iterable[Link]) -> tuple[Choice, ...]:
    """The links whose address is known."""
    return tuple(Choice(label=edition.wording.read(link.label), url=link.url) for link in links if link.url)


def source_line(
    edition: Edition, source: str | None, updated: PartialDate | None, page: str | None = None
) -> SourceLine:
    """Where the facts come from, when that was last updated, and the page itself where it is known."""
    say = edition.wording.say
    day = edition.wording.partial(updated) if updated else None
    return SourceLine(
        text=say("Source: {source}.", source=source) if source else say("Source: the organiser's own page."),
        checked=say("The source was last updated on {day}.", day=day)
        if day
        else say("The source does not say when it was updated."),
        link=Choice(label=say("Open the source"), url=page) if page else None,
    )
