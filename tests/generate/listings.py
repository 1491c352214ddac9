"""One provider on one list: area, period, approval and prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from provider_directory.model import Cents, Unit

from .bands import Band
from .offers import Offer, Ware
from .periods import DAY, Span, span
from .places import Place
from .sentences import CHECKED_BY, CONDITIONS, localised
from .yaml_text import Node, euros

LAST_OF_YEAR, FIRST_OF_NEXT = date(DAY.year, 12, 31), date(DAY.year + 1, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A listing as it stands in the file, and what it asks of the rest of the file."""

    record: dict[str, Node]
    uses_bands: bool
    needs_location: bool


def listing(random: Random, offer: Offer, seat: Place, bands: Sequence[Band]) -> Listing:
    """A listing that the rules across records have nothing against."""
    when = span(random, offer)
    wares = chosen(random, offer)
    at_home = any(ware.at_home for ware in wares)
    needs_location = not all(ware.at_home for ware in wares)
    record: dict[str, Node] = {offer.field: offer.key, "from": str(when.starts)}
    if when.until:
        record["until"] = str(when.until)
    record["municipalities"] = area(random, offer, seat)
    if at_home:
        record["at_home"] = "yes"
    services = unique(ware.service for ware in wares)
    if services != unique(ware.service for ware in offer.wares):
        record["services"] = list(services)
    record |= approval(random, offer, when)
    record["prices"] = [price for ware in wares for price in prices(random, ware, bands, when, len(services) > 1)]
    record |= extras(random, wares)
    return Listing(
        record=record,
        uses_bands=bool(bands) and any(by_bands(ware) for ware in wares),
        needs_location=needs_location,
    )


def unique(texts: Iterator[str]) -> list[str]:
    """The texts in their order, each once."""
    return list(dict.fromkeys(texts))


def chosen(random: Random, offer: Offer) -> list[Ware]:
    """What the provider takes from the list: often all variants of a voucher, one or two services of a register."""
    if offer.field == "voucher" and random.random() < 0.6:
        return list(offer.wares)
    most = len(offer.wares) if offer.field == "voucher" else min(2, len(offer.wares))
    picked = random.sample(range(len(offer.wares)), random.randint(1, most))
    return [offer.wares[number] for number in sorted(picked)]


def area(random: Random, offer: Offer, seat: Place) -> list[Node]:
    """A voucher's residents, or the seat with some of its neighbours."""
    if offer.area:
        return list(offer.area)
    return [seat.key, *random.sample(seat.neighbours, random.randint(0, min(4, len(seat.neighbours))))]


def approval(random: Random, offer: Offer, when: Span) -> dict[str, Node]:
    """Decision, suspension and the day somebody checked; one in twenty was never checked."""
    record: dict[str, Node] = {}
    decided = min(when.starts, DAY) - timedelta(days=random.randint(3, 40))
    if offer.field == "voucher":
        body: dict[str, Node] = {"body": spoken(offer)} if offer.body else {}
        record["decision"] = body | {"date": str(decided), "section": str(random.randint(1, 160))}
    if when.suspended_from and when.suspended_from > when.starts:
        record["suspended"] = {"from": str(when.suspended_from)}
    if random.random() < 0.95:
        checked = max(decided, DAY - timedelta(days=random.randint(1, 480)))
        record["verified"] = {"on": str(checked), "by": localised(CHECKED_BY)}
    return record


def spoken(offer: Offer) -> Node:
    """The deciding body in the languages its organiser gives."""
    assert offer.body
    return {language: offer.body.read(language) for language in ("fi", "sv", "en") if offer.body.has(language)}


def by_bands(ware: Ware) -> bool:
    """Whether the hour of the day can change the price."""
    return ware.variant is None and ware.unit is Unit.HOUR


def prices(random: Random, ware: Ware, bands: Sequence[Band], when: Span, several: bool) -> Iterator[Node]:
    """The prices of one ware: one for each time band, and the next year's where it is decided."""
    base = random.randint(ware.low // 10, ware.high // 10) * 10
    changes = random.random() < 0.2 and (when.until is None or when.until > LAST_OF_YEAR) and when.starts < LAST_OF_YEAR
    if not bands or not by_bands(ware):
        later = min(base * 103 // 100, max(ware.high, base)) if changes else None
        yield from dated(ware, ware.variant, base, later, several)
        return
    for band in bands:
        now = base * band.percent // 100
        yield from dated(ware, band.key, now, now * 103 // 100 if changes else None, several)


def dated(ware: Ware, variant: str | None, now: Cents, later: Cents | None, several: bool) -> Iterator[Node]:
    """One price, or this year's and the next's."""
    if later is None or later == now:
        yield price(ware, variant, now, several)
        return
    yield price(ware, variant, now, several) | {"until": str(LAST_OF_YEAR)}
    yield price(ware, variant, later, several) | {"from": str(FIRST_OF_NEXT)}


def price(ware: Ware, variant: str | None, cents: Cents, several: bool) -> dict[str, Node]:
    """One price; the service is named where the listing has several and the variant does not tell."""
    record: dict[str, Node] = {"service": ware.service} if several and ware.variant is None else {}
    if variant:
        record["variant"] = variant
    record |= {"price": euros(cents), "unit": ware.unit.value}
    if ware.vat_percent:
        return record | {"vat": "included", "vat_rate": f"{ware.vat_percent} %"}
    return record | {"vat": "exempt"}


def extras(random: Random, wares: Sequence[Ware]) -> dict[str, Node]:
    """Rent and meals where somebody lives, and now and then a condition."""
    record: dict[str, Node] = {}
    if any(ware.service.endswith("housing") for ware in wares):
        rent = {
            "name": localised(("Vuokra", "Hyra", "Rent")),
            "price": euros(random.randint(420, 760) * 100),
            "unit": "month",
        }
        meals = {
            "name": localised(("Ateriat", "Måltider", "Meals")),
            "price": euros(random.randint(110, 180) * 10),
            "unit": "day",
        }
        record["costs"] = [rent, meals]
    if random.random() < 0.3:
        record["conditions"] = [localised(random.choice(CONDITIONS))]
    return record
