"""One listing on a provider's page: its prices, what they include, who approved it, where and until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..catalogue.offers import DatedListing, Kind, Offer
from ..catalogue.pricing import in_force
from ..records.schema.base import Localised
from ..records.schema.value_rules import Unknown, UnknownShare
from .changes import price_changes, share_changes, value_changes
from .choice import Choice
from .contacts import whom_to_ask
from .costs import costs_view
from .edition import Edition
from .facts import Fact, FactEntry, known, listed
from .month_total import MonthView, month_view
from .offer_data import later_data, offer_text
from .paying import noted, price_amount, reasons, share_amount, share_known, value_amount, value_known, value_rule
from .sources import decision_words
from .standing import Tag, tag_of
from .tax_credit_words import CreditView, credit_view
from .value_added_tax import vat_sentences
from .values import AmountRow, AmountTable, Column
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """One listing, from what it costs to who checked it."""

    heading: str
    anchor: str
    tags: tuple[Tag, ...]
    table: AmountTable | None
    """Nothing where the provider has told no price."""
    not_computed: str | None
    """Why neither the voucher's value nor the client's share can be told, and whom to ask."""
    vat: tuple[str, ...]
    """Whether value added tax is in the prices one pays oneself."""
    workings: bool
    """Whether a browser can tell how an amount came about."""
    includes: tuple[str, ...]
    on_top: tuple[str, ...]
    costs: tuple[Fact, ...]
    month: MonthView | None
    tax_credit: CreditView | None
    conditions: tuple[str, ...]
    facts: tuple[Fact, ...]


def listing_view(edition: Edition, listing: DatedListing, offers: Sequence[Offer]) -> ListingView:
    """A listing with its offers."""
    prices = [offer.price for offer in offers if offer.price]
    hidden = listing.kind is Kind.VOUCHER and not any(
        value_known(edition, offer) or share_known(edition, offer) for offer in offers
    )
    named = [(offer_name(edition, listing, offer), offer) for offer in offers]
    return ListingView(
        heading=list_name(edition, listing),
        anchor=f"listing-{listing.number + 1}",
        tags=listing_tags(edition, listing),
        table=price_table(edition, listing, offers, shares=not hidden and listing.kind is Kind.VOUCHER)
        if prices
        else None,
        not_computed=not_computed(edition, listing, offers) if hidden else None,
        vat=vat_sentences(edition, named) if listing.kind is Kind.SELF_PAY else (),
        workings=not hidden and listing.kind is Kind.VOUCHER and bool(prices),
        includes=texts(edition, [(offer, offer.price.includes) for offer in offers if offer.price]),
        on_top=texts(edition, [(offer, offer.price.on_top) for offer in offers if offer.price]),
        costs=costs_view(edition, listing.record.costs),
        month=month_view(edition, named),
        tax_credit=credit_view(edition, named),
        conditions=tuple(edition.wording.read(each) for each in listing.record.conditions),
        facts=tuple(listing_facts(edition, listing)),
    )


def list_name(edition: Edition, listing: DatedListing) -> str:
    """The voucher's or the register's name."""
    if listing.voucher:
        return listing.voucher.title(edition.language)
    assert listing.register
    return edition.wording.read(listing.register.record.name)


def list_choice(edition: Edition, listing: DatedListing) -> Choice:
    """The voucher's or the register's page."""
    name, links = list_name(edition, listing), edition.links
    if listing.voucher:
        return Choice(label=name, url=links.voucher(listing.voucher.key))
    assert listing.register
    return Choice(label=name, url=links.register(listing.register.key))


def listing_tags(edition: Edition, listing: DatedListing) -> tuple[Tag, ...]:
    """How it stands, and that one pays oneself where there is no voucher."""
    own = (Tag(kind="plain", text=edition.wording.say("You pay yourself")),) if listing.kind is Kind.SELF_PAY else ()
    return (tag_of(edition, listing), *own)


def price_table(edition: Edition, listing: DatedListing, offers: Sequence[Offer], *, shares: bool) -> AmountTable:
    """Variant by variant: the price and, with a voucher whose value is known, what it pays and what is left."""
    say = edition.wording.say
    columns = [Column(label=say("Price"), kind="amount")]
    if shares:
        columns += [Column(label=say("Voucher value"), kind="amount"), Column(label=say("You pay"), kind="total")]
    return AmountTable(
        caption=say("Prices: {name}", name=list_name(edition, listing)),
        heading=say("Service"),
        columns=tuple(columns),
        rows=tuple(price_row(edition, listing, offer, shares) for offer in offers if offer.price),
        remarks=(*untold(edition, offers), *asking(edition, listing, offers), *undated(edition, offers))
        if shares
        else (),
    )


def price_row(edition: Edition, listing: DatedListing, offer: Offer, shares: bool) -> AmountRow:
    """One offer, with the changes already decided."""
    assert offer.price
    price = noted(price_amount(edition, offer.price), price_changes(edition, offer))
    cells = [price]
    if shares:
        value, share = value_amount(edition, offer), share_amount(edition, offer)
        assert value and share
        data = offer_text(edition, offer, later=later_data(edition, offer))
        changed = noted(value, value_changes(edition, offer)), noted(share, share_changes(edition, offer))
        cells += [replace(each, offer=data) for each in changed]
    return AmountRow(
        heading=offer_name(edition, listing, offer),
        note=edition.wording.read(offer.price.note) or None,
        cells=tuple(cells),
    )


def untold(edition: Edition, offers: Iterable[Offer]) -> tuple[str, ...]:
    """Why a value or a share is not one amount."""
    return reasons(made(edition, offer) for offer in offers if offer.price for made in (value_amount, share_amount))


def asking(edition: Edition, listing: DatedListing, offers: Sequence[Offer]) -> tuple[str, ...]:
    """Whom to ask where some share cannot be computed here."""
    open_offers = [offer for offer in offers if offer.price and not share_known(edition, offer)]
    words = ask(edition, listing, open_offers) if open_offers else None
    return (words,) if words else ()


def undated(edition: Edition, offers: Iterable[Offer]) -> tuple[str, ...]:
    """A sentence where the source gives some value no period."""
    rules = [rule for offer in offers if (rule := value_rule(edition, offer))]
    if all(rule.starts or rule.until for rule in rules):
        return ()
    return (edition.wording.say("The source does not say from when the voucher's value holds."),)


def offer_name(edition: Edition, listing: DatedListing, offer: Offer) -> str:
    """The variant, and the service before a provider's own variants; a voucher's say themselves what they are."""
    variant, service = edition.wording.read(offer.variant_name), edition.service(offer.service)
    if not variant:
        return service
    own = not (listing.voucher and offer.variant in listing.voucher.record.variants)
    return f"{service}: {variant}" if own and len(listing.services) > 1 else variant


def texts(edition: Edition, found: Sequence[tuple[Offer, Sequence[Localised]]]) -> tuple[str, ...]:
    """Each text once; with the variants it holds for where it does not hold for all."""
    named: dict[str, list[str]] = {}
    for offer, words in found:
        for each in words:
            named.setdefault(edition.wording.read(each), []).append(edition.wording.read(offer.variant_name))
    return tuple(
        text
        if len(variants) == len(found) or not any(variants)
        else f"{text} ({edition.wording.join(filter(None, variants))})"
        for text, variants in named.items()
    )


def not_computed(edition: Edition, listing: DatedListing, offers: Sequence[Offer]) -> str:
    """That the voucher's value and the share are not known here, why, and whom to ask."""
    outcomes = [outcome for offer in offers for outcome in (offer.value, offer.share) if outcome]
    because = dict.fromkeys(edition.wording.read(outcome.reason) for outcome in outcomes if outcome.reason)
    start = (
        edition.wording.say("What is left for you to pay cannot be computed here.")
        if any(value_known(edition, offer) for offer in offers)
        else edition.wording.say("What the voucher pays and what is left for you to pay cannot be computed here.")
    )
    return " ".join(part for part in (start, *because, ask(edition, listing, offers)) if part)


def ask(edition: Edition, listing: DatedListing, offers: Sequence[Offer]) -> str | None:
    """Whom to ask for an amount: the contact its rule names, or else the voucher's first."""
    assert listing.voucher
    voucher, day = listing.voucher.record, edition.catalogue.as_of
    rules = [
        in_force(found, offer.variant, day) for offer in offers for found in (voucher.values, voucher.client_shares)
    ]
    keys = [rule.ask for rule in rules if isinstance(rule, Unknown | UnknownShare)]
    return whom_to_ask(edition, listing.organiser, [*keys, *voucher.contacts])


def listing_facts(edition: Edition, listing: DatedListing) -> Iterable[Fact]:
    """Who approved it and when, for whom, where, and when it was last checked."""
    say, record = edition.wording.say, listing.record
    voucher = listing.kind is Kind.VOUCHER
    yield Fact(label=say("Voucher") if voucher else say("Register"), link=list_choice(edition, listing))
    yield from listed(say("Where"), where(edition, listing))
    yield from listed(say("For residents of"), residents(edition, listing))
    yield Fact(label=say("Approved by") if voucher else say("Published by"), link=organiser(edition, listing))
    if record.decision:
        yield from listed(
            say("Decision"), [FactEntry(text=decision_words(edition, record.decision), url=record.decision.url)]
        )
    yield from known(say("In force"), edition.wording.period(listing.starts, listing.until))
    yield from known(say("Checked"), checked(edition, listing))


def organiser(edition: Edition, listing: DatedListing) -> Choice:
    """Who publishes the list."""
    return Choice(label=edition.organiser(listing.organiser), url=edition.links.organiser(listing.organiser.key))


def residents(edition: Edition, listing: DatedListing) -> list[FactEntry]:
    """The municipalities whose residents can use it."""
    found = [
        FactEntry(text=edition.municipality(key), url=edition.links.municipality(key)) for key in listing.municipalities
    ]
    return sorted(found, key=lambda entry: alphabetical(entry.text))


def where(edition: Edition, listing: DatedListing) -> list[FactEntry]:
    """At home, and at which of the provider's locations."""
    places = listing.provider.record.locations
    home = [FactEntry(text=edition.wording.say("In your own home"))] if listing.record.at_home else []
    return [*home, *(FactEntry(text=places[key].name, url=f"#location-{key}") for key in listing.record.locations)]


def checked(edition: Edition, listing: DatedListing) -> str | None:
    """'12.6.2018, palvelusetelitoimisto'."""
    verified = listing.record.verified or listing.provider.record.verified
    return f"{edition.wording.day(verified.on)}, {edition.wording.read(verified.by)}" if verified else None
