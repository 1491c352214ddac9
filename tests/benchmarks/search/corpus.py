"""A directory of any size, as the search is given it: the project's own choices, and providers that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Literal

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.model import Unit
from provider_directory.outputs.search import (
    SearchCard,
    SearchDirectory,
    SearchDocument,
    SearchLanguage,
    SearchOffer,
    SearchPay,
    SearchUnit,
    SearchVocabulary,
)
from provider_directory.outputs.search.directory import vocabulary
from provider_directory.outputs.search.language_words import LANGUAGE_WORDS
from provider_directory.problems import RecordsInvalid, errors
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.edition import Edition
from provider_directory.views.wording import Wording, load_translations
from tests.generate import providers as generated
from tests.generate.business_ids import business_ids
from tests.generate.listings import area, chosen
from tests.generate.names import STEMS, Names
from tests.generate.offers import Offer, Ware
from tests.generate.places import Place
from tests.generate.sentences import STORIES, summary

from .finnish import sentence

LANGUAGE: Literal["fi"] = "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What providers are made from."""

    edition: Edition
    world: generated.World
    names: Names


def corpus(project: Path, count: int, seed: int) -> SearchDirectory:
    """So many providers in the project's municipalities. The n-th depends on the seed and those before, not the count."""
    edition = finnish_edition(project)
    source = Source(edition=edition, world=generated.world(edition.records, everywhere=True), names=Names())
    numbered = zip(range(count), business_ids(), strict=False)
    documents = tuple(document(source, Random(f"{seed}/{number}"), number, found) for number, found in numbered)
    return SearchDirectory(
        language=LANGUAGE,
        day=edition.catalogue.as_of,
        vocabulary=completed(vocabulary(edition), edition, documents),
        documents=documents,
    )


def finnish_edition(project: Path) -> Edition:
    """The project's own site in Finnish. Raises RecordsInvalid when its records have errors."""
    settings = read_settings(settings_file(project))
    records, problems = checked_records(settings.root, context_of(settings))
    if errors(problems):
        raise RecordsInvalid(errors(problems))
    return Edition(
        catalogue=Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days),
        settings=settings,
        wording=Wording(LANGUAGE, load_translations(settings.theme / "locale", LANGUAGE)),
        assets="",
    )


def completed(choices: SearchVocabulary, edition: Edition, documents: Iterable[SearchDocument]) -> SearchVocabulary:
    """The project's choices with the units and languages that the new providers brought."""
    units = {offer.unit for each in documents for offer in each.offers}
    codes = {code for each in documents for code in each.languages}
    wording = edition.wording
    return replace(
        choices,
        units=tuple(SearchUnit(key=unit.value, label=wording.unit(unit)) for unit in Unit if unit.value in units),
        languages=tuple(
            SearchLanguage(key=code, label=wording.language_name(code), words=LANGUAGE_WORDS.get(code, ()))
            for code in sorted(codes)
        ),
    )


def document(source: Source, random: Random, number: int, business_id: str) -> SearchDocument:
    """One provider, on one to four lists."""
    seat = random.choice(source.world.seats)
    lists = generated.taken_lists(random, source.world.reach[seat.key])
    name, key, _ = source.names.name(random, lists[0].group)
    offers = tuple(each for taken in lists for each in offers_on(source, random, taken, seat))
    told = introduction(source, random, offers[0].service, seat)
    spoken = [code for code, often in generated.LANGUAGES if random.random() < often]
    number_shown = generated.phone(number, 0)
    return SearchDocument(
        key=key,
        url=f"/fi/tuottajat/{key}/",
        name=name,
        card=SearchCard(summary=told[0], phone=number_shown),
        languages=("fi", *spoken),
        municipalities=(seat.key,),
        offers=offers,
        places=(f"{random.choice(STEMS)}mallinkatu {random.randint(1, 99)}", seat.name.fi),
        descriptions=tuple(told),
        business_id=business_id,
        phones=(number_shown,),
    )


def introduction(source: Source, random: Random, service: str, seat: Place) -> list[str]:
    """What a provider says of itself: a summary, up to three sentences, and now and then a story."""
    name = source.edition.records.services[service].record.name
    first = summary(random, name, seat)
    assert isinstance(first, dict)
    sentences = [sentence(random) for _ in range(random.randint(1, 3))]
    stories = [random.choice(STORIES)[0]] if random.random() < 0.2 else []
    return [str(first[LANGUAGE]), *sentences, *stories]


def offers_on(source: Source, random: Random, taken: Offer, seat: Place) -> Iterator[SearchOffer]:
    """What a provider offers under one voucher or register, in one area."""
    delivered = tuple(str(key) for key in area(random, taken, seat))
    for ware in chosen(random, taken):
        yield offer(source, random.randint(ware.low // 10, ware.high // 10) * 10, ware, taken, delivered)


def offer(source: Source, cents: int, ware: Ware, taken: Offer, delivered: tuple[str, ...]) -> SearchOffer:
    """One service at one price."""
    own = taken.field == "register"
    return SearchOffer(
        service=ware.service,
        kind="self-pay" if own else "voucher",
        origin=taken.key,
        municipalities=delivered,
        unit=ware.unit.value,
        price_cents=cents,
        pay=SearchPay(low_cents=cents, high_cents=cents) if own else SearchPay(),
        price=source.edition.wording.money(cents),
        home_visit=ware.at_home,
    )
