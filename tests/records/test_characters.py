"""Characters that nobody can see are found; those that words need are not."""

from __future__ import annotations

import pytest

from provider_directory.records.characters import unseen


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\x9f", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\U000e0041"]
)
def test_a_character_nobody_can_see_is_named_by_its_number(character: str) -> None:
    assert unseen(f"Hoi{character}va") == f"A character nobody can see (U+{ord(character):04X})"


@pytest.mark.parametrize(
    "text", ["Hoiva\nja\thoito", "hyvin\u00advointi\u00adpalvelut", "12\u00a0€", "Ääkkönen 😀", "«»–…§"]
)
def test_ordinary_words_hold_none(text: str) -> None:
    assert unseen(text) is None
