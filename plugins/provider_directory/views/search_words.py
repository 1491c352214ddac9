"""The words of the search that its script fills in, in one language."""

from __future__ import annotations

from typing import Any

from ..catalogue.moments import Moment
from .edition import Edition


def search_words(edition: Edition) -> dict[str, Any]:
    """The sentences of search/phrase.js, in this language."""
    say = edition.wording.say
    return {
        "results": {"one": say("{n} provider found"), "other": say("{n} providers found")},
        "none": say("Nothing was found with these choices"),
        "failed": say("The search could not be fetched. The lists below show the same providers."),
        "asked": say("This was asked for, all of it together: {x}."),
        "position": say("Page {page} of {pages}"),
        "unit": say("Prices are compared by the unit: {x}"),
        "corrected": say("“{typed}” was not found. Searched for “{read}” instead."),
        "ignored": say("“{x}” was not found anywhere and was left out."),
        "unread": say("“{x}” does not limit the price. Write the limit in its own field, for example 38.50."),
        "time": say("“{typed}” was read as a time: {x}. Only those are shown who have a price for then."),
        "missing": say("Nobody has “{x}” together with the rest; it was left out."),
        "more": {"one": say("and {n} other price"), "other": say("and {n} other prices")},
        "sameAlways": say("the same price at any time"),
        "open": {
            "one": say("{n} provider was left out, because what you would pay there is not certain."),
            "other": say("{n} providers were left out, because what you would pay there is not certain."),
        },
        "elsewhere": {
            "one": say("{n} provider was left out, because what you pay there is told by another unit than: {x}."),
            "other": say("{n} providers were left out, because what you pay there is told by another unit than: {x}."),
        },
        "tell": say("Tell your situation above: then more of them can be counted."),
        "title": f"{{x}} – {say('Search')} – {edition.site_name}",
        "chips": {
            "text": say("“{x}”"),
            "max": say("price at most {amount}"),
            "maxPer": say("price at most {amount} / {unit}"),
            "youPay": say("you pay at most {amount}"),
            "youPayPer": say("you pay at most {amount} / {unit}"),
            "payUnit": say("you pay by the unit: {unit}"),
            "home": say("comes to my home"),
        },
        "kinds": {"voucher": say("With a service voucher"), "self-pay": say("I pay it all myself")},
        "relaxations": relaxations(edition),
        **suggestion_words(edition),
        "near": near_words(edition),
    }


def suggestion_words(edition: Edition) -> dict[str, Any]:
    """What is said of suggestions while somebody types."""
    say = edition.wording.say
    return {
        "suggested": {
            "one": say("{n} suggestion; the arrow down leads to it."),
            "other": say("{n} suggestions; the arrow down leads to them."),
        },
        "unsuggested": say("No suggestions."),
        "suggestions": {
            "service": say("Service"),
            "municipality": say("Municipality"),
            "origin": say("Voucher or register"),
            "provider": say("Provider"),
        },
    }


def near_words(edition: Edition) -> dict[str, str]:
    """How far away a provider is, and how asking for the person's position goes."""
    say = edition.wording.say
    return {
        "about": say("about {n} km away"),
        "under": say("less than 1 km away"),
        "same": say("in the same municipality"),
        "home": say("comes to your home: {x}"),
        "here": say("comes to your home"),
        "asking": say("Your browser is asking for your position."),
        "found": say("The distances are from your position."),
        "refused": say("Your browser did not give your position. Choose a municipality instead."),
        "late": say("Finding your position took too long. Try again, or choose a municipality instead."),
        "unknown": say("Your position could not be found. Choose a municipality instead."),
    }


def relaxations(edition: Edition) -> dict[str, str]:
    """What to loosen, with how many it finds."""
    say = edition.wording.say
    return {
        "text": say("Without the words “{x}”: {results}"),
        "word": say("Without the word “{x}”: {results}"),
        "municipalities": say("In all municipalities: {results}"),
        "services": say("In all services: {results}"),
        "kind": say("Both with a voucher and paid by yourself: {results}"),
        "max": say("Without a limit on the price: {results}"),
        "youPay": say("Without a limit on what you pay: {results}"),
        "when": say("At any time: {results}"),
        "unit": say("With prices by any unit: {results}"),
        "language": say("In any language: {results}"),
        "home": say("Also outside your home: {results}"),
        "neighbour": say("Nearby in {x}: {results}"),
        "rest": say("Without any other condition: {results}"),
    }


def moment_words(edition: Edition) -> dict[str, str]:
    """The times of the week that a price can be for, by their keys."""
    say = edition.wording.say
    return {
        Moment.DAY.value: say("Weekdays in the daytime"),
        Moment.EVENING.value: say("Weekday evenings"),
        Moment.NIGHT.value: say("Nights"),
        Moment.SATURDAY.value: say("Saturdays"),
        Moment.SUNDAY.value: say("Sundays and public holidays"),
    }
