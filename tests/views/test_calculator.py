"""The calculator's view: what it asks, which prices it offers, the steps by hand, and what amounts did over time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from provider_directory.views import voucher
from provider_directory.views.calculator import CalculatorView
from provider_directory.views.voucher import VoucherView
from tests.conftest import ROOT
from tests.records.project import DAY, Project, world
from tests.views.conftest import Town
from tests.views.editions import edition_of, html

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
FRONT = "---\ntitle: Kotihoidon palveluseteli\nsummary: Kaupunki maksaa osan kotihoidosta.\nservices: [home-care]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small world in it."""
    return world(tmp_path)


def rules(project: Project, text: str) -> None:
    """Give the voucher these rules."""
    project.write(VOUCHER, f"{FRONT}{dedent(text)}---\nNäin se toimii.\n")


def view_of(project: Project, key: str = "ylojarvi/kotihoito", day: date = DAY) -> VoucherView:
    """What the voucher's page says on a day."""
    edition = edition_of(project, day)
    entry = edition.records.vouchers[key]
    return voucher.voucher_view(edition, entry, edition.catalogue.organiser_of(entry))


def calculator_of(project: Project, day: date = DAY) -> CalculatorView:
    """The calculator, which the voucher has."""
    found = view_of(project, day=day).calculator
    assert found
    return found


def by_hand(project: Project) -> list[str]:
    """The steps, where one way serves all options."""
    (way,) = calculator_of(project).by_hand
    assert way.title is None
    return list(way.steps)


DIFFERENCE = "Take the voucher's value off the provider's price. What is left is what you pay; if nothing is left, you pay nothing."
MONTH = "Multiply it by how much you use in a month, and you know what a month costs you."
REDUCTION = """\
    values:
      - rule: income_reduction
        unit: hour
        income: gross
        maximum: "27"
        minimum: "7"
        divisor: "60"
        households: [{household: "1", limit: "563", percent: 35 %}]
    """


class TestByHand:
    """Pen and paper."""

    def test_an_amount_everybody_gets(self, project: Project) -> None:
        assert by_hand(project) == ["The voucher's value is: €30.00/hour.", DIFFERENCE, MONTH]

    def test_a_value_that_falls_with_income(self, project: Project) -> None:
        rules(project, REDUCTION)

        assert by_hand(project) == [
            "Take your gross income (before tax) of a month.",
            "Take off €563.00. If nothing is left, go on with nothing.",
            "Take 35% of what is left.",
            "Divide that by 60.",
            "Take the result off €27.00/hour. That is the voucher's value.",
            "The value is never below €7.00/hour.",
            DIFFERENCE,
            MONTH,
        ]

    def test_what_is_taken_off_and_who_is_counted_and_how_it_is_rounded(self, project: Project) -> None:
        more = '    counts: client\n    deducts: [{fi: Vuokra, en: Rent, at_most: "520"}]\n    round_up_to: "0.50"\n    coefficient: "1.5"\n'
        rules(project, dedent(REDUCTION).replace("    income: gross\n", f"    income: gross\n{more}"))

        steps = by_hand(project)

        assert "Take off what the organiser lets you take off: Rent (at most €520.00)." in steps
        assert "Only the client is counted, whoever else lives in the household." in steps
        assert "The value is rounded up to a full €0.50, in your favour." in steps
        assert "The amount is multiplied by 1.5." in steps

    def test_a_table_of_incomes(self, project: Project) -> None:
        rules(
            project,
            """\
            values:
              - rule: income_bands
                unit: hour
                income: net
                households: [{household: "1", bands: [{up_to: "1000", amount: "28"}]}]
            """,
        )

        assert by_hand(project)[:2] == [
            "Take your net income (after tax) of a month.",
            "Find your household and your income in the table above: the row says the voucher's value.",
        ]

    def test_the_rest_of_a_month(self, project: Project) -> None:
        rules(
            project,
            """\
            values:
              - rule: income_share
                unit: 24h
                income: gross
                base_price: "64"
                base_price_is_maximum: "yes"
                not_charged_below: "27"
                households: [{household: "1", limit: "576", percent: 35 %}, {household: "2", limit: "1000", percent: 22 %}]
            """,
        )

        assert by_hand(project) == [
            "Take your gross income (before tax) of a month.",
            "Take off your household's limit from the table above. If nothing is left, go on with nothing.",
            "Take your household's percentage of what is left.",
            "A share below €27.00 is not charged.",
            "Take the provider's price, but at most €64.00/24 hours, times how much you use in a month.",
            "Take your share of the month off that: the rest is what the voucher pays in a month.",
            "Divide it by how much you use in a month: that is the voucher's value.",
            DIFFERENCE,
            "Multiply it by the days and nights you use it in a month; a whole month is counted as 30.",
        ]

    def test_a_share_by_income(self, project: Project) -> None:
        rules(
            project,
            """\
            values: [{rule: fixed, unit: hour, amount: "30"}]
            client_shares:
              - rule: formula
                income: net
                unit: month
                share_at_most: "290"
                siblings: [100 %, 50 %]
                households: [{household: "1", limit: "600", percent: 10 %}]
            """,
        )

        assert by_hand(project) == [
            "Take your net income (after tax) of a month.",
            "Take off €600.00. If nothing is left, go on with nothing.",
            "Take 10% of what is left.",
            "The share is at most €290.00 a month.",
            "Of this is paid for children from the youngest: child 1: 100%, child 2: 50%.",
            "That is what you pay in a month: more only where the price is above what the voucher can pay, and never more "
            "than the whole bill.",
        ]

    def test_a_share_in_bands_and_a_fixed_one_need_no_value(self, project: Project) -> None:
        rules(
            project,
            """\
            values: [{rule: price_capped, unit: hour}]
            client_shares:
              - rule: income_bands
                unit: hour
                income: gross
                households: [{household: "1", bands: [{up_to: "1000", amount: "5"}, {amount: "9"}]}]
            """,
        )
        assert by_hand(project) == [
            "Take your gross income (before tax) of a month.",
            "Find your household and your income in the table above: the row says what you pay.",
            MONTH,
        ]

        rules(
            project,
            'values: [{rule: price_capped, unit: hour}]\nclient_shares: [{rule: fixed, unit: hour, amount: "4"}]\n',
        )
        assert by_hand(project) == ["You pay €4.00/hour, whichever provider you choose.", MONTH]

    def test_a_value_in_the_persons_own_decision(self, project: Project) -> None:
        rules(project, 'values: [{rule: range, unit: hour, minimum: "20", maximum: "35"}]\n')

        assert by_hand(project)[:2] == [
            "Take the voucher's value from the decision you have been given.",
            "It is: €20.00–€35.00/hour.",
        ]

    @pytest.mark.parametrize(
        ("value", "share", "steps"),
        [
            (
                'rule: price_capped, month_at_most: "330"',
                "",
                [
                    DIFFERENCE,
                    MONTH,
                    "But the voucher pays at most €330.00 in a month. If its value for the whole month is more than that, "
                    "take €330.00 off the month's whole bill instead: what is left is what you pay in a month.",
                ],
            ),
            (
                'rule: fixed, amount: "21", units_at_most: "5"',
                "",
                [
                    DIFFERENCE,
                    "Multiply it by how much you use in a month, but by at most 5.",
                    "What you use in a month past 5 costs the provider's full price: add it.",
                ],
            ),
            (
                'rule: fixed, amount: "21", units_at_most: "5"',
                'rule: fixed, unit: month, amount: "20"',
                [
                    "You pay €20.00/month, whichever provider you choose.",
                    "What you use in a month past 5 costs the provider's full price: add it.",
                ],
            ),
            (
                'rule: fixed, amount: "21"',
                'rule: fixed, amount: "3", month_at_most: "50"',
                [
                    "You pay €3.00/hour, whichever provider you choose.",
                    MONTH,
                    "In a month you pay at most €50.00.",
                ],
            ),
            (
                'rule: fixed, amount: "21"',
                'rule: at_most, unit: month, amount: "50"',
                [
                    DIFFERENCE,
                    MONTH,
                    "The provider may not charge you more than this: at most €50.00/month.",
                ],
            ),
            ("rule: price_capped", 'rule: at_most, unit: hour, amount: "0"', ["You pay nothing."]),
        ],
    )
    def test_what_a_month_is_limited_to(self, project: Project, value: str, share: str, steps: list[str]) -> None:
        shares = f"client_shares: [{{{share}}}]\n" if share else ""
        rules(project, f"values: [{{unit: hour, {value}}}]\n{shares}")

        assert by_hand(project)[-len(steps) :] == steps
        assert sum("Multiply it" in step for step in by_hand(project)) == sum("Multiply it" in step for step in steps)

    def test_a_limit_of_nothing_is_not_taken_off(self, project: Project) -> None:
        row = '[{household: "1", limit: "0", percent: 35 %}]'
        rules(project, f"client_shares: [{{rule: formula, income: gross, households: {row}}}]\n")

        assert by_hand(project)[:2] == ["Take your gross income (before tax) of a month.", "Take 35% of it."]

    def test_options_that_are_worked_out_alike_are_told_once(self, project: Project) -> None:
        rules(
            project,
            """\
            variants:
              near: {name: {fi: Lähellä, en: Near}}
              far: {name: {fi: Kaukana, en: Far}}
              night: {name: {fi: Yö, en: Night}}
            values:
              - {rule: fixed, variants: [near], unit: hour, amount: "55"}
              - {rule: fixed, variants: [far], unit: hour, amount: "70"}
              - {rule: price_capped, variants: [night], unit: 24h}
            """,
        )

        assert [(way.title, way.steps[0]) for way in calculator_of(project).by_hand] == [
            ("Near and Far", "Take the voucher's value of your option from the table above."),
            ("Night", "The voucher's value is: at most the provider's price."),
        ]


class TestQuestions:
    """Nobody is asked for more than the rules look at."""

    def test_only_what_the_rules_look_at_is_asked(self, project: Project) -> None:
        assert calculator_of(project).questions == ()

        rules(project, dedent(REDUCTION).replace("    income: gross\n", "    income: gross\n    counts: client\n"))

        made = calculator_of(project)
        assert made.questions == ("gross",)
        assert [(use.unit, use.label) for use in made.uses] == [("hour", "Hours of service a month")]

    def test_each_thing_to_take_off_has_a_field(self, project: Project) -> None:
        taken = '    deducts: [{fi: Vuokra, en: Rent, above: "50", percent: 80 %, at_most: "520"}, {fi: Elatusapu, en: Child support}]\n'
        rules(project, dedent(REDUCTION).replace("    income: gross\n", f"    income: gross\n{taken}"))

        made = calculator_of(project)

        assert made.deductions == ("Rent (80% of it, what is above €50.00, at most €520.00)", "Child support")
        assert json.loads(made.data)["deductionLimits"] == [
            {"above": 5000, "percent": 80_000_000, "atMost": 52000},
            {},
        ]

    def test_a_share_of_income_is_paid_once_for_all_options(self, project: Project) -> None:
        share = """\
            values:
              - {rule: fixed, unit: hour, amount: "30"}
            client_shares:
              - rule: formula
                income: gross
                unit: month
                households: [{household: "1", limit: "600", percent: 10 %}]
            variants: {day: {name: Päivä}, night: {name: Yö}}
            """
        rules(project, share)
        assert calculator_of(project).once

        rules(project, share.replace("            variants: {day: {name: Päivä}, night: {name: Yö}}\n", ""))
        assert not calculator_of(project).once

    def test_an_option_in_several_units_is_several_ways(self, town: Town) -> None:
        town.project.write(
            VOUCHER,
            FRONT
            + "values: [{rule: by_reference, reason: {fi: Sivu ei kerro., en: The page does not say.}}]\n---\nNäin.\n",
        )
        town.home_care("esimerkki-a", "price: '38.50', unit: hour")
        town.home_care("esimerkki-b", "price: '60', unit: visit")

        made = calculator_of(town.project)

        assert [(way.key, way.label, way.decided) for way in made.ways] == [
            ("/hour", "Home care (hour)", True),
            ("/visit", "Home care (visit)", True),
        ]
        assert [(option.way, option.label) for option in made.providers] == [
            ("/hour", "Esimerkki A Oy: €38.50/hour"),
            ("/visit", "Esimerkki B Oy: €60.00/visit"),
        ]


class TestPrices:
    """Which prices it offers to compute with."""

    def test_the_lowest_the_middle_and_the_highest_stand_out(self, town: Town) -> None:
        for key, price in zip("abcd", ("41", "38.50", "55", "40"), strict=True):
            town.home_care(f"esimerkki-{key}", f"price: '{price}', unit: hour")

        made = calculator_of(town.project)

        assert [option.label for option in made.listed] == [
            "Lowest price on the list: €38.50/hour",
            "Price in the middle of the list: €40.00/hour",
            "Highest price on the list: €55.00/hour",
        ]
        assert json.loads(made.listed[0].quote) == {
            "voucher": "ylojarvi/kotihoito",
            "variant": None,
            "price": 3850,
            "unit": "hour",
        }

    def test_a_provider_to_come_and_a_price_to_come_are_said(self, town: Town) -> None:
        town.home_care(
            "esimerkki-a",
            "price: '38.50', unit: hour, until: 2018-12-31",
            "price: '41', unit: hour, from: 2019-01-01",
            more="  from: 2018-09-01\n",
        )

        (option,) = calculator_of(town.project).providers
        quote = json.loads(option.quote)

        assert option.label == "Esimerkki A Oy: €38.50/hour (from 1 September 2018)"
        assert (quote["day"], quote["price"]) == ("2018-09-01", 3850)
        assert quote["changes"] == [{"starts": "2019-01-01", "price": 4100}]

    def test_a_price_and_an_approval_that_end_say_so(self, town: Town) -> None:
        town.home_care(
            "esimerkki-a",
            "price: '38.50', unit: hour, until: 2018-10-31",
            "price: '41', unit: hour, from: 2018-12-01",
            more="  until: 2018-12-31\n",
        )

        (option,) = calculator_of(town.project).providers
        quote = json.loads(option.quote)

        assert quote["until"] == "2018-12-31"
        assert quote["changes"] == [
            {"starts": "2018-11-01", "price": None},
            {"starts": "2018-12-01", "price": 4100},
        ]

    def test_without_any_provider_one_writes_the_price(self, town: Town) -> None:
        made = calculator_of(town.project)

        assert (made.listed, made.providers) == ((), ())
        assert [way.key for way in made.ways] == ["/hour"]


class TestWhen:
    """Whether there is anything to work out."""

    def test_not_for_what_cannot_be_had_or_computed(self, project: Project) -> None:
        project.remove("providers/esimerkkihoiva.yaml")
        rules(project, "planned: {stage: Suunnitellaan.}\n")
        assert view_of(project).calculator is None

        rules(project, 'closes: 2018-01-01\nvalues: [{rule: fixed, unit: hour, amount: "30"}]\n')
        assert view_of(project).calculator is None

        rules(
            project,
            """\
            values: [{rule: fixed, unit: hour, amount: "30"}]
            client_shares: [{rule: individual, reason: {fi: Erikseen., en: Apart.}}]
            """,
        )
        assert view_of(project).calculator is None

    def test_each_rule_has_its_source(self, project: Project) -> None:
        rules(
            project,
            """\
            values:
              - rule: fixed
                unit: hour
                amount: "30"
                from: 2018-01-01
                decision: {body: {fi: Lautakunta, en: Committee}, date: 2017-04-11, section: "26"}
              - {rule: by_reference, variants: [], until: 2017-12-31, reason: {fi: Ei., en: No.}}
            client_shares: [{rule: difference}]
            """,
        )
        data = json.loads(calculator_of(project).data)

        assert data["values"] == ["from 1 January 2018; Committee 11 April 2017 § 26", "until 31 December 2017"]
        assert data["shares"] == ["the price less the voucher's value, by the Voucher Act (569/2009, section 3)"]

    def test_an_amount_that_no_source_dates_is_not_dated(self, project: Project) -> None:
        rules(
            project,
            """\
            values: [{rule: fixed, unit: hour, amount: "30"}]
            client_shares: [{rule: fixed, unit: hour, amount: "10", from: 2018-01-01}]
            """,
        )
        data = json.loads(calculator_of(project).data)

        assert (data["values"], data["shares"]) == ([None], ["from 1 January 2018"])
        assert data["undated"] == "The source does not say from when these amounts hold."

    def test_what_no_sum_holds_is_told_without_what_every_amount_is(self, project: Project) -> None:
        rules(
            project,
            """\
            values: [{rule: fixed, unit: hour, amount: "30"}]
            client_pays:
              - {fi: Lääkkeet, en: Medicines}
              - {fi: Omavastuu, en: The client share, counted: yes}
            """,
        )
        assert json.loads(calculator_of(project).data)["apart"] == ["medicines"]
        assert by_hand(project)[-1] == "Add what the voucher does not cover; it is listed on this page."
        rules(
            project,
            """\
            values: [{rule: fixed, unit: hour, amount: "30"}]
            client_pays: [{fi: Omavastuu, en: The client share, counted: yes}]
            """,
        )
        assert by_hand(project)[-1] == MONTH

    def test_the_page_leads_to_it(self, project: Project) -> None:
        view = view_of(project)
        edition = edition_of(project)
        text = html(edition, *voucher.pages(edition))

        assert ("Work out what you pay", "#calculator") in [(way.label, way.url) for way in view.ways]
        assert 'data-module="calculator"' in text
        assert 'id="calculator"' in text


@pytest.mark.parametrize("day", [DAY, date(2019, 6, 17)])
def test_every_voucher_of_the_example_site_says_what_one_pays_or_why_not(day: date) -> None:
    edition = edition_of(Project(ROOT), day)
    for key, entry in edition.records.vouchers.items():
        view = voucher.voucher_view(edition, entry, edition.catalogue.organiser_of(entry))
        if entry.record.planned or view.planned:
            continue
        unknown = view.values_unknown + view.shares_unknown
        assert view.formulas or view.shares_unknown, key
        assert unknown or (view.calculator and view.calculator.ways), key
        assert all("Ask: " in each.text for each in unknown), key
        if not unknown:
            assert any(made.lines for made in view.formulas) or any(view.shares.rows if view.shares else ()), key


class TestHistory:
    """What amounts did over time."""

    def test_the_most_of_a_rule_by_income_is_drawn(self, project: Project) -> None:
        one = dedent(REDUCTION)
        two = one.replace('maximum: "27"', 'maximum: "30"').replace("values:\n", "")
        rules(project, f"{one}    until: 2018-12-31\n{two}    from: 2019-01-01\n")

        (plot,) = view_of(project).histories

        assert plot.words == "Home care: the value has 2 levels"
        assert [(mark.x, mark.date, mark.value, mark.coming) for mark in plot.marks] == [
            ("0", "until 31 December 2018", "depends on your income: €7.00–€27.00/hour", False),
            ("50", "from 1 January 2019", "depends on your income: €7.00–€30.00/hour", True),
        ]

    def test_different_units_are_never_drawn_together(self, project: Project) -> None:
        rules(
            project,
            """\
            values:
              - {rule: fixed, unit: hour, amount: "30", until: 2018-12-31}
              - {rule: fixed, unit: visit, amount: "60", from: 2019-01-01}
            """,
        )

        assert view_of(project).histories == ()

    def test_what_the_client_pays_is_drawn_too(self, project: Project) -> None:
        rules(
            project,
            """\
            values: [{rule: price_capped, unit: day}]
            client_shares:
              - {rule: fixed, unit: day, amount: "11.30", from: 2018-01-01, until: 2018-12-31}
              - {rule: fixed, unit: day, amount: "11.40", from: 2019-01-01}
            """,
        )
        (plot,) = view_of(project).share_histories

        assert plot.words == "Home care: what you pay has 2 levels"
        assert [mark.value for mark in plot.marks] == ["€11.30/day", "€11.40/day"]


class TestTables:
    """What the tables say besides amounts."""

    def test_how_a_value_is_made_stands_under_it(self, project: Project) -> None:
        rules(project, 'values: [{rule: coefficient, unit: hour, base: "24.50", coefficient: "2"}]\n')
        table = view_of(project).values
        assert table

        (cell, _) = table.rows[0].cells
        assert (cell.text, cell.note) == ("€49.00/hour", "€24.50 × 2")

    @pytest.mark.parametrize(
        ("counts", "rows", "words"),
        [
            ("adults", '{household: "1", limit: "563", percent: 35 %}', "1 adult"),
            ("children", '{household: "2", limit: "563", percent: 35 %}', "2 children"),
            (
                "adults_and_children",
                '{household: "3", adults: "2", children: "1", limit: "563", percent: 35 %}',
                "2 adults and 1 child",
            ),
            ("persons", '{household: "3", limit: "563", percent: 35 %}', "household of 3"),
        ],
    )
    def test_a_household_is_named_as_its_source_counts_it(
        self, project: Project, counts: str, rows: str, words: str
    ) -> None:
        more = f'    counts: {counts}\n    beyond: {{limit: "300", percent: 1 %}}\n'
        text = dedent(REDUCTION).replace("    income: gross\n", f"    income: gross\n{more}")
        rules(project, text.replace('{household: "1", limit: "563", percent: 35 %}', rows))

        made = view_of(project).formulas[-1]
        assert made.households

        assert [row.heading for row in made.households.rows] == [words]
