"""What any process can make of a site by itself: the pages of a unit, a search index, the price rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..catalogue.reads import Read, Reads
from ..outputs.data.files import data_files, described_table
from ..outputs.kinds import OUTPUT_KINDS, files_beside, files_of, pages_of
from ..outputs.made import Known
from ..outputs.price_rules import price_rules
from ..outputs.search.directory import directory
from ..outputs.search.index import index_of
from ..outputs.search.memory import Memory as SearchMemory
from ..views.data_tables import DataFile, DataTable
from ..views.edition import Edition
from ..views.pages import Unit
from .assets import Assets
from .compressing import is_compressed, with_compressed
from .keeping import kept_in
from .memory import Made
from .preloading import preloading
from .rendering import rendered
from .theme import TEMPLATES, WORDS
from .writing import Staging, Waiting

INDEX, PRICES, DATA = "search-index", "price-rules", "data"
"""Kinds of units that are no pages."""

SEARCH = "search"
"""The kind of the page that names the search index."""

ABOUT_DATA = ("open-data", "data-package")
"""The kinds of units that tell of the files of open data."""


@dataclass(frozen=True, slots=True)
class Making:
    """What any process can do of the work. Little is told of it to the others: each has all that this one knows."""

    staging: Staging
    assets: Assets
    editions: Mapping[str, Edition]
    """By language."""

    def knowing(
        self, *, price_rules: Sequence[Made] = (), search_index: Sequence[Made] = (), data: Sequence[Made] = ()
    ) -> Making:
        """The same, with editions that know the addresses of what was made for each of them."""
        editions = dict(self.editions)
        for made in price_rules:
            language = made.unit.language
            editions[language] = replace(editions[language], price_rules=made.address)
        for made in search_index:
            language = made.unit.language
            editions[language] = replace(editions[language], search_index=made.address)
        for language, edition in editions.items() if data else ():
            editions[language] = replace(edition, data=tuple(map(data_table, data)))
        return replace(self, editions=editions)

    def wait(self, files: Iterable[tuple[str, bytes]]) -> tuple[Waiting, ...]:
        """Files, and those beside them that are compressed, let go one by one as they are made."""
        endings = next(iter(self.editions.values())).settings.compressed
        return tuple(self.staging.wait(path, data) for path, data in with_compressed(files, endings))

    def made(self, units: Sequence[Unit]) -> list[Made]:
        """Some units, each with what it read."""
        reads = Reads()
        # One read for all that read it: they are told to another process, and kept.
        once: dict[Read, Read] = {}
        watched = {language: watching(edition, reads) for language, edition in self.editions.items()}
        found = []
        for unit in units:
            with reads.during() as noted:
                reads.besides(WORDS, unit.language)
                made = self.one(unit, watched[unit.language])
            found.append(replace(made, reads=tuple(once.setdefault(read, read) for read in noted)))
        return found

    def one(self, unit: Unit, edition: Edition) -> Made:
        """One unit; what it reads is noted by others."""
        beside = self.beside(unit)
        if unit.kind == INDEX:
            shelves = SearchMemory(kept_in(edition.settings) / "search")
            index = index_of(directory(edition), memory=shelves)
            files = self.wait(index.files)
            return Made(unit, beside, files=files, index=replace(index, files=()), address=f"/{index.path}")
        if unit.kind == PRICES:
            rules = price_rules(edition)
            return Made(unit, beside, files=self.wait(rules.files), address=f"/{rules.path}")
        if unit.kind == DATA:
            made = data_files(edition, str(unit.subject))
            return Made(unit, beside, files=self.wait(made.files), rows=made.rows)
        if unit.kind in OUTPUT_KINDS:
            return Made(unit, beside, files=self.wait(files_of(edition, unit)))
        known: list[Known] = []
        return Made(unit, beside, files=self.wait(self.pages(unit, edition, known)), known=tuple(known))

    def pages(self, unit: Unit, edition: Edition, known: list[Known]) -> Iterator[tuple[str, bytes]]:
        """The pages of a unit, each with what is made along with it; noted is what outputs need of each, and what it is rendered with."""
        templates = edition.settings.theme / "templates"
        for page in pages_of(edition, unit):
            known.append(Known.of(page))
            if edition.catalogue.reads:
                edition.catalogue.reads.besides(TEMPLATES, page.template)
            yield from preloading(rendered(edition, [page], templates), self.assets)
            yield from files_beside(edition, unit.kind, page)

    def beside(self, unit: Unit) -> str:
        """What its pages name that was made before."""
        edition = self.editions[unit.language]
        data = "".join(file.sha256 for table in edition.data for file in table.files) if unit.kind in ABOUT_DATA else ""
        return f"{edition.price_rules} {edition.search_index if unit.kind == SEARCH else ''}{data}"


def data_table(made: Made) -> DataTable:
    """What there is of open data in the files of a unit."""
    files = (
        DataFile(path=file.path, size=file.size, sha256=file.sha256)
        for file in made.files
        if not is_compressed(file.path)
    )
    return described_table(str(made.unit.subject), made.rows, files)


def watching(edition: Edition, reads: Reads) -> Edition:
    """The same edition, of whose catalogue is noted what is read."""
    return replace(edition, catalogue=edition.catalogue.watched(reads))
