"""What the tests of views share: a small town that a test gives the providers it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

import pytest

from provider_directory.views.edition import Edition
from tests.generate.business_ids import business_ids
from tests.records.project import DAY, Project, world
from tests.views.editions import edition_of

MUNICIPALITIES = """\
    jyvaskyla:
      code: "179"
      name: {fi: Jyväskylä, sv: Jyväskylä, en: Jyväskylä}
      locative: {fi: Jyväskylässä, sv: i Jyväskylä, en: in Jyväskylä}
      regions: [{region: keski-suomi}]
      neighbours: [ylojarvi]
      postal_codes: ["40"]
    ylojarvi:
      code: "980"
      name: {fi: Ylöjärvi, sv: Ylöjärvi, en: Ylöjärvi}
      locative: {fi: Ylöjärvellä, sv: i Ylöjärvi, en: in Ylöjärvi}
      regions: [{region: pirkanmaa}]
      neighbours: [jyvaskyla]
      postal_codes: ["33", "34"]
    """

REGIONS = """\
    keski-suomi: {name: {fi: Keski-Suomi, en: Central Finland}, code: "13"}
    pirkanmaa: {name: {fi: Pirkanmaa, en: Pirkanmaa}, code: "06"}
    """


class Town:
    """A project of two municipalities, one voucher and one register, and no provider yet."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.ids: Iterator[str] = business_ids()

    def provider(self, key: str, listings: str, facts: str = "") -> None:
        """Add a provider named after its key; its listings and other facts are YAML."""
        name = f"Esimerkki {key.removeprefix('esimerkki-').capitalize()} Oy"
        text = (
            f"name: {name}\nbusiness_id: {next(self.ids)}\n{dedent(facts)}listings:\n{indent(dedent(listings), '  ')}"
        )
        self.project.write(f"providers/{key}.yaml", text)

    def home_care(self, key: str, *prices: str, more: str = "", facts: str = "") -> None:
        """Add a provider with the voucher, whose prices are YAML in one line each."""
        lines = "\n".join(f"    - {{{price}}}" for price in prices)
        listing = f"- voucher: ylojarvi/kotihoito\n  at_home: yes\n  municipalities: [ylojarvi]\n{more}"
        self.provider(key, f"{listing}  prices:\n{lines}\n" if prices else listing, facts)

    def edition(self, day: date = DAY, list_longest: int = 300) -> Edition:
        """The English edition on a day, of a site whose pages list at most so many providers."""
        return edition_of(self.project, day, list_longest)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town without providers."""
    project = world(tmp_path)
    project.remove("providers/esimerkkihoiva.yaml")
    project.write("content/registers/municipalities.yaml", MUNICIPALITIES)
    project.write("content/registers/regions.yaml", REGIONS)
    return Town(project)
