"""How an amount came about: a computation as data that a page can put into words and two languages print alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Cents, Unit

SHORT = {"maximum": "max"}
"""What the plain form calls a part; the others stand without a name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One number or sign of a computation."""

    kind: str
    """money, percent, number or sign."""
    number: Cents | str
    """Cents of money; the number or sign as text of everything else."""
    role: str = ""
    """What it is: maximum, income, limit, price, value, share …"""

    def __str__(self) -> str:
        match self.kind:
            case "money":
                return f"{SHORT.get(self.role, '')} {euros(int(self.number))}".strip()
            case "percent":
                return f"{self.number} %"
        return str(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a computation; the next begins with its result."""

    parts: tuple[Part, ...]
    result: Cents
    unit: Unit | None
    relation: str = "="
    """'=' where the parts come to the result, '→' where they are a reason for it."""
    rounding: str | None = None
    """up, down or nearest, where the result is rounded to a step."""
    to: Cents | None = None
    """The step it is rounded to."""

    def __str__(self) -> str:
        line = " ".join(str(part) for part in self.parts).replace("( ", "(").replace(" )", ")")
        rounded = f", {self.rounding} to {euros(self.to)}" if self.rounding and self.to else ""
        per = f"/{self.unit.value}" if self.unit else ""
        return f"{line}{rounded} {self.relation} {euros(self.result)} €{per}"


def euros(cents: Cents) -> str:
    """'1783.20', with a proper minus."""
    sign = "−" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}"


def money(cents: Cents, role: str) -> Part:
    """An amount."""
    return Part("money", cents, role)


def percentage(percent: Decimal) -> Part:
    """A percentage."""
    return Part("percent", plain(percent))


def number(value: Decimal | int, role: str) -> Part:
    """A number that is no money."""
    return Part("number", plain(Decimal(value)), role)


def sign(text: str) -> Part:
    """An operator, a bracket or a comparison."""
    return Part("sign", text)


def plain(value: Decimal) -> str:
    """A decimal without needless zeros."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
