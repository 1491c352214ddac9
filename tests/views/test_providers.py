"""Every provider from A to Ö: on one page, or of a large directory on sheets by first letter."""

from __future__ import annotations

import pytest

from provider_directory.model import LANGUAGES
from provider_directory.views import providers
from provider_directory.views.page import Page
from tests.views.conftest import Town
from tests.views.editions import html

NAMES = {
    "a": "Öljy Oy",
    "b": "Ahti Oy",
    "c": "ahkera Tmi",
    "d": "Åke Oy",
    "e": "(Ärtti) Oy",
    "f": "Émile Oy",
    "g": "3 siskoa",
}


def named(town: Town, names: dict[str, str]) -> None:
    """Add providers with these names."""
    for key, name in names.items():
        town.home_care(f"esimerkki-{key}", "price: 38, unit: hour")
        town.project.replace(f"providers/esimerkki-{key}.yaml", f"Esimerkki {key.capitalize()} Oy", f'"{name}"')


def listed(page: Page) -> list[str]:
    """Whom a page lists."""
    return [choice.label for letter in page.view.letters for choice in letter.providers]


def test_the_list_is_by_first_letter_and_whole(town: Town) -> None:
    named(town, NAMES)
    town.home_care("esimerkki-y", more="  services: [home-care]\n  suspended: {from: 2018-08-01}\n")
    town.home_care("esimerkki-z", more="  services: [home-care]\n  until: 2018-07-31\n")
    (page,) = providers.pages(town.edition())
    said = [(letter.letter, [choice.label for choice in letter.providers]) for letter in page.view.letters]
    assert said == [
        ("3", ["3 siskoa"]), ("A", ["ahkera Tmi", "Ahti Oy"]), ("E", ["Émile Oy"]),
        ("Å", ["Åke Oy"]), ("Ä", ["(Ärtti) Oy"]), ("Ö", ["Öljy Oy"]),
    ]  # fmt: skip
    assert page.view.lead == "7 providers that one can choose here."
    assert page.view.sheets == ()
    made = html(town.edition(), page)
    assert all(f'href="#{letter.anchor}"' in made and f'id="{letter.anchor}"' in made for letter in page.view.letters)


def test_a_large_directory_has_a_page_for_each_letter(town: Town) -> None:
    named(town, NAMES)
    edition = town.edition(list_longest=6)
    front, _, *sheets = providers.pages(edition)
    assert (front.frame.url, listed(front)) == ("/en/providers/", [])
    assert [(sheet.frame.url, listed(sheet)) for sheet in sheets] == [
        ("/en/providers-by-letter/3/", ["3 siskoa"]),
        ("/en/providers-by-letter/a/", ["ahkera Tmi", "Ahti Oy"]),
        ("/en/providers-by-letter/e/", ["Émile Oy"]),
        ("/en/providers-by-letter/aa/", ["Åke Oy"]),
        ("/en/providers-by-letter/ae/", ["(Ärtti) Oy"]),
        ("/en/providers-by-letter/oe/", ["Öljy Oy"]),
    ]
    assert [(choice.label, choice.note) for choice in front.view.sheets][1] == ("A", "2 providers")
    assert all(f'href="{sheet.frame.url}"' in html(edition, front) for sheet in sheets)
    assert sheets[1].frame.title == "Providers: A"
    assert sheets[1].view.lead == "In alphabetical order from ahkera Tmi to Ahti Oy."
    assert 'href="/en/providers-by-letter/a/" aria-current="page">A</a>' in html(edition, sheets[1])


def test_a_sheet_has_an_address_and_a_title_of_its_own_in_each_language(town: Town) -> None:
    named(town, NAMES)
    sheet = list(providers.pages(town.edition(list_longest=6)))[-1]
    assert [each.url for each in sheet.frame.alternates] == [
        "/fi/tuottajat-aakkosittain/oe/",
        "/sv/producenter-alfabetiskt/oe/",
        "/en/providers-by-letter/oe/",
    ]
    assert len(sheet.frame.alternates) == len(LANGUAGES)
    assert sheet.frame.canonical == "/en/providers-by-letter/oe/" and not sheet.frame.noindex
    _, leading, *_ = providers.pages(town.edition(list_longest=6))
    assert (leading.frame.url, leading.frame.redirect) == ("/en/providers-by-letter/", "/en/providers/")


@pytest.mark.parametrize(("number", "lengths"), [(5, [2, 3]), (6, [3, 3]), (7, [2, 2, 3])])
def test_a_letter_with_more_than_a_page_holds_has_several(town: Town, number: int, lengths: list[int]) -> None:
    named(town, {chr(ord("a") + each): f"Hoiva {chr(ord('a') + each)} Oy" for each in range(number)})
    front, _, *sheets = providers.pages(town.edition(list_longest=3))
    assert [len(listed(sheet)) for sheet in sheets] == lengths
    assert [name for sheet in sheets for name in listed(sheet)] == [
        f"Hoiva {chr(ord('a') + each)} Oy" for each in range(number)
    ]
    assert [sheet.frame.url for sheet in sheets[:2]] == ["/en/providers-by-letter/h/", "/en/providers-by-letter/h/2/"]
    assert sheets[1].frame.title == f"Providers: H, 2 of {len(lengths)}"
    others = [choice.url for choice in sheets[0].view.sheets]
    assert others == [sheet.frame.url for sheet in sheets[1:]]
    assert front.view.sheets[0].label.startswith("Hoiva a Oy – Hoiva ")


def test_names_of_other_letters_come_last(town: Town) -> None:
    named(town, {"a": "Öljy Oy", "b": "Яна"})
    *_, last = providers.pages(town.edition(list_longest=1))
    assert (last.frame.url, listed(last), last.frame.title) == (
        "/en/providers-by-letter/others/",
        ["Яна"],
        "Providers: #",
    )
