"""The rules of one language that turn a word into its key, as data that a browser can follow too."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

SHORTEST = 3
"""Words with fewer letters are their own keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Where a word looks like this, it becomes that."""

    pattern: str
    """A regular expression that Python and JavaScript read alike: no look-behind, no named groups, no flags."""

    becomes: str
    """What stands there afterwards; $1 and $2 are the groups of the pattern."""

    example: str
    """A word, as people write it, that this rule changes at this point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRules:
    """How the words of one language become keys. Words with one key are one word to the search."""

    steps: tuple[tuple[Rule, ...], ...]
    """Each step applies the first of its rules that fits."""

    variants: tuple[Rule, ...] = ()
    """Other forms that an ambiguous word may stand for; each one that fits gives one."""

    relatives: tuple[Rule, ...] = ()
    """Words of the same family, tried when nothing else is found."""

    joint: str = "."
    """How a word must end to stand before another in a compound; a pattern like those of the rules."""

    stop: tuple[str, ...] = ()
    """Words that carry nothing to search for, as people write them."""

    aside: tuple[str, ...] = ()
    """Words that say for whom, or that help is wanted: beside the name of a service they only put results in order."""

    most: str = ""
    """Words before the most that something may cost, side by side."""

    def price(self) -> str:
        """Return a pattern of an amount in a text, or of a limit: neither finds anything."""
        most = rf"\b(?:{'|'.join(self.most.split())})\.? *"
        amount = r"\d+(?:[.,]\d\d?)?"
        return rf"(?:{most})?{amount} *(?:€|eur[a-zåäö]*|e\b)(?: */ *[a-zåäö]+)?|{most}{amount}"

    @classmethod
    def read(
        cls,
        *,
        steps: Iterable[str],
        variants: str = "",
        relatives: str = "",
        names: Mapping[str, str] | None = None,
        joint: str = ".",
        stop: str = "",
        aside: str = "",
        most: str = "",
    ) -> Self:
        """Return the rules written in tables: pattern, ">", what it becomes, an example."""
        names = names or {}
        return cls(
            steps=tuple(table(step, names) for step in steps),
            variants=table(variants, names),
            relatives=table(relatives, names),
            joint=joint,
            stop=tuple(stop.split()),
            aside=tuple(aside.split()),
            most=most,
        )

    def published(self) -> dict[str, object]:
        """Return the rules as the index file carries them."""
        return {
            "shortest": SHORTEST,
            "steps": [pairs(step) for step in self.steps],
            "variants": pairs(self.variants),
            "relatives": pairs(self.relatives),
            "joint": self.joint,
            "stop": list(self.stop),
            "aside": list(self.aside),
            "price": self.price(),
        }


def table(text: str, names: Mapping[str, str]) -> tuple[Rule, ...]:
    """Return the rules of one table, its names replaced by what they stand for."""
    for name, meaning in names.items():
        text = text.replace(name, meaning)
    return tuple(rule(line) for line in text.strip().splitlines())


def rule(line: str) -> Rule:
    """Return the rule that one line of a table states; the column between ">" and the example may be empty."""
    pattern, _, rest = line.partition(" > ")
    becomes, _, example = rest.strip().rpartition(" ")
    return Rule(pattern=pattern.strip(), becomes=becomes.strip(), example=example)


def pairs(rules: Iterable[Rule]) -> list[list[str]]:
    """Return the patterns of some rules, each with what it becomes."""
    return [[rule.pattern, rule.becomes] for rule in rules]


def compiled(rule: Rule) -> tuple[re.Pattern[str], str]:
    """Return a rule as Python's own pattern and replacement."""
    return re.compile(rule.pattern), re.sub(r"\$(\d)", r"\\g<\1>", rule.becomes)
