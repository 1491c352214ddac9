"""An estimate of what self-paid work costs after the household tax credit (Act 1535/1992, 127 a–127 c §)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..model import Cents
from ..records.schema.shared import TaxCredit
from .cents import half_up, percent_of
from .income import between
from .outcome import Outcome, exactly
from .steps import Step, money, percentage, sign


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterCredit:
    """A year's work, the credit it gives, and what is left to pay."""

    credit: Outcome
    left: Cents


def credit_on(credits: Iterable[TaxCredit], day: date) -> TaxCredit | None:
    """The terms of a day; without a record nothing is estimated."""
    return next((credit for credit in credits if credit.holds_on(day)), None)


def after_credit(credit: TaxCredit, year: Cents, persons: int = 1) -> AfterCredit:
    """A year's work after the credit; own share and maximum are each person's, work being shared as suits them best."""
    best = max(
        (credited(credit, year, number) for number in range(1, max(1, persons) + 1)), key=lambda made: made.low or 0
    )
    return AfterCredit(credit=best, left=year - (best.low or 0))


def credited(credit: TaxCredit, year: Cents, persons: int) -> Outcome:
    """The credit so many persons get together."""
    own, most = credit.own_share * persons, credit.maximum * persons
    cents = half_up(percent_of(year, credit.percent)) - own
    parts = (money(year, "work"), sign("×"), percentage(credit.percent), sign("−"), money(own, "own share"))
    return between(exactly(cents, None, Step(parts=parts, result=cents, unit=None)), 0, most)
