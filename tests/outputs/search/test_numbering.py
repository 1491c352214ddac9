"""The numbers of providers: who has which, and who moves when others come and go."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.outputs.search import SearchDocument, SearchMunicipality
from provider_directory.outputs.search.numbering import Numbering, gaps

from .published import ascending

PLACES = [SearchMunicipality(key=key, label=key.title()) for key in ("oulu", "hanko", "kemi", "inari")]


def provider(key: str, place: str | None) -> SearchDocument:
    """A provider of which only matters where it is."""
    return SearchDocument(key=key, url="", name=key, municipalities=(place,) if place else ())


def many(count: int) -> list[SearchDocument]:
    """Providers in four municipalities, most of them in one, and some nowhere."""
    homes = ("oulu", "oulu", "oulu", "hanko", "kemi", None)
    return [provider(f"provider-{number}", homes[number % len(homes)]) for number in range(count)]


def test_no_number_is_given_twice() -> None:
    found = Numbering.of(many(3000), PLACES).numbers

    assert len(set(found.values())) == len(found) == 3000


def test_a_number_begins_with_the_municipality() -> None:
    numbering = Numbering.of(many(600), PLACES)

    assert numbering.seats == ("hanko", "inari", "kemi", "oulu")
    for document in many(600):
        seat = numbering.numbers[document.key] >> numbering.bits
        assert (*numbering.seats, None)[seat] == (document.municipalities or (None,))[0]


def test_a_number_ends_with_what_the_key_gives() -> None:
    numbering = Numbering.of([provider("esimerkki-hoiva", "kemi")], PLACES)
    slot = int.from_bytes(sha256(b"esimerkki-hoiva").digest()[:4], "big") % (1 << numbering.bits)

    assert numbering.bits == 2
    assert numbering.numbers == {"esimerkki-hoiva": (2 << 2) + slot}


def test_there_is_room_for_more_in_the_fullest_municipality() -> None:
    numbering = Numbering.of(many(800), PLACES)

    assert 1.5 * 400 < 1 << numbering.bits <= 2 * 1.5 * 400


def test_numbers_do_not_follow_the_order_in_which_providers_are_given() -> None:
    assert Numbering.of(many(600), PLACES) == Numbering.of(reversed(many(600)), reversed(PLACES))  # type: ignore[arg-type]


@pytest.mark.parametrize("gone", range(0, 600, 60))
def test_a_provider_that_comes_or_goes_moves_few_others(gone: int) -> None:
    everybody = many(600)
    before = Numbering.of(everybody, PLACES)
    after = Numbering.of(everybody[:gone] + everybody[gone + 1 :], PLACES)
    moved = [key for key, number in after.numbers.items() if before.numbers[key] != number]

    assert before.bits == after.bits
    assert len(moved) <= 6


def test_on_the_whole_hardly_anybody_moves() -> None:
    """Of six hundred that might go, each one by itself."""
    everybody = many(600)
    before = Numbering.of(everybody, PLACES).numbers
    moved = 0
    for gone in range(0, 600, 7):
        after = Numbering.of(everybody[:gone] + everybody[gone + 1 :], PLACES).numbers
        moved += sum(before[key] != number for key, number in after.items())

    assert moved <= 600 / 7


def test_documents_are_put_in_the_order_of_their_numbers() -> None:
    numbering = Numbering.of(many(100), PLACES)
    ordered = [numbering.numbers[document.key] for document in numbering.ordered(many(100))]

    assert ordered == sorted(ordered)


def test_nobody_has_no_numbers() -> None:
    assert Numbering.of([], PLACES).numbers == {}


@given(st.sets(st.integers(min_value=0, max_value=2**31 - 1)))
def test_gaps_lead_back_to_the_numbers(numbers: set[int]) -> None:
    assert ascending(gaps(sorted(numbers))) == sorted(numbers)
    assert sum(gaps(sorted(numbers))) == max(numbers, default=0)
