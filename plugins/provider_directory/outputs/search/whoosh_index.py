"""
A directory as a Whoosh index in memory: what the command line searches in, and what judges the search of browsers.

The words and their weights are the same; but only what is certain is found, no beginnings of words and no slips of the
keyboard.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from whoosh.fields import KEYWORD, STORED, TEXT, Schema
from whoosh.query import Phrase, Term, Wildcard
from whoosh.scoring import FunctionWeighting

from . import texts
from .analysis import Analysis
from .documents import SearchDirectory
from .fields import (
    DESCRIPTION,
    FIELDS,
    FORM,
    GROUP,
    MOMENT,
    NAMED,
    NAMES,
    NAMES_OF_PROVIDERS,
    NAMING,
    NUMBER,
    ORIGIN,
    OWN_WORDS,
    PLACE,
    SURE,
    column,
    columns,
    families,
    field_weight,
)
from .found import Found, Match, Reason, ranked
from .owners import Field, chosen, holds, numbers, of_choices, of_providers, rows, written
from .question import Asked, Keys, Reader
from .terms import Terms
from .whoosh_memory import in_memory

Answers = dict[int, Reason]
"""By the place of a row, why it answers."""


class WhooshIndex:
    """What is searched in one language; to Whoosh, each offer is a document."""

    def __init__(self, directory: SearchDirectory) -> None:
        analysis = Analysis(directory.language)
        terms = Terms.of(texts.of_directory(directory), analysis)
        self.day = directory.day
        self.rows = list(rows(directory))
        self.offered = {offer.service for document in directory.documents for offer in document.offers}
        self.families = families(terms)
        self.choices = written(of_choices(directory), analysis)
        names = {text for (owner, _), found in self.choices.items() if owner in NAMED for _, text in found}
        everything = self.choices | written(of_providers(directory), analysis)
        heavy = {key for found in everything.values() for (_, weight), text in found if weight > 1 for key in text}
        self.known, self.reader = frozenset(terms.numbers), Reader(analysis, names, heavy)
        moments = [each.key for each in directory.vocabulary.moments]
        schema = Schema(place=STORED, **{column(field): kind(field) for field in FIELDS})
        documents = []
        for place, (document, offer) in enumerate(self.rows):
            found = (text for owner in chosen(document, offer, moments) for text in everything.get(owner, ()))
            documents.append({"place": place, "number": numbers(document), **columns(found)})
        index = in_memory(schema, documents)
        self.searcher = index.searcher(weighting=FunctionWeighting(field_weight))

    def search(self, text: str) -> list[Found]:
        """Return the providers that answer everything a text asks for, best first; everybody where it asks nothing."""
        asked = self.reader.read(text)
        answers = {each: self.answers(each) for each in asked}
        naming = {each for each in asked if any(reason.score >= NAMES for reason in answers[each].values())}
        naming -= self.aside(answers, naming)
        # Beside the name of something, words that somebody merely mentions leave nobody out.
        mere = [each for each in asked if naming and answers[each] and each not in naming]
        needed, more = [answers[each] for each in asked if each not in mere], [answers[each] for each in mere]
        binding = [answers[each] for each in asked if each not in mere and self.is_binding(each)]
        able = [place for place in range(len(self.rows)) if all(place in answer for answer in binding)]
        together: dict[str, list[int]] = {}
        for place in able:
            together.setdefault(self.rows[place][0].key, []).append(place)
        matches = (match for places in together.values() for match in self.matches(places, needed, more))
        return ranked(matches, self.day)

    def aside(self, answers: Mapping[Asked, Answers], naming: Collection[Asked]) -> set[Asked]:
        """Return what says only for whom or that help is wanted, where a service is named beside it."""
        aside = {each for each in naming if not each.together and each.keys[0] in self.reader.aside}
        service = {FIELDS[field] for field in OWN_WORDS}
        reasons = (reason for each in naming if each not in aside for reason in answers[each].values())
        return aside if any(reason.by in service and reason.score >= SURE for reason in reasons) else set()

    def matches(self, places: Sequence[int], needed: Sequence[Answers], more: Sequence[Answers]) -> Iterator[Match]:
        """Yield those offers of a provider that answer most, where its offers together answer everything."""
        if all(any(place in answer for place in places) for answer in needed):
            reasons = {place: [answer[place] for answer in needed if place in answer] for place in places}
            most = max(map(len, reasons.values()))
            for place in places:
                if len(reasons[place]) == most:
                    document, offer = self.rows[place]
                    besides = [answer[place] for answer in more if place in answer]
                    yield Match(document=document, offer=offer, reasons=(*reasons[place], *besides))

    def is_binding(self, asked: Asked) -> bool:
        """Whether it says where or how: then it must hold of each offer. Two services may be two offers of a provider."""
        owners = {owner for owner, _ in self.fields_of_choices(asked) & set(self.fields(asked))}
        places = any(owner == "municipality" for owner, _ in self.fields_of_choices(asked, FORM))
        return places or ("service" not in owners and not owners.isdisjoint({"kind", "variant", "moment"}))

    def nowhere(self, text: str) -> list[str]:
        """Return the words of a text that nobody answers."""
        return [asked.typed for asked in self.reader.read(text) if not self.answers(asked)]

    def answers(self, asked: Asked) -> Answers:
        """Return what answers one thing: where an offer does so by its service, nothing else of its provider does."""
        fields = self.fields(asked)
        delivering = {
            self.rows[place][0].key
            for place in self.best(asked, [field for field in fields if field[0] == "municipality"])
        }
        by_service = self.best(asked, [field for field in fields if field[0] == "service"])
        by_choice = self.best(asked, [field for field in fields if field[0] not in ("provider", "number")])
        offering = {self.rows[place][0].key for place in by_service}
        return {
            place: by_choice[place] if place in by_service else reason
            for place, reason in self.best(asked, fields).items()
            if place in by_service or self.rows[place][0].key not in offering
            # Where it is delivered counts, not where its provider is.
            if not (reason.by == FIELDS[PLACE] and self.rows[place][0].key in delivering)
        }

    def fields(self, asked: Asked) -> list[Field]:
        """
        Return where something is looked for.

        The group of a service counts only where no service has the word itself, and a voucher only where no service
        and no municipality has it at all. What names a choice is not looked for in running text, and a word that says nothing in no text
        of a provider.
        """
        known, left_out = self.fields_of_choices(asked), set[Field]()
        if not asked.together and MOMENT in self.fields_of_choices(asked, FORM):
            # Whoever asks for the evening does not ask for an evening club.
            return [MOMENT, *(field for field in FIELDS if field[0] == "variant" or field in NAMES_OF_PROVIDERS)]
        if known & OWN_WORDS and not asked.together:
            left_out.add(GROUP)
        places = any(owner == "municipality" for owner, _ in self.fields_of_choices(asked, FORM))
        if places or (known - left_out) & {*OWN_WORDS, GROUP}:
            left_out.add(ORIGIN)
        naming = self.naming(asked)
        if not asked.together and self.is_named_in_part(asked):
            naming.add("service")
        if naming:
            left_out.add(DESCRIPTION)
        if naming - {"municipality"}:
            left_out.add(PLACE)
        if not asked.together and asked.keys[0] in self.reader.silent:
            left_out |= {field for field in FIELDS if field[0] == "provider"}
        if not asked.digits:
            left_out.add(NUMBER)
        return [field for field in FIELDS if field not in left_out]

    def naming(self, asked: Asked) -> set[str]:
        """Return what kinds of choices it is the name of, and not just a word of a group of services or of a variant."""
        found = self.fields_of_choices(asked, FORM)
        return {owner for owner, weight in found if asked.together or (owner != "variant" and weight >= NAMING)}

    def is_named_in_part(self, asked: Asked) -> bool:
        """Whether it is so much of the name of a service that somebody offers that it is not looked for in running text."""
        services = [field for field in FIELDS if field[0] == "service" and field != GROUP]
        return any(reason.score >= NAMING for reason in self.best(asked, services).values())

    def meant(self, asked: Asked) -> set[str]:
        """
        Return the services that can be meant.

        Beside one that somebody offers and whose whole name it is, others are not that have it among other words only.
        """
        texts_of = {
            key: [(weight, text) for (_, weight), text in self.choices[owner, key]]
            for owner, key in self.choices
            if owner == "service"
        }
        shares: dict[Keys, float] = (
            {asked.keys: 1.0}
            if asked.together
            else {(key,): share for key, share in self.shares(asked.keys[0]).items()}
        )
        least = texts.ALSO_NAMED if asked.together else texts.SYNONYM
        wholes = {
            key
            for key, found in texts_of.items()
            if any(shares.get(text, 0) >= FORM and weight >= least for weight, text in found)
        }
        if wholes.isdisjoint(self.offered):
            return set(texts_of)
        surely = {
            key
            for key, found in texts_of.items()
            for weight, text in found
            for words, share in shares.items()
            if holds(text, words) and (weight >= texts.SERVICE - 1 or (share >= FORM and weight >= texts.SYNONYM))
        }
        return wholes | surely

    def fields_of_choices(self, asked: Asked, least: float = 0) -> set[Field]:
        """Return where the choices have it, offered or not; by words that answer at least so well."""
        wanted = {key for key, share in self.shares(asked.keys[0]).items() if share >= least}
        return {
            field
            for found in self.choices.values()
            for field, text in found
            if (holds(text, asked.keys) if asked.together else not wanted.isdisjoint(text))
        }

    def best(self, asked: Asked, fields: Iterable[Field]) -> Answers:
        """Return for each row the best reason among some fields."""
        found: Answers = {}
        meant = self.meant(asked)
        for field in fields:
            for query in self.queries(asked, field):
                for hit in self.searcher.search(query, limit=None):
                    offer = self.rows[hit["place"]][1]
                    if field[0] == "service" and offer and offer.service not in meant:
                        continue
                    reason = Reason(round(hit.score, 4), asked.typed, FIELDS[field])
                    found[hit["place"]] = max(reason, found.get(hit["place"], reason), key=lambda each: each.score)
        return found

    def queries(self, asked: Asked, field: Field) -> Iterator[Any]:
        """Yield the queries by which Whoosh finds something in a field. No part of a municipality's name is its name."""
        if field == NUMBER:
            yield Wildcard(column(field), f"*{asked.digits}*")
        elif asked.together:
            yield Phrase(column(field), list(asked.keys), boost=1 / len(asked.keys))
        else:
            least = FORM if field[0] in ("municipality", "moment") else 0
            wanted = ((key, share) for key, share in self.shares(asked.keys[0]).items() if share >= least)
            yield from (Term(column(field), key, boost=share) for key, share in wanted)

    def shares(self, key: str) -> dict[str, float]:
        """Return the keys that answer for a key, and how well: itself, its compounds, other forms of the word."""
        return {key: 1.0, **self.families.get(key, {})}


def kind(field: Field) -> Any:
    """Return Whoosh's kind of a field."""
    return KEYWORD() if field == NUMBER else TEXT(phrase=True)
