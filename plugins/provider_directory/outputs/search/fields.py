"""The fields of the index in Whoosh: whose texts are in them, what they count, and what they are called as a reason."""

from collections.abc import Iterable

from . import texts
from .owners import Field, Written
from .terms import Terms

PART = 0.6
"""How well a compound answers for a part of it."""

FORM = 0.9
"""How well a word answers for another one that it may be a form of."""

BOUNDARY = "\n"
"""Stands between the texts of one field, so that no phrase reaches from one into the next."""

FIELDS: dict[Field, str] = {
    ("service", texts.SERVICE): "the service",
    ("service", texts.SERVICE - 1): "the service",
    ("service", texts.SYNONYM): "another word for the service",
    ("service", texts.SYNONYM - 1): "another word for the service",
    ("service", texts.GROUP): "the services it is one of",
    ("origin", texts.ORIGIN): "the voucher or register",
    ("municipality", texts.MUNICIPALITY): "where it is delivered",
    ("municipality", texts.AREA): "the area where it is delivered",
    ("variant", texts.VARIANT): "how it is delivered",
    ("kind", texts.KIND): "the way to pay",
    ("moment", texts.MOMENT): "the time",
    ("language", texts.LANGUAGE): "a language of service",
    ("provider", texts.NAME): "the name",
    ("provider", texts.ALSO_NAMED): "another name",
    ("provider", texts.PLACE): "the address",
    ("provider", texts.DESCRIPTION): "the description",
    ("number", texts.NAME): "the number",
}
"""What is searched, and what it is called where it is the reason that something was found."""

NUMBER, GROUP, ORIGIN = ("number", texts.NAME), ("service", texts.GROUP), ("origin", texts.ORIGIN)
OWN_WORDS = {("service", weight - of_several) for weight in (texts.SERVICE, texts.SYNONYM) for of_several in (0, 1)}
PLACE: Field = ("provider", texts.PLACE)
DESCRIPTION: Field = ("provider", texts.DESCRIPTION)

SURE = 4.5
"""What counts so much is of a service's own names."""

MOMENT: Field = ("moment", texts.MOMENT)
NAMES_OF_PROVIDERS = {("provider", texts.NAME), ("provider", texts.ALSO_NAMED)}

NAMED = ("service", "origin", "municipality")
"""Whose names in several words are read as one."""

NAMES = 3.6
"""What counts so much is more than a mention in running text."""

NAMING = 4
"""From this weight on, the words of a choice name it."""


def column(field: Field) -> str:
    """Return what Whoosh calls a field."""
    return field[0] if field == NUMBER else f"{field[0]}{field[1]}"


WEIGHTS = {column(field): float(field[1]) for field in FIELDS}


def field_weight(searcher: object, fieldname: str, text: object, matcher: object) -> float:
    """Return what a word counts in a field, however often it stands there: how Whoosh is told to score."""
    return WEIGHTS[fieldname]


def columns(found: Iterable[Written]) -> dict[str, list[str]]:
    """Return texts as Whoosh takes them: by field, the keys of their words."""
    taken: dict[str, list[str]] = {}
    for field, text in found:
        taken.setdefault(column(field), []).extend([*text, BOUNDARY])
    return taken


def families(terms: Terms) -> dict[str, dict[str, float]]:
    """Return for each key the others that answer for it too, and how well."""
    found: dict[str, dict[str, float]] = {}
    for compound, parts in terms.parts.items():
        for part in parts:
            found.setdefault(terms.keys[part], {})[terms.keys[compound]] = PART
    for pair in terms.also:
        for one, other in (pair, pair[::-1]):
            found.setdefault(terms.keys[one], {})[terms.keys[other]] = FORM
    return found
