"""
The compare page: A or B or C? Up to four providers or offers side by side.

What is compared stands in the page's address, as ?provider=… for each, in the way offer_reference.py tells; nothing of
the person does. The page itself knows no provider: its script reads each one's own page (compare_data.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .choice import Choice
from .edition import Edition
from .page import Page
from .prose import Html, json_in_html
from .questions import Question
from .search import PlainLists, plain_lists, towns


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRow:
    """One thing that is compared."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """The empty comparison, its words, and the lists that need no script."""

    heading: str
    lead: str
    caption: str
    rows: tuple[CompareRow, ...]
    questions: tuple[Question, ...]
    """Everything a browser may ask; the script shows what the offers at hand need."""
    providers: str
    """The address below which the providers' pages are."""
    words: Html
    """The script's words, as JSON that is safe inside a script element."""
    ways_in: tuple[Choice, ...]
    """Where providers are found to be compared."""
    lists: tuple[PlainLists, ...]
    towns: tuple[Choice, ...]
    """In place of lists that are too many for one page."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page; without what is to be compared it is nothing to search engines."""
    say, place = edition.wording.say, edition.links.place
    view = CompareView(
        heading=say("Compare providers"),
        lead=say("Up to four side by side. What you pay comes first."),
        caption=say("The chosen providers side by side"),
        rows=rows(edition),
        questions=tuple(Question),
        providers=place("providers"),
        words=json_in_html(words(edition)),
        ways_in=(
            Choice(label=say("Search providers"), url=place("search")),
            Choice(label=say("Lists by municipality"), url=place("municipalities")),
        ),
        lists=tuple(plain_lists(edition)),
        towns=towns(edition),
    )
    yield edition.page(
        "compare",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("compare"),
        noindex=True,
    )


def rows(edition: Edition) -> tuple[CompareRow, ...]:
    """What is compared, what one pays first."""
    say = edition.wording.say
    labels = {
        "you-pay": say("You pay"),
        "month": say("In a month"),
        "price": say("Price"),
        "value": say("Voucher value"),
        "service": say("Service"),
        "where": say("Where"),
        "languages": say("Languages"),
        "phone": say("Phone"),
        "includes": say("The price includes"),
        "on-top": say("Comes on top of the price"),
        "conditions": say("Conditions"),
        "approved": say("Approved"),
        "accessibility": say("Accessibility"),
        "checked": say("Checked"),
    }
    return tuple(CompareRow(key=key, label=label) for key, label in labels.items())


def words(edition: Edition) -> dict[str, Any]:
    """The sentences of theme/static/js/compare/, in this language."""
    say = edition.wording.say
    return {
        "compared": {
            "one": say("{n} provider in the comparison. Add another to see the differences."),
            "other": say("{n} providers in the comparison."),
        },
        "removed": say("{name} was taken out of the comparison."),
        "unknown": {
            "one": say("{n} provider of this address was not found. It is no longer on any list here."),
            "other": say("{n} providers of this address were not found. They are no longer on any list here."),
        },
        "ended": say("{name} can no longer be chosen here, so it is not compared."),
        "failed": {
            "one": say("{n} provider could not be fetched. Check your connection and load this page again."),
            "other": say("{n} providers could not be fetched. Check your connection and load this page again."),
        },
        "tooMany": say("At most four can be compared. The first four of this address are here."),
        "moved": say(
            "{name}: the price in this address is no longer there. Another price of the same provider is here."
        ),
        "services": say("These are different services, so the amounts are not compared."),
        "units": say("These prices are for different units and are not compared."),
        "noRules": say("The rules of the vouchers could not be fetched. The amounts are the same for everybody."),
        "noVoucher": say("No voucher: you pay it all yourself."),
        "line": say("{name}: {amount}"),
        "atLeast": say("at least {amount}"),
        "notComputed": say("cannot be computed here"),
    }
