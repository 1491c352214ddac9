"""A project's folder that a test fills with the records it is about, beside a small world that is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.problems import Problem, Severity, errors
from provider_directory.records.checked import checked_records
from provider_directory.records.collections import Records
from provider_directory.records.rules.rule import Context

DAY = date(2018, 8, 10)

WORLD = {
    "content/registers/municipalities.yaml": """\
        jyvaskyla:
          code: "179"
          name: {fi: Jyväskylä, sv: Jyväskylä, en: Jyväskylä}
          postal_codes: ["40"]
        ylojarvi:
          code: "980"
          name: {fi: Ylöjärvi, sv: Ylöjärvi, en: Ylöjärvi}
          postal_codes: ["33", "34"]
        """,
    "content/registers/service-groups.yaml": """\
        help-at-home:
          name: {fi: Apua kotiin, sv: Hjälp hemma, en: Help at home}
        """,
    "content/registers/services.yaml": """\
        home-care:
          name: {fi: Kotihoito, sv: Hemvård, en: Home care}
          group: help-at-home
          summary: {fi: Hoitoa kotona., sv: Vård hemma., en: Care at home.}
        day-activity:
          name: {fi: Päivätoiminta, sv: Dagverksamhet, en: Day activities}
          group: help-at-home
          summary: {fi: Tekemistä päivään., sv: Något att göra., en: Something to do.}
        """,
    "content/registers/self-pay.yaml": """\
        ylojarvi/hoiva:
          organiser: ylojarvi
          name: {fi: Hoiva, sv: Omsorg, en: Care}
          summary: {fi: Hoivan tuottajat., sv: Omsorgsproducenter., en: Care providers.}
          services: [home-care]
        """,
    "content/organisers/ylojarvi.yaml": """\
        name: {fi: Ylöjärven kaupunki, sv: Ylöjärvi stad, en: City of Ylöjärvi}
        kind: municipality
        municipalities: [ylojarvi]
        contacts:
          office:
            role: {fi: Palvelusetelit, sv: Servicesedlar, en: Vouchers}
        documents:
          rule-book:
            kind: rule-book
            title: {fi: Sääntökirja, sv: Regelbok, en: Rule book}
        """,
    "content/vouchers/ylojarvi/kotihoito.md": """\
        ---
        title: Kotihoidon palveluseteli
        summary: Kaupunki maksaa osan kotihoidosta.
        services: [home-care]
        values:
          - rule: fixed
            unit: hour
            amount: "30.00"
        ---
        Näin se toimii.
        """,
    "content/vouchers/ylojarvi/kotihoito.sv.md": """\
        ---
        title: Servicesedel för hemvård
        ---
        Så här fungerar den.
        """,
    "content/vouchers/ylojarvi/kotihoito.en.md": """\
        ---
        title: Home care voucher
        ---
        This is how it works.
        """,
    "providers/esimerkkihoiva.yaml": """\
        name: Esimerkkihoiva Oy
        business_id: 1234567-1
        listings:
          - voucher: ylojarvi/kotihoito
            at_home: yes
            municipalities: [ylojarvi]
            prices:
              - {price: "38.50", unit: hour}
        verified:
          on: 2018-06-12
          by: {fi: Palvelusetelit, sv: Servicesedlar, en: Vouchers}
        """,
}
"""Records in which no rule finds anything to say."""


class Project:
    """A folder of records."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, file: str, text: str | bytes) -> Path:
        """Put a file in its place; text may be indented as the test around it is."""
        place = self.root / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return place

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place of a file."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.root / file).write_text(text.replace(old, new), encoding="utf-8")

    def remove(self, file: str) -> None:
        """Take a file away."""
        (self.root / file).unlink()

    def checked(self, day: date = DAY) -> tuple[Records, list[Problem]]:
        """What can be read, and everything there is to say about it."""
        return checked_records(self.root, Context(as_of=day))

    def told(self, rule: str | None = None, day: date = DAY) -> list[str]:
        """The report's lines, each after its file: of one rule, or of everything but remarks."""
        return [
            f"{problem.file} {problem}"
            for problem in self.checked(day)[1]
            if (problem.rule == rule if rule else problem.severity < Severity.INFO)
        ]

    def records(self, day: date = DAY) -> Records:
        """The records, which have no errors."""
        records, problems = self.checked(day)
        assert not errors(problems), [f"{problem.file} {problem}" for problem in problems]
        return records

    def catalogue(self, day: date = DAY) -> Catalogue:
        """The directory on a day."""
        return Catalogue(records=self.records(day), as_of=day)


def world(root: Path) -> Project:
    """A project that holds the small world."""
    project = Project(root)
    for file, text in WORLD.items():
        project.write(file, text)
    return project
