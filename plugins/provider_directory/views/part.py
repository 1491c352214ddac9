"""A part of the pages: what one of several workers makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Part:
    """One of so many parts; all of it unless said otherwise."""

    number: int = 0
    of: int = 1

    @property
    def is_first(self) -> bool:
        """Whether it has the pages that there are few of, too."""
        return self.number == 0

    def mine(self, subjects: Iterable[Subject]) -> Iterator[Subject]:
        """Those of some subjects that have their pages in this part, which are taken in turns: neighbours may be alike."""
        return islice(subjects, self.number, None, self.of)


WHOLE = Part()
"""All pages."""
