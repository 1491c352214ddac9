"""Value tables: one answer for every household, income and day, and nothing that cannot be computed."""

from __future__ import annotations

import pytest

from tests.records.project import Project

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
REDUCTION = "rule: income_reduction, unit: hour, income: gross, maximum: 27, minimum: 7, divisor: 60"
ONE = "{household: 1, limit: 563, percent: 35}"
TWO = "{household: 2, limit: 1039, percent: 22}"


def told(project: Project, *rules: str, field: str = "values", variants: str = "") -> list[str]:
    """What is said of a voucher with these rules, the first on line 6 or, with variants, on line 7."""
    lines = "".join(f"  - {{{rule}}}\n" for rule in rules)
    head = f"---\ntitle: Kotihoidon palveluseteli\nsummary: Kotihoitoa.\nservices: [home-care]\n{variants}"
    project.write(VOUCHER, f"{head}{field}:\n{lines}---\n")
    return [line.removeprefix(f"{VOUCHER} ") for line in project.told()]


def bands(project: Project, *written: str, household: int = 1) -> list[str]:
    """What is said of one household's bands."""
    listed = ", ".join(f"{{{band}}}" for band in written)
    table = f"households: [{{household: {household}, bands: [{listed}]}}]"
    return told(project, f"rule: income_bands, unit: hour, income: gross, {table}")


def rows(project: Project, *written: str, more: str = "") -> list[str]:
    """What is said of a table of limits."""
    return told(project, f"{REDUCTION}{more}, households: [{', '.join(written)}]")


class TestIncomeTable:
    """Rule income-table."""

    @pytest.mark.parametrize("end", ["1500", "1499.99", "0"])
    def test_bands_rise(self, project: Project, end: str) -> None:
        cents = f"{float(end):.2f}"
        assert bands(project, "up_to: 1500, amount: 28", f"up_to: {end}, amount: 14") == [
            f"line 6    values › 1 › households › 1 › bands › 2 › up_to: It reaches to {cents} €, "
            "the band before it to 1500.00 €. Bands must rise. [income-table]"
        ]

    def test_an_open_band_is_the_last(self, project: Project) -> None:
        assert bands(project, "up_to: 1500, amount: 28", "amount: 14", "up_to: 2000, amount: 7") == [
            'line 6    values › 1 › households › 1 › bands › 2: A band without "up_to" holds for every higher income, '
            "so it must be the last one. [income-table]"
        ]
        assert bands(project, "up_to: 1500, amount: 28", "amount: 14") == []

    def test_a_household_has_bands(self, project: Project) -> None:
        (said,) = bands(project)
        assert "The household has no bands." in said

    def test_a_household_has_somebody(self, project: Project) -> None:
        (said,) = bands(project, "amount: 14", household=0)
        assert "A household has at least one person." in said

    def test_a_household_has_one_table(self, project: Project) -> None:
        table = "{household: 1, bands: [{amount: 20}]}"
        (said,) = told(project, f"rule: income_bands, unit: hour, income: net, households: [{table}, {table}]")
        assert "households › 2: Rows 1 and 2 are for the same household. Keep one. [income-table]" in said

    def test_no_household_is_left_out(self, project: Project) -> None:
        four = "{household: 4, limit: 2014, percent: 15}"
        assert rows(project, ONE, four) == [
            "line 6    values › 1 › households: No row for a household of 2, 3, though there is one for larger ones. "
            "Add it. [income-table]"
        ]
        assert rows(project, ONE, TWO) == []

    def test_where_only_the_client_counts_there_is_one_row(self, project: Project) -> None:
        assert rows(project, ONE, more=", counts: client") == []
        (said,) = rows(project, ONE, TWO, more=", counts: client")
        assert "households › 2 › household: Only the client is counted" in said

    def test_a_table_is_not_empty(self, project: Project) -> None:
        (said,) = rows(project)
        assert "The table is empty." in said

    def test_limit_and_percentage_are_not_swapped(self, project: Project) -> None:
        (said,) = rows(project, "{household: 1, limit: 35, percent: 563}")
        assert '"563" is over 100 per cent. If a limit stands beside it: are limit and percent swapped?' in said

    def test_a_household_has_one_row(self, project: Project) -> None:
        (said,) = rows(project, ONE, ONE)
        assert 'Rows 1 and 2 are for the same household. Keep one, or say "hours_up_to". [income-table]' in said

    @pytest.mark.parametrize(("first", "second"), [(20, 20), (20, 10)])
    def test_hours_rise(self, project: Project, first: int, second: int) -> None:
        written = [f"{{household: 1, limit: 563, percent: 35, hours_up_to: {hours}}}" for hours in (first, second)]
        (said,) = rows(project, *written)
        assert f"It reaches to {second} hours, the row before it to {first}. Hours must rise." in said

    def test_hours_may_end_open_but_not_begin_so(self, project: Project) -> None:
        limited = "{household: 1, limit: 563, percent: 20, hours_up_to: 20}"
        assert rows(project, limited, ONE) == []
        (said,) = rows(project, ONE, limited)
        assert "Rows 1 and 2 are for the same household." in said

    def test_a_share_has_such_a_table_too(self, project: Project) -> None:
        (said,) = told(project, f"rule: formula, income: gross, households: [{ONE}, {ONE}]", field="client_shares")
        assert "client_shares › 1 › households › 2" in said

    def test_a_share_in_bands_has_no_overlap_and_no_gap(self, project: Project) -> None:
        def share(*households: str) -> list[str]:
            table = f"households: [{', '.join(households)}]"
            return told(project, f"rule: income_bands, income: gross, {table}", field="client_shares")

        one, three = (f"{{household: {size}, bands: [{{up_to: 1200, amount: 5}}, {{amount: 9}}]}}" for size in (1, 3))
        overlap = "{household: 1, bands: [{up_to: 1200, amount: 5}, {up_to: 1100, percent: 50}]}"

        assert share(one) == []
        assert share(one, three) == [
            "line 6    client_shares › 1 › households: No row for a household of 2, though there is one for larger ones. "
            "Add it. [income-table]"
        ]
        assert share(overlap) == [
            "line 6    client_shares › 1 › households › 1 › bands › 2 › up_to: It reaches to 1100.00 €, "
            "the band before it to 1200.00 €. Bands must rise. [income-table]"
        ]
        assert "Rows 1 and 2 are for the same household." in share(one, one)[0]

    def test_a_band_has_an_amount_or_a_percentage(self, project: Project) -> None:
        assert bands(project, "up_to: 1500, percent: 75", "up_to: 2000, percent: 50, amount: 20") == []
        assert bands(project, "up_to: 1500", "amount: 14") == [
            "line 6    values › 1 › households › 1 › bands › 1: The band has no amount. "
            'Write "amount", or "percent" of the price. [income-table]'
        ]

    def test_children_are_counted_alone(self, project: Project) -> None:
        assert rows(project, ONE, TWO, more=", counts: children") == []

    def test_adults_and_children_are_told_where_they_are_counted(self, project: Project) -> None:
        family = "{household: 3, adults: 2, children: 1, limit: 563, percent: 35}"
        lone = "{household: 2, adults: 1, children: 1, limit: 563, percent: 35}"
        counts = ", counts: adults_and_children"

        assert rows(project, lone, family, more=counts) == []
        assert "The source counts adults and children apart." in rows(project, ONE, family, more=counts)[0]
        assert any("Adults and children are told apart here." in line for line in rows(project, lone))
        wrong = rows(project, "{household: 4, adults: 2, children: 1, limit: 563, percent: 35}", more=counts)
        assert "2 adults and 1 children are not a household of 4." in wrong[0]


class TestValueRule:
    """Rule value-rule."""

    @pytest.mark.parametrize(
        ("rule", "said"),
        [
            (
                f"rule: income_reduction, unit: hour, income: gross, maximum: 7, minimum: 7.01, divisor: 60, households: [{ONE}]",
                "minimum: The minimum is above the maximum. Change one of them.",
            ),
            ("rule: range, unit: hour, minimum: 20.01, maximum: 20", "minimum: The minimum is above the maximum."),
            (
                f"rule: income_share, unit: hour, income: net, base_price: 30, minimum: 31, households: [{ONE}]",
                "minimum: The minimum is above the base price.",
            ),
            (
                f"rule: income_reduction, unit: hour, income: gross, maximum: 27, minimum: 7, divisor: 0, households: [{ONE}]",
                "divisor: Nothing can be divided by 0.",
            ),
            (f"{REDUCTION}, round_up_to: 0, households: [{ONE}]", "round_up_to: Nothing can be rounded to steps of 0."),
            (
                f"{REDUCTION}, round_up_to: 0.05, round_to: 1, households: [{ONE}]",
                'round_to: The amount is rounded twice, by "round_up_to" and "round_to". Keep one.',
            ),
            ("rule: fixed, unit: hour, amount: 30, units_at_most: 0", "units_at_most: With 0 the voucher would pay"),
            ("rule: fixed, unit: hour, amount: 30, month_at_most: 0", "month_at_most: With 0 the voucher would pay"),
            (
                f'rule: income_share, unit: hour, income: net, base_price: 30, round_each: "yes", households: [{ONE}]',
                "round_each: It does not say to what step.",
            ),
        ],
    )
    def test_what_cannot_be_computed_is_told(self, project: Project, rule: str, said: str) -> None:
        (line,) = told(project, rule)

        assert line.startswith(f"line 6    values › 1 › {said}")
        assert line.endswith("[value-rule]")

    @pytest.mark.parametrize(
        "rule",
        [
            "rule: range, unit: hour, minimum: 20, maximum: 20",
            f"{REDUCTION}, round_up_to: 0.05, households: [{ONE}]",
            f"rule: income_share, unit: hour, income: net, base_price: 30, minimum: 30, households: [{ONE}]",
        ],
    )
    def test_the_ends_may_meet(self, project: Project, rule: str) -> None:
        assert told(project, rule) == []


class TestValueGap:
    """Rule value-gap."""

    FIRST = "rule: fixed, unit: hour, amount: 30, until: 2018-12-31"

    def test_a_day_between_two_amounts_has_one(self, project: Project) -> None:
        assert told(project, "rule: fixed, unit: hour, amount: 31, from: 2019-02-01", self.FIRST) == [
            "line 6    values › 1: No amount holds from 2019-01-01 to 2019-01-31, between this period and the one before "
            "it. Join them. [value-gap]"
        ]

    @pytest.mark.parametrize("starts", ["2019-01-01"])
    def test_the_next_day_is_no_gap(self, project: Project, starts: str) -> None:
        assert told(project, self.FIRST, f"rule: fixed, unit: hour, amount: 31, from: {starts}") == []

    def test_one_day_is(self, project: Project) -> None:
        (said,) = told(project, self.FIRST, "rule: fixed, unit: hour, amount: 31, from: 2019-01-02")
        assert "No amount holds on 2019-01-01, between" in said

    def test_shares_have_no_gap_either(self, project: Project) -> None:
        (said,) = told(
            project,
            "rule: at_most, amount: 5, until: 2018-12-31",
            "rule: difference, from: 2019-07-01",
            field="client_shares",
        )
        assert "client_shares › 2: No amount holds from 2019-01-01 to 2019-06-30" in said

    def test_variants_have_their_own_periods(self, project: Project) -> None:
        two = "{arki: {name: {fi: Arki, sv: Vardag, en: Weekday}}, pyha: {name: {fi: Pyhä, sv: Helg, en: Holiday}}}"
        variants = f"variants: {two}\n"
        weekday, holiday = f"{self.FIRST}, variants: [arki]", "rule: fixed, unit: hour, amount: 9, from: 2019-02-01"

        assert told(project, weekday, f"{holiday}, variants: [pyha]", variants=variants) == []
        assert len(told(project, weekday, holiday, variants=variants)) == 1

    def test_a_value_that_runs_out_leaves_no_gap(self, project: Project) -> None:
        assert told(project, self.FIRST) == []
