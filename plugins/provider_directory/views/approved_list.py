"""One service in one municipality: the approved lists themselves, complete on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..catalogue.catalogue import gather
from ..catalogue.offers import DatedListing, Kind, Offer
from ..catalogue.pricing import Confidence
from . import structured
from .approved import counted, list_anchor
from .cards import ProviderRow, at_home_or_place, rows
from .choice import Choice
from .edition import Edition
from .embed_lists import owner
from .list_sheets import ListPart, ListSheet, Providers, cut_list, list_part, sheets_of
from .listing_block import list_choice, list_name, not_computed
from .page import Page
from .page_kind import PageKind
from .paying import reasons, share_known
from .price_range import ranges_words
from .questions import Question, questions
from .register_status import status_tag as register_tag
from .standing import Tag
from .tax_credit_words import CreditView, credit_sentences
from .voucher_status import status_tag as voucher_tag
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedList:
    """The providers of one voucher or one register, as far as one service in one municipality goes."""

    heading: str
    anchor: str
    tag: Tag | None
    """How the voucher or register stands, where it is not simply in use."""
    caption: str
    rows: tuple[ProviderRow, ...]
    part: ListPart | None
    """Which part of a list it is that is too long for one page."""
    you_pay: bool
    """Whether anything is known of what the client pays."""
    notes: tuple[str, ...]
    """Why what the client pays is not told, where it is not."""
    link: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedListView:
    """The lists with a voucher first, then those one pays oneself."""

    heading: str
    lead: str
    about: Choice
    """The service's own page."""
    questions: tuple[Question, ...]
    """What a browser asks to work out what one person pays; nothing where that would change nothing."""
    voucher_lists: tuple[ApprovedList, ...]
    self_pay_lists: tuple[ApprovedList, ...]
    tax_credit: CreditView | None
    """Of work that one pays oneself."""
    nearby: tuple[Choice, ...]
    """The same service in neighbouring municipalities."""


def subjects(edition: Edition) -> Iterable[tuple[str, ...]]:
    """Every municipality with each service that somebody gives to its residents, and the numbers of further sheets."""
    for subject, offers in sorted(edition.catalogue.offers_by_list.items()):
        yield subject
        yield from ((*subject, str(number)) for number in range(2, sheets_of(edition, offers) + 1))


def page(edition: Edition, subject: tuple[str, ...]) -> Page:
    """The page of one of them."""
    municipality, service, *further = subject
    sheet = ListSheet(municipality, service, *map(int, further))
    view = list_view(edition, sheet, edition.catalogue.offers_by_list[municipality, service])
    place = edition.municipality(municipality)
    names = [(row.name, row.url) for each in (*view.voucher_lists, *view.self_pay_lists) for row in each.rows]
    about = structured.service(edition, service) | {"areaServed": structured.areas(edition, [municipality])}
    return edition.page(
        "approved-list",
        view,
        title=view.heading,
        description=" ".join((view.lead, edition.wording.say("Prices, what you pay, and telephone numbers."))),
        address=lambda links: links.approved_list(municipality, service, sheet.number),
        trail=[
            (edition.wording.say("Municipalities"), edition.links.place("municipalities")),
            (place, edition.links.municipality(municipality)),
        ],
        json_ld=[about, structured.item_list(edition, view.heading, dict.fromkeys(names))],
        listed=None if further else ("service", owner(edition, municipality), municipality, service),
    )


pages = PageKind(subjects, page)


def list_view(edition: Edition, sheet: ListSheet, offers: Sequence[Offer]) -> ApprovedListView:
    """What the page says."""
    municipality, service = sheet.municipality, sheet.service
    lists = gather((offer.listing.kind, offer) for offer in offers)
    return ApprovedListView(
        heading=heading(edition, sheet),
        lead=lead(edition, offers),
        about=Choice(
            label=edition.wording.say("What is this service? {service}", service=edition.service(service)),
            url=edition.links.service(service),
        ),
        questions=list_questions(edition, lists.get(Kind.VOUCHER, ())),
        voucher_lists=approved_lists(edition, sheet, lists.get(Kind.VOUCHER, ())),
        self_pay_lists=approved_lists(edition, sheet, lists.get(Kind.SELF_PAY, ())),
        tax_credit=credit_sentences(edition, lists.get(Kind.SELF_PAY, ())),
        nearby=nearby(edition, municipality, service),
    )


def list_questions(edition: Edition, offers: Sequence[Offer]) -> tuple[Question, ...]:
    """What the shares on the lists hang on; how much is used matters here only to a share of the month."""
    open_offers = [offer for offer in offers if offer.share and offer.share.confidence is Confidence.INCOME]
    return questions(open_offers, edition.catalogue.as_of)


def heading(edition: Edition, sheet: ListSheet) -> str:
    """'Kotihoito Jyväskylässä', or with a colon where the inflected form is not recorded; and which sheet it is."""
    service, municipality = edition.service(sheet.service), edition.municipality(sheet.municipality)
    named = f"{service}: {municipality}"
    if edition.records.municipalities[sheet.municipality].record.locative:
        named = f"{service} {edition.in_municipality(sheet.municipality)}"
    return edition.wording.say("{name}, part {number}", name=named, number=sheet.number) if sheet.number > 1 else named


def lead(edition: Edition, offers: Sequence[Offer]) -> str:
    """How many there are and what they ask."""
    prices = ranges_words(edition, offers)
    count = counted(edition, offers)
    return edition.wording.say("{count}. Prices: {prices}.", count=count, prices=prices) if prices else f"{count}."


def approved_lists(edition: Edition, sheet: ListSheet, offers: Sequence[Offer]) -> tuple[ApprovedList, ...]:
    """One list for each voucher or register of which the sheet has something, by name."""
    found = gather((list_choice(edition, offer.listing).url, offer) for offer in offers)
    cut = (cut_list(edition, own) for own in found.values())
    made = [approved_list(edition, sheet, parts) for parts in cut if len(parts) >= sheet.number]
    return tuple(sorted(made, key=lambda each: alphabetical(each.heading)))


def approved_list(edition: Edition, sheet: ListSheet, parts: Sequence[Providers]) -> ApprovedList:
    """One list, or the sheet's part of it."""
    offers = [offer for own in parts[sheet.number - 1] for offer in own]
    listing = offers[0].listing
    known = any(share_known(edition, offer) for offer in offers)
    found = tuple(standing_only(row) for row in rows(edition, offers, at_home_or_place))
    return ApprovedList(
        heading=list_name(edition, listing),
        anchor=list_anchor(listing),
        tag=tag(edition, listing),
        caption=caption(edition, listing),
        rows=found,
        part=list_part(edition, sheet, parts),
        you_pay=known,
        notes=reasons(row.you_pay for row in found) if known else unknown(edition, listing, offers),
        link=Choice(label=link_words(edition, listing), url=list_choice(edition, listing).url),
    )


def unknown(edition: Edition, listing: DatedListing, offers: Sequence[Offer]) -> tuple[str, ...]:
    """That nothing is known of a voucher's value, and whom to ask; nothing of what one pays oneself anyway."""
    return (not_computed(edition, listing, offers),) if listing.voucher else ()


def standing_only(row: ProviderRow) -> ProviderRow:
    """The row without saying of each provider who pays: the list's heading does."""
    return replace(row, tags=tuple(each for each in row.tags if each.kind != "plain"))


def tag(edition: Edition, listing: DatedListing) -> Tag | None:
    """How the voucher or the register stands; nothing needs saying of one in use."""
    found = voucher_tag(edition, listing.voucher) if listing.voucher else None
    found = register_tag(edition, listing.register) if listing.register else found
    return found if found and found.kind != "open" else None


def caption(edition: Edition, listing: DatedListing) -> str:
    """Whose list it is, and of what; a sheet on a wall says below it of which day."""
    values = {
        "organiser": edition.organiser(listing.organiser),
        "list": list_name(edition, listing),
    }
    if listing.kind is Kind.VOUCHER:
        return edition.wording.say("{organiser}: approved providers. {list}.", **values)
    return edition.wording.say("{organiser}: providers on the register. {list}.", **values)


def link_words(edition: Edition, listing: DatedListing) -> str:
    """What the voucher's or the register's page tells."""
    if listing.kind is Kind.VOUCHER:
        return edition.wording.say("Who can get the voucher, what it is worth and how to apply")
    return edition.wording.say("What the register promises and what it does not")


def nearby(edition: Edition, municipality: str, service: str) -> tuple[Choice, ...]:
    """The neighbours where the same service is given, by name."""
    lists = edition.catalogue.offers_by_list
    found = [
        Choice(
            label=edition.municipality(key),
            url=edition.links.approved_list(key, service),
            note=counted(edition, lists[key, service]),
        )
        for key in edition.records.municipalities[municipality].record.neighbours
        if (key, service) in lists
    ]
    return tuple(sorted(found, key=lambda choice: alphabetical(choice.label)))
