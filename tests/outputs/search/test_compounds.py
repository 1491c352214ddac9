"""Compounds, taken apart by the words that a directory uses."""

import pytest

from provider_directory.outputs.search.analysis import Analysis
from provider_directory.outputs.search.key import fold
from provider_directory.outputs.search.terms import Terms
from provider_directory.outputs.search.texts import Text

VOCABULARY = (
    "Kotihoito Siivous Lasten hoito Palvelu Asuminen Omainen Päivä Toiminta Koti Päiväkoti Apu Työ Perhe Tuki "
    "Lastenhoitoapu Palveluasuminen Omaishoidon Päiväkotihoito Perhepäivähoito Päivähoito Ikkunanpesu"
)


def parts(word: str, vocabulary: str = VOCABULARY, language: str = "fi") -> set[str]:
    """The parts of a word of the vocabulary, as keys."""
    analysis = Analysis(language)
    terms = Terms.of([Text(8, vocabulary), Text(8, word)], analysis)
    number = terms.numbers[analysis.maker.key(fold(word))]
    return {terms.keys[part] for part in terms.parts.get(number, ())}


def keys(*words: str, language: str = "fi") -> set[str]:
    """The keys of some words."""
    return {Analysis(language).maker.key(fold(word)) for word in words}


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("Palveluasuminen", ("palvelu", "asuminen")),
        ("palveluasumisessa", ("palvelu", "asuminen")),
        ("Omaishoidon", ("omainen", "hoito")),
        ("kotisiivouksen", ("koti", "siivous")),
        ("perhetyössä", ("perhe", "työ")),
        ("suursiivous", ("suur", "siivous")),
    ],
)
def test_compound_has_parts(compound: str, expected: tuple[str, ...]) -> None:
    assert parts(compound) == keys(*expected)


def test_compound_of_a_compound_has_all_parts() -> None:
    assert parts("Lastenhoitoapu") == keys("lasten", "hoito", "apu")


def test_longer_first_word_is_believed() -> None:
    """A day-care centre's care is not home care by day."""
    assert parts("Päiväkotihoito") == keys("päiväkoti", "päivä", "koti", "hoito")


def test_longer_last_word_is_believed_after_a_stranger() -> None:
    assert keys("päivähoito", "päivä", "hoito") <= parts("Ryhmisperhepäivähoito")


@pytest.mark.parametrize("word", ["Siivous", "asumisessa", "hoitajalla", "palveluita", "toimintaa", "kodista"])
def test_inflected_word_is_no_compound(word: str) -> None:
    assert parts(word) == set()


def test_swedish_compound_has_parts() -> None:
    assert parts("Hemvårdsstöd", "Hem Vård Stöd Hemvård", "sv") >= keys("hemvård", "stöd", language="sv")


def test_word_of_running_text_only_is_no_part_when_short() -> None:
    analysis = Analysis("fi")
    terms = Terms.of([Text(1, "tie kotitie"), Text(8, "koti")], analysis)

    assert terms.parts == {}


def test_form_that_may_be_another_word_is_paired_with_it() -> None:
    analysis = Analysis("fi")
    terms = Terms.of([Text(8, "Asumisen tuki"), Text(1, "tuen hakeminen")], analysis)

    assert [(terms.keys[one], terms.keys[other]) for one, other in terms.also] == [("tue", "tuk")]


def test_term_is_shown_as_its_heaviest_and_shortest_word() -> None:
    terms = Terms.of([Text(1, "siivousta Siivouksen"), Text(8, "Siivouksesta siivous")], Analysis("fi"))

    assert terms.shown == ("siivous",)
