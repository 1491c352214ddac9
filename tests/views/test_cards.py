"""A provider in a list: the fair price, what one pays, and how it stands."""

from __future__ import annotations

from datetime import date

from provider_directory.views.cards import ProviderCard, ProviderRow, cards, rows
from tests.views.conftest import Town


def only_card(town: Town) -> ProviderCard:
    """The card of the one provider there is."""
    (made,) = cards(town.edition(), town.edition().catalogue.offers)
    return made


def all_rows(town: Town) -> tuple[ProviderRow, ...]:
    """The rows of everything there is."""
    edition = town.edition()
    return rows(edition, edition.catalogue.offers)


def test_a_card_tells_the_price_and_what_is_left_after_the_voucher(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38.50, unit: hour", facts="phones: [014 000 0100]\nlanguages: [fi, sv]\n")
    card = only_card(town)
    assert card.price_from and card.you_pay and card.phone
    assert (card.price_from.label, card.price_from.amount, card.price_from.unit) == ("Price", "€38.50", "hour")
    assert (card.you_pay.label, card.you_pay.amount, card.you_pay.unit) == ("You pay", "€8.50", "hour")
    assert card.approved_by == "Approved by City of Ylöjärvi"
    assert card.languages == "Finnish and Swedish"
    assert (card.phone.label, card.phone.url) == ("014 000 0100", "tel:+358140000100")
    assert card.url == "/en/providers/esimerkki-a/"
    assert card.summary == "Home care. Ylöjärvi."


def test_one_of_several_prices_says_which_it_is(town: Town) -> None:
    bands = "time_bands:\n  day: {name: {fi: Päivä, en: Daytime}}\n  night: {name: {fi: Yö, en: Night}}\n"
    town.home_care(
        "esimerkki-a", "variant: night, price: 60, unit: hour", "variant: day, price: 40, unit: hour", facts=bands
    )
    card = only_card(town)
    assert card.price_from
    assert (card.price_from.label, card.price_from.amount) == ("Price from: Daytime", "€40.00")


def test_units_are_never_mixed(town: Town) -> None:
    """A visit for 20 euros is not cheaper than an hour for 35, so the unit of most prices is shown."""
    prices = ("price: 20, unit: visit", "price: 35, unit: hour, variant: day", "price: 50, unit: hour, variant: night")
    town.home_care("esimerkki-a", *prices, facts="time_bands:\n  day: {name: Päivä}\n  night: {name: Yö}\n")
    card = only_card(town)
    assert card.price_from
    assert (card.price_from.amount, card.price_from.unit) == ("€35.00", "hour")


def test_amounts_of_each_unit_sort_among_themselves(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour")
    town.home_care("esimerkki-b", "price: 39, unit: hour")
    town.home_care("esimerkki-c", "price: 20, unit: visit")
    prices = [row.price for row in all_rows(town) if row.price]
    assert [(price.cents, price.unit) for price in prices] == [(3800, "hour"), (3900, "hour"), (2000, "visit")]


def test_a_price_without_tax_does_not_undercut_one_that_is_all_one_pays(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 30, unit: hour, variant: day, vat: excluded, vat_rate: 24 %",
                   "price: 35, unit: hour, variant: night", facts="time_bands:\n  day: {name: Päivä}\n  night: {name: Yö}\n")  # fmt: skip
    card = only_card(town)
    assert card.price_from
    assert card.price_from.amount == "€35.00"


def test_tax_that_comes_on_top_is_said(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 30, unit: hour, vat: excluded, vat_rate: 24 %")
    (row,) = all_rows(town)
    assert row.price
    assert row.price.note == "+ value added tax 24% = €37.20"
    assert row.price.cents == 3720


def test_what_is_to_come_does_not_hide_what_can_be_had_now(town: Town) -> None:
    current = "- voucher: ylojarvi/kotihoito\n  at_home: yes\n  municipalities: [ylojarvi]\n  until: 2018-08-31\n  prices: [{price: 40, unit: hour}]\n"
    coming = current.replace("until: 2018-08-31", "from: 2018-09-01").replace("price: 40", "price: 35")
    town.provider("esimerkki-a", current + coming)
    card = only_card(town)
    assert card.price_from
    assert card.price_from.amount == "€40.00"
    assert card.tags == ()


def test_one_that_is_only_to_come_says_its_day(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 40, unit: hour", more="  from: 2018-09-01\n")
    (tag,) = only_card(town).tags
    assert (tag.kind, tag.text, tag.begins, tag.past_text) == (
        "upcoming",
        "From 1 September 2018",
        "2018-09-01",
        "In use",
    )


def test_one_about_to_end_says_its_last_day(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 40, unit: hour", more="  until: 2018-08-31\n")
    (tag,) = only_card(town).tags
    assert (tag.kind, tag.text, tag.until) == ("closing", "Until 31 August 2018", "2018-08-31")


def test_self_pay_has_no_share_and_says_so(town: Town) -> None:
    town.provider(
        "esimerkki-a",
        "- register: ylojarvi/hoiva\n  at_home: yes\n  municipalities: [jyvaskyla]\n  prices: [{price: 33, unit: hour}]\n",
    )
    card = only_card(town)
    assert card.you_pay is None
    assert [tag.text for tag in card.tags] == ["You pay yourself"]
    assert card.approved_by == "On a register kept by City of Ylöjärvi"


def test_a_value_decided_for_later_is_not_shown_as_todays(town: Town) -> None:
    town.project.replace(
        "content/vouchers/ylojarvi/kotihoito.md", 'amount: "30.00"', 'amount: "30.00"\n    from: 2019-01-01'
    )
    town.home_care("esimerkki-a", "price: 38.50, unit: hour")
    card = only_card(town)
    assert card.you_pay
    assert (card.you_pay.amount, card.you_pay.note) == ("€8.50", "from 1 January 2019")


def test_costs_outside_the_voucher_are_said_beside_what_one_pays(town: Town) -> None:
    named = ("Vuokra, Rent", "Ateriat, Meals", "Sauna, Sauna", "Pyykki, Laundry")
    costs = [f"{{name: {{fi: {fi}, en: {en}}}, unit: month}}" for fi, en in (each.split(", ") for each in named)]
    town.home_care("esimerkki-a", "price: 38.50, unit: hour", more=f"  costs: [{costs[0]}, {costs[1]}]\n")
    town.home_care("esimerkki-b", "price: 38.50, unit: hour", more=f"  costs: [{', '.join(costs)}]\n")
    few, many = all_rows(town)
    assert few.you_pay and many.you_pay
    assert few.you_pay.note == "plus rent and meals"
    assert many.you_pay.note == "plus rent, meals, sauna and other costs"
    assert '"besides":"plus rent and meals"' in (few.you_pay.offer or "").replace(": ", ":")


def test_a_value_that_cannot_be_computed_says_why(town: Town) -> None:
    rule = "rule: by_reference\n    reason: {fi: Ei kerrota., en: The city does not tell it.}"
    town.project.replace("content/vouchers/ylojarvi/kotihoito.md", "rule: fixed", rule)
    town.project.replace("content/vouchers/ylojarvi/kotihoito.md", '    amount: "30.00"\n', "")
    town.home_care("esimerkki-a", "price: 38.50, unit: hour")
    card = only_card(town)
    assert card.you_pay
    assert (card.you_pay.amount, card.you_pay.note) == ("cannot be computed here", "The city does not tell it.")


def test_a_number_nobody_can_dial_is_only_text(town: Town) -> None:
    town.home_care("esimerkki-a", facts="phones: [014 1]\n", more="  services: [home-care]\n")
    phone = only_card(town).phone
    assert phone
    assert (phone.label, phone.url) == ("014 1", None)


def test_lists_are_in_finnish_alphabetical_order(town: Town) -> None:
    for key, name in (
        ("esimerkki-a", "Esimerkki Öljy Oy"),
        ("esimerkki-b", "Esimerkki Ahti Oy"),
        ("esimerkki-c", "Esimerkki Åke Oy"),
    ):
        town.home_care(key, "price: 38, unit: hour")
        own = f"Esimerkki {key[-1].capitalize()} Oy"
        town.project.replace(f"providers/{key}.yaml", own, name)
    assert [row.name for row in all_rows(town)] == ["Esimerkki Ahti Oy", "Esimerkki Åke Oy", "Esimerkki Öljy Oy"]


def test_a_change_already_decided_stands_beside_the_price(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 38, unit: hour, until: 2018-12-31", "price: 41, unit: hour, from: 2019-01-01")
    (row,) = all_rows(town)
    assert row.note == "from 1 January 2019 €41.00/hour"


def test_a_price_still_to_come_says_from_when(town: Town) -> None:
    town.home_care("esimerkki-a", "price: 41, unit: hour, from: 2019-01-01")
    edition = town.edition(date(2018, 8, 10))
    (row,) = rows(edition, edition.catalogue.offers)
    assert row.price
    assert row.price.note == "from 1 January 2019"


def test_an_approval_that_follows_with_another_price_is_noted(town: Town) -> None:
    current = "- voucher: ylojarvi/kotihoito\n  at_home: yes\n  municipalities: [ylojarvi]\n  until: 2018-08-31\n  prices: [{price: 40, unit: hour}]\n"
    coming = current.replace("until: 2018-08-31", "from: 2018-09-01").replace("price: 40", "price: 41.50")
    town.provider("esimerkki-a", current + coming)
    (row,) = all_rows(town)
    assert row.price and (row.price.text, row.note) == ("€40.00", "from 1 September 2018 €41.50/hour")


def test_words_in_place_of_an_amount_are_quiet(town: Town) -> None:
    voucher = "content/vouchers/ylojarvi/kotihoito.md"
    town.project.replace(voucher, "rule: fixed", "rule: by_reference\n    ask: office\n    reason: Ei kerrota.")
    town.project.replace(voucher, '    amount: "30.00"\n', "")
    town.home_care("esimerkki-a", "price: 38.50, unit: hour")
    (row,) = all_rows(town)
    card = only_card(town)
    assert row.you_pay and card.you_pay
    assert (row.you_pay.text, row.you_pay.quiet, card.you_pay.quiet) == ("cannot be computed here", True, True)
