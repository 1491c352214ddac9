"""The nearest of the words that would have been right."""

from __future__ import annotations

from provider_directory.records.suggestions import did_you_mean, nearest


def test_the_closest_word_is_suggested_whatever_its_capitals() -> None:
    assert nearest("Kauniaine", ["helsinki", "kauniainen"]) == "kauniainen"
    assert did_you_mean("Jyvaskyla", ["jyvaskyla"]) == ' Did you mean "jyvaskyla"?'


def test_nothing_is_suggested_for_a_word_like_no_other() -> None:
    assert did_you_mean("xyz", ["helsinki", "kauniainen"]) == ""
