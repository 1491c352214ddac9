"""The dictionary: for each word, every choice and every provider that answers it, and how well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from . import texts
from .documents import SearchDocument
from .numbers import business_digits, national
from .offers import Places
from .reach import MOMENT, MUNICIPALITY, ORIGIN, SERVICE, VARIANT, Owner, Reach, choices
from .terms import Terms
from .texts import Text
from .vocabulary import SearchVocabulary

OWN, FORM, PART = 10, 9, 6
"""How much a word counts, in tenths: itself, another form that it may be, a compound that holds it."""

NAMES = 4
"""From this weight on, the words of a choice name it; a word that does is not looked for in what providers tell."""

LONGEST_NAME = 6
"""Words of the longest name that is understood as one."""

LOCAL = 7
"""Digits of a telephone number within its area."""


@dataclass(slots=True)
class Entry:
    """What answers a word. Weights are tenths of those in texts.py."""

    key: str
    shown: str = ""
    """The word that people are shown; none for mere parts of words."""

    heaviest: int = 0
    """The most that the word itself counts anywhere."""

    owners: dict[Owner, int] = field(default_factory=dict)
    documents: dict[int, int] = field(default_factory=dict)
    """By position of the provider among the numbered ones."""

    total: int = 0
    """How many providers answer it: by what they offer and where, or by their own words."""


class Dictionary:
    """All words of a directory."""

    def __init__(
        self, documents: Sequence[SearchDocument], vocabulary: SearchVocabulary, places: Places, terms: Terms
    ) -> None:
        self.documents = documents
        self.terms = terms
        self.choices: dict[int, list[tuple[Owner, int]]] = defaultdict(list)
        self.sequences: list[tuple[Owner, int, tuple[int, ...]]] = []
        self.wholes: dict[int, set[Owner]] = defaultdict(set)
        """By the term of a name of one word, the services that it is a name of."""
        self.mentions: dict[int, dict[int, int]] = defaultdict(dict)
        self.silent = frozenset(terms.analysis.maker.key(word) for word in terms.analysis.stop)
        self.reach = Reach(documents, places)
        for owner, text in choices(vocabulary, places, documents):
            self.take_choice(owner, text)
        self.names: dict[int, list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
        for position, document in enumerate(documents):
            self.take_document(position, document)

    def take_choice(self, owner: Owner, text: Text) -> None:
        """Note which words a choice is found by."""
        row = self.terms.row(text)
        for term in set(row):
            self.choices[term].append((owner, text.weight))
        if len(row) > 1:
            self.sequences.append((owner, text.weight, row))
        elif row and owner[0] == SERVICE and text.weight >= texts.SYNONYM:
            self.wholes[row[0]].add(owner)

    def take_document(self, position: int, document: SearchDocument) -> None:
        """Note which words a provider is found by, each where it counts most."""
        own: dict[int, int] = {}
        for text in sorted(texts.of_document(document), key=lambda text: text.weight):
            row = self.terms.row(text)
            own.update(dict.fromkeys(row, text.weight))
            if text.weight >= texts.ALSO_NAMED:
                for term in set(row):
                    self.names[term].append((position, text.weight, row))
        for term, weight in own.items():
            self.mentions[term][position] = weight

    def entries(self) -> list[Entry]:
        """Return every entry, sorted by key: words, names in several words, telephone numbers and business ids."""
        relatives = self.relatives()
        found = {key: self.entry(term, relatives.get(term, ())) for term, key in enumerate(self.terms.keys)}
        for entry in (*self.whole_names(), *self.numbers()):
            known = found.setdefault(entry.key, entry)
            if known is not entry:
                join(known, entry)
        for entry in found.values():
            entry.total = self.reach.count(entry.owners, entry.documents)
        return sorted(found.values(), key=lambda entry: entry.key)

    def relatives(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each term those that answer for it too, and how well: compounds that hold it, other forms."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for compound, parts in self.terms.parts.items():
            for part in parts:
                found[part].append((compound, PART))
        for one, other in self.terms.also:
            found[one].append((other, FORM))
            found[other].append((one, FORM))
        return found

    def entry(self, term: int, relatives: Iterable[tuple[int, int]]) -> Entry:
        """Return what answers one term."""
        made = Entry(key=self.terms.keys[term], shown=self.terms.shown[term])
        family = [(term, OWN), *relatives]
        grouped: dict[Owner, int] = {}
        surely: set[Owner] = set()
        for member, share in family:
            for owner, weight in self.choices.get(member, ()):
                if owner[0] in (MUNICIPALITY, MOMENT) and share < FORM:
                    continue
                found = grouped if owner[0] == SERVICE and weight == texts.GROUP else made.owners
                found[owner] = max(weight * share, found.get(owner, 0))
                if weight >= (texts.SYNONYM if share >= FORM else texts.SERVICE - 1):
                    surely.add(owner)
        if any(kind == MOMENT for kind, _ in made.owners):
            # A time is not what is done then: whoever asks for the evening does not ask for an evening club.
            made.owners = {owner: weight for owner, weight in made.owners.items() if owner[0] in (MOMENT, VARIANT)}
        elif not any(kind == SERVICE for kind, _ in made.owners):
            # The name of a group stands for its services only where none has the word itself.
            made.owners.update(grouped)
        named = (owner for member, share in family if share >= FORM for owner in self.wholes.get(member, ()))
        if self.reach.offers_any(named):
            # Beside a service whose whole name it is, others are not meant that have it among their other words only.
            made.owners = {
                owner: weight for owner, weight in made.owners.items() if owner[0] != SERVICE or owner in surely
            }
        if made.key not in self.silent:
            self.add_documents(made, family)
        own = [weight for _, weight in self.choices.get(term, ())] + list(self.mentions.get(term, {}).values())
        made.heaviest = max(own, default=0)
        return made

    def add_documents(self, made: Entry, family: Iterable[tuple[int, int]]) -> None:
        """
        Add the providers whose own words answer.

        Not those that answer by a service they offer, nor those whose address alone has the name of a place where they
        deliver: there the place itself answers.
        """
        named = self.named(family)
        if self.reach.offers_any(
            owner for owner, weight in made.owners.items() if owner[0] == SERVICE and weight >= NAMES * OWN
        ):
            named.add(SERVICE)
        least = texts.ALSO_NAMED if named - {MUNICIPALITY} else texts.PLACE if named else 0
        offering = self.reach.any_of(owner for owner in made.owners if owner[0] == SERVICE)
        delivering = self.reach.any_of(owner for owner in made.owners if owner[0] == MUNICIPALITY)
        for member, share in family:
            for position, weight in self.mentions.get(member, {}).items():
                if weight >= least and not offering[position] and not (weight == texts.PLACE and delivering[position]):
                    made.documents[position] = max(weight * share, made.documents.get(position, 0))

    def named(self, family: Iterable[tuple[int, int]]) -> set[int]:
        """Return what kinds of choices a term, or another form of it, is a name of."""
        return {
            owner[0]
            for member, share in family
            for owner, weight in self.choices.get(member, ())
            if share >= FORM and weight >= NAMES and owner[0] != VARIANT
        }

    def whole_names(self) -> Iterator[Entry]:
        """Yield an entry for each name of a choice in several words: its key is theirs, with spaces between."""
        wholes = {
            row
            for (kind, _), _, row in self.sequences
            if kind in (SERVICE, ORIGIN, MUNICIPALITY) and len(row) <= LONGEST_NAME
        }
        holding: dict[int, list[tuple[Owner, int, tuple[int, ...]]]] = defaultdict(list)
        for sequence in self.sequences:
            for term in set(sequence[2]):
                holding[term].append(sequence)
        for row in sorted(wholes):
            made = Entry(key=" ".join(self.terms.keys[term] for term in row))
            exactly = {
                owner
                for owner, weight, text in holding[row[0]]
                if text == row and owner[0] == SERVICE and weight > texts.GROUP
            }
            surely = self.reach.offers_any(exactly)
            for owner, weight, text in holding[row[0]]:
                if surely and owner[0] == SERVICE and owner not in exactly and weight < texts.SERVICE - 1:
                    continue
                if holds(text, row):
                    made.owners[owner] = max(weight * OWN, made.owners.get(owner, 0))
            made.heaviest = max(made.owners.values()) // OWN
            offering = self.reach.any_of(owner for owner in made.owners if owner[0] == SERVICE)
            for position, weight, text in self.names.get(row[0], ()):
                if not offering[position] and holds(text, row):
                    made.documents[position] = max(weight * OWN, made.documents.get(position, 0))
            yield made

    def numbers(self) -> Iterator[Entry]:
        """Yield an entry for each telephone number and business id."""
        found: dict[str, Entry] = {}
        for position, document in enumerate(self.documents):
            phones = [national(phone) for phone in document.phones]
            local = [phone[-LOCAL:] for phone in phones if len(phone) > LOCAL]
            for number in filter(None, [*phones, *local, business_digits(document.business_id)]):
                entry = found.setdefault(number, Entry(key=number, heaviest=texts.NAME))
                entry.documents[position] = texts.NAME * OWN
        yield from found.values()


def holds(text: Sequence[int], phrase: Sequence[int]) -> bool:
    """Whether the terms of a phrase stand side by side in a text."""
    return any(tuple(text[at : at + len(phrase)]) == tuple(phrase) for at in range(len(text) - len(phrase) + 1))


def join(known: Entry, more: Entry) -> None:
    """Add what answers an entry to another one of the same key."""
    for owner, weight in more.owners.items():
        known.owners[owner] = max(weight, known.owners.get(owner, 0))
    for position, weight in more.documents.items():
        known.documents[position] = max(weight, known.documents.get(position, 0))
    known.heaviest = max(known.heaviest, more.heaviest)
