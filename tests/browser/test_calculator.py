"""The voucher page's calculator in a real browser: the cents of catalogue/pricing.py, the keyboard, and what stays here."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from babel.support import Translations
from playwright.sync_api import Page, Request, expect

from provider_directory.catalogue.monthly import month_of
from provider_directory.catalogue.outcome import Outcome
from provider_directory.catalogue.payment import voucher_part
from provider_directory.catalogue.pricing import Situation, in_force, on_top, share_of, value_of
from provider_directory.model import Unit
from provider_directory.records.checked import checked_records
from provider_directory.records.collections import Records
from provider_directory.records.rules.rule import Context
from provider_directory.serve import running
from provider_directory.views.wording import Wording
from tests.browser.conftest import PHONE, OpenPage
from tests.conftest import ROOT
from tests.generate.business_ids import business_ids
from tests.sites.building import build

pytestmark = pytest.mark.browser

DAY = date(2019, 6, 17)
WORDS = Wording("en", Translations())
STORED = "() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}) + document.cookie"

SETTINGS = """\
    import runpy
    from pathlib import Path

    globals().update(
        {{name: value for name, value in runpy.run_path({settings!r}).items() if name.isupper()}}
    )
    DIRECTORY_ROOT = str(Path(__file__).resolve().parent)
    """

VOUCHERS = {
    "vahennys": """\
        values:
          - rule: income_reduction
            unit: hour
            income: gross
            maximum: "27"
            minimum: "7"
            divisor: "60"
            round_up_to: "0.50"
            households:
              - {household: "1", limit: "563", percent: 35 %}
              - {household: "2", limit: "1039", percent: 22 %}
            beyond: {limit: "342", percent: 1 %}
            until: 2019-12-31
          - rule: income_reduction
            unit: hour
            income: gross
            maximum: "30"
            minimum: "8"
            divisor: "60"
            households: [{household: "1", limit: "600", percent: 35 %}]
            from: 2020-01-01
        """,
    "taulukko": """\
        values:
          - rule: income_bands
            unit: visit
            income: net
            deducts: [{fi: Vuokra, en: Rent, above: "50", at_most: "200"}, {fi: Elatusapu, en: Child support}]
            households:
              - household: "1"
                bands: [{up_to: "1000", amount: "40"}, {up_to: "1500.50", amount: "25"}]
        """,
    "osuus": """\
        variants:
          arki: {name: {fi: Arki, en: Weekday}}
          pyha: {name: {fi: Pyhä, en: Sunday}}
        values:
          - rule: income_share
            variants: [arki]
            unit: hour
            income: gross
            base_price: "32"
            households:
              - {household: "1", limit: "576", percent: 8 %, hours_up_to: "20"}
              - {household: "1", limit: "576", percent: 16 %}
          - rule: income_share
            variants: [pyha]
            unit: hour
            income: gross
            base_price: "64"
            households: [{household: "1", limit: "576", percent: 16 %}]
        """,
    "kerroin": """\
        variants:
          arki: {name: {fi: Arki, en: Weekday}}
          pyha: {name: {fi: Pyhä, en: Sunday}}
        values:
          - {rule: fixed, variants: [arki], unit: hour, amount: "24.50"}
          - {rule: coefficient, variants: [pyha], unit: hour, base: "24.50", coefficient: "2"}
        """,
    "myohemmin": """\
        values:
          - {rule: fixed, unit: hour, amount: "30", from: 2020-01-01}
        client_shares:
          - {rule: fixed, unit: hour, amount: "11.40", from: 2020-01-01}
        """,
    "paatos": """\
        values:
          - {rule: range, unit: hour, minimum: "20", maximum: "35"}
        """,
}

PROVIDER = """\
    name: Esimerkki Päättyvä Oy
    business_id: {business_id}
    listings:
      - voucher: ylojarvi/myohemmin
        at_home: yes
        municipalities: [ylojarvi]
        until: 2019-09-15
        prices: [{{price: "38.50", unit: hour}}]
      - voucher: ylojarvi/vahennys
        at_home: yes
        municipalities: [ylojarvi]
        prices: [{{price: "38.50", unit: hour, until: 2019-12-31}}]
    """


@dataclass(frozen=True)
class Place:
    """A site with a voucher of every kind, and the records it was made of."""

    url: str
    records: Records


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The example site with more vouchers, on the day that Ylöjärvi's page was updated."""
    root = tmp_path_factory.mktemp("calculator")
    for folder in ("content", "providers"):
        shutil.copytree(ROOT / folder, root / folder)
    settings = dedent(SETTINGS).format(settings=str(ROOT / "pelicanconf.py"))
    (root / "pelicanconf.py").write_text(settings, encoding="utf-8")
    for name, rules in VOUCHERS.items():
        write_voucher(root, name, rules)
    provider = dedent(PROVIDER).format(business_id=next(business_ids()))
    (root / "providers/esimerkki-paattyva-oy.yaml").write_text(provider, encoding="utf-8")
    done = build(root, root / "output", AS_OF=DAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    with running(root / "output") as url:
        yield Place(url, checked_records(root, Context(as_of=DAY))[0])


@pytest.fixture(scope="module")
def address(place: Place) -> str:
    """Where this site is served."""
    return place.url


def write_voucher(root: Path, name: str, rules: str) -> None:
    """A voucher of Ylöjärvi's with these rules."""
    front = (
        f"---\ntitle: Kokeiluseteli {name}\nsummary: Kokeilua varten.\nservices: [home-care]\ncontacts: [kaupunki]\n"
    )
    file = root / "content/vouchers/ylojarvi" / f"{name}.md"
    file.write_text(f"{front}{dedent(rules)}---\nKokeillaan.\n", encoding="utf-8")


def told(page: Page, **fields: str) -> None:
    """Write into the fields, by their ids, and go."""
    for name, text in fields.items():
        page.locator(f"#calculator-{name.replace('_', '-')}").fill(text)
    page.get_by_role("button", name="Work out what I pay").click()


def worked_out(page: Page, **fields: str) -> None:
    """The same, and wait for the first result."""
    told(page, **fields)
    expect(page.locator(".calculator__result")).to_be_visible()


def said(page: Page, name: str) -> str:
    """What a part of the result says."""
    return page.locator(f".calculator [data-part='{name}']").inner_text().strip()


@dataclass(frozen=True, kw_only=True)
class Case:
    """A person at a voucher."""

    voucher: str
    fields: dict[str, str]
    price: int
    unit: Unit
    situation: Situation
    variant: str | None = None
    way: str | None = None


def person(**known: Any) -> Situation:
    """A situation; how much is used as a whole number."""
    return Situation(**{name: Decimal(value) if name == "units" else value for name, value in known.items()})


CASES = [
    *(
        Case(
            voucher="vahennys",
            fields={"gross": gross, "adults": adults, "children": children, "price": "38.50", "use-hour": "12.5"},
            price=3850,
            unit=Unit.HOUR,
            situation=person(
                gross=cents, adults=int(adults), children=int(children or 0), units="12.5"
            ),
        )
        for gross, cents, adults, children in [
            ("900", 90000, "1", ""),
            ("1 234,56", 123456, "1", "0"),
            ("563.00", 56300, "1", "0"),
            ("0", 0, "1", "0"),
            ("4000", 400000, "2", "3"),
            ("25000", 2500000, "1", "0"),
        ]
    ),
    *(
        Case(
            voucher="osuus",
            fields={"gross": "1500", "price": price, "use-hour": hours},
            price=cents,
            unit=Unit.HOUR,
            situation=person(gross=150000, units=hours),
            variant=variant,
            way=way,
        )
        for variant, way, price, cents, hours in [
            ("arki", "Weekday", "35", 3500, "20"),
            ("arki", "Weekday", "35", 3500, "21"),
            ("pyha", "Sunday", "60.10", 6010, "3"),
        ]
    ),
    Case(
        voucher="kerroin",
        fields={"price": "60"},
        price=6000,
        unit=Unit.HOUR,
        situation=person(),
        variant="pyha",
        way="Sunday",
    ),
    *(
        Case(
            voucher="tavallinen-palveluasuminen",
            fields={"gross": gross, "price": price},
            price=cents,
            unit=Unit.FULL_DAY,
            situation=person(gross=income),
        )
        for gross, income, price, cents in [("1450", 145000, "61.30", 6130), ("8000", 800000, "80", 8000), ("0", 0, "64", 6400)]
    ),
    *(
        Case(
            voucher="paivatoiminta",
            fields={"price": price, use: "8"},
            price=cents,
            unit=unit,
            situation=person(units="8"),
            variant=variant,
            way=way,
        )
        for variant, way, price, cents, unit, use in [
            ("paiva-ilman-kuljetusta", "Day activities 9 am to 3 pm, without transport", "95", 9500, Unit.DAY, "use-day"),
            ("paiva-kuljetuksella", "Day activities 9 am to 3 pm, with transport", "120", 12000, Unit.DAY, "use-day"),
            ("kylvetys-kuljetuksella", "Bathing and sauna, with transport", "41.5", 4150, Unit.VISIT, "use-visit"),
        ]
    ),
]  # fmt: skip


def outcomes(records: Records, case: Case) -> tuple[Outcome, Outcome, str | None]:
    """What Python says: the value, the share and the month."""
    voucher = records.vouchers[f"ylojarvi/{case.voucher}"].record
    rule, share_rule = (in_force(rules, case.variant, DAY) for rules in (voucher.values, voucher.client_shares))
    assert rule is None or hasattr(rule, "rule")
    value = value_of(rule, case.price, case.situation)  # type: ignore[arg-type]
    share = share_of(share_rule, case.price, value, case.variant, DAY, case.situation)  # type: ignore[arg-type]
    month = month_of(share, case.situation, on_top(share_rule, case.variant, DAY), (), case.unit)  # type: ignore[arg-type]
    value = voucher_part(value, share, case.price, case.situation)
    return value, share, None if month.high is None else WORDS.money(month.high)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.voucher} {' '.join(case.fields.values())}")
def test_the_page_says_what_python_computes(place: Place, open_page: OpenPage, case: Case) -> None:
    value, share, month = outcomes(place.records, case)
    assert value.exact is not None and share.exact is not None

    page = open_page(f"/en/vouchers/ylojarvi/{case.voucher}/")
    if case.way:
        page.get_by_label(case.way).check()
    worked_out(page, **case.fields)

    assert (said(page, "share-text"), said(page, "value-text")) == (WORDS.money(share.exact), WORDS.money(value.exact))
    assert said(page, "share-unit") == f"/ {WORDS.unit(share.unit or case.unit)}"
    if share.unit is not Unit.MONTH and case.situation.units:
        assert month and month in said(page, "in-a-month")


def test_what_may_be_taken_off_the_income_is_counted_with_its_limits(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/taulukko/")

    told(page, net="1700", price="45")
    expect(page.locator("[data-part=share-text]").first).to_have_text("€45.00")
    # 600 of rent count for 200, and 0.50 of child support brings the income to the very limit of the second band.
    told(page, entry_0="600", entry_1="0")
    expect(page.locator("[data-part=share-text]").first).to_have_text("€20.00")
    told(page, net="1200.01", entry_0="150", entry_1="100.01")
    expect(page.locator("[data-part=value-text]").first).to_have_text("€40.00")


def test_the_steps_the_day_and_the_source_stand_under_the_result(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/vahennys/")

    worked_out(page, gross="900", price="38.50")

    assert page.locator(".calculator__steps li").all_inner_texts() == [
        "at most €27.00 − (income €900.00 − left out of account €563.00) × 35\u00a0% ÷ 60, "
        "rounded up to the next €0.50 = €25.50/hour",
        "price €38.50 − voucher €25.50 = €13.00/hour",
    ]
    assert said(page, "confidence") == "Exact to the cent, with what you told here."
    assert "Worked out for 17 June 2019." in said(page, "sources")
    assert "The voucher's value: until 31 December 2019." in said(page, "sources")
    assert said(page, "later") == "From 1 January 2020: you pay €10.25 / hour, the voucher pays €28.25 / hour."


def test_what_is_missing_is_said_not_guessed(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/vahennys/")

    worked_out(page, price="38.50")

    assert said(page, "share-text") == "€11.50–€31.50"
    assert said(page, "share-note") == "Tell your income before tax, and the amount is computed."
    told(page, price="", gross="900")
    expect(page.locator("[data-part=share-note]").first).to_have_text(
        "The provider's price is not published here. Ask the provider."
    )


def test_a_household_that_no_table_names_is_sent_to_the_organiser(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/tavallinen-palveluasuminen/")

    worked_out(page, gross="1450", adults="2", price="60")

    assert said(page, "share-text") == "cannot be computed here"
    assert "The organiser's table has no household like yours." in said(page, "share-note")
    assert said(page, "ask").startswith("Ask: ")


def test_a_value_that_stands_in_the_persons_decision_can_be_told(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/paatos/")

    worked_out(page, price="38.50")
    assert said(page, "share-text") == "€3.50–€18.50"
    assert said(page, "confidence") == "Write the value that stands in your decision, and the amount is computed."
    told(page, value="22.50")

    expect(page.locator("[data-part=share-text]").first).to_have_text("€16.00")
    assert "The voucher's value: your own decision." in said(page, "sources")


def test_prices_come_from_the_approved_list(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/paivatoiminta/")
    price, offers = page.locator("#calculator-price"), page.get_by_label("Whose price?")
    lowest = price.input_value()

    page.get_by_label("Bathing and sauna, without transport").check()
    assert price.input_value() != lowest
    assert page.locator("#calculator-use-visit").is_visible()
    assert page.locator("#calculator-use-day").is_hidden()

    offers.select_option(index=offers.locator("option").count() - 2)
    name = offers.evaluate("e => e.selectedOptions[0].textContent")
    assert f"€{Decimal(price.input_value()):.2f}" in name
    price.fill("1")
    assert offers.evaluate("e => e.selectedOptions[0].textContent") == "Another price, which I write myself"


def test_the_list_below_agrees_and_the_other_way_round(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/tavallinen-palveluasuminen/")
    row = page.locator(".provider-table__row").first
    offers, yours = page.get_by_label("Whose price?"), row.locator("[data-of=you]")

    name = row.locator("th a").inner_text()
    offers.select_option(offers.locator("option", has_text=name).inner_text())
    worked_out(page, gross="1450")

    expect(yours).to_contain_text(f"{said(page, 'share-text')} {said(page, 'share-unit')}")
    page.get_by_role("button", name="Forget these").click()
    expect(yours).to_be_hidden()
    expect(page.locator(".calculator__result")).to_be_hidden()
    assert page.locator("#calculator-gross").input_value() == ""


def test_the_keyboard_is_enough(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/osuus/", viewport=PHONE)
    expect(page.get_by_label("Weekday")).to_be_visible()
    page.get_by_label("Weekday").focus()

    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Sunday")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#calculator-gross")).to_be_focused()
    page.keyboard.type("1500")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "calculator-price":
            break
    page.keyboard.press("Control+a")
    page.keyboard.type("60.10")
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.keyboard.press("Enter")

    expect(page.locator(".calculator__result")).to_be_visible()
    assert page.locator("[data-part=spoken]").get_attribute("role") == "status"
    assert said(page, "share-text") in page.locator("[data-part=spoken]").inner_text()


def test_a_fault_is_told_beside_its_field(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/vahennys/")

    told(page, gross="plenty", price="38.50")

    field = page.locator("#calculator-gross")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.locator("#calculator-gross-fault")).to_contain_text("Write the number in figures")
    expect(page.locator(".calculator__result")).to_be_hidden()


def test_the_result_follows_the_form(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/kerroin/")
    told(page, price="60")
    expect(page.locator("[data-part=share-text]").first).to_have_text("€35.50")

    page.get_by_label("Sunday").check()
    page.locator("#calculator-price").fill("60")
    page.locator("#calculator-price").blur()

    expect(page.locator("[data-part=share-text]").first).to_have_text("€11.00")


def left_behind(page: Page) -> str:
    """Whatever the result still says, seen or not."""
    return str(
        page.locator("[data-part=result]").evaluate(
            "e => [...e.querySelectorAll('[data-part]')].filter((part) => !part.querySelector('[data-part]'))"
            ".map((part) => part.textContent).join('')"
        )
    ).strip()


def choose(page: Page, name: str) -> None:
    """Take a provider's price from the list."""
    offers = page.get_by_label("Whose price?")
    offers.select_option(offers.locator("option", has_text=name).first.inner_text())


def test_what_has_been_forgotten_is_nowhere_in_the_page(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/vahennys/")
    worked_out(page, gross="900", price="38.50", use_hour="12")
    assert "€900.00" in left_behind(page)

    page.get_by_role("button", name="Forget these").click()

    expect(page.locator(".calculator__result")).to_be_hidden()
    assert left_behind(page) == ""


@pytest.mark.parametrize("gross", ["-5", "abc", "1e9"])
def test_an_answer_that_cannot_be_read_takes_the_result_back(open_page: OpenPage, gross: str) -> None:
    page = open_page("/en/vouchers/ylojarvi/vahennys/")
    worked_out(page, gross="900", price="38.50")

    told(page, gross=gross)

    expect(page.locator(".calculator__result")).to_be_hidden()
    assert left_behind(page) == ""
    assert "cannot be read, so nothing is worked out" in said(page, "said")
    worked_out(page, gross="900")
    expect(page.locator(".calculator__said")).to_be_empty()


def test_the_panel_says_that_nothing_has_changed(open_page: OpenPage) -> None:
    page = open_page("/en/providers/esimerkki-palvelukoti-parkano-oy/")
    panel = page.locator("[data-module=your-situation]")
    panel.locator("summary").click()
    panel.locator("[data-field=gross]").fill("1450")
    panel.get_by_role("button", name="Show what I pay").click()
    expect(panel.get_by_role("status")).to_contain_text("are now worked out")

    panel.locator("[data-field=gross]").fill("-5")
    panel.get_by_role("button", name="Show what I pay").click()

    expect(panel.get_by_role("status")).to_have_text(
        "Some of the answers cannot be read. The amounts on this page are as they were."
    )


@pytest.mark.parametrize(
    ("voucher", "way", "field", "typed", "most"),
    [
        ("vahennys", None, "use-hour", "745", "at most 744."),
        ("vahennys", None, "adults", "0", "Write a whole number, at least 1."),
        ("vahennys", None, "children", "1.5", "Write a whole number, such as 0 or 2."),
        ("tavallinen-palveluasuminen", None, "use-24h", "31.5", "at most 31."),
        ("paivatoiminta", "Bathing and sauna, with transport", "use-visit", "501", "at most 500."),
    ],
)
def test_a_month_holds_only_so_much(
    open_page: OpenPage, voucher: str, way: str | None, field: str, typed: str, most: str
) -> None:
    page = open_page(f"/en/vouchers/ylojarvi/{voucher}/")
    if way:
        page.get_by_label(way).check()

    told(page, **{field: typed})

    expect(page.locator(f"#calculator-{field}")).to_be_focused()
    expect(page.locator(f"#calculator-{field}-fault")).to_contain_text(most)
    expect(page.locator(".calculator__result")).to_be_hidden()


def test_meals_follow_the_days_told_and_nothing_used_costs_nothing(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/tavallinen-palveluasuminen/")
    choose(page, "Esimerkki Palvelukoti Parkano Oy")
    month = page.locator("[data-part=month]")

    worked_out(page, gross="1450")
    assert "Meals (30 × €13.50)" in month.inner_text()
    for days in ("31", "8", "0.5"):
        told(page, use_24h=days)
        expect(month).to_contain_text(f"Meals ({days} × €13.50)")
    told(page, use_24h="0")

    expect(page.locator("[data-part=share-text]").first).to_have_text("€0.00")
    assert said(page, "share-unit") == "/ month"
    assert "Tell how much you use" not in said(page, "result")
    assert said(page, "total") == "In a month €452.00"


def test_what_is_in_no_sum_is_named_beside_it(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/tavallinen-palveluasuminen/")

    worked_out(page, gross="1450", price="66.50")
    assert said(page, "missing") == "Not in the sum: rent, meals, medicines and other expenses of your own."
    choose(page, "Esimerkki Palvelukoti Parkano Oy")

    expect(page.locator("[data-part=missing]").first).to_have_text(
        "Not in the sum: medicines and other expenses of your own."
    )


def used_too_early(steps: list[str]) -> list[str]:
    """The values of the voucher that a step uses before any has worked them out."""
    made = [step.rpartition("= ")[2].partition("/")[0] for step in steps]
    used = [re.findall(r"voucher (€[\d,.]+\d)", step) for step in steps]
    assert any(used)
    return [amount for at, found in enumerate(used) for amount in found if amount not in made[:at]]


def test_no_step_uses_a_number_that_only_a_later_one_works_out(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/tavallinen-palveluasuminen/")

    worked_out(page, gross="1450", price="66.50")

    steps = page.locator(".calculator__steps li").all_inner_texts()
    assert used_too_early(steps) == []
    assert len(set(steps)) == len(steps)


def test_nor_do_the_workings_of_a_providers_page(open_page: OpenPage) -> None:
    page = open_page("/en/providers/esimerkki-kotikulma-ruovesi-oy/")
    panel = page.locator("[data-module=your-situation]")
    panel.locator("summary").click()
    panel.locator("[data-field=gross]").fill("1450")
    panel.get_by_role("button", name="Show what I pay").click()
    expect(panel.get_by_role("status")).to_contain_text("are now worked out")

    lines = page.locator(".workings__item").first.locator("li").all_text_contents()
    assert used_too_early(lines) == []


def test_nothing_is_worked_out_past_the_end_of_an_approval(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/myohemmin/")

    choose(page, "Esimerkki Päättyvä Oy")
    told(page)
    expect(page.locator(".calculator__result")).to_be_visible()

    assert said(page, "share-text") == "cannot be computed here"
    assert said(page, "sources").splitlines()[0] == (
        "No amount of the voucher is in force on 17 June 2019, and none begins before the provider's approval ends."
    )
    assert (
        said(page, "later") == "This provider is approved until 15 September 2019. Nothing is worked out past that day."
    )
    page.get_by_label("Whose price?").select_option(label="Another price, which I write myself")
    worked_out(page, price="38.50")
    expect(page.locator("[data-part=share-text]").first).to_have_text("€11.40")
    assert "worked out for 1 January 2020" in said(page, "sources")


def test_a_price_is_not_carried_past_its_last_day(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/vahennys/")

    choose(page, "Esimerkki Päättyvä Oy")
    worked_out(page, gross="900")

    assert said(page, "share-text") == "€13.00"
    assert (
        said(page, "later") == "From 1 January 2020: you pay cannot be computed here, the voucher pays €28.25 / hour."
    )


def test_what_no_source_dates_is_said_once(open_page: OpenPage) -> None:
    page = open_page("/en/vouchers/ylojarvi/taulukko/")

    worked_out(page, net="900", price="45")

    assert said(page, "sources").count("The source does not say from when these amounts hold.") == 1
    assert "The voucher's value:" not in said(page, "sources")


class TestWithoutScript:
    """The plain page."""

    def opened(self, open_page: OpenPage, voucher: str) -> Page:
        """A voucher's page on a phone."""
        return open_page(f"/en/vouchers/ylojarvi/{voucher}/", java_script_enabled=False, viewport=PHONE)

    def test_the_steps_are_there_and_nothing_that_would_not_work(self, open_page: OpenPage) -> None:
        page = self.opened(open_page, "vahennys")
        section = page.locator("section[aria-labelledby=calculator]")

        expect(section.locator("form")).to_be_hidden()
        assert section.locator("ol > li").all_inner_texts() == [
            "Take your gross income (before tax) of a month.",
            "Take off your household's limit from the table above. If nothing is left, go on with nothing.",
            "Take your household's percentage of what is left.",
            "Divide that by 60.",
            "Take the result off €27.00/hour. That is the voucher's value.",
            "The value is rounded up to a full €0.50, in your favour.",
            "The value is never below €7.00/hour.",
            "Take the voucher's value off the provider's price. What is left is what you pay; "
            "if nothing is left, you pay nothing.",
            "Multiply it by how much you use in a month, and you know what a month costs you.",
        ]

    def test_nothing_of_a_person_has_a_name(self, open_page: OpenPage) -> None:
        for voucher in [*VOUCHERS, "paivatoiminta", "omaishoidon-vapaa", "tavallinen-palveluasuminen"]:
            page = self.opened(open_page, voucher)
            named = page.locator(".calculator [name]").evaluate_all("all => all.map((each) => each.name)")
            assert set(named) <= {"calculator-way"}
            assert page.locator(".calculator form").get_attribute("method") == "dialog"
            page.context.close()


class TestNothingLeaves:
    """What a person tells stays in the page's memory, unless they ask for more."""

    INCOME = "9876.54"
    TRACES = re.compile(r"9876|987654|gross|income=", re.IGNORECASE)

    def opened(self, open_page: OpenPage) -> tuple[Page, list[str]]:
        """A page whose every request is written down."""
        page = open_page("/en/vouchers/ylojarvi/vahennys/")
        page.wait_for_load_state("networkidle")
        sent: list[str] = []

        def noted(request: Request) -> None:
            sent.append(f"{request.url} {request.post_data} {json.dumps(request.all_headers())}")

        page.on("request", noted)
        return page, sent

    def test_no_request_no_address_and_no_store_has_the_income(self, open_page: OpenPage) -> None:
        page, sent = self.opened(open_page)
        before = (page.url, page.evaluate("history.length"), page.evaluate("JSON.stringify(history.state)"))

        page.locator("#calculator-gross").fill(self.INCOME)
        page.locator("#calculator-gross").press("Enter")
        expect(page.locator(".calculator__result")).to_be_visible()
        page.locator("#calculator-price").fill("39")
        page.get_by_role("button", name="Work out what I pay").click()
        page.wait_for_load_state("networkidle")

        assert sent, "the rules were fetched"
        assert [each for each in sent if self.TRACES.search(each)] == []
        assert (page.url, page.evaluate("history.length"), page.evaluate("JSON.stringify(history.state)")) == before
        assert page.evaluate(STORED) == "{}{}"
        page.reload()
        assert page.locator("#calculator-gross").input_value() == ""

    def test_it_is_remembered_only_when_asked_and_forgotten_at_once(self, open_page: OpenPage) -> None:
        page, sent = self.opened(open_page)
        remember = page.get_by_label("Remember in this browser")

        remember.check()
        told(page, gross=self.INCOME, price="38.50")
        expect(page.locator(".calculator__result")).to_be_visible()
        assert "987654" in page.evaluate(STORED)
        page.reload()
        expect(page.locator(".calculator__result")).to_be_visible()
        assert page.locator("#calculator-gross").input_value() == self.INCOME
        assert remember.is_checked()

        remember.uncheck()
        assert page.evaluate(STORED) == "{}{}"
        expect(page.locator(".calculator__result")).to_be_visible()
        remember.check()
        told(page)
        assert "987654" in page.evaluate(STORED)
        page.get_by_role("button", name="Forget these").click()
        assert page.evaluate(STORED) == "{}{}"
        assert page.locator("#calculator-gross").input_value() == ""
        assert not remember.is_checked()
        assert [each for each in sent if self.TRACES.search(each)] == []
