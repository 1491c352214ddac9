"""What is read of a catalogue is noted, and is told apart from what it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.digests import Digests
from provider_directory.catalogue.reads import ALL, Read, Reads
from tests.records.project import DAY, Project, world


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One provider of one voucher."""
    return world(tmp_path)


def noted(catalogue: Catalogue, work: str) -> set[Read]:
    """What somebody reads who works something out."""
    reads = Reads()
    watched = catalogue.watched(reads)
    with reads.during() as found:
        eval(work, {"catalogue": watched})
    return found


@pytest.mark.parametrize(
    ("work", "read"),
    [
        ("catalogue.records.providers['esimerkkihoiva']", {("records.providers", "esimerkkihoiva")}),
        ("catalogue.records.providers.get('nobody')", {("records.providers", "nobody")}),
        ("'nobody' in catalogue.records.providers", {("records.providers?", "nobody")}),
        ("list(catalogue.records.providers)", {("records.providers", ALL)}),
        ("len(catalogue.records.providers)", {("records.providers", ALL)}),
        ("sorted(catalogue.records.vouchers.items())", {("records.vouchers", ALL)}),
        ("list(catalogue.records.vouchers.values())", {("records.vouchers", ALL)}),
        ("catalogue.records.vouchers.keys()", {("records.vouchers", ALL)}),
        ("catalogue.offers", {("offers", ALL)}),
        ("catalogue.offers_by_provider['esimerkkihoiva']", {("offers_by_provider", "esimerkkihoiva")}),
        ("catalogue.services_in('ylojarvi')", {("services_by_municipality", "ylojarvi")}),
        ("catalogue.vouchers_of('ylojarvi')", {("records.vouchers", ALL)}),
        ("catalogue.as_of", set()),
    ],
)
def test_each_read_is_noted(project: Project, work: str, read: set[Read]) -> None:
    assert noted(project.catalogue(DAY), work) == read


def test_what_works_out_a_table_is_not_noted_as_read(project: Project) -> None:
    """Offers by list follow from all offers; who looks up one list has read that list alone."""
    read = {("offers_by_list", ("ylojarvi", "home-care"))}

    assert noted(project.catalogue(DAY), "catalogue.offers_by_list.get(('ylojarvi', 'home-care'))") == read


def test_reads_of_one_piece_of_work_are_not_those_of_another(project: Project) -> None:
    reads = Reads()
    watched = project.catalogue(DAY).watched(reads)
    with reads.during() as first:
        list(watched.events)
    with reads.during() as second:
        watched.records.services.get("home-care")

    assert (first, second) == ({("events", ALL)}, {("records.services", "home-care")})


@pytest.mark.parametrize(
    "read",
    [
        ("records.providers", "esimerkkihoiva"),
        ("records.providers", ALL),
        ("offers", ALL),
        ("offers_by_provider", "esimerkkihoiva"),
        ("shown_providers", ALL),
        ("listings", ALL),
    ],
)
def test_another_price_is_told_apart(project: Project, read: Read) -> None:
    before = Digests(project.catalogue(DAY), {}).of(read)
    same = Digests(project.catalogue(DAY), {}).of(read)
    project.replace("providers/esimerkkihoiva.yaml", "38.50", "38.60")

    assert before == same != Digests(project.catalogue(DAY), {}).of(read)


@pytest.mark.parametrize("read", [("records.services", ALL), ("records.vouchers", ALL), ("events", ALL)])
def test_what_did_not_change_is_the_same(project: Project, read: Read) -> None:
    before = Digests(project.catalogue(DAY), {}).of(read)
    project.replace("providers/esimerkkihoiva.yaml", "38.50", "38.60")

    assert before == Digests(project.catalogue(DAY), {}).of(read)


def test_a_voucher_matters_to_the_offers_it_pays(project: Project) -> None:
    read = ("offers_by_provider", "esimerkkihoiva")
    before = Digests(project.catalogue(DAY), {}).of(read)
    project.replace("content/vouchers/ylojarvi/kotihoito.md", "title: ", "title: Uusi ")

    assert before != Digests(project.catalogue(DAY), {}).of(read)


@pytest.mark.parametrize("read", [("records.nothing", "x"), ("nothing", "x"), ("records.providers", "nobody")])
def test_nothing_is_found_where_there_is_nothing(project: Project, read: Read) -> None:
    assert Digests(project.catalogue(DAY), {}).of(read) == b""
