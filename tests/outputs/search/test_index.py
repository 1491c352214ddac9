"""The index file: what it is called, what is in it, and what is refused."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from provider_directory.outputs.search import DirectoryFaulty, SearchOffer, SearchPay, SearchTerms, files, index_file
from provider_directory.outputs.search.numbers import business_digits, national

from .directory import directory


def published(**changes: Any) -> dict[str, Any]:
    """The index of the Finnish directory, some of it changed."""
    content: dict[str, Any] = json.loads(index_file(replace(directory("fi"), **changes)).content)
    return content


def rows(content: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a table as dictionaries."""
    return [dict(zip(content[table]["fields"], row, strict=True)) for row in content[table]["rows"]]


def test_same_directory_gives_the_same_bytes() -> None:
    assert list(files([directory("fi"), directory("sv")])) == list(files([directory("fi"), directory("sv")]))


def test_manifest_names_the_index_of_each_language() -> None:
    written = dict(files(directory(language) for language in ("fi", "sv", "en")))
    manifest = json.loads(written["search/manifest.json"])

    assert manifest["format"] == 2
    assert {f"search/{name}" for name in manifest["indexes"].values()} == written.keys() - {"search/manifest.json"}
    assert list(manifest["indexes"]) == ["fi", "sv", "en"]


def test_file_is_named_after_its_content() -> None:
    file = index_file(directory("fi"))
    other = index_file(replace(directory("fi"), day=date(2018, 8, 11)))

    assert file.path.startswith("search/fi-")
    assert file.path != other.path


def test_offers_point_at_the_choices() -> None:
    content = published()
    offer = rows(content, "offers")[0]

    assert content["documents"]["rows"][offer["document"]][0] == "esimerkki-hoiva"
    assert content["services"][offer["service"]][0] == "home-care"
    assert content["origins"][offer["origin"]][0] == "jyvaskyla/regular-home-care"
    assert [content["municipalities"][place][0] for place in content["areas"][offer["area"]]] == [
        "jyvaskyla",
        "muurame",
    ]
    assert content["units"][offer["unit"]][0] == "hour"
    assert (offer["price"], offer["kind"], offer["home"], offer["from"]) == (3850, "voucher", 1, None)


def test_what_one_pays_stands_in_the_offer() -> None:
    """The unit only where it is another one, the day only where it is a later one, each note once."""
    first, *others = directory("fi").documents
    home_care, support = first.offers
    pays = SearchPay(low_cents=0, high_cents=4000, unit="visit", words="0,00–40,00 €", note="tulojen mukaan")
    terms = SearchTerms(day=date(2018, 9, 1), price_cents=3900)
    first = replace(
        first,
        offers=(
            replace(home_care, pay=pays, variant_key="day", terms=terms, moments=("day", "saturday")),
            replace(support, pay=replace(pays, low_cents=4000, unit="hour")),
        ),
    )
    content = published(documents=(first, *others))
    one, other, plain, *_ = rows(content, "offers")

    assert content["units"][one["payUnit"]][0] == "visit"
    assert (one["payLow"], one["payHigh"], one["payWords"]) == (0, 4000, "0,00–40,00 €")
    assert content["notes"] == ["tulojen mukaan"] and one["payNote"] == other["payNote"] == 0
    assert content["variantKeys"] == ["day"] and (one["variantKey"], one["terms"]) == (0, ["2018-09-01", 3900])
    assert [moment for place, (moment, _) in enumerate(content["moments"]) if one["moments"] >> place & 1] == [
        *("day", "saturday")
    ]
    assert (other["payLow"], other["payHigh"], other["payUnit"], other["variantKey"], other["terms"]) == (
        *(4000, 4000, None, None, None),
    )
    assert (plain["payLow"], plain["payHigh"], plain["payNote"], plain["moments"]) == (None, None, None, 31)


def test_offer_without_an_area_is_delivered_where_the_provider_is() -> None:
    content = published()
    place = [row["key"] for row in rows(content, "documents")].index("esimerkki-nalle")
    offer = next(row for row in rows(content, "offers") if row["document"] == place)

    assert [content["municipalities"][place][0] for place in content["areas"][offer["area"]]] == ["jyvaskyla"]


def test_texts_hold_the_terms_in_their_order() -> None:
    content = published()
    keys = content["terms"]["keys"].split(",")
    service = next(row for row in content["services"] if row[0] == "informal-care-support")
    weight, *terms = service[-1][0]

    assert weight == 8
    assert [keys[term] for term in terms] == ["omaishoit", "tuk"]


def test_size_stays_small() -> None:
    """Some hundreds of bytes for each provider; the vocabulary and the rules once."""
    assert len(index_file(directory("fi")).content) < 30_000


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
        index_file(faulty)

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
