"""Directories and queries by chance, the same each time, for comparing the search with its judge."""

from datetime import date, timedelta
from random import Random
from urllib.parse import urlencode

from provider_directory.outputs.search import (
    SearchDirectory,
    SearchDocument,
    SearchKind,
    SearchLanguage,
    SearchMoment,
    SearchMunicipality,
    SearchOffer,
    SearchOrigin,
    SearchPay,
    SearchService,
    SearchUnit,
    SearchVocabulary,
)

DAY = date(2018, 8, 10)
SERVICES = [
    "kukkura",
    "pallero",
    "sirkkeli",
    "tynnyri",
    "vanttura",
    "jauhelo",
    "mehilys",
    "roikale",
    "honkkeli",
    "timjami",
]
PLACES = [
    "Ahvola",
    "Birkala",
    "Eskola",
    "Fiskari",
    "Grankulla",
    "Hattula",
    "Nokila",
    "Orimaa",
    "Pyhtila",
    "Ruskela",
    "Somerla",
    "Ulvila",
]
NAMES = [
    "Metso",
    "Kurjen",
    "Haukan",
    "Tikan",
    "Lokin",
    "Varis",
    "Sorsa",
    "Joutsen",
    "Peippo",
    "Rastas",
    "Kuikka",
    "Telkka",
]
UNITS = ("hour", "visit", "24h")
MOMENTS = ("day", "evening", "night", "saturday", "sunday")
LANGUAGES = ("fi", "sv", "en")


def directory(size: int, seed: int) -> SearchDirectory:
    """A directory of so many providers."""
    chance = Random(seed)
    return SearchDirectory(
        language="fi",
        day=DAY,
        vocabulary=vocabulary(),
        documents=tuple(provider(number, chance) for number in range(size)),
    )


def vocabulary() -> SearchVocabulary:
    """Choices whose words have nothing in common, so that it is plain what a word finds."""
    return SearchVocabulary(
        services=tuple(SearchService(key=word, label=word.title()) for word in SERVICES),
        municipalities=tuple(SearchMunicipality(key=name.lower(), label=name) for name in PLACES),
        origins=(SearchOrigin(key="voucher", label="Zzz"), SearchOrigin(key="register", label="Qqq")),
        kinds=(SearchKind(key="voucher", label="Www"), SearchKind(key="self-pay", label="Xxx")),
        units=tuple(SearchUnit(key=key, label=key) for key in UNITS),
        moments=tuple(SearchMoment(key=key, label=key) for key in MOMENTS),
        languages=tuple(SearchLanguage(key=key, label=f"jjj{key}") for key in LANGUAGES),
    )


def provider(number: int, chance: Random) -> SearchDocument:
    """A provider with up to five offers, some of them not yet or no longer."""
    return SearchDocument(
        key=f"provider-{number}",
        url=f"/{number}/",
        name=chance.choice(NAMES),
        languages=tuple(sorted(chance.sample(LANGUAGES, chance.randint(1, 3)))),
        municipalities=some(PLACES, chance, 0, 2),
        offers=tuple(offer(chance) for _ in range(chance.choice((0, 1, 1, 2, 3, 5)))),
    )


def offer(chance: Random) -> SearchOffer:
    """An offer, of which anything may be missing that can be."""
    kind = chance.choice(("voucher", "self-pay"))
    return SearchOffer(
        service=chance.choice(SERVICES),
        kind="voucher" if kind == "voucher" else "self-pay",
        origin="voucher" if kind == "voucher" else "register",
        municipalities=some(PLACES, chance, 0, 5),
        unit=chance.choice((*UNITS, "hour", None)),
        price_cents=chance.choice((None, *(chance.randrange(1000, 9000, 50) for _ in range(6)))),
        pay=pay(chance),
        moments=None if chance.random() < 0.4 else tuple(chance.sample(MOMENTS, chance.randint(0, 3))),
        home_visit=chance.random() < 0.5,
        starts=None if chance.random() < 0.8 else DAY + timedelta(days=chance.randint(-2, 2)),
        until=None if chance.random() < 0.8 else DAY + timedelta(days=chance.randint(-2, 2)),
    )


def pay(chance: Random) -> SearchPay:
    """What everybody pays, or between which ends; of these either may be missing."""
    low, high = sorted((chance.randrange(0, 6000, 50), chance.randrange(0, 6000, 50)))
    ends = chance.choice(((low, low), (low, low), (low, high), (None, high), (low, None), (None, None)))
    return SearchPay(low_cents=ends[0], high_cents=ends[1], unit=chance.choice((None, None, None, *UNITS)))


def persons_shares(searched: SearchDirectory, seed: int) -> list[SearchPay | None]:
    """What somebody in particular pays for each offer, where they know more than everybody does: it follows from its price."""
    chance = Random(seed)
    known: dict[tuple[int | None, str | None], SearchPay | None] = {}
    shares: list[SearchPay | None] = []
    for offer in (each for document in searched.documents for each in document.offers):
        terms = (offer.price_cents, offer.unit)
        if terms not in known:
            known[terms] = pay(chance) if chance.random() < 0.7 else None
        shares.append(known[terms] if offer.kind == "voucher" else None)
    return shares


def some(choices: list[str], chance: Random, least: int, most: int) -> tuple[str, ...]:
    """A few of the choices, as keys."""
    return tuple(sorted(choice.lower() for choice in chance.sample(choices, chance.randint(least, most))))


def addresses(number: int, seed: int) -> list[str]:
    """So many queries, each as the parameters of an address."""
    chance = Random(seed)
    return [address(chance) for _ in range(number)]


def address(chance: Random) -> str:
    """A query that asks for anything or nothing, by its text and its filters."""
    asked: list[tuple[str, str]] = []
    if chance.random() < 0.4:
        asked.append(("q", chance.choice((*SERVICES, *PLACES, *NAMES)).lower()))
    asked += [("municipality", place) for place in some(PLACES, chance, 0, 3) if chance.random() < 0.5]
    asked += [("service", service) for service in some(SERVICES, chance, 0, 3) if chance.random() < 0.5]
    for name, choices in (
        ("kind", ("voucher", "self-pay")),
        ("when", MOMENTS),
        ("unit", UNITS),
        ("language", LANGUAGES),
        ("home", ("1",)),
    ):
        if chance.random() < 0.25:
            asked.append((name, chance.choice(choices)))
    if chance.random() < 0.5:
        asked.append(("max", f"{chance.randrange(1000, 9000, 25) / 100:.2f}"))
    if chance.random() < 0.5:
        asked.append(("of", "you-pay"))
    return urlencode(asked)
