"""The household tax credit: which work gives it, a worked example, its source, and nothing where there is no record."""

from __future__ import annotations

from datetime import date

import pytest

from provider_directory.catalogue.tax_credit import after_credit, credit_on
from provider_directory.views.tax_credit_words import EXAMPLE, CreditView, credit_view
from tests.records.project import DAY
from tests.views.conftest import Town

SERVICES = "content/registers/services.yaml"
CREDIT = """\
    2018:
      from: 2018-01-01
      until: 2018-12-31
      percent: 50 %
      own_share: "100"
      maximum: "2400"
      law: 1535/1992
      section: 127 a–127 c
    """
LAWS = """\
    1535/1992:
      name: {fi: Tuloverolaki, sv: Inkomstskattelag, en: Income Tax Act}
      url: https://www.finlex.fi/fi/lainsaadanto/1992/1535
    """
REGISTER = "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [ylojarvi]\n  services: [home-care]\n  prices: [{price: 39, unit: hour}]\n"

PLACE = "locations:\n  koti: {name: Koti, address: {street: Mallikatu 1, postal_code: 33470, city: Ylöjärvi, municipality: ylojarvi}}\n"


@pytest.fixture
def credited(town: Town) -> Town:
    """The town in a year with a credit, where home care gives it."""
    town.project.write("content/registers/laws.yaml", LAWS)
    town.project.write("content/registers/tax-credit.yaml", CREDIT)
    town.project.replace(SERVICES, "summary: {fi: Hoitoa kotona.", "tax_credit: yes\n  summary: {fi: Hoitoa kotona.")
    return town


def credit_of(town: Town, day: date = DAY) -> CreditView | None:
    """What is said of all offers there are."""
    edition = town.edition(day)
    return credit_view(edition, [("Home care", offer) for offer in edition.catalogue.offers])


def test_the_example_is_what_the_engine_gives(credited: Town) -> None:
    credited.provider("esimerkki-a", REGISTER)
    said = credit_of(credited)
    terms = credit_on((entry.record for entry in credited.edition().records.tax_credits.values()), DAY)
    assert said and terms
    assert after_credit(terms, EXAMPLE).credit.low == 40_000
    assert said.heading == "Household tax credit 2018"
    assert said.example == (
        "Of work that costs €1,000.00 in a year one person gets back €400.00 in tax: 50% less an own share of "
        "€100.00, at most €2,400.00 a year."
    )


def test_it_says_that_it_is_an_estimate_for_which_work_and_by_which_law(credited: Town) -> None:
    credited.provider("esimerkki-a", REGISTER)
    said = credit_of(credited)
    assert said
    for part in ("the work only", "not for work that a voucher was given for", "health care", "estimate"):
        assert part in said.limits
    assert said.law.text == "Income Tax Act (1535/1992), sections 127 a–127 c"
    assert said.law.url == "https://www.finlex.fi/fi/lainsaadanto/1992/1535"


def test_a_year_without_a_record_says_nothing(credited: Town) -> None:
    credited.provider("esimerkki-a", REGISTER)
    assert credit_of(credited, date(2019, 1, 1)) is None


@pytest.mark.parametrize(
    "listing",
    [
        REGISTER.replace("register: ylojarvi/hoiva", "voucher: ylojarvi/kotihoito"),
        REGISTER.replace("at_home: yes", "locations: [koti]"),
        REGISTER.replace("home-care", "day-activity"),
    ],
    ids=["with a voucher", "not at home", "a service without the credit"],
)
def test_other_work_gives_none(credited: Town, listing: str) -> None:
    credited.project.replace(
        "content/registers/self-pay.yaml", "services: [home-care]", "services: [home-care, day-activity]"
    )
    credited.provider("esimerkki-a", listing, PLACE)
    assert credit_of(credited) is None


def test_services_beside_others_are_named(credited: Town) -> None:
    credited.project.replace(
        "content/registers/self-pay.yaml", "services: [home-care]", "services: [home-care, day-activity]"
    )
    both = REGISTER.replace("services: [home-care]", "services: [home-care, day-activity]")
    credited.provider("esimerkki-a", both.replace("price: 39", "service: home-care, price: 39"))
    said = credit_of(credited)
    assert said and said.heading == "Household tax credit 2018: Home care"
    assert len(said.rooms) == 1
