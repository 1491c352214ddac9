"""What an offer costs and what the client pays of it, as an amount with its unit beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..catalogue.offers import Kind, Offer, charged
from ..catalogue.pricing import Confidence, Outcome, in_force, on_top
from ..catalogue.status import ListingStatus
from ..model import Cents, Unit
from ..records.schema.provider import Price, Vat
from ..records.schema.value_rules import AddOn, KnownValue, Limited, MonthLimited, ShareRule, ValueRule
from .amounts import add_on_words, at_most_words, between, outcome_words
from .changes import terms
from .edition import Edition
from .offer_data import besides, offer_text, terms_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount in words, for one unit; the fields of a table's cell."""

    text: str
    unit: str | None = None
    note: str | None = None
    cents: Cents | None = None
    """For sorting, where it is one known amount."""
    reason: str | None = None
    """Why there is no one amount, as a sentence or two; tables say it once underneath."""
    offer: str | None = None
    """The offer as data, where a browser can work the amount out for one person."""
    quiet: bool = False
    """Whether it is words in place of an amount; those are not to be louder than amounts."""


def price_amount(edition: Edition, price: Price) -> Amount:
    """What the provider charges for one unit."""
    starts = price.starts if price.starts and price.starts > edition.catalogue.as_of else None
    notes = [vat_words(edition, price), edition.wording.period(starts, None)]
    return Amount(
        text=edition.wording.money(price.price),
        unit=edition.wording.unit(price.unit),
        note="; ".join(note for note in notes if note) or None,
        cents=charged(price),
    )


def vat_words(edition: Edition, price: Price) -> str:
    """That tax comes on top; nothing where the price is what one pays."""
    if price.vat is not Vat.EXCLUDED:
        return ""
    whole = charged(price)
    if price.vat_rate is None or whole is None:
        return edition.wording.say("value added tax comes on top")
    return edition.wording.say(
        "+ value added tax {percent} = {amount}",
        percent=edition.wording.percent(price.vat_rate),
        amount=edition.wording.money(whole),
    )


def share_amount(edition: Edition, offer: Offer) -> Amount | None:
    """What the client pays for one unit with a voucher, with the offer as data; nothing for what is paid in full anyway."""
    amount = share_words(edition, offer)
    return replace(amount, offer=offer_text(edition, offer)) if amount else None


def share_words(edition: Edition, offer: Offer) -> Amount | None:
    """The same without the offer as data."""
    found = terms(edition, offer)
    if offer.listing.kind is Kind.SELF_PAY or found.share is None:
        return None
    amount = outcome_amount(edition, found.share, offer.unit, missing_share(edition, offer))
    on_top_of_it = [f"+ {add_on_words(edition, extra)}" for extra in extras(edition, offer)]
    limits = limits_of_month(edition, offer) if found.share.high is not None else ()
    return noted(amount, [*limits, *on_top_of_it, edition.wording.period(found.starts, None)])


def limits_of_month(edition: Edition, offer: Offer) -> Iterator[str]:
    """What limits a month, which no amount of one unit shows."""
    say, money = edition.wording.say, edition.wording.money
    value, share = value_rule(edition, offer), share_rule(edition, offer)
    if isinstance(value, Limited) and value.month_at_most is not None:
        yield say("the voucher pays at most {amount} a month", amount=money(value.month_at_most))
    if isinstance(value, KnownValue) and value.units_at_most is not None:
        yield say(
            "the voucher covers at most {number} × {unit} a month; past that you pay the whole price",
            number=edition.wording.number(value.units_at_most),
            unit=edition.wording.unit(value.unit),
        )
    if isinstance(share, MonthLimited) and share.month_at_most is not None:
        yield say("you pay at most {amount} a month", amount=money(share.month_at_most))


def listed_share(edition: Edition, offer: Offer) -> Amount | None:
    """The same where the costs outside the voucher do not stand below: it must not be taken for all one pays."""
    amount = listed_words(edition, offer)
    if amount is None:
        return None
    more = "" if amount.quiet else besides(edition, offer)
    return replace(amount, offer=offer_text(edition, offer, besides=more))


def listed_words(edition: Edition, offer: Offer) -> Amount | None:
    """The same without the offer as data."""
    amount = share_words(edition, offer)
    return amount if amount is None or amount.quiet else noted(amount, [besides(edition, offer)])


def extras(edition: Edition, offer: Offer) -> tuple[AddOn, ...]:
    """What is charged besides the share on the day its terms hold: a transport, both ways."""
    return on_top(share_rule(edition, offer), offer.variant, terms_day(edition, offer))


def value_amount(edition: Edition, offer: Offer) -> Amount | None:
    """What the voucher pays of one unit, and when its value holds."""
    if offer.listing.voucher is None:
        return None
    found = terms(edition, offer).value or Outcome(confidence=Confidence.UNKNOWN)
    rule = value_rule(edition, offer)
    period = edition.wording.period(rule.starts, rule.until) if rule else ""
    amount = outcome_amount(edition, found, offer.unit, missing_value(edition, offer))
    return replace(noted(amount, [period]), offer=offer_text(edition, offer))


def value_rule(edition: Edition, offer: Offer) -> ValueRule | None:
    """The rule behind the voucher's value that is shown."""
    if offer.listing.voucher is None:
        return None
    return in_force(offer.listing.voucher.record.values, offer.variant, terms_day(edition, offer))


def share_rule(edition: Edition, offer: Offer) -> ShareRule | None:
    """The rule behind the share that is shown."""
    if offer.listing.voucher is None:
        return None
    return in_force(offer.listing.voucher.record.client_shares, offer.variant, terms_day(edition, offer))


def noted(amount: Amount, notes: Iterable[str]) -> Amount:
    """The amount with more said under it."""
    words = [note for note in (amount.note, *notes) if note]
    return replace(amount, note="; ".join(words) or None)


def outcome_amount(edition: Edition, outcome: Outcome, unit: Unit | None, missing: str) -> Amount:
    """An outcome in words: an amount, a limit, or that it depends on income or cannot be computed here, and why."""
    # A share may be told for a month while the price is for a day.
    unit = outcome.unit or unit
    per = edition.wording.unit(unit) if unit else None
    match outcome.confidence:
        case Confidence.INCOME:
            return income_amount(edition, outcome, unit)
        case Confidence.UNKNOWN:
            return unknown_amount(edition, outcome, per, missing)
    return Amount(text=outcome_words(edition, outcome, None), unit=per, cents=outcome.exact)


def income_amount(edition: Edition, outcome: Outcome, unit: Unit | None) -> Amount:
    """That it depends on income, with the least and the most where they are known."""
    note = edition.wording.say("depends on your income")
    if outcome.high is None:
        return Amount(text=note, quiet=True)
    per = edition.wording.unit(unit) if unit else None
    return Amount(text=between(edition, outcome.low, outcome.high, None), unit=per, note=note)


def unknown_amount(edition: Edition, outcome: Outcome, per: str | None, missing: str) -> Amount:
    """That it cannot be computed here, or only the most it can be, and why."""
    reason = edition.wording.read(outcome.reason) or missing
    if outcome.high is None:
        return Amount(text=edition.wording.say("cannot be computed here"), reason=reason, quiet=True)
    note = edition.wording.say("decided for each client")
    return Amount(text=at_most_words(edition, outcome.high, None), unit=per, note=note, reason=reason)


def reasons(amounts: Iterable[Amount | None]) -> tuple[str, ...]:
    """Why amounts cannot be told, each reason once."""
    return tuple(dict.fromkeys(amount.reason for amount in amounts if amount and amount.reason))


def missing_value(edition: Edition, offer: Offer) -> str:
    """Why a voucher's value is not told."""
    organiser = edition.organiser(offer.listing.organiser)
    return edition.wording.say("The value is not published here. Ask: {organiser}.", organiser=organiser)


def missing_share(edition: Edition, offer: Offer) -> str:
    """Why a client's share is not told."""
    if offer.price is None:
        return edition.wording.say("The provider's price is not published here. Ask the provider.")
    return missing_value(edition, offer)


def value_known(edition: Edition, offer: Offer) -> bool:
    """Whether anything at all is known of what the voucher pays."""
    return computed(terms(edition, offer).value)


def share_known(edition: Edition, offer: Offer) -> bool:
    """Whether anything at all is known of what the client pays."""
    return computed(terms(edition, offer).share)


def computed(outcome: Outcome | None) -> bool:
    """Whether an outcome holds any amount."""
    return outcome is not None and (outcome.low is not None or outcome.high is not None)


def comparable(offer: Offer) -> bool:
    """Whether its price can be held against others of its unit: it is known, and it is all one pays."""
    return offer.price is not None and offer.price.vat is not Vat.EXCLUDED


def leading(offers: Iterable[Offer]) -> Offer | None:
    """The offer that stands for all of them: the cheapest in the unit most of them are priced in.

    Units are never mixed: an hour for 38 euros is not dearer than a visit for 30. What can be had now goes before
    what is to come, and a price that is all one pays before one that tax comes on top of.
    """
    priced = [offer for offer in offers if offer.price]
    current = [offer for offer in priced if offer.listing.status is ListingStatus.CURRENT] or priced
    candidates = [offer for offer in current if comparable(offer)] or current
    unit = main_unit(candidates)
    return min((offer for offer in candidates if offer.unit is unit), key=lambda offer: offer.cents or 0, default=None)


def main_unit(offers: Iterable[Offer]) -> Unit | None:
    """The unit most offers are priced in; of equals, the shortest."""
    counted = Counter(offer.unit for offer in offers if offer.unit)
    order = list(Unit)
    return max(counted, key=lambda unit: (counted[unit], -order.index(unit)), default=None)
