"""An index that is made with what earlier builds left is the index that is made without: every byte, whatever changed."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from provider_directory.outputs.search import (
    SearchCard,
    SearchDirectory,
    SearchDocument,
    SearchMunicipality,
    SearchOffer,
    SearchPay,
    SearchTag,
    SearchTerms,
    index_of,
)
from provider_directory.outputs.search.faults import faults
from provider_directory.outputs.search.marks import document_mark, words_mark
from provider_directory.outputs.search.memory import Memory

from .directory import DAY, directory

FORMS: dict[str, dict[str, int]] = {
    "whole": {},
    "pieces": {"whole": 0},
    "packs": {"whole": 0, "huge": 0},
}
"""How an index may be cut."""

WORDS = (
    "kuutamohieronta",
    "Siivousta",
    "öisin",
    "hoivakoti",
    "kotisiivouksen",
    "Vantaa",
    "palvelu",
    "ikkunanpesu 24 h",
)

Change = Callable[[SearchDirectory, Random], SearchDirectory]


def with_document(found: SearchDirectory, at: int, document: SearchDocument) -> SearchDirectory:
    """The directory with another document in one place."""
    return replace(found, documents=(*found.documents[:at], document, *found.documents[at + 1 :]))


def with_offer(found: SearchDirectory, random: Random, change: Callable[[SearchOffer], SearchOffer]) -> SearchDirectory:
    """The directory with one offer changed."""
    places = [at for at, each in enumerate(found.documents) if each.offers]
    if not places:
        return found
    at = random.choice(places)
    offers = list(found.documents[at].offers)
    number = random.randrange(len(offers))
    offers[number] = change(offers[number])
    return with_document(found, at, replace(found.documents[at], offers=tuple(offers)))


def of_some_document(change: Callable[[SearchDocument, Random], SearchDocument]) -> Change:
    """A change of one document."""

    def changed(found: SearchDirectory, random: Random) -> SearchDirectory:
        if not found.documents:
            return found
        at = random.randrange(len(found.documents))
        return with_document(found, at, change(found.documents[at], random))

    return changed


def dearer(found: SearchDirectory, random: Random) -> SearchDirectory:
    """Another price, or none."""
    cents = random.choice((None, random.randint(0, 9_999)))
    return with_offer(found, random, lambda offer: replace(offer, price_cents=cents))


def offer_with(**changes: object) -> Change:
    """A change of one offer; of several values it gets one by chance."""

    def changed(found: SearchDirectory, random: Random) -> SearchDirectory:
        drawn = {name: random.choice(values) for name, values in changes.items() if isinstance(values, list)}
        return with_offer(found, random, lambda offer: replace(offer, **drawn))  # type: ignore[arg-type]

    return changed


def document_with(**changes: object) -> Change:
    """The same for a document."""

    def changed(document: SearchDocument, random: Random) -> SearchDocument:
        drawn = {name: random.choice(values) for name, values in changes.items() if isinstance(values, list)}
        return replace(document, **drawn)  # type: ignore[arg-type]

    return of_some_document(changed)


OFFERS: dict[str, Change] = {
    "where": offer_with(municipalities=[(), ("nokia",), ("orivesi", "keuruu")]),
    "variant": offer_with(variant=["kylvetys", "öinen", "Vantaa"]),
    "variant-key": offer_with(variant_key=["night", "day"]),
    "moments": offer_with(moments=[None, ("night",), ("day", "sunday"), ()]),
    "until": offer_with(until=[DAY, DAY - timedelta(days=1)]),
    "starts": offer_with(starts=[DAY, DAY + timedelta(days=1)]),
    "terms": offer_with(terms=[SearchTerms(day=DAY, price_cents=9), SearchTerms(day=DAY, price_cents=None)]),
    "unit": offer_with(unit=[None, "hour", "24h"]),
    "home": offer_with(home_visit=[False]),
    "service": offer_with(service=["home-care", "cleaning", "meals"]),
    "origin": offer_with(origin=["register/home", "ylojarvi/day-activity"]),
    "kind": offer_with(kind=["voucher", "self-pay"]),
    "pay": offer_with(pay=[SearchPay(low_cents=0), SearchPay(low_cents=0, high_cents=2_000, words="x", note="y")]),
    "unit-of-pay": offer_with(pay=[SearchPay(low_cents=1, high_cents=1, unit="visit", besides="matkat")]),
}
DOCUMENTS: dict[str, Change] = {
    "tags": document_with(card=[SearchCard(tags=(SearchTag(kind="upcoming", words="x"),))]),
    "card": document_with(card=[SearchCard(approved_by="x", where="y"), SearchCard(summary="z", languages="fi")]),
    "dial": document_with(card=[SearchCard(phone="1", phone_url="tel:2")]),
    "languages": document_with(languages=[("fi", "en"), ("sv",), ()]),
    "seat": document_with(municipalities=[(), ("tampere",), ("nokia", "tampere")]),
    "phones": document_with(phones=[("014 000 1234",), ()]),
    "business-id": document_with(business_id=["2345671-2", ""]),
    "also-named": document_with(also_named=[("Kuutamo Oy",)]),
    "places": document_with(places=[("Nokia",), ("Kuutamokuja 1",)]),
    "url": document_with(url=["/x/"]),
    "no-offers": document_with(offers=[()]),
}


def comes(found: SearchDirectory, random: Random) -> SearchDirectory:
    """One more provider, now and then without any offer."""
    known = {each.key for each in found.documents}
    key = next(f"tulokas-{number}" for number in range(1_000) if f"tulokas-{number}" not in known)
    model = random.choice(directory("fi").documents)
    offers = model.offers if random.random() < 0.8 else ()
    new = replace(model, key=key, url=f"/p/{key}/", name=f"Tulokas {random.choice(WORDS)}", offers=offers)
    at = random.randint(0, len(found.documents))
    return replace(found, documents=(*found.documents[:at], new, *found.documents[at:]))


def goes(found: SearchDirectory, random: Random) -> SearchDirectory:
    """One provider less."""
    gone = random.randrange(len(found.documents)) if found.documents else 0
    return replace(found, documents=(*found.documents[:gone], *found.documents[gone + 1 :]))


def turned(found: SearchDirectory, random: Random) -> SearchDirectory:
    """Other names, so another order."""
    return replace(found, documents=tuple(random.sample(found.documents, len(found.documents))))


def renamed(document: SearchDocument, random: Random) -> SearchDocument:
    """Another name."""
    return replace(document, name=f"{random.choice(WORDS)} {document.name}")


def rekeyed(document: SearchDocument, random: Random) -> SearchDocument:
    """Another key, so another number."""
    return replace(document, key=f"{document.key}-{random.randint(0, 99_999_999)}")


def telling(document: SearchDocument, random: Random) -> SearchDocument:
    """Another text."""
    return replace(document, descriptions=tuple(random.sample(WORDS, random.randint(0, 3))))


def reworded(**changes: Callable[[Any], tuple[Any, ...]]) -> Change:
    """A change of what can be chosen."""

    def changed(found: SearchDirectory, random: Random) -> SearchDirectory:
        drawn = {name: change(getattr(found.vocabulary, name)) for name, change in changes.items()}
        return replace(found, vocabulary=replace(found.vocabulary, **drawn))

    return changed


def first_with(**changes: object) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """The first of some choices with something else."""
    return lambda choices: (replace(choices[0], **changes), *choices[1:])


VOCABULARY: dict[str, Change] = {
    "service-label": reworded(services=first_with(label="Kuutamo")),
    "service-words": reworded(services=first_with(words=("kuutamo", "hoivakoti"))),
    "service-group": reworded(services=first_with(group="Kuutamo")),
    "service-order": reworded(services=lambda choices: choices[::-1]),
    "municipality-words": reworded(municipalities=first_with(words=("Kuutamo",))),
    "municipality-areas": reworded(municipalities=first_with(areas=("Kuutamo",), latitude=61.5, longitude=25.25)),
    "neighbours": reworded(municipalities=first_with(neighbours=())),
    "municipality-more": reworded(municipalities=lambda choices: (SearchMunicipality(key="a", label="A"), *choices)),
    "origin-label": reworded(origins=first_with(label="Kuutamo")),
    "origin-url": reworded(origins=first_with(url="/k/")),
    "moment-order": reworded(moments=lambda choices: choices[::-1]),
    "unit-order": reworded(units=lambda choices: choices[::-1]),
    "language-words": reworded(languages=first_with(words=("kuutamo",))),
    "kind-words": reworded(kinds=first_with(words=("kuutamo",))),
}


def another_day(found: SearchDirectory, random: Random) -> SearchDirectory:
    """A day later."""
    return replace(found, day=date(2018, 8, random.randint(1, 31)))


def moved(found: SearchDirectory, random: Random) -> SearchDirectory:
    """All pages but those of one neighbourhood have other addresses; theirs are no longer what would be guessed."""
    moving = [each.municipalities < ("viitasaari",) for each in found.documents]
    every = zip(found.documents, moving, strict=True)
    return replace(
        found, documents=tuple(replace(each, url=f"/q/{each.key}/") if away else each for each, away in every)
    )


CHANGES: dict[str, Change] = {
    **OFFERS,
    **DOCUMENTS,
    **VOCABULARY,
    "price": dearer,
    "day": another_day,
    "comes": comes,
    "goes": goes,
    "order": turned,
    "addresses": moved,
    "name": of_some_document(renamed),
    "key": of_some_document(rekeyed),
    "text": of_some_document(telling),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_index_is_the_one_that_is_made_without(tmp_path: Path, change: str) -> None:
    """Each change by itself, so that nothing else hides that it was overlooked; four by chance."""
    found = directory("fi")
    before = index_of(found, memory=Memory(tmp_path), whole=0)
    changed = [each for seed in range(4) if fits(each := CHANGES[change](found, Random(seed)))]
    after = [index_of(each, memory=Memory(tmp_path), whole=0) for each in changed]

    assert after == [index_of(each, whole=0) for each in changed]
    assert any(each != before for each in after)


@settings(max_examples=12, phases=(Phase.generate,))
@given(
    language=st.sampled_from(("fi", "sv", "en")),
    steps=st.lists(
        st.tuples(st.lists(st.sampled_from(sorted(CHANGES)), max_size=3), st.sampled_from(sorted(FORMS))),
        min_size=2,
        max_size=5,
    ),
    seed=st.integers(0, 1_000_000),
)
def test_however_much_changes_the_index_is_the_one_that_is_made_without(
    language: str, steps: list[tuple[list[str], str]], seed: int
) -> None:
    """Builds one after the other, cut in any way, all with one memory."""
    random, found = Random(seed), directory(language)
    with TemporaryDirectory() as folder:
        for names, form in (([], "whole"), *steps):
            for name in names:
                changed = CHANGES[name](found, random)
                found = changed if fits(changed) else found
            assert index_of(found, memory=Memory(Path(folder)), **FORMS[form]) == index_of(found, **FORMS[form])


def fits(found: SearchDirectory) -> bool:
    """Whether a change left nothing behind that stands for nothing."""
    return not list(faults(found))


@pytest.mark.parametrize("form", FORMS)
def test_a_price_leaves_all_words_and_most_pieces_as_they_were(tmp_path: Path, form: str) -> None:
    """What was made is asked for again; only what the price is part of is made anew."""
    found = directory("fi")
    first, *others = found.documents
    changed = replace(first, offers=(replace(first.offers[0], price_cents=1), *first.offers[1:]))
    index_of(found, memory=Memory(tmp_path), **FORMS[form])
    words = (tmp_path / "fi-words.made").stat().st_ino
    known = Memory(tmp_path).shelf("fi-pieces").last.keys()
    index_of(replace(found, documents=(changed, *others)), memory=Memory(tmp_path), **FORMS[form])
    asked = Memory(tmp_path).shelf("fi-pieces").last.keys()

    assert (tmp_path / "fi-words.made").stat().st_ino == words
    assert 0 < len(asked - known) <= 2 + len(first.offers) + len(first.offers[0].municipalities)
    assert len(asked) > 25


def test_a_document_that_was_kept_knows_its_mark_and_a_changed_one_has_another() -> None:
    first, second, *_ = directory("fi").documents
    own = document_mark(first)
    kept = pickle.loads(pickle.dumps(first))
    dearer = replace(first, offers=(replace(first.offers[0], price_cents=1), *first.offers[1:]))

    assert kept == first and kept.mark == own == document_mark(directory("fi").documents[0])
    assert dearer.mark == b""
    assert len({own, document_mark(second), document_mark(dearer)}) == 3
    assert words_mark(dearer) == words_mark(first) != words_mark(second)


def test_what_one_provider_offers_in_two_places_is_kept_apart(tmp_path: Path) -> None:
    found = directory("fi")
    model = found.documents[0]
    here, there = (
        replace(model.offers[0], municipalities=(key,), price_cents=at) for at, key in enumerate(("nokia", "orivesi"))
    )
    alone = replace(found, documents=(replace(model, offers=(here, there)),))

    assert index_of(alone, memory=Memory(tmp_path), whole=0) == index_of(alone, whole=0)


def test_indexes_of_two_languages_do_not_meet(tmp_path: Path) -> None:
    made = {language: index_of(directory(language), memory=Memory(tmp_path)) for language in ("fi", "sv", "en")}

    assert made == {language: index_of(directory(language)) for language in made}
    assert {each.name.partition("-")[0] for each in tmp_path.iterdir()} == set(made)
