"""A person's situation, as far as a price depends on it. It is only ever computed with, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Cents, Unit
from ..records.schema.value_rules import Income

UNITS_OF_A_MONTH = {Unit.FULL_DAY: Decimal(30), Unit.MONTH: Decimal(1)}
"""A month is counted as 30 days; how often somebody uses an hour, a day or a visit has to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Income, household and use of one person; what is not known is left out."""

    gross: Cents | None = None
    """Income before tax, a month."""
    net: Cents | None = None
    """Income after tax, a month."""
    adults: int = 1
    children: int = 0
    units: Decimal | None = None
    """Units of the service used in a month: hours, days, visits."""
    hours: Decimal | None = None
    """Hours granted a month, where a table asks for them and the unit is not the hour."""
    child: int = 1
    """Which of the family's children a day-care voucher is for, from the youngest."""
    deductions: Cents = 0
    """What the rule's source lets this person take off the income, a month."""

    def income(self, kind: Income) -> Cents | None:
        """The income of a kind; one is never taken for the other."""
        return self.gross if kind is Income.GROSS else self.net

    def units_of(self, unit: Unit | None) -> Decimal | None:
        """How many units there are in a month."""
        return self.units if self.units is not None else UNITS_OF_A_MONTH.get(unit) if unit else None

    def uses_nothing(self, unit: Unit | None) -> bool:
        """Whether the person said that none of it is used."""
        return self.units_of(unit) == 0

    def hours_of(self, unit: Unit | None) -> Decimal | None:
        """How many hours are granted a month: without word of them, those used."""
        return self.units if self.hours is None and unit is Unit.HOUR else self.hours
