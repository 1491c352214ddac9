"""The words in which a browser says what a person pays: those of the pages, for prices/words.js to fill in."""

from __future__ import annotations

from typing import Any

from ..catalogue.pricing import Why
from ..model import Unit
from .edition import Edition


def price_words(edition: Edition) -> dict[str, Any]:
    """Sentences with {amount}, {unit}, {organiser} to be filled in, in this language."""
    say = edition.wording.say
    return {
        "units": {unit.value: edition.wording.unit(unit) for unit in Unit},
        "atMost": say("at most {amount}"),
        "atLeast": say("at least {amount}"),
        "atMostPrice": say("at most the provider's price"),
        "income": say("depends on your income"),
        "unknown": say("cannot be computed here"),
        "decided": say("decided for each client"),
        "from": say("from {day}"),
        "until": say("until {day}"),
        "change": say("from {day} {amount}"),
        "limits": {
            "paid": say("the voucher pays at most {amount} a month"),
            "covered": say("the voucher covers at most {number} × {unit} a month; past that you pay the whole price"),
            "share": say("you pay at most {amount} a month"),
        },
        "why": whys(edition),
        "roles": roles(edition),
        "rounding": {
            "up": say("rounded up to the next {amount}"),
            "down": say("rounded down to a full {amount}"),
            "nearest": say("rounded to the nearest {amount}"),
        },
        "addOn": say("{name} {amount}"),
        "addOnTimes": say("{name} {amount} ({times} ×)"),
        "credit": say(
            "{times} × {amount} a month is {year} in a year. The tax credit is {credit}; {left} is left for you to pay, "
            "{each}."
        ),
        "month": {
            "total": say("In a month {amount}"),
            "atLeast": say("In a month at least {amount}"),
            "share": say("Your share of the service"),
            "times": say("{times} × {amount}"),
            "atMost": say("In a month at most {amount}"),
            "missing": say("Not in the sum: {parts}."),
            "service": say("The service"),
            "starts": say("The amounts hold from {day}."),
            "past": say("Past what the voucher covers, at the full price"),
        },
    }


def whys(edition: Edition) -> dict[str, str]:
    """Why there is no one amount, and what would help."""
    say = edition.wording.say
    return {
        Why.NEEDS_GROSS.value: say("Tell your income before tax, and the amount is computed."),
        Why.NEEDS_NET.value: say("Tell your income after tax, and the amount is computed."),
        Why.NEEDS_UNITS.value: say("Tell how much you use in a month, and the amount is computed."),
        Why.NEEDS_HOURS.value: say("Tell how many hours a month you have been granted, and the amount is computed."),
        Why.NEEDS_PRICE.value: say("The provider's price is not published here. Ask the provider."),
        Why.OTHER_UNIT.value: say(
            "The price is for another unit than the voucher. Ask the provider what is left to you."
        ),
        Why.HOUSEHOLD_NOT_IN_TABLE.value: say("The organiser's table has no household like yours. Ask: {organiser}."),
        Why.HOURS_NOT_IN_TABLE.value: say("The organiser's table does not reach so many hours. Ask: {organiser}."),
        Why.NO_VOUCHER.value: say("With this income there is no voucher: you pay the provider's whole price."),
    }


def roles(edition: Edition) -> dict[str, str]:
    """What the numbers of a computation are; those that need no name have none."""
    say = edition.wording.say
    return {
        "maximum": say("at most"),
        "income": say("income"),
        "limit": say("left out of account"),
        "price": say("price"),
        "value": say("voucher"),
        "base": say("base amount"),
        "base price": say("base price"),
        "bill": say("month's bill"),
        "add-on": say("on top"),
        "supplement": say("supplement"),
        "coefficient": say("coefficient"),
        "not charged below": say("not charged below"),
        "own share": say("own share"),
        "client share": say("your share"),
        "work": say("price of the work"),
    }
