"""At which times of the week a price holds."""

from __future__ import annotations

from datetime import time

import pytest

from provider_directory.catalogue.moments import SPANS, Moment, band_span, moments, span_moments
from provider_directory.catalogue.offers import Offer
from provider_directory.records.schema.voucher import WEEKDAYS, TimeBand
from tests.records.project import Project

ALL = tuple(Moment)
WORKDAYS = ["mon", "tue", "wed", "thu", "fri"]
PROVIDER = "providers/esimerkkihoiva.yaml"


def named(band: TimeBand) -> tuple[Moment, ...]:
    """The moments of a band."""
    span = band_span(band)
    assert span
    return span_moments(span)


def band(days: list[str], hours: str) -> TimeBand:
    """A band of some days, its hours as '7–18'; without hours it is the whole day."""
    starts, _, ends = hours.partition("–")
    return TimeBand.model_validate(
        {
            "name": "Aika",
            "days": days,
            **({"from": f"{starts}.00"} if starts else {}),
            **({"to": f"{ends}.00"} if ends else {}),
        }
    )


@pytest.mark.parametrize(
    ("days", "hours", "names"),
    [
        (WORKDAYS, "7–18", "day"),
        (WORKDAYS, "8–16", "day"),
        (WORKDAYS, "6–22", "day evening"),
        (WORKDAYS, "5–23", "day evening"),
        (WORKDAYS, "8–20", "day evening"),
        (WORKDAYS, "15–20", "evening"),
        (WORKDAYS, "16–21", "evening"),
        (WORKDAYS, "18–22", "evening"),
        (WORKDAYS, "17–23", "evening"),
        (WORKDAYS, "13–16", "day"),
        (WORKDAYS, "22–6", "night"),
        (WORKDAYS, "21–7", "night"),
        (WORKDAYS, "18–", "evening"),
        (WORKDAYS, "–12", "day night"),
        (WORKDAYS, "", "day evening night"),
        (WORKDAYS, "7–7", "day evening night"),
        (["sat"], "8–15", "saturday"),
        (["sun", "holiday"], "8–21", "sunday"),
        (["holiday"], "8–21", "sunday"),
        (["sat", "sun", "holiday"], "", "night saturday sunday"),
        (["sat"], "22–6", "night"),
        ([], "9–15", "day saturday sunday"),
        ([], "18–22", "evening saturday sunday"),
        ([], "22–7", "night"),
    ],
)
def test_a_band_names_the_moments_of_its_days_and_hours(days: list[str], hours: str, names: str) -> None:
    assert named(band(days, hours)) == tuple(Moment(name) for name in names.split())


def test_hours_that_are_not_whole_count_to_the_minute() -> None:
    """Half of 17–22 is two and a half hours."""
    afternoon = band(WORKDAYS, "14–20")

    assert named(afternoon.model_copy(update={"ends": time(19, 29)})) == (Moment.DAY,)
    assert named(afternoon.model_copy(update={"ends": time(19, 30)})) == (Moment.DAY, Moment.EVENING)


def test_a_band_that_is_not_about_time_names_nothing() -> None:
    assert band_span(band([], "")) is None


def test_the_moments_leave_no_day_out_and_share_no_hour() -> None:
    for day in WEEKDAYS:
        minutes = [minute for span in SPANS.values() if day in span.days for minute in span.minutes]
        assert sorted(minutes) == list(range(24 * 60)), day


BANDS = """\
time_bands:
  weekday: {name: Arki, days: [mon, tue, wed, thu, fri], from: "7.00", to: "18.00"}
  sunday: {name: Sunnuntai, days: [sun, holiday]}
  window: {name: Ikkuna}
"""


def held(project: Project, *prices: str) -> dict[str, tuple[Moment, ...]]:
    """For each variant, in words as its price was written, the moments at which it holds."""
    lines = "".join(f"      - {{{price}}}\n" for price in prices)
    project.write(
        PROVIDER,
        f"name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\n{BANDS}listings:\n  - register: ylojarvi/hoiva\n"
        f"    at_home: yes\n    municipalities: [ylojarvi]\n    prices:\n{lines}",
    )
    found = project.catalogue().offers
    return {f"{offer.variant or 'plain'} {offer.unit}": moments(offer, found) for offer in found}


def test_a_price_without_a_band_holds_always(project: Project) -> None:
    assert held(project, "price: 30, unit: hour") == {"plain hour": ALL}
    assert held(project, "price: 5, unit: piece, variant: window") == {"window piece": ALL}


def test_a_price_without_a_band_leaves_the_moments_that_another_names(project: Project) -> None:
    found = held(project, "price: 30, unit: hour", "price: 60, unit: hour, variant: sunday", "price: 20, unit: visit")

    assert found == {
        "plain hour": (Moment.DAY, Moment.EVENING, Moment.NIGHT, Moment.SATURDAY),
        "sunday hour": (Moment.NIGHT, Moment.SUNDAY),
        "plain visit": ALL,
    }


def test_prices_with_bands_hold_where_their_bands_say_even_if_they_meet(project: Project) -> None:
    found = held(project, "price: 30, unit: hour, variant: weekday", "price: 60, unit: hour, variant: sunday")

    assert found == {"weekday hour": (Moment.DAY,), "sunday hour": (Moment.NIGHT, Moment.SUNDAY)}


def test_a_vouchers_variant_has_the_band_of_the_voucher(project: Project) -> None:
    project.write(
        "content/vouchers/ylojarvi/kotihoito.md",
        "---\ntitle: Kotihoito\nsummary: Kotihoitoa.\nservices: [home-care]\n"
        'time_bands:\n  ilta: {name: Ilta, from: "15.00", to: "20.00"}\n'
        "variants:\n  ilta: {name: Iltakäynti, band: ilta}\n  muu: {name: Muu}\n"
        'values: [{rule: fixed, unit: hour, amount: "30.00"}]\n---\nNäin.\n',
    )
    project.replace(
        PROVIDER,
        '- {price: "38.50", unit: hour}',
        '- {price: "38.50", unit: hour, variant: ilta}\n      - {price: "35", unit: hour, variant: muu}',
    )
    found: tuple[Offer, ...] = project.catalogue().offers

    assert {offer.variant: moments(offer, found) for offer in found} == {
        "ilta": (Moment.EVENING, Moment.SATURDAY, Moment.SUNDAY),
        "muu": (Moment.DAY, Moment.NIGHT, Moment.SATURDAY, Moment.SUNDAY),
    }
