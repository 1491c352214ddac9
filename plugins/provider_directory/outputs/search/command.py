"""What `provider_directory search` takes and says: the providers that answer, in plain words, and why they do."""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ...model import LANGUAGES, Cents
from ...records.fields import read_euros
from ...records.suggestions import did_you_mean
from .documents import SearchDirectory, SearchOffer
from .faults import Keyed
from .found import Found, Match, ranked
from .vocabulary import SearchVocabulary
from .whoosh_index import WhooshIndex


class Labelled(Protocol):
    """Anything with a key and a label."""

    @property
    def key(self) -> str:
        """Its identity among its like."""

    @property
    def label(self) -> str:
        """What it is called."""


class Unknown(Exception):
    """A key that stands for nothing; the message says so in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for on the command line."""

    text: str
    language: str = "fi"
    municipality: str | None = None
    service: str | None = None
    max: Cents | None = None
    limit: int = 10


def wanted(arguments: Sequence[str]) -> Wanted:
    """Return what the arguments ask for; wrong ones end the program with its usage and the exit status 2."""
    parser = ArgumentParser(prog="python -m provider_directory search", allow_abbrev=False)
    parser.add_argument("text", nargs="*", metavar="WORD", help="what to look for; every word must be found")
    parser.add_argument(
        "--language", choices=LANGUAGES, default="fi", help="the edition that is searched; fi unless said"
    )
    parser.add_argument("--municipality", metavar="KEY", help="only what is delivered there")
    parser.add_argument("--service", metavar="KEY", help="only this service")
    parser.add_argument("--max", type=euros, metavar="EUR", help="the most that one unit may cost, for example 38.50")
    parser.add_argument(
        "--limit", type=count, default=10, metavar="N", help="how many providers are told; 10 unless said"
    )
    given = vars(parser.parse_args(arguments))
    asked = Wanted(**{**given, "text": " ".join(given["text"])})
    if asked == Wanted(text="", language=asked.language, limit=asked.limit):
        parser.error("say what to look for")
    return asked


def euros(text: str) -> Cents:
    """Return an amount in euros as cents."""
    try:
        return read_euros(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def count(text: str) -> int:
    """Return a number of providers, from one on."""
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f'"{text}" is not a number of providers')
    return int(text)


def said(directory: SearchDirectory, asked: Wanted) -> str:
    """Return the answer, line by line. Raises Unknown when a key that is asked for stands for nothing."""
    vocabulary = directory.vocabulary
    check("municipality", asked.municipality, vocabulary.municipalities)
    check("service", asked.service, vocabulary.services)
    index = WhooshIndex(directory)
    unfiltered = index.search(asked.text)
    matches = [match for each in unfiltered for match in each.matches if fits(match, asked)]
    unit = commonest_unit(matches) if asked.max is not None else None
    found = ranked((match for match in matches if costs_at_most(match, asked.max, unit)), directory.day)
    nowhere = [] if unfiltered else index.nowhere(asked.text)
    told = [*headline(found, asked), *helpful(found, len(unfiltered), nowhere)]
    if unit is not None:
        told.append(f"Prices are compared for one unit: {labels(vocabulary.units)[unit]}.")
    return "\n".join((*told, *entries(found[: asked.limit], vocabulary)))


def check(noun: str, key: str | None, choices: Iterable[Keyed]) -> None:
    """Raise Unknown when a key is not one of the choices."""
    keys = [choice.key for choice in choices]
    if key is not None and key not in keys:
        raise Unknown(f'"{key}" is not the key of a {noun}.{did_you_mean(key, keys)}')


def fits(match: Match, asked: Wanted) -> bool:
    """Whether an offer is the service that is asked for, delivered where it is asked for."""
    area = (match.offer.municipalities if match.offer else ()) or match.document.municipalities
    offered = match.offer.service if match.offer else None
    return asked.service in (None, offered) and (asked.municipality is None or asked.municipality in area)


def commonest_unit(matches: Iterable[Match]) -> str | None:
    """Return the unit of most offers; prices of different units are never compared."""
    units = Counter(match.offer.unit for match in matches if match.offer and match.offer.price_cents is not None)
    return max(units, key=lambda unit: (units[unit], unit or "")) if units else None


def costs_at_most(match: Match, most: Cents | None, unit: str | None) -> bool:
    """Whether an offer's price is known to be within the limit, if there is one."""
    if most is None:
        return True
    offer = match.offer
    return offer is not None and offer.unit == unit and offer.price_cents is not None and offer.price_cents <= most


def headline(found: Sequence[Found], asked: Wanted) -> Iterator[str]:
    """Yield how many were found, and how many of them are told."""
    what = f' "{asked.text}"' if asked.text else " what was asked"
    number = {0: "No provider answers", 1: "1 provider answers"}.get(len(found), f"{len(found)} providers answer")
    yield f"{number}{what}."
    if len(found) > asked.limit:
        yield f"--limit tells more than {asked.limit}."


def helpful(found: Sequence[Found], unfiltered: int, nowhere: Iterable[str]) -> Iterator[str]:
    """Yield why nothing was found: the filters, or words that nobody has."""
    if unfiltered and not found:
        yield f"Without --municipality, --service and --max: {unfiltered}."
    for typed in nowhere:
        yield f'Nobody has "{typed}". Beginnings of words and slips of the keyboard are not looked for here.'


def entries(found: Iterable[Found], vocabulary: SearchVocabulary) -> Iterator[str]:
    """Yield what is told of each provider."""
    places = labels(vocabulary.municipalities)
    for number, each in enumerate(found, 1):
        where = ", ".join(places[key] for key in each.document.municipalities)
        yield f"\n{number}. {each.document.name}{f' ({where})' if where else ''}"
        yield from dict.fromkeys(f"   {offer_line(match.offer, vocabulary)}" for match in each.matches if match.offer)
        why = [f"{reason.typed}: {reason.by}" for reason in each.matches[0].reasons]
        yield from [f"   Found by {'; '.join(why)}"] if why else []


def offer_line(offer: SearchOffer, vocabulary: SearchVocabulary) -> str:
    """Return an offer in a line: the service, how it is delivered, the price for one unit."""
    price = offer.price or "no price told"
    per = f" / {labels(vocabulary.units)[offer.unit]}" if offer.unit and offer.price else ""
    parts = [
        labels(vocabulary.services)[offer.service],
        offer.variant,
        price + per,
        labels(vocabulary.origins)[offer.origin],
    ]
    return " · ".join(part for part in parts if part)


def labels(choices: Iterable[Labelled]) -> Mapping[str, str]:
    """Return the label of each key."""
    return {choice.key: choice.label for choice in choices}
