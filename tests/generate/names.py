"""Names of providers that do not exist, no two alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from provider_directory.model import slug

TRADES: dict[str, tuple[str, ...]] = {
    "help-at-home": ("hoiva", "apu", " Kotihoito", " Kotipalvelu", " Hoivapalvelu", " Kotihoiva", " Hoitotiimi"),
    "informal-care": ("tupa", " Päiväpaikka", " Omaishoidon Tuki", " Lomituspalvelu", " Virkistyspäivä"),
    "housing": ("koti", " Hoivakoti", " Palvelukoti", " Palvelutalo", " Pienkoti", " Vanhainkoti"),
    "children-and-families": ("päiväkoti", " Perhepalvelu", " Päiväkoti", " Hoitokoti", " Leikkipaikka", " Perhetyö"),
    "therapy-and-support": ("terapia", " Terapiatalo", " Valmennus", " Nepsytuki", " Perheneuvola"),
    "home-upkeep": ("siivous", " Siivouspalvelu", " Kotisiivous", " Talkkari", " Kotipuhdas", " Pihapalvelu"),
}
"""What a company calls itself, by the group of its services; a leading space makes a word of its own."""

OTHER_TRADES = ("palvelu", " Palvelut", " Arkiapu", " Osaajat")

NATURE = (
    "Koivu Mänty Kuusi Lehmus Pihlaja Saarni Tammi Haapa Leppä Paju Tuomi Kataja Kanerva Mustikka Puolukka Vadelma "
    "Lumme Kaisla Heinä Kivi Hiekka Savi Lampi Järvi Joki Puro Koski Niemi Saari Lahti Ranta Harju Mäki Vuori Kallio "
    "Laakso Notko Aho Pelto Niitty Lumi Tähti Pilvi Aamu Ilta Kesä Talvi Sirkka Kiuru Joutsen"
)
LANDSCAPE = (
    "la lehto kulma rinne laita polku lähde salo virta kumpu suoja piha tupa harju niemi ranta mäki pelto tie portti "
    "kuja aukio kallio rauha"
)
STEMS, ENDINGS = NATURE.split(), LANDSCAPE.split()

FORMS = (("Oy", "company", 60), ("Tmi", "sole-trader", 22), ("osk", "company", 8), ("ry", "association", 10))
"""Legal forms with the record's word for each and how often it occurs."""


@dataclass(slots=True)
class Names:
    """Gives out names; each address only once."""

    taken: set[str] = field(default_factory=set)

    def name(self, random: Random, group: str) -> tuple[str, str, str]:
        """A new name, its address and the kind of provider it says."""
        form, kind, _ = random.choices(FORMS, weights=[often for _, _, often in FORMS])[0]
        words = f"Esimerkki{random.choice(TRADES.get(group, OTHER_TRADES))} {place_word(random)}"
        name, number = f"{words} {form}", 2
        while slug(name) in self.taken:
            name, number = f"{words} {number} {form}", number + 1
        self.taken.add(slug(name))
        return name, slug(name), kind


def place_word(random: Random) -> str:
    """A word that could be a Finnish farm or house, such as Koivurinne."""
    stem, ending = random.choice(STEMS), random.choice(ENDINGS)
    return stem + (f"-{ending}" if stem[-1] == ending[0] and ending[0] in "aeiouyäö" else ending)
