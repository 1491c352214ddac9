"""The site's own words: every message is translated, and nothing in the catalogues is left over."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from provider_directory.model import LANGUAGES
from provider_directory.views.wording import Wording, load_translations

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "theme" / "locale"
VIEWS = ROOT / "plugins/provider_directory/views"
TRANSLATED = ("fi", "sv")

SAME = {"sv": {"Register"}}
"""Words that are the same in English."""

ENGLISH = re.compile(
    r"\b(?:the|of|and|you|your|with|this|what|who|where|whom|from|until|provider|voucher|price|source)s?\b", re.I
)
"""Words that neither Finnish nor Swedish has."""

PLACEHOLDER = re.compile(r"\{(\w*)\}|%\(\w+\)s")

Identity = str | tuple[str, ...]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the views and templates say, gathered by the command of `make words`."""
    command = re.search(
        r"pybabel --quiet (extract .*) -o \S+ \.$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    assert command is not None
    template = tmp_path_factory.mktemp("words") / "messages.pot"
    arguments = [part.replace("pyproject.toml", str(ROOT / "pyproject.toml")) for part in command[1].split()]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        CommandLineInterface().run(["pybabel", "--quiet", *arguments, "-o", str(template), "."])
    return read(template)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def catalogue(language: str) -> Catalog:
    return read(LOCALE / language / "LC_MESSAGES/messages.po", language)


def read(file: Path, language: str | None = None) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (text or "",)


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Each form of each message with its translation."""
    for message in messages(catalogue):
        yield from zip(forms(message.id), forms(message.string), strict=True)


def placeholders(text: str) -> list[str]:
    return sorted({found[0] for found in PLACEHOLDER.finditer(text)})


def words_of(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", PLACEHOLDER.sub("", text))


def test_there_is_a_catalogue_for_each_language_and_no_other() -> None:
    assert {file.parts[-3] for file in LOCALE.rglob("*") if file.is_file()} == set(LANGUAGES)


def test_catalogue_has_exactly_what_the_site_says(catalogue: Catalog, extracted: Catalog) -> None:
    assert {message.id for message in messages(catalogue)} == {message.id for message in messages(extracted)}


def test_catalogue_keeps_nothing_fuzzy_or_obsolete(catalogue: Catalog) -> None:
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []
    assert list(catalogue.obsolete) == []


def test_catalogue_names_its_language_and_plural(language: str) -> None:
    header = (LOCALE / language / "LC_MESSAGES/messages.po").read_text("utf-8").split("\n\n")[0]

    assert f'"Language: {language}\\n"' in header
    assert '"Content-Type: text/plain; charset=utf-8\\n"' in header
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in header


@pytest.mark.parametrize("language", TRANSLATED, indirect=True)
def test_every_message_is_translated(catalogue: Catalog) -> None:
    assert [message.id for message in messages(catalogue) if not all(forms(message.string))] == []


@pytest.mark.parametrize("language", TRANSLATED, indirect=True)
def test_translation_fills_in_the_same_names(catalogue: Catalog) -> None:
    assert [pair for pair in pairs(catalogue) if placeholders(pair[0]) != placeholders(pair[1])] == []


@pytest.mark.parametrize("language", TRANSLATED, indirect=True)
def test_translation_ends_as_the_message_does(catalogue: Catalog) -> None:
    """A sentence stays a sentence and a label a label: views put them together."""
    ends = re.compile(r"[.:?!]?$")

    assert [(id, text) for id, text in pairs(catalogue) if ends.findall(id)[0] != ends.findall(text)[0]] == []


@pytest.mark.parametrize("language", TRANSLATED, indirect=True)
def test_translation_is_clean_text(catalogue: Catalog) -> None:
    """No stray spaces, no straight quotes, no per cent sign: Jinja's gettext would read it as a placeholder."""
    unclean = re.compile(r"^\s|\s$|  |[\"'`%]|\.\.\.| - ")

    assert [text for _, text in pairs(catalogue) if unclean.search(text)] == []


@pytest.mark.parametrize("language", TRANSLATED, indirect=True)
def test_no_english_is_left(catalogue: Catalog, language: str) -> None:
    same = {id for id, text in pairs(catalogue) if words_of(id) and text == id}

    assert same == SAME.get(language, set()) & {id for id, _ in pairs(catalogue)}
    assert [text for _, text in pairs(catalogue) if ENGLISH.search(PLACEHOLDER.sub("", text))] == []


def test_english_is_what_the_messages_say(extracted: Catalog) -> None:
    words = Wording(language="en", translations=load_translations(LOCALE, "en"))

    for message in messages(extracted):
        one, many = forms(message.id)[0], forms(message.id)[-1]
        assert words.say(one) == one
        assert words.translations.ungettext(one, many, 1) == one
        assert words.translations.ungettext(one, many, 2) == many


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("fi", ["0 palveluntuottajaa", "1 palveluntuottaja", "2 palveluntuottajaa"]),
        ("sv", ["0 producenter", "1 producent", "2 producenter"]),
        ("en", ["0 providers", "1 provider", "2 providers"]),
    ],
)
def test_numbers_choose_the_form(language: str, counted: list[str]) -> None:
    words = Wording(language=language, translations=load_translations(LOCALE, language))

    assert [words.count("{number} provider", "{number} providers", number) for number in range(3)] == counted


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "1.1.2019 alkaen"),
        ("sv", "från och med 1.1.2019"),
        ("en", "from 1.1.2019"),
    ],
)
def test_names_stand_where_the_language_wants_them(language: str, said: str) -> None:
    words = Wording(language=language, translations=load_translations(LOCALE, language))

    assert words.say("from {day}", day="1.1.2019") == said


def test_everything_said_in_a_view_is_gathered(extracted: Catalog) -> None:
    """Babel reads no call inside an f-string, and nothing but a text written out where it is said."""
    gathered = {message.id for message in messages(extracted)}

    assert [place for place, said in said_in_views() if said not in gathered] == []


def said_in_views() -> Iterator[tuple[str, Identity | None]]:
    """Each call of say and count with what it says, or None where that is not written out."""
    for file in sorted(VIEWS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (number := {"say": 1, "count": 2}.get(called(node), 0)):
                yield f"{file.name}:{node.lineno}", identity(node.args[:number])


def called(call: ast.Call) -> str:
    """'say' for both say(…) and wording.say(…)."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def identity(arguments: list[ast.expr]) -> Identity | None:
    texts = tuple(each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str))
    if len(texts) != len(arguments):
        return None
    return texts[0] if len(texts) == 1 else texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_process_can_be_told_of_the_translations(language: str) -> None:
    here = Wording(language=language, translations=load_translations(LOCALE, language))
    there = pickle.loads(pickle.dumps(here))

    for number in (1, 2):
        words = ("{number} provider", "{number} providers", number)
        assert there.count(*words) == here.count(*words)
    assert there.say("Front page") == here.say("Front page")
