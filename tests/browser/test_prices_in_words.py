"""What one pays, as the search says it: the same words as the pages', the same cents as the catalogue's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.offers import Kind, Offer
from provider_directory.catalogue.pricing import Confidence, Outcome, Situation, in_force, share_of, value_of
from provider_directory.model import LANGUAGES
from provider_directory.outputs.price_rules import price_rules
from provider_directory.outputs.search.directory import directory
from provider_directory.outputs.search.index import index_file
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.changes import first_day, terms
from provider_directory.views.edition import Edition
from provider_directory.views.paying import share_amount
from provider_directory.views.wording import Wording, load_translations
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

HOST = "http://words.test"

CALLS = """
import { yoursOf } from '/js/components/search-paying.js'
import { openBook } from '/js/prices/book.js'
import { paymentOf } from '/js/prices/payment.js'
import { NOBODY } from '/js/prices/person.js'
import { openFile } from '/js/search/memory.js'

window.call = {
  everybody: async ({ index, rules }) => {
    const engine = openFile(JSON.parse(index), { day: '2018-08-10' })
    const book = await openBook(rules)
    await book.load(engine.offers.map(({ voucher }) => voucher))
    const vouchers = engine.offers.filter(({ voucher }) => voucher !== null)
    return vouchers.map((offer) => {
      const known = book.rulesOf(offer.voucher)
      return book.words.amount(paymentOf(offer, known, null).share, offer.unit, known.organiser)
    })
  },
  yours: async ({ index, rules, people }) => {
    const engine = openFile(JSON.parse(index), { day: '2018-08-10' })
    const book = await openBook(rules)
    await book.load(engine.offers.map(({ voucher }) => voucher))
    return people.map((person) =>
      engine.offers.map((offer) => yoursOf(offer, engine.day, book, { ...NOBODY, ...person })))
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
    return [offer for provider in found.shown_providers for offer in found.offers_by_provider[provider.key]]


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
    """The index and the address of the rules."""
    return {"index": index_file(directory(made)).content.decode(), "rules": f"/{price_rules(made).path}"}


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
        amount = share_amount(made, offer)

        assert row.pay.words == (amount.text if amount else "")
        assert row.pay.note == ((amount.note or amount.reason or "") if amount else "")


def ends(own: dict[str, Any] | None) -> tuple[int | None, int | None, str | None] | None:
    """The least and the most one person pays and its unit, where there is any."""
    share = own and own["share"]
    return (share["low"], share["high"], share["unit"]) if share else None


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
