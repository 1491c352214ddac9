"""A voucher: can I get it, what is it worth, what do I pay, and everything its organiser has said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..catalogue.offers import Kind
from ..catalogue.status import VoucherStatus
from ..records.collections import Entry
from ..records.schema.base import Localised
from ..records.schema.organiser import Organiser
from ..records.schema.voucher import Voucher
from . import structured
from .answers import answers, plan_answers
from .approved import ApprovedProviders, approved_providers
from .calculator import CalculatorView, calculator
from .choice import Choice
from .contacts import ContactView, contacts_of
from .edition import Edition
from .event_items import EventItem, about_voucher
from .facts import Fact, FactEntry, Step, known, listed, steps_of
from .formulas import FormulaView
from .history import StepPlot, histories, share_histories
from .page import Page
from .page_kind import PageKind
from .prose import Html, markdown
from .shares import Unknowable, formulas, share_remarks, share_table, unknowable
from .sources import (
    DocumentView,
    SourceItem,
    SourceLine,
    authorities,
    decisions,
    document_view,
    laws,
    links_of,
    source_line,
)
from .standing import Tag
from .subscriptions import Subscriptions, subscriptions
from .time_bands import bands
from .values import AmountTable, value_table
from .voucher_status import Note, notes, status_tag


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherView:
    """A voucher's page from the first question to the sources; what is not known is empty."""

    heading: str
    kicker: str
    lead: str
    tags: tuple[Tag, ...]
    notes: tuple[Note, ...]
    """Doubts and coming changes that readers must know before anything else."""
    planned: bool
    answers: tuple[Fact, ...]
    """The three questions; of a planned voucher what is known of the plan."""
    eligibility: tuple[str, ...]
    values: AmountTable | None
    bands: tuple[Fact, ...]
    histories: tuple[StepPlot, ...]
    shares: AmountTable | None
    formulas: tuple[FormulaView, ...]
    values_unknown: tuple[Unknowable, ...]
    shares_unknown: tuple[Unknowable, ...]
    share_remarks: tuple[str, ...]
    share_histories: tuple[StepPlot, ...]
    calculator: CalculatorView | None
    """Nothing for a voucher of which nothing can be worked out, or that cannot be had."""
    body: Html
    covers: tuple[str, ...]
    client_pays: tuple[str, ...]
    usage: tuple[str, ...]
    apply: tuple[Step, ...]
    rights: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    laws: tuple[Fact, ...]
    decisions: tuple[SourceItem, ...]
    quality: str | None
    authorities: tuple[Fact, ...]
    contacts: tuple[ContactView, ...]
    providers: ApprovedProviders | None
    """Nothing for a planned voucher."""
    ways: tuple[Choice, ...]
    """To what most people look for further down the page."""
    events: tuple[EventItem, ...]
    names: tuple[Fact, ...]
    """Former and other names."""
    about: tuple[Fact, ...]
    """Organiser and services, with their pages."""
    links: tuple[Choice, ...]
    source: SourceLine
    follow: Subscriptions


def subjects(edition: Edition) -> Iterable[str]:
    """Every voucher, planned ones too."""
    return sorted(edition.records.vouchers)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    say, links, entry = edition.wording.say, edition.links, edition.records.vouchers[key]
    organiser = edition.catalogue.organiser_of(entry)
    view = voucher_view(edition, entry, organiser)
    return edition.page(
        "voucher",
        view,
        title=f"{entry.title(edition.language)}, {edition.organiser(organiser)}",
        heading=entry.title(edition.language),
        description=entry.summary(edition.language),
        address=lambda links: links.voucher(key),
        trail=[
            (say("Service vouchers"), links.place("vouchers")),
            (edition.organiser(organiser), links.organiser(organiser.key)),
        ],
        json_ld=[government_service(edition, entry, organiser), structured.organiser(edition, organiser)],
        feeds=view.follow.feeds,
        listed=None if view.planned else ("voucher", organiser.key, key),
    )


pages = PageKind(subjects, page)


def voucher_view(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> VoucherView:
    """Everything known of a voucher."""
    voucher, office, read = entry.record, organiser.record, edition.wording.read
    status = edition.catalogue.voucher_status(entry)
    planned, over = status is VoucherStatus.PLANNED, status is VoucherStatus.ENDED
    source = source_line(edition, read(voucher.source) or None, voucher.page_updated, office.source)
    made = None if planned or over else calculator(edition, entry, source.text)
    priced = not voucher.planned
    return VoucherView(
        heading=entry.title(edition.language),
        kicker=edition.organiser(organiser),
        lead=entry.summary(edition.language),
        tags=(status_tag(edition, entry),),
        notes=notes(edition, entry, organiser),
        planned=planned,
        answers=plan_answers(edition, voucher, voucher.planned) if planned else answers(edition, entry, organiser),
        eligibility=texts(edition, voucher.eligibility),
        values=value_table(edition, voucher),
        bands=bands(edition, voucher.time_bands),
        histories=tuple(histories(edition, voucher)),
        shares=share_table(edition, voucher),
        formulas=formulas(edition, entry) if priced else (),
        values_unknown=unknowable(edition, voucher, voucher.values, organiser),
        shares_unknown=unknowable(edition, voucher, voucher.client_shares, organiser),
        share_remarks=share_remarks(edition, voucher),
        share_histories=tuple(share_histories(edition, voucher)),
        calculator=made,
        body=markdown(entry.body(edition.language)),
        covers=texts(edition, voucher.covers),
        client_pays=texts(edition, voucher.client_pays),
        usage=texts(edition, voucher.usage),
        apply=steps_of(texts(edition, voucher.apply)),
        rights=texts(edition, filter(None, (office.refusal, office.alternative, office.benefit))),
        documents=tuple(
            document_view(edition, office.documents[key]) for key in voucher.rule_books if key in office.documents
        ),
        laws=laws(edition, (*office.laws, *voucher.laws)),
        decisions=decisions(edition, voucher.decisions),
        quality=read(office.quality) or None,
        authorities=authorities(edition, office.supervision),
        contacts=contacts_of(edition, organiser, voucher.contacts),
        providers=None if planned else approved_providers(edition, entry, organiser),
        ways=ways(edition, entry, planned, made is not None),
        events=about_voucher(edition, entry.key),
        names=names(edition, voucher),
        about=about(edition, entry, organiser),
        links=links_of(edition, voucher.links),
        source=source,
        follow=subscriptions(edition, "voucher", entry.key),
    )


def ways(edition: Edition, entry: Entry[Voucher], planned: bool, computable: bool) -> tuple[Choice, ...]:
    """To the list, the calculator, the way to get the voucher and the people to ask, as far as they are on the page."""
    say = edition.wording.say
    found = []
    number = edition.catalogue.numbers_by_list.get((Kind.VOUCHER, entry.key), 0)
    if number and not planned:
        label = edition.wording.count("{number} approved provider", "{number} approved providers", number)
        found.append(Choice(label=label, url="#providers"))
    if computable:
        found.append(Choice(label=say("Work out what you pay"), url="#calculator"))
    if entry.record.apply:
        found.append(Choice(label=say("How to get it"), url="#apply"))
    if entry.record.contacts:
        found.append(Choice(label=say("Whom to ask"), url="#contacts"))
    return tuple(found)


def texts(edition: Edition, found: Iterable[Localised]) -> tuple[str, ...]:
    """Texts of a record in this language."""
    return tuple(edition.wording.read(text) for text in found)


def names(edition: Edition, voucher: Voucher) -> tuple[Fact, ...]:
    """The names people still search with; records keep them in Finnish."""
    say = edition.wording.say
    former = [
        FactEntry(
            text=say("{name} (until {when})", name=each.name, when=edition.wording.partial(each.until))
            if each.until
            else each.name
        )
        for each in voucher.former_names
    ]
    return (
        *listed(say("Former name"), former),
        *listed(say("Other names in use"), (FactEntry(text=name) for name in voucher.aliases)),
    )


def about(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> tuple[Fact, ...]:
    """Who grants it, for what, and since when it is handled electronically."""
    say, links, since = edition.wording.say, edition.links, entry.record.system_since
    services = (FactEntry(text=edition.service(key), url=links.service(key)) for key in entry.record.services)
    handled = edition.wording.day(since) if since and since <= edition.catalogue.as_of else None
    return (
        Fact(
            label=say("Organiser"), link=Choice(label=edition.organiser(organiser), url=links.organiser(organiser.key))
        ),
        *listed(say("Pays for"), services),
        *known(say("In the electronic system since"), handled),
    )


def government_service(edition: Edition, entry: Entry[Voucher], organiser: Entry[Organiser]) -> structured.Thing:
    """The voucher as schema.org has it."""
    url = edition.absolute(edition.links.voucher(entry.key))
    audience = edition.wording.read(entry.record.audience)
    return structured.known(
        {
            "@type": "GovernmentService",
            "@id": f"{url}#voucher",
            "name": entry.title(edition.language),
            "alternateName": [each.name for each in entry.record.former_names],
            "description": entry.summary(edition.language),
            "url": url,
            "serviceType": [edition.service(key) for key in entry.record.services],
            "serviceOperator": {"@id": structured.identity(edition, edition.links.organiser(organiser.key))},
            "areaServed": structured.areas(edition, organiser.record.municipalities),
            "audience": {"@type": "Audience", "audienceType": audience} if audience else None,
        }
    )
