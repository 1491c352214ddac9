"""One price among others: time by time, in one municipality and in all, now and from a day."""

from __future__ import annotations

from provider_directory.views.price_place import PricePlace, price_places
from tests.views.conftest import Town

BANDS = (
    "time_bands:\n  week: {name: {fi: Arki, en: Weekdays}, days: [mon, tue, wed, thu, fri], from: 7.00, to: 17.00}\n"
    "  sunday: {name: {fi: Sunnuntai, en: Sunday}, days: [sun, holiday]}\n"
)


def places(town: Town, key: str = "esimerkki-a") -> tuple[PricePlace, ...]:
    """The comparisons of one provider."""
    edition = town.edition()
    return price_places(edition, edition.records.providers[key], edition.catalogue.offers_by_provider[key])


def test_each_time_of_the_week_is_compared_with_the_same_time(town: Town) -> None:
    for key, week, sunday in (("esimerkki-a", 38, 70), ("esimerkki-b", 36, 72), ("esimerkki-c", 40, 80)):
        bands = (f"variant: week, price: {week}, unit: hour", f"variant: sunday, price: {sunday}, unit: hour")
        town.home_care(key, *bands, facts=BANDS)
    weekday, sunday_place = places(town)
    assert [place.heading for place in (weekday, sunday_place)] == [
        "Home care, Weekdays, €/hour",
        "Home care, Sunday, €/hour",
    ]
    assert weekday.own == "This provider's price is €38.00/hour."
    assert weekday.strips[0].words == (
        "In Ylöjärvi 3 providers ask €36.00–€40.00/hour, half of them at most €38.00. "
        "Compared are prices on weekdays in the daytime."
    )
    assert sunday_place.strips[0].words.startswith("In Ylöjärvi 3 providers ask €70.00–€80.00/hour")


def test_the_municipality_and_all_stand_beside_each_other_where_they_differ(town: Town) -> None:
    for key, price in (("esimerkki-a", "38"), ("esimerkki-b", "30"), ("esimerkki-c", "40")):
        town.home_care(key, f"price: {price}, unit: hour")
    town.provider(
        "esimerkki-d",
        "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [jyvaskyla]\n  prices: [{price: 50, unit: hour}]\n",
    )
    (place,) = places(town)
    near, everywhere = place.strips
    assert near.words == "In Ylöjärvi 3 providers ask €30.00–€40.00/hour, half of them at most €38.00."
    assert everywhere.words == "In all municipalities 4 providers ask €30.00–€50.00/hour, half of them at most €38.00."
    assert [strip.dots[0].count("M") for strip in place.strips] == [3, 4]
    assert (near.label, everywhere.label) == ("€38.00", "€38.00")


def test_what_can_be_had_now_is_everybodys_dot_and_what_is_decided_is_said(town: Town) -> None:
    current = "- voucher: ylojarvi/kotihoito\n  at_home: yes\n  municipalities: [ylojarvi]\n  until: 2018-08-31\n  prices: [{price: 40, unit: hour}]\n"
    coming = current.replace("until: 2018-08-31", "from: 2018-09-01").replace("price: 40", "price: 35")
    town.provider("esimerkki-a", current + coming)
    town.home_care("esimerkki-b", "price: 44, unit: hour")
    town.home_care("esimerkki-c", "price: 46, unit: hour")
    (own,), (other,) = places(town), places(town, "esimerkki-b")
    assert own.own == "This provider's price is €40.00/hour. Already decided: from 1 September 2018 €35.00/hour."
    assert own.strips[0].words == other.strips[0].words
    assert own.strips[0].low == "€40.00"


def test_a_price_still_to_come_says_from_when(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour", more="  from: 2018-09-01\n")
    town.home_care("esimerkki-b", "price: 44, unit: hour")
    town.home_care("esimerkki-c", "price: 46, unit: hour")
    (place,) = places(town)
    assert place.own == "This provider's price is from 1 September 2018 €38.00/hour."
