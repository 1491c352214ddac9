"""Only the providers' pages, with what they need: a program of its own, because the site has no such command."""

from __future__ import annotations

import sys
from pathlib import Path

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.generator import DirectoryGenerator
from provider_directory.model import LANGUAGES
from provider_directory.press.assets import read_assets
from provider_directory.press.rendering import rendered
from provider_directory.press.writing import write
from provider_directory.problems import RecordsInvalid, errors
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import settings_file
from provider_directory.views import provider


def main(project: Path, output: Path) -> None:
    """Read and check every record, render the providers' pages in all languages and write them."""
    generator = DirectoryGenerator(settings_file(project))
    settings = generator.settings
    records, problems = checked_records(settings.root, context_of(settings))
    if errors(problems):
        raise RecordsInvalid(errors(problems))
    generator.catalogue = Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days)
    assets = read_assets(settings.theme / "static", bundled=settings.scripts_bundled)
    editions = [generator.edition(language, assets) for language in LANGUAGES]
    write(
        output,
        (
            file
            for edition in editions
            for file in rendered(edition, provider.pages(edition), settings.theme / "templates")
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
