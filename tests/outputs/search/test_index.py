"""The index of a language: what its files are called, what is in them, and what is refused."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest

from provider_directory.outputs.search import (
    DirectoryFaulty,
    SearchCard,
    SearchOffer,
    SearchPay,
    SearchTag,
    SearchTerms,
    files,
    index_of,
    texts,
)
from provider_directory.outputs.search.numbers import business_digits, national
from tests.conftest import ROOT

from .directory import DAY, directory
from .published import Json, Published, ascending, rows

FOLDER = ROOT / "plugins/provider_directory/outputs/search"
HOIVA = "Esimerkki Hoiva Oy"


def published(whole: int = 3000, **changes: Any) -> Published:
    """The index of the Finnish directory, some of it changed."""
    index = index_of(replace(directory("fi"), **changes), whole=whole)
    return Published(index.path, dict(index.files))


def card(index: Published, name: str) -> dict[str, Json]:
    """What a provider's piece has in its place, column by column, and its offers."""
    number, at, piece = next(found for found in index.cards() if found[2]["name"][found[1]] == name)
    columns = {column: piece[column][at] for column in ("key", "url", "name", "phone", "dial", "tags")}
    words = {column: piece["words"][piece[column][at]] for column in ("where", "by", "speaks")}
    offers = [
        row | {"pay": pay and [piece["notes"][place] for place in pay]}
        for row, pay in zip(rows(piece["offers"]), piece["pays"], strict=True)
        if row["number"] == number
    ]
    return {**columns, **words, "offers": offers}


def test_same_directory_gives_the_same_bytes() -> None:
    assert list(files([directory("fi"), directory("sv")])) == list(files([directory("fi"), directory("sv")]))


def test_manifest_names_the_index_of_each_language() -> None:
    written = dict(files(directory(language) for language in ("fi", "sv", "en")))
    manifest = json.loads(written["search/manifest.json"])
    languages = {re.sub("[-/.].*", "", path.removeprefix("search/")) for path in written}

    assert manifest["format"] == 3
    assert list(manifest["indexes"]) == ["fi", "sv", "en"]
    assert {f"search/{name}" for name in manifest["indexes"].values()} <= written.keys()
    assert languages == {"fi", "sv", "en", "manifest"}


def test_no_path_is_written_twice() -> None:
    paths = [path for path, _ in files(directory(language) for language in ("fi", "sv", "en"))]

    assert len(paths) == len(set(paths))


def test_the_file_that_a_page_opens_is_named_after_its_content() -> None:
    index, other = index_of(directory("fi")), index_of(replace(directory("fi"), day=date(2018, 8, 11)))

    assert re.fullmatch("search/fi/boot-[0-9a-f]{8}.json", index.path)
    assert index.path != other.path


def test_every_file_is_sealed_and_named_by_the_first_one() -> None:
    """Nothing is published that no reader asks for, and nothing is named that is not there."""
    index = published()
    named = {index.path} | {f"{index.folder}{name}-{tag}.json" for name, tag in index.boot["names"].items()}
    pieces = index.files.keys() - named
    for path in pieces:
        found = re.fullmatch(f"{index.folder}([dxmstnl])([0-9]+)-[0-9a-f]{{8}}.json", path)
        assert found and index.name(found[1], int(found[2])) == path
        assert index.piece(found[1], int(found[2])) is not None

    assert all(index.single(name) for name in index.boot["names"])
    assert {path[len(index.folder)] for path in pieces} == set("dxmstnl")


def test_tags_are_the_beginnings_of_sha_256() -> None:
    index = published()

    assert index.path == f"search/fi/boot-{sha256(index.files[index.path]).hexdigest()[:8]}.json"
    for name, tag in index.boot["names"].items():
        content = index.files[f"{index.folder}{name}-{tag}.json"][12:-1]
        assert sha256(content).hexdigest()[:8] == tag


def test_the_first_file_has_the_choices() -> None:
    boot = published().boot

    assert (boot["format"], boot["language"], boot["day"], boot["count"]) == (3, "fi", "2018-08-10", 24)
    assert (boot["page"], boot["dated"], boot["addresses"], boot["origin"]) == (20, 0, "/p/", "/fi/v/")
    assert ["home-care", "Kotihoito", 3, [[0, 3, 3]]] in boot["services"]
    assert boot["municipalities"][5:8] == ["Laukaa", ["manttavilppula", "Mänttä-Vilppula"], "Muurame"]
    assert boot["origins"][0] == ["jyvaskyla/regular-home-care", "Säännöllisen kotihoidon palveluseteli", 0]
    assert boot["units"][0] == ["hour", "tunti"] and boot["moments"][3] == ["saturday", "lauantai"]


def test_an_index_with_offers_that_end_says_so() -> None:
    first, *others = directory("fi").documents
    ending, *rest = first.offers
    ended = replace(first, offers=(replace(ending, until=DAY - timedelta(days=1)), *rest))

    assert published(documents=(ended, *others)).boot["dated"] == 1


def test_a_card_has_everything_that_a_result_tells() -> None:
    first, *others = directory("fi").documents
    told = SearchCard(
        where="Jyväskylä",
        approved_by="Hyväksynyt kaupunki",
        languages="suomi",
        phone="014 012 3401",
        phone_url="tel:+358140123401",
        tags=(SearchTag(kind="new", words="uusi"),),
    )
    found = card(published(documents=(replace(first, card=told), *others)), HOIVA)

    assert (found["key"], found["url"], found["name"]) == ("esimerkki-hoiva", 0, HOIVA)
    assert (found["where"], found["by"], found["speaks"]) == ("Jyväskylä", "Hyväksynyt kaupunki", "suomi")
    assert (found["phone"], found["dial"], found["tags"]) == ("014 012 3401", 0, [["new", "uusi"]])


def test_what_cannot_be_guessed_of_a_card_is_written_out() -> None:
    first, *others = directory("fi").documents
    odd = replace(first, url="/elsewhere/", card=replace(first.card, phone="112", phone_url="tel:112"))
    even = replace(others[0], key="esimerkki-hoivakoti-tuulikello", url="/p/esimerkki-hoivakoti-tuulikello/")
    index = published(documents=(odd, even, *others[1:]))

    assert [card(index, HOIVA)[name] for name in ("url", "dial")] == ["/elsewhere/", "tel:112"]
    assert [card(index, even.name)[name] for name in ("key", "url")] == [0, 0]


def test_offers_point_at_the_choices() -> None:
    index = published()
    boot, (offer, _) = index.boot, card(index, HOIVA)["offers"]

    assert boot["services"][offer["service"]][0] == "home-care"
    assert boot["origins"][offer["origin"]][0] == "jyvaskyla/regular-home-care"
    assert offer["area"] == [index.municipality("Jyväskylä"), index.municipality("Muurame")]
    assert boot["units"][offer["unit"]][0] == "hour"
    assert [boot["languages"][place][0] for place in offer["languages"]] == ["fi"]
    assert (offer["price"], offer["paid"], offer["kind"], offer["home"], offer["from"]) == (3850, None, 0, 1, None)


def test_what_one_pays_stands_in_the_offer() -> None:
    """The unit only where it is another one, the day only where it is a later one, each note once."""
    first, *others = directory("fi").documents
    home_care, support = first.offers
    pays = SearchPay(
        low_cents=0, high_cents=4000, unit="visit", words="0,00–40,00 €", note="tulojen mukaan", besides="+"
    )
    terms = SearchTerms(day=date(2018, 9, 1), price_cents=3900)
    first = replace(
        first,
        offers=(
            replace(home_care, pay=pays, variant_key="day", terms=terms, moments=("day", "saturday")),
            replace(support, pay=SearchPay(low_cents=4200, high_cents=4200, unit="hour", note="tulojen mukaan")),
            replace(support, pay=SearchPay(high_cents=4200)),
            replace(support, pay=SearchPay(low_cents=1000, high_cents=1000)),
        ),
    )
    index = published(documents=(first, *others))
    one, other, half, less = card(index, HOIVA)["offers"]

    assert index.boot["units"][one["payUnit"]][0] == "visit"
    assert (one["paid"], one["pay"], one["besides"]) == ([0, 4000], ["0,00–40,00 €", "tulojen mukaan"], "+")
    assert (one["variantKey"], one["terms"], one["moments"]) == ("day", ["2018-09-01", 3900], 0b1001)
    assert (other["paid"], other["pay"], other["payUnit"], other["moments"]) == (0, ["", "tulojen mukaan"], None, 31)
    assert (half["paid"], half["pay"]) == ([None, 4200], 0)
    assert less["paid"] == [1000, 1000]


def test_each_table_tells_the_same_offer() -> None:
    """By provider, by municipality, by service, and all together."""
    index = published()
    number = index.number(HOIVA)
    (whole, _) = card(index, HOIVA)["offers"]
    service, muurame = index.service("home-care"), index.municipality("Muurame")
    by_place = index.piece("m", 9 * muurame)
    (delivered,) = [
        row | {"ordinal": ordinal}
        for row, ordinal in zip(rows(by_place), by_place["n"], strict=True)
        if (row["number"], row["service"]) == (number, service)
    ]
    joined = rows(index.piece("s", 3 * service + 1) | index.piece("s", 3 * service + 2))
    (offered,) = [row for row in joined if row["number"] == number]
    everything = [row for row in rows(index.single("all")) if row["number"] == number]

    ordinals = [at for row, at in zip(rows(by_place), by_place["n"], strict=True) if row["number"] == number]

    assert ordinals == [0, 1]
    assert number in ascending(index.piece("s", 3 * service))
    assert delivered == {name: value for name, value in whole.items() if name not in ("area", "pay")} | {"ordinal": 0}
    assert offered == everything[0] == {name: value for name, value in whole.items() if name != "pay"}


def test_offer_without_an_area_is_delivered_where_the_provider_is() -> None:
    index = published()
    (offer,) = card(index, "Esimerkki Päiväkoti Nalle")["offers"]

    assert offer["area"] == [index.municipality("Jyväskylä")]


def test_provider_without_offers_is_in_its_municipality_all_the_same() -> None:
    first, *others = directory("fi").documents
    index = published(documents=(replace(first, offers=()), *others))
    table = index.piece("m", 9 * index.municipality("Jyväskylä"))
    number = index.number(HOIVA)
    (row,) = [row for row in rows(table) if row["number"] == number]

    assert (row["service"], row["price"], row["paid"], row["kind"], row["languages"]) == (-1, None, None, None, [0])


class TestDictionary:
    """What answers a word."""

    def test_a_name_in_several_words_is_a_word_with_spaces(self) -> None:
        """Each of its words counts a little less than a name of one word."""
        index = published()
        entry = index.entry("omaishoit tuk")

        assert entry["w"] == "" and (entry["h"], entry["n"]) == (texts.SERVICE - 1, 2)
        assert entry["o"] == [0, index.service("informal-care-support"), 10 * (texts.SERVICE - 1)] and entry["d"] == []

    def test_a_word_that_names_something_is_not_looked_for_in_running_text(self) -> None:
        """One that nothing is called by is."""
        first, *others = directory("fi").documents
        index = published(documents=(replace(first, descriptions=("Siivous ja muistisairas",)), *others))
        number = index.number(HOIVA)
        tellers = [number for _, *gaps in index.entry("muistisair")["d"] for number in ascending(gaps)]

        assert [0, index.service("cleaning"), 10 * texts.SERVICE] == index.entry("siivous")["o"][:3]
        assert number not in [each for _, *gaps in index.entry("siivous")["d"] for each in ascending(gaps)]
        assert number in tellers

    def test_weights_are_tenths_and_a_part_of_a_compound_counts_less(self) -> None:
        index = published()
        owners = index.entry("hoit")["o"]
        weights = dict(zip(zip(owners[::3], owners[1::3], strict=True), owners[2::3], strict=True))

        assert weights[0, index.service("home-care")] == 6 * texts.SERVICE

    def test_numbers_are_found_by_their_digits(self) -> None:
        index = published()
        number = index.number(HOIVA)

        assert (
            index.entry("23456712")["d"]
            == index.entry("0140123401")["d"]
            == index.entry("0123401")["d"]
            == [[80, number]]
        )


def test_of_the_largest_directories_pieces_stand_in_packs() -> None:
    """The same pieces, side by side in the order of their places; services have files of their own."""
    index = index_of(directory("fi"), whole=0, huge=0)
    packed, plain = Published(index.path, dict(index.files)), published(whole=0)
    first = packed.together("d")
    blocks = sorted({plain.block(number) for number, _, _ in plain.cards()})
    shared = [block for block in blocks if block < first]
    families = {path.removeprefix(packed.folder)[:2] for path in packed.files if path.endswith(".bin")}

    assert families == {"d-", "x-", "t-", "n-", "l-"}
    assert len(packed.files) < len(plain.files)
    assert packed.piece("s", 0) == plain.piece("s", 0)
    for place in range(4):
        assert packed.piece("m", 9 * place) == plain.piece("m", 9 * place)
    assert shared and [packed.piece("d", block, at)["docs"] for at, block in enumerate(shared)] == [
        plain.piece("d", block)["docs"] for block in shared
    ]


def test_small_directory_has_a_file_with_everything_and_a_large_one_has_not() -> None:
    small, large = published(), published(whole=0)
    parts = small.single("whole")

    assert "whole" not in large.boot["names"]
    assert json.loads(parts["guide"]) == small.single("guide")
    assert {name for name in parts if name[0] == "d"} == {
        f"d{place}" for place in {small.block(number) for number, _, _ in small.cards()}
    }
    assert not any(re.fullmatch("[ms][0-9]+", name) for name in parts)


def test_size_stays_small() -> None:
    """What a first answer needs: the first file, a page of words, a table, the cards."""
    index = published()
    number = index.number(HOIVA)
    needed = [index.path, index.name("t", 0), index.name("d", index.block(number)), index.name("m", 0)]

    assert sum(len(index.files[path]) for path in needed) < 30_000
    assert len(index.files[index.path]) < 4_000


def test_every_fault_is_said_at_once() -> None:
    good = directory("fi")
    first, second, *others = good.documents
    wrong = replace(
        first,
        municipalities=("atlantis",),
        offers=(
            SearchOffer(
                service="home-car",
                kind="voucher",
                origin="nowhere",
                unit="minute",
                pay=SearchPay(unit="second"),
                moments=("dawn",),
            ),
        ),
    )
    muurame, *places = good.vocabulary.municipalities
    vocabulary = replace(good.vocabulary, municipalities=(replace(muurame, neighbours=("utopia",)), *places))
    faulty = replace(good, documents=(wrong, second, second, *others), vocabulary=vocabulary)

    with pytest.raises(DirectoryFaulty) as fault:
        index_of(faulty)

    assert str(fault.value) == (
        "The search index (fi) was not written:\n"
        'document "esimerkki-tuulikello" appears twice\n'
        'jyvaskyla: neighbour municipality "utopia" is not in the vocabulary\n'
        'esimerkki-hoiva: municipality "atlantis" is not in the vocabulary\n'
        'esimerkki-hoiva: service "home-car" is not in the vocabulary\n'
        'esimerkki-hoiva: origin "nowhere" is not in the vocabulary\n'
        'esimerkki-hoiva: unit "minute" is not in the vocabulary\n'
        'esimerkki-hoiva: unit "second" is not in the vocabulary\n'
        'esimerkki-hoiva: moment "dawn" is not in the vocabulary'
    )


def test_readme_tells_what_every_module_owns() -> None:
    readme = FOLDER.joinpath("README.md").read_text("utf-8")
    table = "".join(line for line in readme.splitlines() if line.startswith("| `"))

    assert [file.name for file in FOLDER.glob("[!_]*.py") if f"`{file.name}`" not in table] == []


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("014 012 3401", "0140123401"),
        ("+358 14 012 3401", "0140123401"),
        ("+358 (0)14 012 3401", "0140123401"),
        ("00358140123401", "0140123401"),
        ("", ""),
    ],
)
def test_telephone_number_is_as_dialled_in_finland(written: str, digits: str) -> None:
    assert national(written) == digits


def test_business_id_is_its_digits() -> None:
    assert business_digits("2345671-2") == "23456712"
