"""What services cost, roughly, in 2018: made up, but nothing a reader would stumble over."""

from __future__ import annotations

from dataclasses import dataclass

from provider_directory.model import Cents, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The usual price of one unit, and how it is delivered and taxed."""

    unit: Unit
    low: Cents
    high: Cents
    at_home: bool = False
    vat_percent: int = 0
    """0 is exempt: social welfare and health services."""


LEVELS = {
    "home-care": Level(unit=Unit.HOUR, low=3200, high=4500, at_home=True),
    "temporary-home-care": Level(unit=Unit.HOUR, low=3200, high=4600, at_home=True),
    "family-home-service": Level(unit=Unit.HOUR, low=3200, high=4200, at_home=True),
    "nursing-at-home": Level(unit=Unit.VISIT, low=5200, high=7500, at_home=True),
    "meal-service": Level(unit=Unit.VISIT, low=800, high=1250, at_home=True, vat_percent=14),
    "errand-and-escort": Level(unit=Unit.HOUR, low=2600, high=3600, at_home=True, vat_percent=24),
    "home-cleaning": Level(unit=Unit.HOUR, low=2800, high=4200, at_home=True, vat_percent=24),
    "home-maintenance": Level(unit=Unit.HOUR, low=2900, high=4500, at_home=True, vat_percent=24),
    "laundry-service": Level(unit=Unit.PIECE, low=1000, high=1800, at_home=True, vat_percent=24),
    "day-activity": Level(unit=Unit.DAY, low=5500, high=7600),
    "bathing-and-sauna": Level(unit=Unit.VISIT, low=2300, high=3000),
    "informal-care-support": Level(unit=Unit.HOUR, low=3200, high=4000, at_home=True),
    "informal-carers-leave": Level(unit=Unit.FULL_DAY, low=14000, high=20000),
    "short-term-care": Level(unit=Unit.FULL_DAY, low=11500, high=14500),
    "service-housing": Level(unit=Unit.FULL_DAY, low=4200, high=6400),
    "short-term-service-housing": Level(unit=Unit.FULL_DAY, low=11000, high=14000),
    "enhanced-service-housing": Level(unit=Unit.FULL_DAY, low=10200, high=14000),
    "day-care-centre": Level(unit=Unit.MONTH, low=70000, high=110000),
    "family-day-care": Level(unit=Unit.MONTH, low=65000, high=80000),
    "group-family-day-care": Level(unit=Unit.MONTH, low=70000, high=85000),
    "neuropsychiatric-support": Level(unit=Unit.VISIT, low=6000, high=9000, at_home=True),
    "advice-and-therapy": Level(unit=Unit.VISIT, low=6500, high=9500),
}

OTHERS = {
    Unit.HOUR: Level(unit=Unit.HOUR, low=3000, high=4500),
    Unit.DAY: Level(unit=Unit.DAY, low=5500, high=9000),
    Unit.FULL_DAY: Level(unit=Unit.FULL_DAY, low=11000, high=16000),
    Unit.VISIT: Level(unit=Unit.VISIT, low=3000, high=8000),
    Unit.DIRECTION: Level(unit=Unit.DIRECTION, low=800, high=2500),
    Unit.WEEK: Level(unit=Unit.WEEK, low=4500, high=9000),
    Unit.MONTH: Level(unit=Unit.MONTH, low=30000, high=90000),
    Unit.PIECE: Level(unit=Unit.PIECE, low=800, high=2000),
}
"""For a service that was added to the register later, or sold by another unit than usual."""


def level(service: str, unit: Unit | None) -> Level:
    """The level of a service, by the unit asked for."""
    usual = LEVELS.get(service)
    if usual and unit in (None, usual.unit):
        return usual
    return OTHERS[unit or Unit.HOUR]
