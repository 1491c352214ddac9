"""What one pays, as the search says it: the same words as the pages', the same cents as the catalogue's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.offers import Kind, Offer
from provider_directory.catalogue.pricing import Confidence, Outcome, Situation, in_force, share_of, value_of
from provider_directory.model import LANGUAGES
from provider_directory.outputs.price_rules import price_rules, rules
from provider_directory.outputs.search import SearchOffer
from provider_directory.outputs.search.directory import by_name, directory
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.changes import first_day, terms
from provider_directory.views.edition import Edition
from provider_directory.views.offer_data import offer_data
from provider_directory.views.paying import Amount, listed_share, share_amount, value_amount
from provider_directory.views.price_words import price_words
from provider_directory.views.wording import Wording, load_translations
from tests.conftest import ROOT
from tests.records.project import world
from tests.views.editions import edition_of

pytestmark = pytest.mark.browser

HOST = "http://words.test"

CALLS = """
import { shareOf } from '/js/components/search-paying.js'
import { openBook } from '/js/prices/book.js'
import { paymentOf } from '/js/prices/payment.js'
import { NOBODY } from '/js/prices/person.js'
import { PriceWords } from '/js/prices/words.js'

window.call = {
  everybody: async ({ offers, rules }) => {
    const book = await openBook(rules)
    await book.load(offers.map(({ voucher }) => voucher))
    const vouchers = offers.filter(({ voucher }) => voucher !== null)
    return vouchers.map((offer) => {
      const known = book.rulesOf(offer.voucher)
      return book.words.amount(paymentOf(offer, known, null).share, offer.unit, known.organiser)
    })
  },
  yours: async ({ offers, day, rules, people }) => {
    const book = await openBook(rules)
    await book.load(offers.map(({ voucher }) => voucher))
    return people.map((person) => offers.map((offer) => shareOf(offer, day, book, { ...NOBODY, ...person })))
  },
  payment: ({ words, language, offer, rules, person }) => {
    const said = new PriceWords(words, language)
    const { value, share } = paymentOf(offer, rules, person && { ...NOBODY, ...person })
    const amount = (outcome) => said.amount(outcome, offer.unit, rules.organiser)
    return { value: amount(value), share: amount(share), steps: [...said.steps(share), ...said.steps(value)] }
  },
}
document.title = 'ready'
"""


@dataclass(frozen=True)
class Person:
    """Somebody, in cents a month; how often they use a service is told by its unit."""

    gross: int | None = None
    net: int | None = None
    adults: int = 1
    children: int = 0
    hours: str | None = None

    def told(self) -> dict[str, Any]:
        """As the page knows them."""
        uses = {"hour": self.hours} if self.hours else {}
        return {"gross": self.gross, "net": self.net, "adults": self.adults, "children": self.children, "uses": uses}

    def situation(self, offer: Offer) -> Situation:
        """As the catalogue knows them, when it comes to one offer."""
        hours = Decimal(self.hours) if self.hours and offer.unit == "hour" else None
        return Situation(gross=self.gross, net=self.net, adults=self.adults, children=self.children, units=hours)


PEOPLE = (
    Person(),
    Person(gross=0, net=0),
    Person(gross=1_450_00, net=1_200_00, hours="20"),
    Person(gross=1_450_00),
    Person(net=900_00, adults=2),
    Person(gross=2_800_00, net=2_100_00, adults=2, children=3, hours="7.5"),
    Person(gross=12_000_00, net=7_000_00, hours="100"),
)


@cache
def catalogue() -> tuple[Any, Catalogue]:
    """The example site's settings and records."""
    settings = read_settings(settings_file(ROOT))
    records, _ = checked_records(settings.root, context_of(settings))
    return settings, Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days)


@cache
def edition(language: str) -> Edition:
    """The example site in one language."""
    settings, found = catalogue()
    words = Wording(language, load_translations(ROOT / "theme" / "locale", language))
    return Edition(catalogue=found, settings=settings, wording=words, assets="/theme")


def offers(made: Edition) -> list[Offer]:
    """Every offer, in the order of the index."""
    found = made.catalogue
    return [offer for provider in by_name(found.shown_providers) for offer in found.offers_by_provider[provider.key]]


Call = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    """Calls what the search page does, in a browser that is given the rules of every language."""
    page = browser.new_page()
    files = dict(file for language in LANGUAGES for file in price_rules(edition(language)).files)

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(f"{HOST}/")
        if path.startswith("js/"):
            text = (ROOT / "theme" / "static" / path).read_text("utf-8")
            route.fulfill(body=text, content_type="text/javascript")
        elif path in files:
            route.fulfill(body=files[path], content_type="application/json")
        else:
            route.fulfill(body="<!doctype html><title>-</title>", content_type="text/html")

    page.route(f"{HOST}/**", serve)
    page.goto(f"{HOST}/")
    page.add_script_tag(type="module", content=CALLS)
    expect(page).to_have_title("ready")
    yield lambda name, given: page.evaluate("([name, given]) => window.call[name](given)", [name, given])
    page.close()


def given(made: Edition) -> dict[str, Any]:
    """The offers as the search gives them to its page, and the address of the rules."""
    priced = [priced_offer(made, offer) for document in directory(made).documents for offer in document.offers]
    day = made.catalogue.as_of.isoformat()
    return {"offers": priced, "day": day, "rules": f"/{price_rules(made).path}"}


def priced_offer(made: Edition, offer: SearchOffer) -> dict[str, Any]:
    """What the rules of a voucher need to know of an offer."""
    return {
        "voucher": offer.origin if offer.kind == "voucher" else None,
        "variant": offer.variant_key or None,
        "price": offer.terms.price_cents if offer.terms else offer.price_cents,
        "unit": offer.unit,
        "day": (offer.terms.day if offer.terms else made.catalogue.as_of).isoformat(),
        "besides": offer.pay.besides,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_situation_the_words_are_those_of_the_pages(call: Call, language: str) -> None:
    made = edition(language)
    there = call("everybody", given(made))
    here = [(offer, share_amount(made, offer)) for offer in offers(made) if offer.listing.kind is Kind.VOUCHER]
    wrong = []
    for (offer, amount), said in zip(here, there, strict=True):
        assert amount
        # Which day the amount holds from, and a reason that is not in the rules, stand beside it on the pages.
        period = made.wording.period(terms(made, offer).starts, None)
        note = (amount.note or "").removesuffix(period).removesuffix("; ")
        expected = {"text": amount.text, "unit": amount.unit or "", "cents": amount.cents}
        if {key: said[key] for key in expected} != expected or said["note"] not in (note, amount.reason, ""):
            wrong.append((offer.provider.key, expected, note, said))

    assert wrong[:3] == []
    assert len(there) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_says_the_same_words(language: str) -> None:
    made = edition(language)
    searched = [offer for document in directory(made).documents for offer in document.offers]
    for offer, row in zip(offers(made), searched, strict=True):
        amount = listed_share(made, offer)

        assert row.pay.words == (amount.text if amount else "")
        assert row.pay.note == ((amount.note or amount.reason or "") if amount else "")


def ends(own: dict[str, Any] | None) -> tuple[int | None, int | None, str | None] | None:
    """The least and the most one person pays and its unit, where there is any."""
    share = own and own["share"]
    return (share["low"], share["high"], share["unit"]) if share else None


def ends_for_all(made: Edition, offer: Offer) -> tuple[int | None, int | None]:
    """The least and the most anybody pays."""
    found = terms(made, offer).share
    return (found.low, found.high) if found else (None, None)


def paid(made: Edition, offer: Offer, person: Person) -> Outcome:
    """What the catalogue says this person pays."""
    voucher = offer.listing.voucher
    assert voucher
    found, situation = terms(made, offer), person.situation(offer)
    day = found.starts or first_day(made, offer)
    rule = in_force(voucher.record.values, offer.variant, day)
    price = found.price.price if found.price and (rule is None or rule.unit in (None, found.price.unit)) else None
    value = value_of(rule, price, situation) if rule else Outcome(confidence=Confidence.UNKNOWN)
    return share_of(
        in_force(voucher.record.client_shares, offer.variant, day), price, value, offer.variant, day, situation
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_situation_the_cents_are_the_catalogues(call: Call, language: str) -> None:
    made = edition(language)
    everybody = call("yours", {**given(made), "people": [person.told() for person in PEOPLE]})
    wrong, exact = [], 0
    for person, shares in zip(PEOPLE, everybody, strict=True):
        for offer, share in zip(offers(made), shares, strict=True):
            if offer.listing.kind is Kind.SELF_PAY:
                assert share is None
                continue
            outcome = paid(made, offer, person)
            told = outcome.confidence is not Confidence.UNKNOWN or outcome.why is not None
            expected = (outcome.low, outcome.high, outcome.unit or offer.unit) if told else None
            if share is None:
                # What is the same for everybody is left to what the index says.
                assert not told or (outcome.low, outcome.high) == ends_for_all(made, offer)
                exact += outcome.exact is not None
                continue
            if expected and expected[1] is None:
                expected = None
            if ends(share) != expected:
                wrong.append((offer.provider.key, person, expected, share))
            elif outcome.exact is not None:
                exact += 1
                assert share["amount"]["text"] == made.wording.money(outcome.exact)

    assert wrong[:3] == []
    assert exact > 100


def test_what_depends_on_income_gets_an_amount_once_it_is_told(call: Call) -> None:
    """Until then there are its ends, and what would help."""
    made = edition("fi")
    people = [Person(), Person(gross=1_450_00, net=1_200_00, hours="20")]
    untold, told = call("yours", {**given(made), "people": [person.told() for person in people]})
    depends = [
        number for number, offer in enumerate(offers(made)) if offer.share and offer.share.confidence == "income"
    ]

    assert depends
    for number in depends:
        low, high, _ = ends(told[number]) or (None, None, None)
        assert low == high is not None
        assert untold[number]["share"] is None and "tulo" in untold[number]["amount"]["note"]


ONE = "households: [{household: 1, limit: 588, percent: 35}]"
BANDS = "households: [{household: 1, bands: [{up_to: 1000, amount: 5}, {amount: 9}]}]"
KEY = "ylojarvi/kotihoito"


def small(root: Path, value: str, share: str | None, price: str, language: str = "en") -> tuple[Edition, Offer]:
    """One offer of a small project with these rules, in plain English words, as each language writes amounts."""
    project = world(root)
    shares = f"client_shares:\n  - {{{share}}}\n" if share else ""
    head = "title: Kotihoidon palveluseteli\nsummary: Kotihoitoa.\nservices: [home-care]\n"
    project.write(f"content/vouchers/{KEY}.md", f"---\n{head}values:\n  - {{{value}}}\n{shares}---\n")
    project.replace("providers/esimerkkihoiva.yaml", '{price: "38.50", unit: hour}', f"{{{price}}}")
    plain = edition_of(project)
    words = Wording(language, load_translations(ROOT / "theme" / "locale", language))
    made = Edition(catalogue=plain.catalogue, settings=plain.settings, wording=words, assets="/theme")
    (offer,) = made.catalogue.offers
    return made, offer


def payment(call: Call, made: Edition, offer: Offer, person: Person | None = None) -> Any:
    """What the browser says of the offer."""
    published = rules(made, "ylojarvi")
    told = {
        "words": price_words(made),
        "language": made.language,
        "offer": offer_data(made, offer),
        "rules": published["vouchers"][KEY] | {"organiser": published["organiser"]},
        "person": person and person.told(),
    }
    return call("payment", told)


def words_of(amount: Amount | None) -> dict[str, Any]:
    """A cell of a page as the browser says one."""
    assert amount
    return {"text": amount.text, "unit": amount.unit or "", "note": amount.note or "", "cents": amount.cents}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "share", "price"),
    [
        ("rule: price_capped, unit: hour, month_at_most: 330", None, "price: 35, unit: hour"),
        ("rule: fixed, unit: hour, amount: 30, units_at_most: 5", None, "price: 35, unit: hour"),
        (
            "rule: fixed, unit: hour, amount: 30",
            "rule: fixed, amount: 8.50, month_at_most: 100",
            "price: 35, unit: hour",
        ),
        (
            "rule: fixed, unit: hour, amount: 30, units_at_most: 5",
            f"rule: income_bands, income: gross, month_at_most: 100, {BANDS}",
            "price: 35, unit: hour",
        ),
        ("rule: fixed, unit: day, amount: 84.55", "rule: fixed, amount: 11.40", "price: 90, unit: day"),
        ("rule: price_capped, unit: month", f"rule: formula, income: gross, {ONE}", "price: 3000, unit: month"),
        ("rule: fixed, unit: hour, amount: 32", "rule: fixed, unit: month, amount: 60", "price: 32, unit: hour"),
        ("rule: range, unit: day, minimum: 20, maximum: 35", "rule: fixed, amount: 11.40", "price: 40, unit: day"),
        ("rule: fixed, unit: hour, amount: 30", None, "price: 20, unit: hour"),
    ],
)
def test_both_parts_and_the_months_limits_are_said_alike(
    call: Call, tmp_path: Path, value: str, share: str | None, price: str, language: str
) -> None:
    made, offer = small(tmp_path, value, share, price, language)
    said = payment(call, made, offer)

    assert said["share"] == words_of(share_amount(made, offer))
    assert said["value"] == words_of(value_amount(made, offer))


@pytest.mark.parametrize(
    ("value", "share", "price", "notes"),
    [
        (
            "rule: price_capped, unit: hour, month_at_most: 330, units_at_most: 5",
            None,
            "price: 35, unit: hour",
            "the voucher pays at most €330.00 a month; "
            "the voucher covers at most 5 × hour a month; past that you pay the whole price",
        ),
        (
            "rule: fixed, unit: hour, amount: 30",
            "rule: fixed, amount: 8.50, month_at_most: 100",
            "price: 35, unit: hour",
            "you pay at most €100.00 a month",
        ),
        (
            "rule: fixed, unit: hour, amount: 30, units_at_most: 5",
            f"rule: income_bands, income: gross, {BANDS}",
            "price: 35, unit: hour",
            "depends on your income; the voucher covers at most 5 × hour a month; past that you pay the whole price",
        ),
        ("rule: individual, unit: hour, reason: Kysy.", None, "price: 35, unit: hour", None),
    ],
)
def test_what_limits_a_month_stands_beside_the_amount_of_one_unit(
    tmp_path: Path, value: str, share: str | None, price: str, notes: str | None
) -> None:
    amount = share_amount(*small(tmp_path, value, share, price))

    assert amount
    assert amount.note == notes


@pytest.mark.parametrize(
    ("value", "share", "price", "person", "amounts"),
    [
        (
            "rule: price_capped, unit: month",
            f"rule: formula, income: gross, {ONE}",
            "price: 3000, unit: month",
            Person(gross=1_500_00),
            ("€2,680.80", "€319.20", "month"),
        ),
        (
            "rule: fixed, unit: day, amount: 84.55",
            "rule: fixed, amount: 11.40",
            "price: 90, unit: day",
            Person(),
            ("€78.60", "€11.40", "day"),
        ),
        (
            "rule: fixed, unit: hour, amount: 32",
            "rule: fixed, unit: month, amount: 215.51",
            "price: 32, unit: hour",
            Person(hours="12"),
            ("€168.49", "€215.51", "month"),
        ),
    ],
)
def test_what_the_voucher_pays_and_what_one_pays_are_the_price_together(
    call: Call, tmp_path: Path, value: str, share: str, price: str, person: Person, amounts: tuple[str, str, str]
) -> None:
    made, offer = small(tmp_path, value, share, price)
    said = payment(call, made, offer, person)

    assert (said["value"]["text"], said["share"]["text"], said["value"]["unit"]) == amounts
    assert said["share"]["unit"] == said["value"]["unit"]
    assert said["steps"][-1].endswith(f"− your share {amounts[1]} = {amounts[0]}/{amounts[2]}")


def test_a_sentence_about_what_is_missing_stands_after_the_months_limits(call: Call, tmp_path: Path) -> None:
    value, share = (
        "rule: fixed, unit: hour, amount: 30, units_at_most: 5",
        f"rule: income_bands, income: gross, {BANDS}",
    )
    made, offer = small(tmp_path, value, share, "price: 35, unit: hour")

    assert payment(call, made, offer, Person(net=900_00))["share"]["note"] == (
        "the voucher covers at most 5 × hour a month; past that you pay the whole price. "
        "Tell your income before tax, and the amount is computed."
    )


@pytest.mark.parametrize(
    ("value", "share", "line"),
    [
        ("rule: price_capped, unit: hour, maximum: 30", None, "at most €30.00/hour"),
        (
            "rule: income_reduction, unit: hour, income: gross, maximum: 27, minimum: 7, divisor: 60, "
            "households: [{household: 1, limit: 563, percent: 35}]",
            None,
            "at least €7.00/hour",
        ),
        (
            "rule: fixed, unit: hour, amount: 10",
            "rule: at_most, amount: 5, add_ons: [{name: Kuljetus, amount: 3.50, unit: direction, count: 2}, "
            "{name: Muu, amount: 9, unit: visit, from: 2030-01-01}]",
            "at most €5.00 + on top €3.50 × 2 = €12.00/hour",
        ),
    ],
)
def test_no_step_begins_with_a_sign(call: Call, tmp_path: Path, value: str, share: str | None, line: str) -> None:
    made, offer = small(tmp_path, value, share, "price: 25, unit: hour" if share else "price: 38.50, unit: hour")
    steps = payment(call, made, offer, Person(gross=9_000_00))["steps"]

    assert line in steps
    assert not [step for step in steps if step[0] in "≤≥"]
