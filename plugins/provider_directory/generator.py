"""Runs the steps in order inside Pelican: gather everything, then write anything."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pelican.log import console

from .catalogue.catalogue import Catalogue
from .model import LANGUAGES
from .outputs.files import output_files
from .outputs.price_rules import price_rules
from .outputs.search.directory import directory
from .outputs.search.index import index_files, index_of
from .press.assets import Assets, read_assets
from .press.preloading import preloading
from .press.rendering import rendered
from .press.scripts.faults import ScriptFaulty
from .press.writing import Occupied, Written, gather, write
from .problems import Problem, RecordsInvalid, Severity, errors, report
from .records.checked import checked_records, context_of
from .settings import Settings, SettingsInvalid, read_settings
from .views.edition import Edition
from .views.pages import all_pages
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
        """Make every file in memory, then write what changed."""
        files = gather(self.files())
        written = write(self.settings.output, files)
        sys.stdout.write(summary(self.catalogue, self.problems, written, self.settings))
        # Pelican would close with the numbers of its own articles, of which there are none.
        console.quiet = True

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the site."""
        assets = read_assets(self.settings.theme / "static", bundled=self.settings.scripts_bundled)
        unindexed = [self.edition(language, assets) for language in LANGUAGES]
        indexes = [index_of(directory(edition)) for edition in unindexed]
        rules = [price_rules(edition) for edition in unindexed]
        editions = [
            replace(edition, search_index=f"/{index.path}", price_rules=f"/{prices.path}")
            for edition, index, prices in zip(unindexed, indexes, rules, strict=True)
        ]
        pages = {edition.language: tuple(all_pages(edition)) for edition in editions}
        yield from assets.published()
        yield from index_files(indexes)
        yield from (file for prices in rules for file in prices.files)
        for edition in editions:
            html = rendered(edition, pages[edition.language], self.settings.theme / "templates")
            yield from preloading(html, assets)
        yield from output_files(editions, pages)

    def edition(self, language: str, assets: Assets) -> Edition:
        """The site in one language, before its search index and price rules have an address."""
        translations = load_translations(self.settings.theme / "locale", language)
        return Edition(
            catalogue=self.catalogue,
            settings=self.settings,
            wording=Wording(language, translations),
            assets=assets.base,
        )


def without_traceback(record: logging.LogRecord) -> bool:
    """Tell an editor's mistakes as plain lines on the error stream, instead of Pelican's log with a traceback."""
    error = record.exc_info[1] if record.exc_info else None
    if not isinstance(error, RecordsInvalid | SettingsInvalid | ScriptFaulty | Occupied):
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
