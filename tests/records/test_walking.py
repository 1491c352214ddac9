"""A walk meets every value of a record, by the path an editor would point at."""

from __future__ import annotations

from provider_directory.records.schema.base import Localised, Period
from provider_directory.records.schema.provider import Provider
from provider_directory.records.walking import Met, walk

PROVIDER = Provider.model_validate(
    {
        "name": "Esimerkkihoiva Oy",
        "business_id": "1234567-1",
        "locations": {"keskusta": {"name": "Keskusta", "address": {"municipality": "ylojarvi"}}},
        "listings": [
            {
                "register": "ylojarvi/hoiva",
                "from": "2018-06-01",
                "municipalities": ["akaa", "ylojarvi"],
                "prices": [{"price": "38.50", "unit": "hour", "note": "Vähintään kaksi tuntia."}],
            }
        ],
    }
)


def test_every_value_is_met_with_the_name_it_has_in_the_file() -> None:
    met = {visited.path: visited.value for visited in walk(PROVIDER)}

    assert met["name",] == "Esimerkkihoiva Oy"
    assert met["listings", 0, "prices", 0, "price"] == 3850
    assert met["listings", 0, "prices", 0, "note", "fi"] == "Vähintään kaksi tuntia."
    assert str(met["listings", 0, "from"]) == "2018-06-01"
    assert met["locations", "keskusta", "name"] == "Keskusta"


def test_the_record_itself_and_the_groups_in_it_are_met_too() -> None:
    met = {visited.path: visited.value for visited in walk(PROVIDER)}

    assert met[()] is PROVIDER
    assert met["listings", 0] is PROVIDER.listings[0]


def test_references_are_told_with_the_noun_they_name() -> None:
    references = {visited.path: (visited.noun, visited.value) for visited in walk(PROVIDER) if visited.noun}

    assert references == {
        ("locations", "keskusta", "address", "municipality"): ("municipality", "ylojarvi"),
        ("listings", 0, "register"): ("register", "ylojarvi/hoiva"),
        ("listings", 0, "municipalities", 0): ("municipality", "akaa"),
        ("listings", 0, "municipalities", 1): ("municipality", "ylojarvi"),
    }


def test_what_is_not_written_is_not_met() -> None:
    assert ("website",) not in {visited.path for visited in walk(PROVIDER)}


class TestMet:
    """What is met on one walk is found by its kind, as on a walk for each."""

    MET = Met(PROVIDER)

    def test_values_are_found_by_their_kind_with_what_is_derived_from_it(self) -> None:
        assert [path for path, _ in self.MET.of(Period)] == [("listings", 0), ("listings", 0, "prices", 0)]
        assert dict(self.MET.of(Localised)).keys() == {("listings", 0, "prices", 0, "note")}

    def test_public_texts_are_those_that_name_no_other_record(self) -> None:
        assert self.MET.texts == [
            (visited.path, visited.value)
            for visited in walk(PROVIDER)
            if type(visited.value) is str and visited.noun is None
        ]
        assert ("listings", 0, "register") not in dict(self.MET.texts)

    def test_references_are_found_with_their_nouns(self) -> None:
        assert sorted((visited.noun or "", visited.value) for visited in self.MET.named()) == [
            ("municipality", "akaa"),
            ("municipality", "ylojarvi"),
            ("municipality", "ylojarvi"),
            ("register", "ylojarvi/hoiva"),
        ]
