"""What holds for every rule an editor could write and every person, whatever the numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import floor
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.catalogue.deductions import deductions_of
from provider_directory.catalogue.limits import times
from provider_directory.catalogue.monthly import month_of
from provider_directory.catalogue.outcome import Confidence, Outcome, nothing
from provider_directory.catalogue.payment import voucher_part
from provider_directory.catalogue.pricing import on_top, share_of, value_of
from provider_directory.catalogue.situation import Situation
from provider_directory.model import Unit
from provider_directory.records.schema.income_tables import ByIncome
from provider_directory.records.schema.value_rules import BandShare, ShareRule, ValueRule

from .price_cases import DAY, SHARES, VALUES, read
from .random_prices import deduction, person, random_case, share, value

SEEDS = st.integers(0, 2**32)
PRICES = st.integers(0, 20_000)
INCOMES = st.integers(0, 2 * 10**9)


def rules(seed: int) -> tuple[ValueRule, ShareRule, Situation]:
    """A random value rule, share rule and person."""
    case = random_case(Random(seed), 0)
    return case.values[0], case.shares[0], case.situation or Situation(gross=0, net=0)


def of_kind(seed: int, kind: str) -> ValueRule:
    """A random value rule of one kind."""
    rng = Random(seed)
    while True:
        fields = value(rng, "hour")
        if fields["rule"] == kind:
            return VALUES.validate_python(fields)


def with_income(situation: Situation, income: int) -> Situation:
    """The same person with another income, gross and net alike."""
    return replace(situation, gross=income, net=income)


def paid(rule: ShareRule | None, price: int, worth: Outcome, situation: Situation | None) -> Outcome:
    """What the client pays."""
    return share_of(rule, price, worth, None, DAY, situation)


@given(SEEDS, PRICES)
def test_a_value_is_never_negative_and_its_ends_are_in_order(seed: int, price: int) -> None:
    rule, _, situation = rules(seed)
    for known in (None, situation):
        outcome = value_of(rule, price, known)
        assert outcome.low is None or outcome.low >= 0
        assert outcome.high is None or outcome.high >= (outcome.low or 0)
        assert outcome.exact is None or not outcome.steps or outcome.steps[-1].result == outcome.exact


@given(SEEDS, PRICES)
def test_a_share_is_never_negative_and_never_above_the_price(seed: int, price: int) -> None:
    rule, share_rule, situation = rules(seed)
    for known in (None, situation):
        worth = value_of(rule, price, known)
        for asked in (None, share_rule):
            outcome = paid(asked, price, worth, known)
            assert outcome.low is None or outcome.low >= 0
            if outcome.exact is not None and outcome.month is None:
                assert outcome.exact <= price
            if outcome.month is not None and known and (used := known.units_of(rule.unit)):
                assert 0 <= outcome.month <= floor(price * Fraction(used) + Fraction(1, 2))


@given(SEEDS, PRICES)
def test_value_and_share_are_the_price_where_the_client_pays_the_rest(seed: int, price: int) -> None:
    rule, _, situation = rules(seed)
    worth = value_of(rule, price, situation)
    outcome = paid(None, price, worth, situation)

    if worth.exact is not None and worth != nothing():
        assert outcome.exact == max(0, price - worth.exact)


@given(SEEDS, PRICES)
def test_what_the_voucher_and_the_client_pay_is_never_more_than_the_price(seed: int, price: int) -> None:
    """And it is the price wherever the client pays at least what the voucher leaves uncovered."""
    rule, share_rule, situation = rules(seed)
    one_month = replace(situation, units=None) if rule.unit is Unit.MONTH else situation
    for known in (None, one_month):
        worth = value_of(rule, price, known)
        for asked in (None, share_rule):
            outcome = paid(asked, price, worth, known)
            part = voucher_part(worth, outcome, price, known)
            if part.exact is None or outcome.exact is None or part.unit is not outcome.unit:
                continue
            whole = price if part.unit is rule.unit else bill(price, rule, known)
            assert part.exact + outcome.exact <= whole
            if part.unit is rule.unit and outcome.exact >= price - (worth.exact or 0):
                assert part.exact + outcome.exact == price


def bill(price: int, rule: ValueRule, known: Situation | None) -> int:
    """What a month costs; a month is only told where its units are known."""
    units = known.units_of(rule.unit) if known else None
    assert units is not None
    return times(price, units)


@given(SEEDS, PRICES)
def test_what_the_voucher_pays_lies_where_it_was_said_to_lie(seed: int, price: int) -> None:
    rule, share_rule, situation = rules(seed)
    if rule.unit is Unit.MONTH or share_rule.unit not in (None, rule.unit):
        return
    worth, known = value_of(rule, price), value_of(rule, price, situation)
    before = voucher_part(worth, paid(share_rule, price, worth, None), price)
    after = voucher_part(known, paid(share_rule, price, known, situation), price, situation)

    assert after.unit is not before.unit or within_ends(after, before)


def test_the_properties_of_what_a_voucher_pays_are_not_idle() -> None:
    """Among random rules are shares that take something from the value, for one unit and for a month."""
    taken = dict.fromkeys(("own", "month"), 0)
    for seed in range(600):
        rule, share_rule, situation = rules(seed)
        worth = value_of(rule, 4_000, situation)
        part = voucher_part(worth, paid(share_rule, 4_000, worth, situation), 4_000, situation)
        if part.exact is not None and worth.exact is not None and part != worth:
            taken["own" if part.unit is rule.unit else "month"] += 1

    assert min(taken.values()) > 20


@pytest.mark.parametrize("kind", ["income_reduction", "income_share"])
@given(seed=SEEDS, one=INCOMES, other=INCOMES)
def test_a_higher_income_never_raises_a_value(kind: str, seed: int, one: int, other: int) -> None:
    rule = of_kind(seed, kind)
    situation = Situation(**{**situation_of(seed), "units": Decimal(10)})
    lower = value_of(rule, None, with_income(situation, min(one, other)))
    higher = value_of(rule, None, with_income(situation, max(one, other)))

    assert lower.confidence is higher.confidence
    if lower.exact is not None and higher.exact is not None:
        assert higher.exact <= lower.exact


@given(seed=SEEDS, one=INCOMES, other=INCOMES, price=PRICES)
def test_a_higher_income_never_lowers_a_share(seed: int, one: int, other: int, price: int) -> None:
    rng = Random(seed)
    fields = share(rng, "hour")
    while fields["rule"] != "formula":
        fields = share(rng, "hour")
    rule = SHARES.validate_python(fields)
    worth = value_of(of_kind(seed, "price_capped"), price)
    situation = Situation(**{**situation_of(seed), "units": Decimal(10)})
    lower = paid(rule, price, worth, with_income(situation, min(one, other)))
    higher = paid(rule, price, worth, with_income(situation, max(one, other)))

    assert lower.confidence is higher.confidence
    if lower.exact is not None and higher.exact is not None:
        assert lower.exact <= higher.exact


@given(SEEDS, PRICES)
def test_what_is_said_before_an_income_is_known_holds_afterwards(seed: int, price: int) -> None:
    """The ends that a page shows everybody are never belied by somebody's own amount."""
    rule, share_rule, situation = rules(seed)
    before, after = value_of(rule, price), value_of(rule, price, situation)
    assert within_ends(after, before)

    if isinstance(share_rule, BandShare) and share_rule.unit in (None, rule.unit) and before.exact is not None:
        known = paid(share_rule, price, after, situation)
        assert known.month is not None or within_ends(known, paid(share_rule, price, before, None))


def within_ends(known: Outcome, before: Outcome) -> bool:
    """Whether an exact amount lies where it was said to lie."""
    if known.exact is None or before.confidence is not Confidence.INCOME:
        return True
    return (before.low or 0) <= known.exact and (before.high is None or known.exact <= before.high)


@given(SEEDS, PRICES)
def test_a_band_share_is_at_least_what_the_voucher_leaves_uncovered(seed: int, price: int) -> None:
    rng = Random(seed)
    fields = share(rng, "hour")
    while fields["rule"] != "income_bands" or fields.get("unit") == "month":
        fields = share(rng, "hour")
    situation = Situation(**{name: read(name, told) for name, told in person(rng).items()})
    worth = value_of(of_kind(seed, "price_capped"), price)
    outcome = paid(SHARES.validate_python(fields), price, worth, situation)

    if outcome.exact is not None and worth.exact is not None:
        assert price - worth.exact <= outcome.exact <= price


@given(SEEDS, PRICES, st.integers(0, 60), st.integers(0, 60))
def test_units_past_those_granted_cost_their_whole_price(seed: int, price: int, granted: int, used: int) -> None:
    fields = {"rule": "fixed", "unit": "hour", "amount": f"{seed % 80}.{seed % 100:02}"}
    free, limited = (VALUES.validate_python(fields | more) for more in ({}, {"units_at_most": str(granted)}))
    situation = Situation(units=Decimal(used))
    each = paid(None, price, value_of(free, price), None).exact or 0
    outcome = paid(None, price, value_of(limited, price, situation), situation)
    total = month_of(outcome, situation)

    assert total.high == each * min(used, granted) + price * max(0, used - granted)


@given(PRICES, st.integers(0, 60), st.integers(0, 50_000))
def test_a_voucher_with_a_monthly_limit_pays_no_more_than_that(price: int, used: int, most: int) -> None:
    fields = {"rule": "price_capped", "unit": "visit", "month_at_most": f"{most // 100}.{most % 100:02}"}
    situation = Situation(units=Decimal(used))
    outcome = paid(None, price, value_of(VALUES.validate_python(fields), price, situation), situation)

    assert month_of(outcome, situation).high == max(0, price * used - most)


@given(SEEDS, st.lists(st.integers(0, 10**6), max_size=3))
def test_deductions_take_off_no_more_than_was_entered_or_than_their_limits(seed: int, entries: list[int]) -> None:
    rng = Random(seed)
    rule = ByIncome.model_validate({"income": "gross", "deducts": [deduction(rng), "Elatusapu", deduction(rng)]})
    taken = deductions_of(rule, entries)

    assert 0 <= taken <= sum(entries)
    assert taken <= deductions_of(rule, [entry + 1_000 for entry in entries])
    if all(limits.at_most is not None for limits in (rule.deducts[0], rule.deducts[2])) and len(entries) == 3:
        assert taken <= entries[1] + (rule.deducts[0].at_most or 0) + (rule.deducts[2].at_most or 0)


def situation_of(seed: int) -> dict[str, Any]:
    """A random household without its income."""
    told = person(Random(seed))
    return {name: told[name] for name in ("adults", "children", "child")}


@given(SEEDS, PRICES)
def test_who_gave_only_the_other_income_is_told_which_is_needed(seed: int, price: int) -> None:
    rule = of_kind(seed, "income_reduction")
    kind = getattr(rule, "income", "")
    other = {"gross": "net", "net": "gross"}[kind]
    outcome = value_of(rule, price, Situation(**{other: 100_000}))

    assert outcome.confidence is Confidence.INCOME
    assert outcome.why == f"needs_{kind}"
    assert outcome.exact is None


@given(SEEDS, PRICES)
def test_a_month_is_the_sum_of_its_lines(seed: int, price: int) -> None:
    case = random_case(Random(seed), 0)
    situation = case.situation or Situation()
    worth = value_of(case.values[0], price, situation)
    outcome = paid(case.shares[0], price, worth, situation)
    total = month_of(outcome, situation, on_top(case.shares[0], None, DAY), case.costs, worth.unit)

    assert total.low == sum(line.low or 0 for line in total.lines)
    assert (total.high is None) == bool(total.unknown)
    assert total.high is None or total.high >= total.low


def test_random_rules_reach_every_answer() -> None:
    """The properties would be idle if most random rules could not be computed."""
    outcomes = [value_of(*pair) for pair in (priced(seed) for seed in range(600))]
    exact = [outcome for outcome in outcomes if outcome.exact is not None]

    assert len(exact) > 250
    assert {outcome.confidence for outcome in outcomes} >= set(Confidence) - {Confidence.AT_MOST}
    assert len({outcome.why for outcome in outcomes}) >= 6


def priced(seed: int) -> tuple[ValueRule, int | None, Situation | None]:
    """What a value is asked with."""
    case = random_case(Random(seed), 0)
    return case.values[0], case.price, case.situation
