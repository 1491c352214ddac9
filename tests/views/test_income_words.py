"""What rules by income say in words: their tables, what is taken off, limits of a month, parts and rounding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from provider_directory.catalogue.pricing import Situation, exactly, share_of
from provider_directory.model import Unit
from provider_directory.records.schema.value_rules import AnyShare, AnyValue
from provider_directory.views.amounts import share_words, value_words
from provider_directory.views.edition import Edition
from provider_directory.views.income_formulas import share_formula, value_formula
from provider_directory.views.paying import Amount
from tests.records.project import DAY, world
from tests.views.editions import edition_of

BANDS = [{"up_to": "1200", "amount": "5"}, {"up_to": "1800", "percent": "50 %", "amount": "20"}]
TABLE = {"income": "gross", "households": [{"household": "1", "bands": BANDS}]}
ROW = [{"household": "1", "limit": "588", "percent": "35 %"}]


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition with words and nothing else of interest."""
    return edition_of(world(tmp_path))


def share(**fields: Any) -> Any:
    """A share rule."""
    return TypeAdapter(AnyShare).validate_python(fields)


def value(**fields: Any) -> Any:
    """A value rule for an hour."""
    return TypeAdapter(AnyValue).validate_python({"unit": "hour", **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"rule": "income_bands", "income": "gross",
             "households": [{"household": "1", "bands": [{"up_to": "1200", "amount": "20"}]}]},
            "€20.00/hour up to an income of €1,200.00, above it nothing",
        ),
        (
            {"rule": "income_bands", "income": "gross", "beyond": {"limit": "300"},
             "households": [{"household": "1", "bands": [{"up_to": "1200", "amount": "20"}]}]},
            "€20.00/hour up to an income that depends on your household, above it nothing",
        ),
        ({"rule": "fixed", "amount": "27", "units_at_most": "5"}, "€27.00/hour, at most 5 hours a month"),
        (
            {"rule": "price_capped", "month_at_most": "114"},
            "at most the provider's price, at most €114.00 a month",
        ),
        (
            {"rule": "price_capped", "own_share": "3.70", "maximum": "40"},
            "what the price has above €3.70/hour, at most €40.00/hour",
        ),
        (
            {"rule": "price_capped", "own_share": "10", "percent": "50"},
            "50% of what the price has above €10.00/hour",
        ),
        ({"rule": "income_bands", **TABLE}, "depends on your income, at most €20.00/hour"),
        (
            {"rule": "income_reduction", "income": "gross", "maximum": "27", "minimum": "7", "divisor": "60",
             "coefficient": "1.5", "households": ROW},
            "depends on your income: €10.50–€40.50/hour",
        ),
    ],
)  # fmt: skip
def test_a_value_says_how_much_of_a_month_it_covers(edition: Edition, fields: dict[str, Any], words: str) -> None:
    assert value_words(edition, value(**fields)) == words


def test_a_share_in_bands_depends_on_income(edition: Edition) -> None:
    open_end = [{"household": "1", "bands": [{"up_to": "1200", "amount": "5"}, {"amount": "9"}]}]

    assert share_words(edition, share(rule="income_bands", **TABLE), Unit.HOUR) == "depends on your income"
    open_share = share(rule="income_bands", income="gross", households=open_end)
    assert share_words(edition, open_share, Unit.HOUR) == "depends on your income: €5.00–€9.00/hour"
    limited = share(rule="fixed", amount="11.40", month_at_most="100")
    assert share_words(edition, limited, Unit.DAY) == "€11.40/day, at most €100.00 a month"


def test_a_share_in_bands_is_a_table_of_what_one_pays(edition: Edition) -> None:
    made = share_formula(edition, share(rule="income_bands", coefficient="1.5", **TABLE), Unit.HOUR)

    assert made.explanation == (
        "Find your household and your income in the table. Above the highest income you pay the whole price. "
        "The amount is multiplied by 1.5."
    )
    assert made.households
    cells = [cell.text for row in made.households.rows for cell in row.cells if isinstance(cell, Amount)]
    assert cells == ["€5.00/hour", "50% of the provider's price, at most €20.00/hour"]
    assert [row.note for row in made.households.rows] == [
        "income up to €1,200.00 a month",
        "income up to €1,800.00 a month",
    ]


def test_a_formula_says_all_that_it_is_computed_with(edition: Edition) -> None:
    rule = share(
        rule="formula",
        income="net",
        households=ROW,
        keeps="167",
        share_at_most="289",
        siblings=["100", "40"],
        share_coefficient="0.6",
        round_share_to="1",
        not_charged_below="27",
        deducts=[{"fi": "Vuokra", "en": "Rent", "at_most": "520"}, {"fi": "Työ", "en": "Earnings", "percent": "20"}],
    )

    explanation = share_formula(edition, rule).explanation
    assert explanation and explanation.partition("if nothing is left, nothing. ")[2] == (
        "First is taken off your income: Rent (at most €520.00) and Earnings (20% of it). "
        "The share is at most €289.00 a month. At least €167.00 a month is left for your own use. "
        "Of this is paid for children from the youngest: child 1: 100%, child 2: 40%. "
        "The share is multiplied by 0.6. It is rounded to the nearest €1.00. A share below €27.00 is not charged."
    )


def test_a_value_in_evenings_lies_between_its_raised_ends(edition: Edition) -> None:
    fields = {"maximum": "27", "minimum": "7", "divisor": "60", "coefficient": "1.5", "households": ROW}
    made = value_formula(edition, value(rule="income_reduction", income="gross", **fields))

    assert made and made.explanation == (
        "The higher your income, the less the voucher is worth: at most €40.50/hour and at least €10.50/hour. "
        "The amount is multiplied by 1.5."
    )
    assert made.total and made.total.amount == "€32.52"  # 27.00 − (1500 − 588) × 35 % ÷ 60 = 21.68, times 1.5 = 32.52


SIBLINGS = [{"household": "2", "limit": "1915", "percent": "11.5"}, {"household": "3", "limit": "2359", "percent": "9"}]


@pytest.mark.parametrize(
    "fields",
    [
        {"round_down_to": "1"},
        {"share_at_most": "100", "share_coefficient": "0.6"},
        {"keeps": "2400", "siblings": ["100", "40"], "round_each": "yes", "round_share_to": "1"},
        {"not_charged_below": "200"},
        {"counts": "children"},
    ],
)
def test_an_example_ends_in_what_the_engine_says(edition: Edition, fields: dict[str, Any]) -> None:
    rule = share(rule="formula", income="gross", households=SIBLINGS, **fields)
    made = share_formula(edition, rule)

    household = {"children": 2} if "counts" in fields else {"adults": 2}
    situation = Situation(gross=250_000, **household)
    outcome = share_of(rule, None, exactly(0, Unit.DAY), None, DAY, situation)
    assert made.total and outcome.exact is not None
    assert made.lines[0].amount == "€2,500.00"
    assert made.total.amount == edition.wording.money(outcome.exact)
    assert len(made.lines) == 3 + (len(outcome.steps) if len(outcome.steps) > 1 else 0)


def test_an_example_tells_each_step(edition: Edition) -> None:
    rule = share(
        rule="formula",
        income="gross",
        households=SIBLINGS,
        keeps="2440",
        siblings=["100"],
        share_coefficient="0.6",
        round_down_to="1",
        not_charged_below="40",
    )

    made = share_formula(edition, rule)

    assert [(line.label, line.amount) for line in made.lines[3:]] == [
        ("11.5% of it", "€67.28"),
        ("€2,440.00 is left for your own use", "€60.00"),
        ("Child 1: 100%", "€60.00"),
        ("Multiplied by 0.6", "€36.00"),
        ("Rounded down to a full €1.00", "€36.00"),
        ("Less than €40.00 is not charged", "€0.00"),
    ]
    assert made.total and (made.total.label, made.total.amount) == ("You pay", "€0.00")
