"""What value rules and share rules have in common: their variants, their days and the decision behind them."""

from __future__ import annotations

from pydantic import Field

from ..fields import Line
from .base import Decision, Localised, Period


class Rule(Period):
    """What all value and share rules have in common."""

    variants: list[Line] = Field(
        [], description="The variants it concerns; none means all.", examples=[["day-no-transport"]]
    )
    decision: Decision | None = Field(
        None, description="The decision behind this amount.", examples=[{"section": "26"}]
    )
    note: Localised | None = Field(
        None, description="What else the source says of this amount.", examples=["Arvo on sama kaikkina päivinä."]
    )


def rule_of(value: object) -> str | None:
    """The text of the field 'rule', by which the right record is chosen."""
    found = value.get("rule") if isinstance(value, dict) else getattr(value, "rule", None)
    return found if isinstance(found, str) else None
