"""The table of price cases: read, asked of Python, and written as a browser is asked and answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from provider_directory.catalogue.deductions import deductions_of
from provider_directory.catalogue.income_share import Use, bill_of, rest_of_month
from provider_directory.catalogue.monthly import MonthTotal, month_of
from provider_directory.catalogue.outcome import Outcome
from provider_directory.catalogue.payment import voucher_part
from provider_directory.catalogue.pricing import decided, in_force, on_top, share_of, value_of
from provider_directory.catalogue.rule_data import outcome_data, record_data, rule_data, situation_data
from provider_directory.catalogue.situation import Situation
from provider_directory.catalogue.steps import euros, plain
from provider_directory.catalogue.tax_credit import after_credit
from provider_directory.records.checked import checked_records
from provider_directory.records.collections import Records
from provider_directory.records.fields import read_euros
from provider_directory.records.rules.rule import Context
from provider_directory.records.schema.income_tables import ByIncome
from provider_directory.records.schema.provider import Cost
from provider_directory.records.schema.shared import TaxCredit
from provider_directory.records.schema.value_rules import AnyShare, AnyValue, IncomeShare, ShareRule, ValueRule

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "prices.yaml"
DAY = date(2018, 8, 10)
PERSON = ("gross", "net", "adults", "children", "units", "hours", "child", "deductions")
EXPECTED = (
    "value",
    "share",
    "by",
    "pays",
    "pays_by",
    "total",
    "unknown",
    "taken",
    "rest",
    "bill",
    "credit",
    "left",
    "later",
)

Data = dict[str, Any]
VALUES: TypeAdapter[ValueRule] = TypeAdapter(AnyValue)
SHARES: TypeAdapter[ShareRule] = TypeAdapter(AnyShare)


@dataclass(frozen=True, kw_only=True)
class PriceCase:
    """Rules, a price and a person, and what comes out."""

    name: str
    values: list[ValueRule]
    shares: list[ShareRule]
    costs: list[Cost]
    credit: TaxCredit | None
    given: Data
    expected: Data

    @property
    def day(self) -> date:
        """The day it is asked on."""
        return self.given.get("day", DAY)

    @property
    def price(self) -> int | None:
        """The provider's price."""
        return read_euros(str(self.given["price"])) if "price" in self.given else None

    @property
    def situation(self) -> Situation | None:
        """The person, when anything is known."""
        known = {name: read(name, self.given[name]) for name in PERSON if name in self.given}
        if known and self.taken is not None:
            known["deductions"] = self.taken
        return Situation(**known) if known else None

    @property
    def entries(self) -> list[int]:
        """What a person tells for each deduction, in the order of the rule's list."""
        return [cents_of(entry) for entry in self.given.get("entries", [])]

    @property
    def deducting(self) -> ByIncome | None:
        """The first rule in force that takes anything off the income."""
        variant = self.given.get("variant")
        rules = (in_force(self.values, variant, self.day), in_force(self.shares, variant, self.day))
        return next((rule for rule in rules if isinstance(rule, ByIncome) and rule.deducts), None)

    @property
    def taken(self) -> int | None:
        """What the entries take off together."""
        return deductions_of(self.deducting, self.entries) if self.entries and self.deducting else None

    @property
    def uses(self) -> list[Use]:
        """Several time bands of one month."""
        return [
            Use(
                rule=income_share(in_force(self.values, use["variant"], self.day)),
                units=Decimal(str(use["units"])),
                price=read_euros(str(use["price"])) if "price" in use else None,
            )
            for use in self.given.get("uses", [])
        ]


def read(name: str, written: object) -> Any:
    """A person's figure as a Situation has it."""
    if name in ("gross", "net", "deductions"):
        return cents_of(written)
    return Decimal(str(written)) if name in ("units", "hours") else written


def cents_of(written: object) -> int:
    """Cents, also of incomes above what a record may hold."""
    return int(Decimal(str(written)) * 100)


def income_share(rule: ValueRule | None) -> IncomeShare:
    """The rule, which has to be one whose share is the month's."""
    assert isinstance(rule, IncomeShare)
    return rule


@cache
def content() -> Records:
    """The project's own records."""
    return checked_records(ROOT, Context(as_of=DAY))[0]


@cache
def price_cases() -> list[PriceCase]:
    """Every case of the table."""
    groups = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [case for group in groups for case in cases_of(group)]


def cases_of(group: Data) -> Iterator[PriceCase]:
    """The cases of one group of rules."""
    voucher = content().vouchers[group["voucher"]].record if "voucher" in group else None
    values = list(voucher.values) if voucher else [VALUES.validate_python(rule) for rule in group.get("values", [])]
    shares = (
        list(voucher.client_shares) if voucher else [SHARES.validate_python(rule) for rule in group.get("shares", [])]
    )
    credit = TaxCredit(**group["credit"]) if "credit" in group else None
    if "credits" in group:
        credit = content().tax_credits[group["credits"]].record
    for number, written in enumerate(group["cases"], 1):
        yield PriceCase(
            name=f"{group['about']}, {number}",
            values=values,
            shares=shares,
            costs=[Cost.model_validate(cost) for cost in group.get("costs", [])],
            credit=credit,
            given={name: value for name, value in written.items() if name not in EXPECTED},
            expected={name: value for name, value in written.items() if name in EXPECTED},
        )


def asked(case: PriceCase) -> Data:
    """The case as the browser is given it."""
    return {
        "values": [rule_data(rule) for rule in case.values],
        "shares": [rule_data(rule) for rule in case.shares],
        "costs": [rule_data(cost) for cost in case.costs],
        "credit": rule_data(case.credit) if case.credit else None,
        "work": cents_of(case.given.get("work", 0)),
        "persons": case.given.get("persons", 1),
        "price": case.price,
        "day": case.day.isoformat(),
        "variant": case.given.get("variant"),
        "situation": situation_data(case.situation) if case.situation else None,
        "deducting": record_data(case.deducting, None) if case.entries and case.deducting else None,
        "entries": case.entries,
        "uses": [{"rule": rule_data(use.rule), "units": plain(use.units), "price": use.price} for use in case.uses],
    }


def answered(case: PriceCase) -> Data:
    """What Python says to the case."""
    variant, situation = case.given.get("variant"), case.situation
    rule, share_rule = in_force(case.values, variant, case.day), in_force(case.shares, variant, case.day)
    later = [str(later.starts) for later in decided(case.values, variant, case.day)]
    answer: Data = dict.fromkeys(("value", "share", "pays", "month", "rest", "bill", "credit"))
    answer |= {"later": later, "taken": case.taken}
    if rule:
        value = value_of(rule, case.price, situation)
        share = share_of(share_rule, case.price, value, variant, case.day, situation)
        extras = on_top(share_rule, variant, case.day)
        total = month_of(share, situation, extras, case.costs, rule.unit or value.unit) if situation else None
        answer["pays"] = told(voucher_part(value, share, case.price, situation))
        answer |= {"value": told(value), "share": told(share), "month": month_data(total) if total else None}
    if case.uses and situation:
        answer["rest"] = told(rest_of_month(case.uses, situation))
        answer["bill"] = bill_of(case.uses)
    if case.credit:
        after = after_credit(case.credit, cents_of(case.given["work"]), case.given.get("persons", 1))
        answer["credit"] = {"credit": told(after.credit), "left": after.left}
    return answer


def told(outcome: Outcome) -> Data:
    """An outcome with its steps as text."""
    return {**outcome_data(outcome), "text": [str(step) for step in outcome.steps]}


def month_data(total: MonthTotal) -> Data:
    """A month's total as the browser answers it."""
    lines = [
        {
            "kind": line.kind,
            "index": line.index,
            "low": line.low,
            "high": line.high,
            "times": None if line.times is None else plain(line.times),
        }
        for line in total.lines
    ]
    return {
        "lines": lines,
        "low": total.low,
        "high": total.high,
        "unknown": [line for line in lines if line["high"] is None],
    }


def in_short(answer: Data, case: PriceCase) -> Data:
    """As much of an answer as the case expects, in the words of the table."""
    month, credit = answer["month"], answer["credit"]
    short = {
        "value": lambda: outcome_words(answer["value"]),
        "share": lambda: outcome_words(answer["share"]),
        "pays": lambda: outcome_words(answer["pays"]),
        "pays_by": lambda: "; ".join(answer["pays"]["text"]),
        "by": lambda: "; ".join(steps_of(answer)),
        "total": lambda: ends(month["low"], month["high"]),
        "unknown": lambda: [f"{line['kind']} {line['index'] + 1}" for line in month["unknown"]],
        "rest": lambda: outcome_words(answer["rest"]),
        "bill": lambda: euros(answer["bill"]),
        "taken": lambda: euros(answer["taken"]),
        "later": lambda: [date.fromisoformat(day) for day in answer["later"]],
        "credit": lambda: outcome_words(credit["credit"]),
        "left": lambda: euros(credit["left"]),
    }
    return {name: short[name]() for name in case.expected}


def steps_of(answer: Data) -> list[str]:
    """The steps to the share where it has any, else to the value."""
    if answer["rest"]:
        return list(answer["rest"]["text"])
    return list(answer["share"]["text"] or answer["value"]["text"])


def outcome_words(outcome: Data | None) -> str:
    """'25.03/hour', 'at_most 115.34/24h', 'income 7.00–27.00/hour, needs_net', 'unknown', 'none'."""
    if outcome is None:
        return "none"
    exact = outcome["confidence"] == "exact"
    amount = euros(outcome["low"]) if exact else ends(outcome["low"], outcome["high"])
    per = f"/{outcome['unit']}" if outcome["unit"] and amount else ""
    words = " ".join(filter(None, ("" if exact else outcome["confidence"], amount + per)))
    return f"{words}, {outcome['why']}" if outcome["why"] else words


def ends(low: int | None, high: int | None) -> str:
    """An amount with its ends."""
    if low is not None and low == high:
        return euros(low)
    if low is None:
        return "" if high is None else euros(high)
    return f"{euros(low)}–{'' if high is None else euros(high)}"
