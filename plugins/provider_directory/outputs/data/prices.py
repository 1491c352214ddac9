"""Prices: what one unit costs, what the voucher pays of it and what is left to the client, on the day and as decided."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.offers import Offer, charged, pays
from ...catalogue.outcome import Confidence, Outcome
from ...model import Unit
from ...records.schema.provider import Cost, Price, Vat
from ...views.edition import Edition
from .columns import (
    AS_OF,
    Column,
    Kind,
    Row,
    Table,
    in_languages,
    localised,
    localised_list,
    money,
    names,
    of,
    of_all,
    one_of,
    say,
    text,
)
from .providers import day
from .shown import choosable, listing_keys
from .sources import with_providers


def rows_of(edition: Edition, provider: str) -> Iterator[Row]:
    """Every price of a provider that holds or is to come, by listing, service and variant."""
    keys = listing_keys(edition.catalogue.listings_by_provider.get(provider, ()))
    for offer in edition.catalogue.offers_by_provider.get(provider, ()):
        yield from offer_rows(edition, offer, keys[offer.listing.number])


def offer_rows(edition: Edition, offer: Offer, listing: str) -> Iterator[Row]:
    """The price that holds, then those already decided, each with what the voucher pays of it on its first day to come."""
    today = edition.catalogue.as_of
    for price in (*([offer.price] if offer.price else []), *offer.changes):
        first = max(today, offer.listing.starts or today, price.starts or today)
        value, share = pays(offer.listing, offer.variant, price, first)
        yield price_row(edition, offer, price, listing) | {
            "amounts_on": first,
            **outcome_row("value", value),
            **outcome_row("share", share),
        }


def price_row(edition: Edition, offer: Offer, price: Price, listing: str) -> Row:
    """What the provider asks."""
    return {
        "listing": listing,
        "provider": offer.provider.key,
        "service": offer.service,
        "variant": offer.variant,
        **localised("variant_name", offer.variant_name),
        "price": price.price,
        "price_with_vat": charged(price),
        "unit": str(price.unit),
        "valid_from": price.starts,
        "valid_until": price.until,
        "vat": str(price.vat) if price.vat else None,
        "vat_rate": price.vat_rate,
        **localised_list("includes", price.includes),
        **localised_list("on_top", price.on_top),
        **localised("note", price.note),
        **day(edition),
    }


def outcome_row(name: str, outcome: Outcome | None) -> Row:
    """The cells of an amount that may not be exact."""
    return {
        f"{name}_known": str(outcome.confidence) if outcome else None,
        f"{name}_least": outcome.low if outcome else None,
        f"{name}_most": outcome.high if outcome else None,
        f"{name}_unit": str(outcome.unit) if outcome and outcome.unit else None,
    }


def outcome_columns(name: str, what: tuple[str, str, str, str]) -> tuple[Column, ...]:
    """How far an amount is known, its ends and its unit."""
    known, least, most, unit = what
    return (
        one_of(f"{name}_known", Confidence, known),
        money(f"{name}_least", least),
        money(f"{name}_most", most),
        one_of(f"{name}_unit", Unit, unit),
    )


PRICES = Table(
    name="prices",
    title=say("Prices"),
    about=say(
        "What a provider asks for one unit of a service, now or from a day already decided; past prices are not told."
    ),
    columns=(
        names("listing", "listings", say("The listing it belongs to."), required=True),
        names("provider", "providers", say("Whose price it is."), required=True),
        names("service", "services", say("The service it is for."), required=True),
        text("variant", say("Key of the variant: one of the voucher’s, or a time band of the provider’s own.")),
        *in_languages(text("variant_name", say("The variant in words."))),
        money("price", say("Euros for one unit, as the provider tells it."), required=True),
        money("price_with_vat", say("The same with value added tax, where that can be told.")),
        one_of(
            "unit", Unit, say("What the price is for; prices of different units cannot be compared."), required=True
        ),
        of(Kind.DAY, "valid_from", say("First day the price holds, where that is known.")),
        of(Kind.DAY, "valid_until", say("Last day the price holds, where that is known.")),
        one_of("vat", Vat, say("Whether the price holds value added tax.")),
        of(Kind.NUMBER, "vat_rate", say("Rate of the value added tax."), unit="percent"),
        *in_languages(of(Kind.TEXTS, "includes", say("What the price includes."))),
        *in_languages(of(Kind.TEXTS, "on_top", say("What comes on top of it."))),
        *in_languages(text("note", say("Anything else to know of it."))),
        of(
            Kind.DAY,
            "amounts_on",
            say("The day for which the voucher’s value and the client’s share are told."),
            required=True,
        ),
        *outcome_columns(
            "value",
            (
                say("How far it is known what the voucher pays; income: it depends on the client’s income."),
                say("The least that the voucher pays of one unit."),
                say("The most that the voucher pays of one unit."),
                say("What the voucher’s value is for."),
            ),
        ),
        *outcome_columns(
            "share",
            (
                say("How far it is known what is left to the client."),
                say("The least that the client pays for one unit."),
                say("The most that the client pays for one unit."),
                say("What the client’s share is for."),
            ),
        ),
        AS_OF,
    ),
    rows=of_all(rows_of),
    rows_of=rows_of,
    key=(),
    sources=with_providers,
)


def cost_rows(edition: Edition, provider: str) -> Iterator[Row]:
    """Every cost of a provider outside the voucher that holds or is to come."""
    keys = listing_keys(edition.catalogue.listings_by_provider.get(provider, ()))
    for listing in choosable(edition.catalogue, provider):
        for cost in listing.record.costs:
            if not (cost.until and cost.until < edition.catalogue.as_of):
                yield cost_row(cost, keys[listing.number]) | day(edition)


def cost_row(cost: Cost, listing: str) -> Row:
    """What a client pays besides."""
    return {
        "listing": listing,
        **localised("name", cost.name),
        "price": cost.price,
        "unit": str(cost.unit),
        **localised("one_of", cost.one_of),
        "valid_from": cost.starts,
        "valid_until": cost.until,
    }


COSTS = Table(
    name="costs",
    title=say("Costs outside the voucher"),
    about=say("Rent, meals and other costs that a voucher does not pay."),
    columns=(
        names("listing", "listings", say("The listing it belongs to."), required=True),
        *in_languages(text("name", say("What the cost is for."), required=True)),
        money("price", say("Euros for one unit, where it is known.")),
        one_of("unit", Unit, say("What the euros are for."), required=True),
        *in_languages(text("one_of", say("Of costs with the same words here, a client pays one."))),
        of(Kind.DAY, "valid_from", say("First day the price holds, where that is known.")),
        of(Kind.DAY, "valid_until", say("Last day the price holds, where that is known.")),
        AS_OF,
    ),
    rows=of_all(cost_rows),
    rows_of=cost_rows,
    key=(),
    sources=with_providers,
)
