"""The voucher's page: what is known on the day, what is decided, and what nobody has said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from provider_directory.views import former_voucher, voucher, vouchers
from provider_directory.views.edition import Edition
from provider_directory.views.page import Page
from provider_directory.views.values import Dated
from provider_directory.views.voucher import VoucherView
from tests.records.project import DAY, Project, world
from tests.views.editions import edition_of, html

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"
OTHER = "content/vouchers/ylojarvi/paivatoiminta.md"
PROVIDER = "providers/esimerkkihoiva.yaml"


BANDS = 'income: gross, households: [{household: "1", bands: [{up_to: "1500", amount:'
TABLES = f"""\
variants: {{day: {{name: {{fi: Päivä, en: Day}}}}, evening: {{name: {{fi: Ilta, en: Evening}}}}}}
values:
  - {{rule: income_bands, variants: [day], unit: day, from: 2017-01-01, until: 2017-12-31, {BANDS} "27"}}]}}]}}
  - {{rule: income_bands, variants: [day], unit: day, from: 2018-01-01, until: 2018-12-31, {BANDS} "28"}}]}}]}}
  - {{rule: income_bands, variants: [day], unit: day, from: 2019-01-01, {BANDS} "29"}}]}}]}}
  - {{rule: income_bands, variants: [evening], unit: day, from: 2018-01-01, until: 2018-12-31, {BANDS} "40"}}]}}]}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small world in it."""
    return world(tmp_path)


def add(project: Project, fields: str, file: str = OTHER) -> None:
    """A second voucher; its fields may be indented as the test around them is."""
    front = "---\ntitle: Päivätoiminnan palveluseteli\nsummary: Kaupunki maksaa osan.\nservices: [day-activity]\n"
    project.write(file, fields)
    text = (project.root / file).read_text(encoding="utf-8")
    (project.root / file).write_text(f"{front}{text}---\nNäin se toimii.\n", encoding="utf-8")


def page_of(edition: Edition, key: str = "ylojarvi/paivatoiminta") -> Page:
    """The page of one voucher."""
    (found,) = [page for page in voucher.pages(edition) if page.frame.url == edition.links.voucher(key)]
    return found


def view_of(project: Project, key: str = "ylojarvi/paivatoiminta", day: date = DAY) -> VoucherView:
    """What one voucher's page says on a day."""
    view = page_of(edition_of(project, day), key).view
    assert isinstance(view, VoucherView)
    return view


def told(view: VoucherView) -> dict[str, str | None]:
    """The answers at the top, by their questions."""
    return {fact.label: fact.text for fact in view.answers}


class TestAnswers:
    """Can I get it, what is it worth, what do I pay?"""

    def test_what_is_known_fits_three_answers(self, project: Project) -> None:
        add(
            project,
            """\
            audience: {fi: Ikääntyneet, en: Older residents}
            eligibility:
              - {fi: Tarve on arvioitu., en: Your need has been assessed.}
              - {fi: Päätös on tehty., en: A decision has been made.}
            variants:
              near: {name: {fi: Ilman kuljetusta, en: Without transport}}
              far: {name: {fi: Kuljetuksella, en: With transport}}
              bath: {name: {fi: Kylvetys, en: Bathing}}
            values:
              - {rule: fixed, variants: [near], unit: day, amount: "55"}
              - {rule: fixed, variants: [far], unit: day, amount: "70"}
              - {rule: fixed, variants: [bath], unit: visit, amount: "23"}
            client_shares:
              - {rule: at_most, variants: [near, far], unit: day, amount: "22.80"}
            """,
        )

        assert told(view_of(project)) == {
            "Who can get it?": "Older residents. There are 2 conditions, listed below.",
            "What is it worth?": "€55.00–€70.00/day; €23.00/visit.",
            "What do I pay?": "At most €22.80/day.",
        }

    def test_what_is_decided_but_not_in_force_is_told_with_its_day(self, project: Project) -> None:
        add(
            project,
            """\
            values:
              - {rule: fixed, unit: day, amount: "55", until: 2018-12-31}
              - {rule: fixed, unit: day, amount: "58", from: 2019-01-01}
            client_shares:
              - {rule: fixed, unit: day, amount: "11.40", from: 2019-01-01}
            """,
        )

        answers = told(view_of(project))

        assert answers["What is it worth?"] == "€55.00/day. From 1 January 2019: €58.00/day."
        assert (
            answers["What do I pay?"]
            == "The provider's price less the voucher's value. From 1 January 2019: €11.40/day."
        )

    def test_nobody_is_told_more_than_the_source_says(self, project: Project) -> None:
        add(
            project,
            """\
            contacts: [office]
            values:
              - {rule: by_reference, reason: {fi: Sivu ei kerro summaa., en: The page gives no amount.}}
            """,
        )

        answers = told(view_of(project))

        assert answers["Who can get it?"] == "The source does not say who can get it. Ask: Vouchers."
        assert answers["What is it worth?"] == (
            "The amount cannot be computed here. The page gives no amount. Ask: Vouchers."
        )

    def test_amounts_that_have_run_out_are_not_given_as_present(self, project: Project) -> None:
        add(project, 'values: [{rule: fixed, unit: day, amount: "55", from: 2017-01-01, until: 2017-12-31}]\n')

        assert (
            told(view_of(project))["What is it worth?"]
            == "The amounts in the source were valid until 31 December 2017."
        )


class TestValues:
    """The table of values."""

    def test_each_amount_has_its_own_validity_and_decision(self, project: Project) -> None:
        add(
            project,
            """\
            values:
              - rule: fixed
                unit: day
                amount: "55"
                until: 2018-12-31
                decision: {body: {fi: Lautakunta, en: Committee}, date: 2017-04-11, section: "26"}
              - {rule: fixed, unit: day, amount: "58", from: 2019-01-01}
            """,
        )
        table = view_of(project).values
        assert table

        dated = [cell for row in table.rows for cell in row.cells if isinstance(cell, Dated)]

        assert [row.cells[0].text for row in table.rows] == ["€55.00/day", "€58.00/day"]
        assert [(cell.text, cell.tag and cell.tag.text, cell.note) for cell in dated] == [
            ("until 31 December 2018", "In force", "Committee 11 April 2017 § 26"),
            ("from 1 January 2019", "Not yet in force", "decision not told"),
        ]

    def test_an_amount_without_a_period_says_so(self, project: Project) -> None:
        table = view_of(project, "ylojarvi/kotihoito").values
        assert table

        assert [cell.text for cell in table.rows[0].cells] == ["€30.00/hour", "The source does not say from when."]

    def test_what_has_run_out_makes_room_for_what_holds(self, project: Project) -> None:
        add(
            project,
            """\
            values:
              - {rule: fixed, unit: day, amount: "50", from: 2016-01-01, until: 2017-08-31}
              - {rule: fixed, unit: day, amount: "55", from: 2017-09-01}
            """,
        )
        view = view_of(project)
        assert view.values

        assert [row.cells[0].text for row in view.values.rows] == ["€55.00/day"]
        (plot,) = view.histories
        assert [(mark.date, mark.value) for mark in plot.marks] == [
            ("1 January 2016–31 August 2017", "€50.00/day"),
            ("from 1 September 2017", "€55.00/day"),
        ]

    def test_a_value_to_come_is_drawn_as_to_come(self, project: Project) -> None:
        add(
            project,
            """\
            values:
              - {rule: fixed, unit: day, amount: "50", from: 2017-01-01, until: 2018-12-31}
              - {rule: fixed, unit: day, amount: "55", from: 2019-01-01}
            """,
        )
        (plot,) = view_of(project).histories

        assert [mark.coming for mark in plot.marks] == [False, True]
        assert plot.path == "M0 85H83.3"
        assert plot.coming == "M83.3 85V15H100"

    def test_without_any_amount_there_is_a_reason_and_somebody_to_ask(self, project: Project) -> None:
        add(
            project,
            """\
            values:
              - {rule: individual, ask: office, reason: {fi: Arvo päätetään erikseen., en: It is decided for each client.}}
            """,
        )
        view = view_of(project)

        assert view.values is None
        assert [each.text for each in view.values_unknown] == ["It is decided for each client. Ask: Vouchers."]


class TestShares:
    """What the client pays, as formulas with examples."""

    def test_an_example_uses_a_price_and_a_value_from_the_list(self, project: Project) -> None:
        (made,) = view_of(project, "ylojarvi/kotihoito").formulas
        assert made.total

        assert made.words == "price − voucher's value"
        assert [line.amount for line in made.lines] == ["€38.50", "−€30.00"]
        assert (made.total.amount, made.total.unit) == ("€8.50", "hour")

    def test_an_example_is_of_what_comes_first_not_of_what_is_cheapest(self, project: Project) -> None:
        add(
            project,
            """\
            variants:
              near: {name: {fi: Ilman kuljetusta, en: Without transport}}
              bath: {name: {fi: Kylvetys, en: Bathing}}
            values:
              - {rule: fixed, variants: [near], unit: day, amount: "55"}
              - {rule: fixed, variants: [bath], unit: visit, amount: "23"}
            """,
        )
        prices = "[{variant: near, price: '70', unit: day}, {variant: bath, price: '29', unit: visit}]"
        listing = f"{{voucher: ylojarvi/paivatoiminta, municipalities: [ylojarvi], at_home: yes, prices: {prices}}}"
        project.replace(PROVIDER, "listings:\n", f"listings:\n  - {listing}\n")
        made = view_of(project).formulas[0]
        assert made.total

        assert made.example_title == (
            "Example with the lowest price on the list of approved providers: Without transport"
        )
        assert (made.total.amount, made.total.unit) == ("€15.00", "day")

    def test_transport_both_ways_is_in_the_most_one_can_pay(self, project: Project) -> None:
        add(
            project,
            """\
            variants:
              near: {name: {fi: Ilman kuljetusta, en: Without transport}}
              far: {name: {fi: Kuljetuksella, en: With transport}}
            client_shares:
              - rule: at_most
                unit: day
                amount: "22.80"
                add_ons: [{name: Kuljetus, amount: "3.50", unit: direction, count: "2", variants: [far]}]
            """,
        )
        view = view_of(project)
        (made,) = view.formulas
        assert made.total and view.shares

        assert made.example_title == "The most you can pay: With transport"
        assert [(line.label, line.amount) for line in made.lines] == [
            ("Client share at most", "€22.80"),
            ("Kuljetus, 2 × €3.50/direction", "€7.00"),
        ]
        assert made.total.amount == "€29.80"
        assert [cell.text for cell in view.shares.rows[0].cells] == [
            "at most €22.80/day",
            "nothing",
            "The source does not say from when.",
        ]

    def test_an_income_formula_is_worked_out_to_the_cent(self, project: Project) -> None:
        add(
            project,
            """\
            client_shares:
              - rule: formula
                income: gross
                households: [{household: "1", limit: "576", percent: 35 %}]
            """,
        )
        (made,) = view_of(project).formulas
        assert made.total

        assert made.words == "(gross income − €576.00) × 35%"
        assert [line.amount for line in made.lines] == ["€1,500.00", "−€576.00", "€924.00"]
        assert (made.total.amount, made.total.unit) == ("€323.40", "month")

    def test_a_value_that_falls_with_income_is_rounded_in_the_clients_favour(self, project: Project) -> None:
        add(
            project,
            """\
            values:
              - rule: income_reduction
                unit: hour
                income: gross
                maximum: "27"
                minimum: "7"
                divisor: "60"
                round_up_to: "0.50"
                households:
                  - {household: "1", limit: "576", percent: 35 %}
                  - {household: "2", limit: "1063", percent: 22 %}
                beyond: {limit: "350", percent: 2 %}
            """,
        )
        made = view_of(project).formulas[-1]
        assert made.total and made.households

        # 27 − (1500 − 576) × 35 % ÷ 60 = 21.61
        assert made.words == "€27.00 − (gross income − limit) × percentage ÷ 60"
        assert made.explanation and "Limit and percentage by household: see the table." in made.explanation
        assert [(line.label, line.amount) for line in made.lines[-2:]] == [
            ("35% of it", "€323.40"),
            ("€27.00 less that divided by 60, rounded up to the next €0.50", "€22.00"),
        ]
        assert made.total.amount == "€22.00"
        assert [[cell.text for cell in row.cells] for row in made.households.rows] == [
            ["€576.00", "35%"],
            ["€1,063.00", "22%"],
        ]
        assert made.households.remarks == (
            "For each further person the limit rises by €350.00 and the percentage falls by 2%.",
        )

    def test_a_formula_that_does_not_hold_yet_says_from_when(self, project: Project) -> None:
        add(project, 'client_shares: [{rule: fixed, unit: day, amount: "11.40", from: 2019-01-01}]\n')
        now, later = view_of(project).formulas

        assert (now.words, now.title) == ("price − voucher's value", "Until 31 December 2018")
        assert later.title == "From 1 January 2019"
        assert later.explanation == (
            "You pay the same whichever provider you choose. "
            "If you use the voucher 4 times, you pay 4 × €11.40 = €45.60."
        )

    def test_tables_of_two_options_on_two_days_all_stand_what_holds_first(self, project: Project) -> None:
        add(project, TABLES)

        found = view_of(project).formulas

        assert [(made.title, made.words.partition(" ")[0]) for made in found[1:]] == [
            ("Day, until 31 December 2018", "by"),
            ("Evening, until 31 December 2018", "by"),
            ("Day, from 1 January 2019", "by"),
        ]
        tables = [made.households for made in found[1:]]
        assert [table and [row.cells[0].text for row in table.rows] for table in tables] == [
            ["€28.00/day"],
            ["€40.00/day"],
            ["€29.00/day"],
        ]
        assert tables[1] and tables[1].caption.endswith(": Evening, until 31 December 2018")
        assert "Evening, until 31 December 2018" in html(edition_of(project), page_of(edition_of(project)))

        later = view_of(project, day=date(2019, 1, 1)).formulas[1:]
        assert [made.title for made in later] == ["Day"]

    def test_options_with_one_table_and_other_factors_have_it_once(self, project: Project) -> None:
        add(
            project,
            """            variants: {whole: {name: {fi: Koko, en: Whole}}, part: {name: {fi: Osa, en: Part}}, half: {name: {fi: Puoli, en: Half}}}
            client_shares:
              - {rule: formula, variants: [whole], unit: month, income: gross, households: &rows}
              - {rule: formula, variants: [part], unit: month, income: gross, share_coefficient: "0.6", households: &rows}
              - {rule: formula, variants: [half], unit: month, income: gross, share_coefficient: "0.6", households: &rows}
            """.replace(
                "&rows",
                '[{household: "2", limit: "1915", percent: 11.5 %}, {household: "3", limit: "2359", percent: 9 %}]',
            ),
        )
        whole, part = view_of(project).formulas

        assert (whole.title, part.title) == ("Whole", "Part and Half")
        assert whole.words == part.words == "(gross income − limit) × percentage"
        assert whole.households and whole.households.caption == "Limits and percentages by household"
        assert part.households is None
        assert whole.explanation and "0.6" not in whole.explanation
        assert part.explanation and part.explanation.endswith(
            "The share is multiplied by 0.6. The table above holds here too."
        )
        assert told(view_of(project))["What do I pay?"] == (
            "By your income: (gross income − limit) × percentage a month (limit and percentage by household: see the table)."
        )

    def test_options_whose_names_hold_a_comma_stay_apart(self, project: Project) -> None:
        add(
            project,
            """\
            variants: {near: {name: {fi: A, en: "Day, near"}}, far: {name: {fi: B, en: "Day, far"}}, bath: {name: {fi: C, en: Bath}}}
            client_shares: [{rule: fixed, variants: [near, far], unit: day, amount: "4", from: 2019-01-01}]
            """,
        )

        assert view_of(project).formulas[-1].title == "Day, near; Day, far; from 1 January 2019"

    def test_one_row_for_more_than_one_person_says_whom_it_is_for(self, project: Project) -> None:
        add(
            project,
            'client_shares: [{rule: formula, income: gross, households: [{household: "2", limit: "0", percent: 5 %}]}]\n',
        )

        (made,) = view_of(project).formulas

        assert made.words == "household of 2: gross income × 5%"
        assert made.explanation == "You pay 5% of your gross income (before tax) of a month."

    def test_what_is_free_is_said_to_be_free(self, project: Project) -> None:
        add(project, 'client_shares: [{rule: at_most, unit: day, amount: "0"}]\n')
        view = view_of(project)

        assert told(view)["What do I pay?"] == "You pay nothing."
        assert [made.words for made in view.formulas] == ["You pay nothing."]
        assert view.shares and view.shares.rows[0].cells[0].text == "nothing"

    def test_nobody_is_sent_asking_for_what_is_told(self, project: Project) -> None:
        add(project, "contacts: [office]\nvalues: [{rule: price_capped, unit: day, percent: 80 %}]\n")

        assert told(view_of(project))["What is it worth?"] == "80% of the provider's price."

    def test_a_share_that_cannot_be_computed_has_no_formula(self, project: Project) -> None:
        add(
            project,
            """\
            client_shares:
              - {rule: by_reference, income: net, ask: office, reason: {fi: Kuten kunnan yksikössä., en: As in the city's own units.}}
            """,
        )
        view = view_of(project)

        assert view.formulas == ()
        assert told(view)["What do I pay?"] == "It depends on your net income (after tax) and cannot be computed here."
        assert [each.text for each in view.shares_unknown] == ["As in the city's own units. Ask: Vouchers."]


class TestStanding:
    """Planned, doubtful, moving, ended."""

    def test_a_planned_voucher_has_a_plan_and_no_providers(self, project: Project) -> None:
        add(project, "planned: {stage: {fi: Suunnitellaan., en: It is being planned.}, expected: 2019-autumn}\n")
        view = view_of(project)

        assert [tag.text for tag in view.tags] == ["Planned"]
        assert told(view) == {
            "What for?": None,
            "How far is it?": "It is being planned.",
            "When does it start?": "autumn 2019",
        }
        assert (view.providers, view.formulas) == (None, ())

    def test_doubts_and_coming_changes_come_first(self, project: Project) -> None:
        add(
            project,
            """\
            system_since: 2018-09-01
            flags: [{code: contact-list-only, note: {fi: Vain yhteystiedoissa., en: Only in the contact list.}}]
            """,
        )

        assert [(note.kind, note.text) for note in view_of(project).notes] == [
            ("warning", "Only in the contact list."),
            ("info", "The voucher moves to a new electronic system on 1 September 2018."),
        ]
        assert [note.kind for note in view_of(project, day=date(2018, 9, 1)).notes] == ["warning"]

    def test_a_voucher_about_to_end_is_labelled_with_its_day(self, project: Project) -> None:
        add(project, "closes: 2018-09-30\n")
        (tag,) = view_of(project).tags

        assert (tag.kind, tag.text, tag.until) == ("closing", "Until 30 September 2018", "2018-09-30")
        assert [tag.kind for tag in view_of(project, day=date(2018, 10, 1)).tags] == ["ended"]

    def test_an_empty_list_says_so_and_shows_ways_out(self, project: Project) -> None:
        add(project, "closes: 2019-12-31\n")
        list_ = view_of(project).providers
        assert list_

        assert (list_.rows, list_.empty_title) == ((), "No approved providers here")
        assert [way.label for way in list_.ways_out] == ["City of Ylöjärvi"]

    def test_a_list_kept_elsewhere_is_not_called_empty_without_a_reason(self, project: Project) -> None:
        add(project, "accepts_providers: no\n")
        list_ = view_of(project).providers
        assert list_

        assert list_.empty_text == "The organiser does not approve providers for this voucher through this site."

    def test_the_list_is_complete_and_links_to_the_municipalitys_own(self, project: Project) -> None:
        list_ = view_of(project, "ylojarvi/kotihoito").providers
        assert list_

        assert [row.name for row in list_.rows] == ["Esimerkkihoiva Oy"]
        assert [choice.url for choice in list_.lists] == ["/en/municipalities/ylojarvi/home-care/"]

    def test_every_kind_of_voucher_goes_through_the_template(self, project: Project) -> None:
        add(project, "planned: {stage: Suunnitellaan.}\n")
        edition = edition_of(project)

        text = html(edition, *voucher.pages(edition), *vouchers.pages(edition))

        assert "GovernmentService" in text
        assert text.count("<h1") == 3


class TestFormerNames:
    """Names that are no longer, or never were, a voucher's own."""

    def test_a_former_name_leads_to_the_present_one(self, project: Project) -> None:
        project.replace(VOUCHER, "values:", "former_names: [{name: Kotiavun seteli}]\nvalues:")
        edition = edition_of(project)
        (page,) = former_voucher.pages(edition)

        assert page.frame.url == "/en/vouchers/ylojarvi/kotiavun-seteli/"
        assert page.frame.canonical == page.frame.redirect == "/en/vouchers/ylojarvi/kotihoito/"
        assert page.frame.noindex
        assert page.view.lead == "“Kotiavun seteli” is now called: Home care voucher"
        assert "Home care voucher" in html(edition, page)

    def test_another_name_never_takes_a_vouchers_own_address(self, project: Project) -> None:
        project.replace(VOUCHER, "values:", "aliases: [Kotihoito, Päivätoiminta]\nvalues:")
        add(project, "audience: Ikääntyneet\n")

        assert list(former_voucher.pages(edition_of(project))) == []

    def test_a_name_used_of_two_vouchers_leads_to_both(self, project: Project) -> None:
        project.replace(VOUCHER, "values:", "aliases: [Kaupungin seteli]\nvalues:")
        add(project, "aliases: [kaupungin seteli]\n")
        (page,) = former_voucher.pages(edition_of(project))

        assert page.frame.redirect is None
        assert [target.label for target in page.view.targets] == ["Home care voucher", "Päivätoiminnan palveluseteli"]
