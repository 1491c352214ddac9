"""Listings: which provider stands on which list, from when, for whom, decided by whom."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.offers import DatedListing
from ...catalogue.offers import Kind as Payer
from ...catalogue.status import ListingStatus
from ...records.schema.base import Decision
from ...views.edition import Edition
from ...views.standing import first_day, last_day
from .columns import (
    AS_OF,
    Column,
    Kind,
    Row,
    Table,
    in_languages,
    key,
    localised,
    localised_list,
    names,
    of,
    of_all,
    one_of,
    say,
    text,
)
from .providers import SHOWN, VERIFIED, day, verified_row
from .shown import choosable, ended, listing_keys
from .sources import publishers


def rows_of(edition: Edition, provider: str) -> Iterator[Row]:
    """Every listing of a provider that can be chosen, and of each list that it is on no longer that it ended."""
    catalogue = edition.catalogue
    keys = listing_keys(catalogue.listings_by_provider.get(provider, ()))
    for listing in choosable(catalogue, provider):
        yield standing(listing, keys) | facts(listing) | day(edition)
    for listing in ended(catalogue, provider):
        yield standing(listing, keys) | day(edition)


def standing(listing: DatedListing, keys: dict[int, str]) -> Row:
    """Who stands on which list, and how."""
    is_over = listing.status is ListingStatus.ENDED
    return {
        "key": keys[listing.number],
        "provider": listing.provider.key,
        "status": str(listing.status),
        "paid_by": str(listing.kind),
        "organiser": listing.organiser.key,
        "voucher": listing.voucher.key if listing.voucher else None,
        "register": listing.register.key if listing.register else None,
        "valid_from": None if is_over else first_day(listing),
        "valid_until": last_day(listing),
    }


def facts(listing: DatedListing) -> Row:
    """What is known of a listing that can be chosen."""
    record, own = listing.record, listing.provider.key
    return {
        "services": listing.services,
        "municipalities": listing.municipalities,
        "locations": tuple(f"{own}/{place}" for place in record.locations),
        "at_home": record.at_home,
        **decision_row(record.decision),
        **localised_list("conditions", record.conditions),
        **verified_row(record.verified),
    }


def decision_row(decision: Decision | None) -> Row:
    """The cells of a decision."""
    return {
        **localised("decision_body", decision.body if decision else None),
        "decision_date": str(decision.date) if decision and decision.date else None,
        "decision_section": decision.section if decision else None,
        "decision_url": decision.url if decision else None,
    }


DECISION: tuple[Column, ...] = (
    *in_languages(text("decision_body", say("Who decided it."))),
    of(Kind.PARTIAL, "decision_date", say("When it was decided, as precisely as is known.")),
    text("decision_section", say("Section of the minutes, without the sign.")),
    text("decision_url", say("Where the decision can be read.")),
)

LISTINGS = Table(
    name="listings",
    title=say("Listings"),
    about=say("A provider on one organiser’s list: approved for a voucher, or in a register by notice."),
    columns=(
        key("key", say("What other tables call the listing; it stays the same while its first day does.")),
        names("provider", "providers", say("Who stands on the list."), required=True),
        one_of("status", SHOWN, say("Whether it can be chosen now, from a day to come, or no longer."), required=True),
        one_of("paid_by", Payer, say("Whether a voucher pays for it or the client alone."), required=True),
        names("organiser", "organisers", say("Who publishes the list."), required=True),
        names("voucher", "vouchers", say("The voucher it is approved for.")),
        names("register", "registers", say("The register it gave notice to.")),
        of(Kind.DAY, "valid_from", say("First day it can be chosen, where that is known.")),
        of(Kind.DAY, "valid_until", say("Last day it can be chosen, where that is known.")),
        of(Kind.KEYS, "services", say("Keys of the services it is for.")),
        of(Kind.KEYS, "municipalities", say("Keys of the municipalities whose residents can use it.")),
        of(Kind.KEYS, "locations", say("Keys of the locations where it is delivered.")),
        of(Kind.YES, "at_home", say("Whether it is delivered in the client’s home.")),
        *DECISION,
        *in_languages(of(Kind.TEXTS, "conditions", say("Conditions a client should know."))),
        *VERIFIED,
        AS_OF,
    ),
    rows=of_all(rows_of),
    rows_of=rows_of,
    key=("key",),
    sources=publishers,
)
