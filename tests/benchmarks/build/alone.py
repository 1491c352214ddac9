"""Only the providers' pages, with what they need: a program of its own, because the site has no such command."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.generator import DirectoryGenerator, shares
from provider_directory.model import LANGUAGES
from provider_directory.press.assets import read_assets
from provider_directory.press.environment import compiled
from provider_directory.press.making import Making
from provider_directory.press.pool import on_this_machine
from provider_directory.press.writing import staged
from provider_directory.problems import RecordsInvalid, errors
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import settings_file
from provider_directory.views.pages import units


def main(project: Path, output: Path) -> None:
    """Read and check every record, render the providers' pages in all languages and write them."""
    gc.disable()
    generator = DirectoryGenerator(settings_file(project))
    settings = generator.settings
    workers = on_this_machine(settings.workers)
    records, problems = checked_records(settings.root, context_of(settings), None, workers.done)
    if errors(problems):
        raise RecordsInvalid(errors(problems))
    generator.catalogue = Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days)
    assets = read_assets(settings.theme / "static", bundled=settings.scripts_bundled)
    editions = {language: generator.edition(language, assets) for language in LANGUAGES}
    for edition in editions.values():
        compiled(settings.theme / "templates", edition.wording.translations)
    wanted = [unit for edition in editions.values() for unit in units(edition) if unit.kind == "provider"]
    with staged(output) as staging:
        making = Making(staging, assets, editions)
        for share in workers.done(making.made, shares(wanted, workers.number)):
            for made in share:
                staging.take(made.files)
        staging.publish()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
