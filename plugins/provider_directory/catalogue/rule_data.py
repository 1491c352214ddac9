"""
Rules as plain data, which theme/static/js/pricing.js computes with unchanged.

Names are written as JavaScript writes them, amounts are integer cents, days are ISO days, and every other number that
may have decimals (percentages, coefficients) is an integer of millionths: 35 % is 35 000 000.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ..model import LANGUAGES
from ..records.schema.base import Localised, Record
from ..records.schema.income_tables import ByIncome, Deduction
from ..records.schema.provider import Cost
from ..records.schema.shared import TaxCredit
from ..records.schema.value_rules import AddOn, ShareRule, ValueRule
from .outcome import Outcome
from .situation import Situation
from .steps import Step, plain

UNUSED = {"decision", "note", "accepted_warnings", "law", "section"}
"""Fields a computation has no use for."""

Data = dict[str, Any]


def rule_data(rule: ValueRule | ShareRule | AddOn | Cost | TaxCredit, language: str | None = None) -> Data:
    """A rule, add-on, cost or tax credit; with a language, its texts in that one only."""
    return record_data(rule, language)


def record_data(record: Record, language: str | None) -> Data:
    """A record without what is empty or not computed with."""
    read = (
        (name, data_of(getattr(record, name), language)) for name in type(record).model_fields if name not in UNUSED
    )
    data = {camel(name): value for name, value in read if value is not None}
    if isinstance(record, ByIncome):
        data["deductionLimits"] = [limits_data(deduction) for deduction in record.deducts]
    return data


def limits_data(deduction: Deduction) -> Data:
    """How much of a deduction counts; its name stands among the rule's deducts."""
    read = {name: getattr(deduction, name) for name in ("above", "percent", "at_most")}
    return {camel(name): data_of(value, None) for name, value in read.items() if value is not None}


def data_of(value: object, language: str | None) -> object:
    """A value as JSON has it."""
    match value:
        case Localised():
            return value.read(language) if language else value.model_dump(include=set(LANGUAGES), exclude_none=True)
        case Record():
            return record_data(value, language)
        case list():
            return [data_of(item, language) for item in value]
        case Decimal():
            return int(value * 1_000_000)
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
    return value


def camel(name: str) -> str:
    """'round_up_to' as 'roundUpTo'."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def situation_data(situation: Situation) -> Data:
    """A situation; how much is used is a decimal in a text."""
    return {
        "gross": situation.gross,
        "net": situation.net,
        "adults": situation.adults,
        "children": situation.children,
        "units": None if situation.units is None else plain(situation.units),
        "hours": None if situation.hours is None else plain(situation.hours),
        "child": situation.child,
        "deductions": situation.deductions,
    }


def outcome_data(outcome: Outcome, language: str | None = None) -> Data:
    """An outcome as pricing.js has it."""
    return {
        "confidence": outcome.confidence.value,
        "low": outcome.low,
        "high": outcome.high,
        "reason": data_of(outcome.reason, language),
        "ask": outcome.ask,
        "why": outcome.why.value if outcome.why else None,
        "unit": outcome.unit.value if outcome.unit else None,
        "month": outcome.month,
        "covered": None if outcome.covered is None else plain(outcome.covered),
        "full": outcome.full,
        "steps": [step_data(step) for step in outcome.steps],
    }


def step_data(step: Step) -> Data:
    """A step as pricing.js has it."""
    return {
        "parts": [{"kind": part.kind, "number": part.number, "role": part.role} for part in step.parts],
        "result": step.result,
        "unit": step.unit.value if step.unit else None,
        "relation": step.relation,
        "rounding": step.rounding,
        "to": step.to,
    }
