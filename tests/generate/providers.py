"""Whole providers: who they are, where they sit and which lists they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from provider_directory.records.collections import Records

from .bands import bands
from .business_ids import business_ids
from .listings import Listing, listing
from .names import STEMS, Names
from .offers import Offer, offers
from .places import Place, places
from .sentences import ACCESS, PHONE_HOURS, STORIES, localised, summary
from .yaml_text import Node, yaml_text

LANGUAGES = (("sv", 0.3), ("en", 0.4), ("ru", 0.12), ("et", 0.06), ("ar", 0.05), ("so", 0.03), ("fse", 0.02))
"""Languages besides Finnish, with how often they are spoken."""

HEADING = "# Generated for tests; nobody real.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What providers are made from."""

    records: Records
    places: Mapping[str, Place]
    seats: Sequence[Place]
    """Where providers may sit; a place that stands here more often is taken more often."""
    reach: Mapping[str, Sequence[Offer]]
    """The lists open to a provider of a seat."""


def world(records: Records, everywhere: bool) -> World:
    """Seats in every municipality of the register, or in those of the organisers and next door."""
    known = places(records)
    every_offer = offers(records)
    served = {key for entry in records.organisers.values() for key in entry.record.municipalities}
    near = {key: place for key, place in known.items() if served & {key, *place.neighbours}}
    wanted = known if everywhere or not near else near
    return World(
        records=records,
        places=known,
        # A third of the providers sit where the vouchers are; the rest are spread evenly.
        seats=[
            *wanted.values(),
            *(known[key] for key in sorted(served & set(known)) for _ in range(1 + len(wanted) // 4)),
        ],
        reach={key: [offer for offer in every_offer if within_reach(offer, place)] for key, place in wanted.items()},
    )


def within_reach(offer: Offer, seat: Place) -> bool:
    """A register takes anybody; for a voucher one sits in its area or next to it."""
    return not offer.area or not {seat.key, *seat.neighbours}.isdisjoint(offer.area)


def providers(records: Records, count: int, seed: int, everywhere: bool) -> Iterator[tuple[str, str]]:
    """Address and text of each provider. The n-th depends on the seed and on those before it, never on the count."""
    made_from = world(records, everywhere)
    names = Names()
    for number, business_id in zip(range(count), business_ids(), strict=False):
        yield provider(Random(f"{seed}/{number}"), number, business_id, names, made_from)


def provider(random: Random, number: int, business_id: str, names: Names, made_from: World) -> tuple[str, str]:
    """One provider's address and file."""
    seat = random.choice(made_from.seats)
    lists = taken_lists(random, made_from.reach[seat.key])
    name, address, kind = names.name(random, lists[0].group)
    week = bands(random)
    made = [listing(random, offer, seat, week) for offer in lists]
    record: dict[str, Node] = {"name": name, "business_id": business_id, "kind": kind}
    record |= introduction(random, made_from, lists[0], seat)
    record |= contact(random, number, address, seat)
    record |= whereabouts(random, number, made_from, seat, made)
    if any(each.uses_bands for each in made):
        record["time_bands"] = {band.key: band.record() for band in week}
    record["listings"] = [each.record for each in made]
    return address, HEADING + yaml_text(record)


def taken_lists(random: Random, open_lists: Sequence[Offer]) -> list[Offer]:
    """One to four lists, those of the same group first: a care home seldom washes windows."""
    first = random.choice(open_lists)
    others = [offer for offer in open_lists if offer is not first]
    random.shuffle(others)
    others.sort(key=lambda offer: offer.group != first.group)
    count = random.choices((1, 2, 3, 4), weights=(40, 35, 17, 8))[0]
    return [first, *others[: count - 1]]


def introduction(random: Random, made_from: World, first: Offer, seat: Place) -> dict[str, Node]:
    """Summary and, for every second provider, a few sentences more."""
    service = made_from.records.services[first.wares[0].service].record.name
    record: dict[str, Node] = {"summary": summary(random, service, seat)}
    if random.random() < 0.5:
        record["description"] = localised(random.choice(STORIES))
    return record


def contact(random: Random, number: int, address: str, seat: Place) -> dict[str, Node]:
    """How to reach it; addresses of reserved domains, a number that no exchange has."""
    record: dict[str, Node] = {"address": postal_address(random, seat), "phones": [phone(number, 0)]}
    if random.random() < 0.7:
        record["phone_hours"] = localised(random.choice(PHONE_HOURS))
    record["emails"] = [f"{address}@example.com"]
    if random.random() < 0.6:
        record["website"] = f"https://www.example.org/{address}/"
    record["languages"] = ["fi", *(language for language, often in LANGUAGES if random.random() < often)]
    return record


def phone(number: int, extension: int) -> str:
    """A number of area 014 whose local part begins with 0, as no subscriber's does."""
    digits = (number * 40_009 + extension * 7) % 1_000_000
    return f"014 0{digits // 10_000:02} {digits % 10_000:04}"


def postal_address(random: Random, place: Place) -> dict[str, Node]:
    """An invented street in a municipality."""
    record: dict[str, Node] = {"street": f"{random.choice(STEMS)}mallinkatu {random.randint(1, 99)}"}
    if place.postal_codes:
        record["postal_code"] = (random.choice(place.postal_codes) + f"{random.randint(0, 99):02}").ljust(5, "0")[:5]
    return record | {"city": place.name.fi, "municipality": place.key}


def whereabouts(random: Random, number: int, made_from: World, seat: Place, made: Sequence[Listing]) -> dict[str, Node]:
    """The locations, when a listing is delivered in one; each such listing is given them all."""
    if not any(each.needs_location for each in made):
        return {}
    near = [made_from.places[key] for key in seat.neighbours if key in made_from.places]
    spots = [seat, *random.sample(near, min(len(near), random.choice((0, 0, 0, 1, 2))))]
    keys: list[Node] = [spot.key for spot in spots]
    for each in made:
        if each.needs_location:
            each.record["locations"] = keys
    return {"locations": {spot.key: location(random, number, order, spot) for order, spot in enumerate(spots, 1)}}


def location(random: Random, number: int, order: int, place: Place) -> Node:
    """One place of a provider."""
    record: dict[str, Node] = {"name": f"Toimipiste {place.name.fi}", "address": postal_address(random, place)}
    if random.random() < 0.5:
        record["phone"] = phone(number, order)
    if random.random() < 0.8:
        record["places"] = str(random.randint(4, 60))
    return record | {"accessibility": localised(random.choice(ACCESS))}
