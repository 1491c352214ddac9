"""Every provider from A to Ö."""

from __future__ import annotations

from provider_directory.views import providers
from tests.views.conftest import Town
from tests.views.editions import html

NAMES = {"esimerkki-a": "Öljy Oy", "esimerkki-b": "Ahti Oy", "esimerkki-c": "ahkera Tmi", "esimerkki-d": "Åke Oy"}


def test_the_list_is_by_first_letter_and_whole(town: Town) -> None:
    for key, name in NAMES.items():
        town.home_care(key, "price: 38, unit: hour")
        town.project.replace(f"providers/{key}.yaml", f"Esimerkki {key[-1].capitalize()} Oy", name)
    town.home_care("esimerkki-e", more="  services: [home-care]\n  suspended: {from: 2018-08-01}\n")
    town.home_care("esimerkki-f", more="  services: [home-care]\n  until: 2018-07-31\n")
    (page,) = providers.pages(town.edition())
    said = [(letter.letter, [choice.label for choice in letter.providers]) for letter in page.view.letters]
    assert said == [("A", ["ahkera Tmi", "Ahti Oy"]), ("Å", ["Åke Oy"]), ("Ö", ["Öljy Oy"])]
    assert page.view.lead == "4 providers that one can choose here."
    made = html(town.edition(), page)
    assert all(f'href="#{letter.anchor}"' in made and f'id="{letter.anchor}"' in made for letter in page.view.letters)
