"""Runs the steps in order inside Pelican: make everything, then publish anything."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pelican.log import console

from .catalogue.catalogue import Catalogue
from .model import LANGUAGES
from .outputs.files import output_files
from .outputs.made import Known
from .outputs.price_rules import price_rules
from .outputs.search.directory import directory
from .outputs.search.index import SearchIndex, index_files, index_of
from .press.assets import Assets, read_assets
from .press.environment import compiled
from .press.pool import WorkerLost, cores, done
from .press.preloading import preloading
from .press.rendering import rendered
from .press.scripts.faults import ScriptFaulty
from .press.writing import Occupied, Staging, Unwritable, Waiting, Written, staged
from .problems import Problem, RecordsInvalid, Severity, errors, report
from .records.checked import checked_records, context_of
from .settings import Settings, SettingsInvalid, read_settings
from .views.edition import Edition
from .views.page import Page
from .views.pages import all_pages
from .views.part import Part
from .views.wording import Wording, load_translations


class DirectoryGenerator:
    """Makes the whole site: records, catalogue, views, outputs, press."""

    def __init__(self, settings: dict[str, Any], **pelican: Any) -> None:
        logging.getLogger("pelican").addFilter(without_traceback)
        self.settings = read_settings(settings)

    def generate_context(self) -> None:
        """Read and check every record. Raises RecordsInvalid before anything is written."""
        records, problems = checked_records(self.settings.root, context_of(self.settings))
        if errors(problems):
            raise RecordsInvalid(problem for problem in problems if problem.severity < Severity.INFO)
        self.problems = problems
        self.catalogue = Catalogue(records=records, as_of=self.settings.as_of, closing_days=self.settings.closing_days)

    def generate_output(self, writer: object) -> None:
        """Make every file beside what is published, then put in what changed."""
        with staged(self.settings.output) as staging:
            written = self.publish(staging)
        sys.stdout.write(summary(self.catalogue, self.problems, written, self.settings))
        # Pelican would close with the numbers of its own articles, of which there are none.
        console.quiet = True

    def publish(self, staging: Staging) -> Written:
        """Every file of the site, made by several processes and published by this one."""
        workers = self.settings.workers or cores()
        assets = read_assets(self.settings.theme / "static", bundled=self.settings.scripts_bundled)
        plain = {language: self.edition(language, assets) for language in LANGUAGES}
        found = list(done(Making(staging, assets, plain).beside, LANGUAGES, workers))
        editions = {
            language: replace(edition, search_index=f"/{each.index.path}", price_rules=f"/{each.prices}")
            for (language, edition), each in zip(plain.items(), found, strict=True)
        }
        for edition in editions.values():
            compiled(self.settings.theme / "templates", edition.wording.translations)
        making = Making(staging, assets, editions)
        known: list[Known] = []
        for share in done(making.pages, tasks(workers), workers):
            staging.take(share.files)
            known += share.known
        for each in found:
            staging.take(each.files)
        staging.take(making.wait(assets.published()))
        staging.take(making.wait(index_files([each.index for each in found])))
        staging.take(making.wait(output_files(list(editions.values()), known)))
        return staging.publish()

    def edition(self, language: str, assets: Assets) -> Edition:
        """The site in one language, before its search index and price rules have an address."""
        translations = load_translations(self.settings.theme / "locale", language)
        return Edition(
            catalogue=self.catalogue,
            settings=self.settings,
            wording=Wording(language, translations),
            assets=assets.base,
        )


PARTS = 2
"""Parts of a language for each worker: who is done early makes another."""


def tasks(workers: int) -> list[tuple[str, Part]]:
    """The parts of the pages, the largest ones first."""
    parts = [Part(number, PARTS * workers) for number in range(PARTS * workers)] if workers > 1 else [Part()]
    return [(language, part) for part in parts for language in LANGUAGES]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is published beside the pages of a language."""

    index: SearchIndex
    """Without its files, which wait."""
    prices: str
    """The path of the price rules."""
    files: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """The pages of one task."""

    files: tuple[Waiting, ...]
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Making:
    """What any process can do of the work. Little is told of it to the others: each has all that this one knows."""

    staging: Staging
    assets: Assets
    editions: Mapping[str, Edition]
    """By language."""

    def wait(self, files: Iterable[tuple[str, bytes]]) -> tuple[Waiting, ...]:
        """Files, let go one by one as they are made."""
        return tuple(self.staging.wait(path, data) for path, data in files)

    def beside(self, language: str) -> Beside:
        """The search index of a language, and the rules by which its prices are worked out."""
        edition = self.editions[language]
        index, prices = index_of(directory(edition)), price_rules(edition)
        return Beside(replace(index, files=()), prices.path, self.wait((*index.files, *prices.files)))

    def pages(self, task: tuple[str, Part]) -> Share:
        """The pages of a part of a language."""
        language, part = task
        edition = replace(self.editions[language], part=part)
        known: list[Known] = []
        html = rendered(edition, noted(all_pages(edition), known), edition.settings.theme / "templates")
        return Share(self.wait(preloading(html, self.assets)), tuple(known))


def noted(pages: Iterable[Page], known: list[Known]) -> Iterator[Page]:
    """Pages one by one; what outputs need of each is noted before it is let go."""
    for page in pages:
        known.append(Known.of(page))
        yield page


def without_traceback(record: logging.LogRecord) -> bool:
    """Tell an editor's mistakes as plain lines on the error stream, instead of Pelican's log with a traceback."""
    error = record.exc_info[1] if record.exc_info else None
    if not isinstance(error, RecordsInvalid | SettingsInvalid | ScriptFaulty | Occupied | Unwritable | WorkerLost):
        return True
    sys.stderr.write(f"{error}\n")
    return False


def summary(catalogue: Catalogue, problems: list[Problem], written: Written, settings: Settings) -> str:
    """What was built, and where to look."""
    records = catalogue.records
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    told = f"{report(warnings)}\n\n" if warnings else ""
    return (
        f"{told}Built as of {catalogue.as_of}: {len(catalogue.shown_providers)} providers with {len(catalogue.offers)} offers, "
        f"{len(records.vouchers)} vouchers, {len(records.registers)} registers, {len(records.events)} events, "
        f"{len(LANGUAGES)} languages.\n"
        f"{written.files} files ({written.size / 1_000_000:.1f} MB); {written.changed} changed, {written.removed} removed.\n"
        f"Look at {settings.output / 'fi' / 'index.html'}, or run: make serve\n"
    )
