"""Runs the steps in order inside Pelican: make everything, then publish anything."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pelican.log import console

from .catalogue.catalogue import Catalogue
from .catalogue.digests import Digests
from .model import LANGUAGES
from .outputs.files import output_files
from .outputs.kinds import TABLES, data_units, output_units
from .outputs.search.index import index_files
from .press.assets import Assets, assets_of
from .press.environment import compiled
from .press.errand import WorkersUnfit
from .press.faults import NotPublished
from .press.hosted import hosted, integrity
from .press.keeping import kept_at
from .press.making import INDEX, PRICES, SEARCH, Making
from .press.memory import Ledger, Made, Memory, recall, remember
from .press.pool import Alone, WorkerLost, Workers, on_this_machine
from .press.progress import Progress, Unsaid
from .press.scripts.faults import ScriptFaulty
from .press.standstill import inputs_of, stand, standing
from .press.theme import theme_tables
from .press.versions import version_of
from .press.workers import workers
from .press.writing import Staging, Written, staged
from .problems import Problem, RecordsInvalid, Severity, errors, report
from .records.cache import Cache
from .records.checked import checked_records, context_of
from .records.collections import Records
from .records.past import past
from .records.uncollected import uncollected
from .settings import Settings, SettingsInvalid, read_settings
from .views.edition import Edition
from .views.pages import Unit, units
from .views.wording import Wording, load_translations


class DirectoryGenerator:
    """Makes the whole site: records, catalogue, views, outputs, press."""

    def __init__(self, settings: dict[str, Any], **pelican: Any) -> None:
        logging.getLogger("pelican").addFilter(without_traceback)
        self.settings = read_settings(settings)
        self.progress = Progress(console, quiet=not logging.getLogger("pelican").isEnabledFor(logging.ERROR))

    def generate_output(self, writer: object) -> None:
        """Read, make and publish everything; unless nothing changed. Raises RecordsInvalid before anything is written."""
        # Nearly all that is made is kept to the end: to look again and again for what is not takes a fifth of the time.
        with uncollected():
            sys.stdout.write(self.said())
        # Pelican would close with the numbers of its own articles, of which there are none.
        Unsaid(console, "Done: Processed")

    def said(self) -> str:
        """What there is to say of the site once it is published; what the last build said where nothing changed."""
        place = kept_at(self.settings, "standing")
        said = standing(self.settings, place, inputs_of(self.settings))
        if said is not None:
            return said
        # From here on nobody else does: who reads first has to publish first.
        with staged(self.settings.output) as staging, workers(self.settings, staging.errands) as everybody:
            inputs = inputs_of(self.settings)
            problems = self.read()
            written = self.publish(staging, everybody)
            unchanged = replace(written, changed=0, removed=0)
            stand(self.settings, place, inputs, summary(self.catalogue, problems, unchanged, self.settings))
        return summary(self.catalogue, problems, written, self.settings)

    def read(self) -> list[Problem]:
        """Read and check every record; the problems that do not stop a build. Raises RecordsInvalid."""
        root, done = self.settings.root, on_this_machine(self.settings.workers).done
        with self.progress.step("Reading the records") as step:
            records, problems = checked_records(root, context_of(self.settings), Cache.below(root), step.counting(done))
        if errors(problems):
            raise RecordsInvalid(problem for problem in problems if problem.severity < Severity.INFO)
        self.catalogue = self.catalogue_of(records)
        return problems

    def catalogue_of(self, records: Records) -> Catalogue:
        """The directory on the day, with what changed before it."""
        settings = self.settings
        catalogue = Catalogue(
            records=records,
            as_of=settings.as_of,
            closing_days=settings.closing_days,
            changes_days=settings.changes_days,
            changes_longest=settings.changes_longest,
        )
        return replace(catalogue, history=past(settings, records, catalogue.changes_since))

    def publish(self, staging: Staging, workers: Workers) -> Written:
        """Every file of the site: what would turn out as the last build made it is kept, the rest made by several processes."""
        with self.progress.step("Looking for what changed"):
            assets = assets_of(self.settings)
            place = kept_at(self.settings, "made")
            memory = recall(place, version_of(self.settings, assets.base))
            digests = Digests(self.catalogue, TABLES | theme_tables(self.settings))
            work = Work(staging, memory, memory.stale(digests), Ledger(memory.reads), workers, self.progress)
        plain = Making(staging, assets, {language: self.edition(language, assets) for language in LANGUAGES})
        first = [Unit(language, PRICES, None) for language in LANGUAGES]
        tables = [unit for edition in plain.editions.values() for unit in data_units(edition)]
        early = work.done(plain, [*first, *tables])
        priced = plain.knowing(price_rules=early[: len(first)], data=early[len(first) :])
        every = [unit for edition in plain.editions.values() for unit in (*units(edition), *output_units(edition))]
        # Only the search page names the index, so that it alone has to wait for it.
        indexes = [Unit(language, INDEX, None) for language in LANGUAGES]
        pages = work.done(priced, [*indexes, *(unit for unit in every if unit.kind != SEARCH)])
        making = priced.knowing(search_index=pages[: len(indexes)])
        pages += work.done(making, [unit for unit in every if unit.kind == SEARCH])
        staging.take(making.wait(assets.published()))
        staging.take(making.wait(hosted(assets)))
        staging.take(making.wait(index_files([made.index for made in pages if made.index])))
        known = [known for made in pages for known in made.known]
        staging.take(making.wait(output_files(list(making.editions.values()), known)))
        with self.progress.step("Publishing"):
            written = staging.publish()
            if work.new:
                remember(place, memory.after((*early, *pages), work.ledger, digests))
        return written

    def edition(self, language: str, assets: Assets) -> Edition:
        """The site in one language, before its search index and price rules have an address."""
        translations = load_translations(self.settings.theme / "locale", language)
        return Edition(
            catalogue=self.catalogue,
            settings=self.settings,
            wording=Wording(language, translations),
            assets=assets.base,
            integrity=integrity(assets),
        )


SHARES = 8
"""Shares of the work for each worker at least: who is done early makes another."""

SHARE = 500
"""Units in a share at most, so that it can be told how far the work is."""

FEW = 12
"""So many units are made sooner than other processes are begun."""


def shares(units: Sequence[Unit], workers: int) -> list[Sequence[Unit]]:
    """Units in shares: what takes longest by itself and first, of the others some of each kind."""
    alone = [unit for unit in units if unit.kind == INDEX]
    others = [unit for unit in units if unit.kind != INDEX]
    number = min(len(others), max(SHARES * workers, len(others) // SHARE))
    return [*([unit] for unit in alone), *(others[first::number] for first in range(number))]


@dataclass(frozen=True, slots=True)
class Work:
    """The work of a build: what was made before and still holds, and who makes the rest."""

    staging: Staging
    memory: Memory
    stale: frozenset[int]
    """Which of the reads that are remembered would find something else."""
    ledger: Ledger
    """Those reads, and what is read now."""
    workers: Workers
    progress: Progress
    new: set[Unit] = field(default_factory=set)
    """The units that were made."""

    def done(self, making: Making, units: Sequence[Unit]) -> list[Made]:
        """What comes of some units, in their order."""
        found = {unit: made for unit in units if (made := self.kept(making, unit))}
        rest = [unit for unit in units if unit not in found]
        if rest:
            for edition in making.editions.values():
                compiled(edition.settings, edition.wording)
            workers = self.workers if len(rest) > FEW else Alone()
            with self.progress.step("Making pages", len(rest)) as step:

                def noted(share: list[Made]) -> None:
                    # At once and in place: what all of them read is more than everything else that comes of them.
                    share[:] = map(self.ledger.noted, share)
                    found.update((made.unit, made) for made in share)
                    step.advance(len(share))

                workers.done(making.made, shares(rest, workers.number), noted)
        self.new.update(rest)
        for made in found.values():
            self.staging.take(made.files)
        return [found[unit] for unit in units]

    def kept(self, making: Making, unit: Unit) -> Made | None:
        """What was made of a unit, where it would turn out the same and is still published."""
        made = self.memory.holding(unit, making.beside(unit), self.stale)
        return made if made and all(map(self.staging.holds, made.files)) else None


def without_traceback(record: logging.LogRecord) -> bool:
    """Tell an editor's mistakes as plain lines on the error stream, instead of Pelican's log with a traceback."""
    error = record.exc_info[1] if record.exc_info else None
    if not isinstance(
        error, RecordsInvalid | SettingsInvalid | ScriptFaulty | NotPublished | WorkerLost | WorkersUnfit
    ):
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
