"""The queries on which the browser's search is judged, and what Whoosh finds for them."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import yaml

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.outputs.search import SearchDirectory, SearchDocument
from provider_directory.outputs.search.directory import directory as directory_of
from provider_directory.outputs.search.whoosh_index import WhooshIndex
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.edition import Edition
from provider_directory.views.wording import Wording, load_translations
from tests.outputs.search import directory as invented

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Table:
    """What is asked of one directory."""

    name: str
    directory: SearchDirectory
    typed: tuple[str, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Every table of judge.yaml."""
    read = yaml.safe_load((ROOT / "tests" / "cases" / "judge.yaml").read_text(encoding="utf-8"))
    directories = {"invented": invented.directory, "example": example, "crowded": crowded}
    return tuple(
        Table(f"{whose} {language}", directories[whose](language), tuple(typed))
        for whose, languages in read.items()
        for language, typed in languages.items()
    )


def example(language: str) -> SearchDirectory:
    """The directory of the example site, on its own day."""
    settings = read_settings(settings_file(ROOT))
    records, _ = checked_records(ROOT, context_of(settings))
    catalogue = Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days)
    wording = Wording(language, load_translations(ROOT / "theme" / "locale", language))
    return directory_of(Edition(catalogue=catalogue, settings=settings, wording=wording, assets=""))


def crowded(language: str) -> SearchDirectory:
    """Three hundred providers by chance, who have the words of services and places all over, so that many answer unequally."""
    chance = Random(20180810)
    searched = invented.directory(language)
    words = [
        word
        for service in searched.vocabulary.services
        for text in (service.label, *service.words)
        for word in text.split()
    ]
    places = [municipality.key for municipality in searched.vocabulary.municipalities]
    some = [" ".join(chance.sample(words, 3)) for _ in range(900)]
    documents = tuple(
        SearchDocument(
            key=f"provider-{number}",
            url=f"/{number}/",
            name=some[3 * number] if number % 3 == 0 else f"Xyz {number}",
            also_named=(some[3 * number + 1],) if number % 5 == 0 else (),
            descriptions=(some[3 * number + 2],),
            languages=("sv",) if number % 4 == 0 else ("fi",),
            municipalities=(chance.choice(places),),
            offers=tuple(
                invented.offer(service, tuple(chance.sample(places, chance.randint(0, 6))), 100 * number, "hour")
                for service in chance.sample(list(invented.SERVICES), chance.randint(0, 3))
            ),
        )
        for number in range(300)
    )
    return replace(searched, documents=documents)


def verdicts() -> Iterator[str]:
    """What Whoosh finds for each query and why, a line each."""
    for table in tables():
        index = WhooshIndex(table.directory)
        for typed in table.typed:
            for found in index.search(typed):
                reasons = [(match.offer and match.offer.service, *match.reasons) for match in found.matches]
                yield f"{table.name}: {typed}: {found.document.key} {found.score} {reasons}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in verdicts())
