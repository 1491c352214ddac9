"""What Whoosh finds, rule by rule, in directories of a few providers."""

import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from provider_directory.outputs.search import (
    SearchDirectory,
    SearchDocument,
    SearchKind,
    SearchLanguage,
    SearchMunicipality,
    SearchOffer,
    SearchOrigin,
    SearchService,
    SearchVocabulary,
)
from provider_directory.outputs.search.found import Found
from provider_directory.outputs.search.texts import (
    ALSO_NAMED,
    DESCRIPTION,
    GROUP,
    KIND,
    LANGUAGE,
    MUNICIPALITY,
    NAME,
    ORIGIN,
    PLACE,
    SERVICE,
    SYNONYM,
    VARIANT,
)
from provider_directory.outputs.search.whoosh_index import WhooshIndex

from .judged import tables

DAY = date(2018, 8, 10)
VOCABULARY = SearchVocabulary(
    services=(
        SearchService(key="care", label="Kotihoito", group="Apua kotiin", words=("kotipalvelu",)),
        SearchService(key="meals", label="Ateriapalvelu", group="Apua kotiin", words=("ruoka kotiin",)),
        SearchService(key="cleaning", label="Siivous", group="Siivous ja kunnossapito", words=("putsaus",)),
        SearchService(key="repairs", label="Remontti", group="Siivous ja kunnossapito"),
        SearchService(key="support", label="Omaishoidon tuki"),
        SearchService(key="leave", label="Tuki"),
    ),
    municipalities=(
        SearchMunicipality(key="saarijarvi", label="Saarijärvi", words=("Saarijärvellä",)),
        SearchMunicipality(key="nokia", label="Nokia"),
        SearchMunicipality(key="mantta", label="Mänttä-Vilppula"),
    ),
    origins=(
        SearchOrigin(key="voucher", label="Kotihoidon palveluseteli", words=("Hoivaseteli",)),
        SearchOrigin(key="register", label="Klemmari"),
    ),
    kinds=(
        SearchKind(key="voucher", label="Palvelusetelillä"),
        SearchKind(key="self-pay", label="Itse maksettava", words=("omakustanteinen",)),
    ),
    languages=(SearchLanguage(key="sv", label="ruotsi", words=("ruotsinkielinen",)),),
)


def offer(service: str, **facts: Any) -> SearchOffer:
    """An offer that clients pay themselves, unless it is said to be another."""
    return SearchOffer(**{"service": service, "kind": "self-pay", "origin": "register", **facts})


def provider(key: str, *offers: SearchOffer, **facts: Any) -> SearchDocument:
    """A provider whose name says nothing."""
    return SearchDocument(**{"key": key, "url": "", "name": f"Xyz {key}", "offers": offers, **facts})


def search(text: str, *documents: SearchDocument) -> list[Found]:
    """What a text finds among some providers."""
    return WhooshIndex(SearchDirectory(language="fi", day=DAY, vocabulary=VOCABULARY, documents=documents)).search(text)


def scores(text: str, *documents: SearchDocument) -> dict[str, float]:
    """The providers that a text finds, with how well they answer."""
    return {found.document.key: found.score for found in search(text, *documents)}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("kotihoito", SERVICE),
        ("kotihoidossa", SERVICE),
        ("kotipalvelu", SYNONYM),
        ("Klemmari", ORIGIN),
        ("Saarijärvi", MUNICIPALITY),
        ("saarijärvellä", MUNICIPALITY),
        ("ruotsinkielinen", LANGUAGE),
        ("omakustanteinen", KIND),
        ("yöllä", VARIANT),
        ("apua", GROUP),
        ("Aalto", NAME),
        ("Lainehoiva", ALSO_NAMED),
        ("Rantatie", PLACE),
        ("ratsastusta", DESCRIPTION),
        ("014 000 1234", NAME),
        ("+358 14 0001234", NAME),
        ("1234567-1", NAME),
    ],
)
def test_text_counts_what_it_is(text: str, score: float) -> None:
    one = provider(
        "one",
        offer("care", municipalities=("saarijarvi",), variant="yöllä"),
        name="Aalto Oy",
        also_named=("Lainehoiva",),
        places=("Rantatie 3",),
        descriptions=("Myös ratsastusta.",),
        languages=("sv",),
        phones=("014 000 1234",),
        business_id="1234567-1",
    )

    assert scores(text, one, provider("other")) == {"one": score}


def test_every_word_is_found_in_one_offer_or_its_provider() -> None:
    here = provider("here", offer("care", municipalities=("nokia",)))
    elsewhere = provider(
        "elsewhere", offer("care", municipalities=("mantta",)), offer("cleaning", municipalities=("nokia",))
    )
    at_home = provider("at-home", offer("care"), municipalities=("nokia",))

    assert scores("kotihoito Nokia", here, elsewhere, at_home) == dict.fromkeys(
        ("here", "at-home"), SERVICE + MUNICIPALITY
    )


def test_two_services_are_two_offers_of_one_provider_where_and_how_they_are_asked_for() -> None:
    both = provider(
        "both", offer("care", municipalities=("nokia",)), offer("cleaning", municipalities=("nokia", "mantta"))
    )
    paid = provider("paid", offer("care", kind="voucher", origin="voucher"), offer("cleaning"))
    (found,) = search("kotihoito siivous", both, provider("one", offer("care")))

    assert found.score == SERVICE
    assert [match.offer and match.offer.service for match in found.matches] == ["care", "cleaning"]
    assert scores("kotihoito siivous Nokia", both, paid) == {"both": SERVICE + MUNICIPALITY}
    assert scores("kotihoito siivous Mänttä", both, paid) == {}
    assert scores("kotihoito siivous omakustanteinen", paid) == {}


def test_score_is_the_sum_of_the_best_of_each_word() -> None:
    one = provider(
        "one", offer("care", municipalities=("nokia",)), name="Nokia Oy", descriptions=("Kotihoitoa Nokialla.",)
    )

    assert scores("kotihoito nokia", one) == {"one": SERVICE + NAME}


def test_compound_answers_for_its_parts_and_a_form_for_what_it_may_be() -> None:
    one = provider("one", offer("care"), descriptions=("Hoito on lempeää.",))
    leave = provider("leave", offer("leave"), descriptions=("Haemme tuen puolestasi.",))

    assert scores("hoito", one) == {"one": pytest.approx(SERVICE * 0.6)}
    assert scores("tuen", leave) == {"leave": pytest.approx(SERVICE * 0.9)}


def test_part_of_a_municipality_is_not_its_name() -> None:
    lake = provider("lake", offer("care"), municipalities=("saarijarvi",), descriptions=("Saari ja järvi.",))

    assert scores("järvi", lake) == {"lake": DESCRIPTION}


def test_word_of_a_choice_is_not_looked_for_in_running_text() -> None:
    mentions = {"places": ("Nokia",), "descriptions": ("Kotihoitoa, siivousta, palvelusetelillä ja ruotsiksi ruotsi.",)}
    one = provider("one", offer("repairs"), **mentions)

    for text in ("kotihoito", "siivous", "palveluseteli", "ruotsi"):
        assert scores(text, one) == {}
    assert scores("Nokia", one) == {"one": PLACE}
    assert scores("kotihoito", replace(one, name="Kotihoito Oy")) == {"one": NAME}
    assert scores("kotihoito", replace(one, also_named=("Kotihoito",))) == {"one": ALSO_NAMED}


def test_word_of_a_group_or_variant_is_looked_for_in_running_text() -> None:
    one = provider("one", offer("support", variant="kuljetuksella"))
    other = provider("other", offer("leave"), descriptions=("Kunnossapito ja kuljetus.",))

    assert scores("kunnossapito", one, other) == {"other": DESCRIPTION}
    assert scores("kuljetus", one, other) == {"one": VARIANT, "other": DESCRIPTION}


def test_provider_answers_by_its_service_rather_than_by_its_name() -> None:
    """A name gains nothing, and the price to show is that of the service."""
    named = provider("named", offer("cleaning"), offer("care"), name="Putsaus Oy")
    (found,) = search("putsaus", named)

    assert [match.offer and match.offer.service for match in found.matches] == ["cleaning"]
    assert found.score == SYNONYM


def test_group_counts_only_where_no_service_has_the_word() -> None:
    cleaner, builder = provider("cleaner", offer("cleaning")), provider("builder", offer("repairs"))

    assert scores("siivous", cleaner, builder) == {"cleaner": SERVICE}
    assert scores("kunnossapito", cleaner, builder) == {"cleaner": GROUP, "builder": GROUP}
    assert scores("siivous", builder) == {}, "though nobody offers the service"


def test_voucher_counts_only_where_no_service_has_the_word() -> None:
    cook = provider("cook", offer("meals", kind="voucher", origin="voucher"))

    assert scores("kotihoito", cook) == {}
    assert scores("hoivaseteli", cook) == {"cook": ORIGIN}
    assert scores("kotihoidon palveluseteli", cook) == {"cook": ORIGIN}


def test_name_in_several_words_is_read_as_one() -> None:
    support, leave = provider("support", offer("support")), provider("leave", offer("leave"), name="Omaishoidon Oy")

    assert scores("omaishoidon tuki", support, leave) == {"support": SERVICE - 1}
    assert scores("tuki omaishoidon", support, leave) == {"support": 2 * (SERVICE - 1), "leave": SERVICE + NAME}


def test_word_that_a_slip_set_apart_is_one() -> None:
    assert scores("koti hoitoa", provider("one", offer("care"))) == {"one": SERVICE}


def test_quoted_words_stand_side_by_side_in_one_text() -> None:
    apart = provider("apart", descriptions=("Hevosia niityllä.", "Vanha hevonen."))
    together = provider("together", descriptions=("Hevonen niityllä.",))

    assert scores('"hevonen niityllä"', apart, together) == {"apart": DESCRIPTION, "together": DESCRIPTION}
    assert scores('"niityllä vanha"', apart, together) == {}
    assert scores('"vanhat hevoset"', apart, together) == {"apart": DESCRIPTION}


def test_words_that_say_nothing_are_left_out() -> None:
    one = provider("one", offer("care"), descriptions=("Olemme ja pysymme.",))

    assert scores("kotihoito ja", one) == {"one": SERVICE}
    assert scores("ja", one) == {}


@pytest.mark.parametrize("text", ["kotihoi", "kotihoxto", "kotihoito xyzzyx"])
def test_there_is_no_fall_back(text: str) -> None:
    assert scores(text, provider("one", offer("care"))) == {}


def test_nothing_asked_finds_everybody_with_what_can_be_chosen_on_the_day() -> None:
    over = provider("over", offer("care", until=date(2018, 8, 9)), offer("meals", starts=date(2018, 8, 11)))
    today = provider("today", offer("care", starts=DAY, until=DAY), offer("meals", until=date(2018, 8, 9)))
    never = provider("never")
    found = {each.document.key: each.matches for each in search("", over, today, never)}

    assert {key: len(matches) for key, matches in found.items()} == {"today": 1, "never": 1}
    assert scores("never", over, today, never) == {"never": NAME}


def test_best_come_first_and_equal_ones_change_places_with_the_day() -> None:
    mentioned = provider("mentioned", descriptions=("Hoiva.",))
    equals = [provider(f"equal-{number}", name="Hoiva Oy") for number in range(6)]
    searched = SearchDirectory(language="fi", day=DAY, vocabulary=VOCABULARY, documents=(mentioned, *equals))
    days = [
        [found.document.key for found in WhooshIndex(replace(searched, day=date(2018, 8, day))).search("hoiva")]
        for day in (1, 2, 2)
    ]

    assert days[0] != days[1] == days[2]
    assert all(order[-1] == "mentioned" and len(order) == 7 for order in days)


def test_reason_says_what_answered() -> None:
    one = provider("one", offer("care", municipalities=("nokia",)))
    (found,) = search("kotihoitoa Nokia", one)

    assert [(reason.typed, reason.by, reason.score) for reason in found.matches[0].reasons] == [
        ("kotihoitoa", "the service", SERVICE),
        ("nokia", "where it is delivered", MUNICIPALITY),
    ]


def test_words_that_nobody_has_are_told() -> None:
    index = WhooshIndex(
        SearchDirectory(language="fi", day=DAY, vocabulary=VOCABULARY, documents=(provider("one", offer("care")),))
    )

    assert index.nowhere("kotihoito siivous xyzzyx") == ["siivous", "xyzzyx"]


def test_table_of_the_judge_needs_no_fall_back() -> None:
    """Each word is known as it stands, somebody has them all, and no query is asked twice."""
    needing = []
    for table in tables():
        index = WhooshIndex(table.directory)
        asked = {typed: index.reader.read(typed) for typed in table.typed}
        unknown = {
            typed
            for typed, parts in asked.items()
            for part in parts
            if not part.digits and not index.known >= set(part.keys)
        }
        needing += [f"{table.name}: {typed}" for typed in table.typed if typed in unknown or not index.search(typed)]

        assert len(asked) == len(table.typed)
    assert needing == []
    sizes = Counter(table.directory.language for table in tables() for _ in table.typed)
    assert sizes["fi"] >= 200 and sizes["sv"] >= 60 and sizes["en"] >= 40


def test_indexes_made_at_once_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoosh writes beside an index in memory, too; another build on the same machine must not find it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    searched = SearchDirectory(
        language="fi", day=DAY, vocabulary=VOCABULARY, documents=(provider("one", offer("care")),)
    )

    with ThreadPoolExecutor(8) as pool:
        indexes = list(pool.map(WhooshIndex, [searched] * 40))

    assert [len(index.search("kotihoito")) for index in indexes] == [1] * 40
    assert not list(tmp_path.iterdir())
