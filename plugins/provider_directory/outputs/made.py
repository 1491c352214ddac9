"""What outputs are made from: the editions, and the pages each of them has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..views.edition import Edition
from ..views.page import Page

Editions = Sequence[Edition]
"""One for each language, Finnish first."""

Pages = Mapping[str, tuple[Page, ...]]
"""The pages of each language."""
