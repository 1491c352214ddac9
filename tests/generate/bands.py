"""Time bands that a provider names for itself, with what each costs beside the weekday price."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .yaml_text import Node

Words = tuple[str, str, str]

NAMES: dict[str, Words] = {
    "weekday": ("Arki", "Vardagar", "Weekdays"),
    "evening": ("Arki-ilta", "Vardagskvällar", "Weekday evenings"),
    "night": ("Yö", "Nätter", "Nights"),
    "saturday": ("Lauantai", "Lördagar", "Saturdays"),
    "sunday": ("Sunnuntai ja pyhä", "Söndagar och helgdagar", "Sundays and public holidays"),
    "weekend": ("Viikonloppu ja pyhä", "Veckoslut och helgdagar", "Weekends and public holidays"),
}

DAYS: dict[str, list[Node]] = {
    "weekday": ["mon", "tue", "wed", "thu", "fri"],
    "evening": ["mon", "tue", "wed", "thu", "fri"],
    "saturday": ["sat"],
    "sunday": ["sun", "holiday"],
    "weekend": ["sat", "sun", "holiday"],
}


@dataclass(frozen=True, slots=True)
class Band:
    """One part of the week."""

    key: str
    begins: int
    """Full hours by the clock."""
    ends: int
    percent: int
    """Of the weekday price."""

    def record(self) -> dict[str, Node]:
        """The band as it stands in the provider's file."""
        hours = (f"klo {self.begins}–{self.ends}", f"kl. {self.begins}–{self.ends}", f"{self.begins}.00–{self.ends}.00")
        named = zip(("fi", "sv", "en"), NAMES[self.key], hours, strict=True)
        record: dict[str, Node] = {"name": {language: f"{name} {clock}" for language, name, clock in named}}
        if self.key in DAYS:
            record["days"] = DAYS[self.key]
        return record | {"from": f"{self.begins}.00", "to": f"{self.ends}.00"}


PATTERNS: tuple[tuple[Band, ...], ...] = (
    (
        Band("weekday", 7, 18, 100),
        Band("evening", 18, 22, 118),
        Band("saturday", 7, 22, 125),
        Band("sunday", 7, 22, 200),
    ),
    (Band("weekday", 8, 16, 100), Band("weekend", 8, 16, 150)),
    (Band("weekday", 7, 17, 100), Band("evening", 17, 21, 115), Band("weekend", 8, 20, 160)),
    (Band("weekday", 6, 22, 100), Band("night", 22, 6, 140), Band("sunday", 6, 22, 200)),
    (Band("weekday", 8, 17, 100), Band("saturday", 9, 15, 120)),
)


def bands(random: Random) -> tuple[Band, ...]:
    """The week of one provider; three in ten ask the same at any time and have none."""
    return random.choice(PATTERNS) if random.random() < 0.7 else ()
