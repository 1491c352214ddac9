"""Whatever people write into a record stays text: nothing of it becomes markup, a script or a link."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel

from provider_directory.records.documentation import groups
from provider_directory.records.folders import REGISTERS
from provider_directory.records.json_schema import alone
from provider_directory.records.reading import read_records
from provider_directory.records.schema.base import Localised
from provider_directory.records.walking import layout, walk
from tests.hostile.attacks import ATTACK, BODY, NAMES, TWIN, attack, free
from tests.sites.building import build, copy_of, published

LINKS = ("href", "src", "action", "formaction", "poster", "srcset", "data", "cite", "ping", "background", "xlink:href")


@dataclass
class Markup(HTMLParser):
    """A page as a browser sees it: its elements, and the texts of its scripts."""

    elements: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    scripts: list[tuple[dict[str, str | None], str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its attributes."""
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        """Note a text, or what stands in a script."""
        if self.cdata_elem == "script":
            given, text = self.scripts.pop()
            self.scripts.append((given, text + data))
        else:
            self.words.append(data)


def parsed(html: bytes) -> Markup:
    """A page, parsed."""
    page = Markup()
    page.feed(html.decode())
    page.close()
    return page


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site whose every text is an attack."""
    return made(tmp_path_factory.mktemp("attacked"), ATTACK, BODY)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same site with a plain word in every field in the place of the attack."""
    return made(tmp_path_factory.mktemp("harmless"), TWIN, BODY)


def made(folder: Path, words: str, body: str) -> dict[str, bytes]:
    """A site with these words in every text, built."""
    site = copy_of("minimal", folder)
    attack(site, words, body)
    done = build(site, folder / "output")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return published(folder / "output")


def pages(files: dict[str, bytes]) -> dict[str, Markup]:
    """Every page of a site."""
    return {file: parsed(data) for file, data in files.items() if file.endswith(".html")}


def test_the_attack_stands_in_every_free_text_a_record_may_have(tmp_path: Path) -> None:
    site = copy_of("minimal", tmp_path)
    attack(site, ATTACK, BODY)
    records, problems = read_records(site)
    models = dict.fromkeys(
        group for model in (*alone(), *(model for _, model in REGISTERS.values())) for group in groups(model)
    )
    reached = {
        (type(visited.value).__name__, name)
        for entry in records.all()
        for visited in walk(entry.record)
        if isinstance(visited.value, BaseModel)
        for name in type(visited.value).model_fields
        if "onerror" in repr(getattr(visited.value, name))
    }
    wanted = {
        (model.__name__, name)
        for model in models
        for name, info in model.model_fields.items()
        for annotation, metadata in [(info.annotation, info.metadata)]
        if layout(model)[name][0] not in NAMES and layout(model)[name][1] is None
        if annotation in (Localised, Localised | None, list[Localised])
        or (annotation in (str, str | None) and free(metadata))
    }

    assert problems == []
    assert len(reached) > 60
    assert sorted(wanted - reached) == NOT_REACHED


NOT_REACHED = [("AcceptedWarning", "because"), ("AcceptedWarning", "rule")]
"""Free texts that are never shown."""


def test_what_is_not_public_is_nowhere(attacked: dict[str, bytes]) -> None:
    shown = {file for file, data in attacked.items() for secret in (b"on salassa", b"Esimerkkitauko") if secret in data}

    assert {file for file, data in attacked.items() if b"on salassa" in data} == set()
    assert "fi/tuottajat/esimerkkitauko/index.html" in shown


def test_only_our_own_scripts_stand_in_a_page(attacked: dict[str, bytes]) -> None:
    for file, page in pages(attacked).items():
        for given, text in page.scripts:
            if given.get("type") in ("application/ld+json", "application/json"):
                json.loads(text)
            else:
                ours = r"/theme/.+" if given.get("type") == "module" else r"/(fi|sv|en)/day\.js"
                assert re.fullmatch(ours, str(given["src"])), file
                assert not text.strip()


def test_no_attribute_runs_or_styles_anything(attacked: dict[str, bytes]) -> None:
    found = {
        (file, name)
        for file, page in pages(attacked).items()
        for _, name, _ in page.attributes
        if name.startswith("on") or name in ("style", "srcdoc", "formaction")
    }

    assert found == set()


def test_no_link_does_more_than_lead_somewhere(attacked: dict[str, bytes]) -> None:
    found = set()
    for file, page in pages(attacked).items():
        for tag, name, value in page.attributes:
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\s\x00-\x1f]", "", value).lower())
            if name in LINKS and scheme and scheme[1] not in ("https", "http", "mailto", "tel"):
                found.add((file, tag, value))

    assert found == set()


def test_nothing_is_loaded_from_anywhere_else(attacked: dict[str, bytes]) -> None:
    loaded = {
        value
        for page in pages(attacked).values()
        for tag, name, value in page.attributes
        if name in ("src", "srcset", "poster") or (tag == "link" and name == "href")
    }

    assert {value for value in loaded if not value.startswith("/") or value.startswith("//")} == set()


def test_every_page_is_built_of_the_same_elements_as_its_harmless_twin(
    attacked: dict[str, bytes], harmless: dict[str, bytes]
) -> None:
    ours, twins = pages(attacked), pages(harmless)
    different = [
        file for (file, page), twin in zip(ours.items(), twins.values(), strict=True) if page.elements != twin.elements
    ]

    assert different == []


def test_what_was_written_is_what_is_read(attacked: dict[str, bytes]) -> None:
    page = pages(attacked)["fi/tuottajat/esimerkkihoiva/index.html"]

    assert any(ATTACK in words for words in page.words)


def test_templates_do_not_run_what_stands_in_a_record(attacked: dict[str, bytes]) -> None:
    assert all(b"{{7*7}}" in data for file, data in attacked.items() if file.startswith("fi/tuottajat/e"))


def test_data_files_are_still_what_they_are(attacked: dict[str, bytes]) -> None:
    for file, data in attacked.items():
        if file.endswith((".json", ".webmanifest")):
            json.loads(data)
        if file.endswith((".xml", ".svg", ".atom", ".rss")):
            ElementTree.fromstring(data)
        assert "\n" not in file and ".." not in file.split("/")


def test_what_the_host_is_told_holds_nothing_from_a_record(
    attacked: dict[str, bytes], harmless: dict[str, bytes]
) -> None:
    for file in ("_headers", "robots.txt"):
        assert attacked[file] == harmless[file]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("_redirects", r"/[a-z0-9/-]+ /[a-z0-9/-]+ 301!?"),
        ("_nginx.conf", r"location = /[a-z0-9/-]+ \{ return 301 /[a-z0-9/-]+\$is_args\$args; \}"),
        (".htaccess", r"RewriteRule \^[a-z0-9/-]+\$ /[a-z0-9/-]+ \[R=301,L\]"),
    ],
)
def test_a_server_is_told_nothing_of_a_former_name_but_its_address(
    attacked: dict[str, bytes], harmless: dict[str, bytes], file: str, line: str
) -> None:
    other = {*attacked[file].decode().splitlines()} ^ {*harmless[file].decode().splitlines()}

    assert other
    assert [each for each in other if not re.fullmatch(line, each)] == []
