"""Generated directories: repeatable, of the size asked for, and nothing a check would stop at."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.model import slug
from provider_directory.problems import Severity
from provider_directory.records.checked import checked_records
from provider_directory.records.collections import Records
from provider_directory.records.fields import read_business_id
from provider_directory.records.reading import read_records
from provider_directory.records.rules.rule import Context
from provider_directory.records.schema.provider import Listing
from tests.generate.__main__ import PROJECT, main
from tests.generate.business_ids import business_ids
from tests.generate.periods import DAY
from tests.generate.providers import providers
from tests.generate.tree import OutputInTheWay, write_directory


@pytest.fixture(scope="module")
def content() -> Records:
    """The project's own records."""
    records, _ = read_records(PROJECT)
    return records


@pytest.fixture(scope="module", params=[False, True], ids=["organisers", "all-listed"])
def fifty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of fifty providers, near the organisers and everywhere."""
    out = tmp_path_factory.mktemp("generated")
    write_directory(PROJECT, out, 50, 1, everywhere=request.param)
    return out


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def listings(records: Records) -> list[Listing]:
    """Every listing of every provider."""
    return [listing for entry in records.providers.values() for listing in entry.record.listings]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs write the same tree."""
    for name in ("one", "other"):
        write_directory(PROJECT, tmp_path / name, 40, 3, everywhere=False)

    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_another_seed_gives_another_directory(content: Records) -> None:
    """No provider is the same in two seeds."""
    one, other = (set(providers(content, 40, seed, everywhere=False)) for seed in (1, 2))

    assert not one & other


def test_a_larger_directory_begins_with_the_smaller_one(content: Records) -> None:
    """What a test knows of provider 7 holds at every size."""
    small, large = (list(providers(content, count, 1, everywhere=False)) for count in (20, 60))

    assert large[:20] == small


def test_there_are_as_many_providers_as_asked_for(fifty: Path) -> None:
    """One file each, named after the provider, beside a copy of the project's content."""
    records, _ = read_records(fifty)

    assert len(list((fifty / "providers").iterdir())) == 50
    assert all(slug(entry.record.name) == key for key, entry in records.providers.items())
    assert all(entry.record.name.startswith("Esimerkki") for entry in records.providers.values())
    assert files(fifty / "content").keys() == files(PROJECT / "content").keys()


def test_every_record_can_be_read(fifty: Path) -> None:
    """Nothing is dropped for a fault of its own."""
    records, problems = read_records(fifty)

    assert problems == []
    assert len(records.providers) == 50


def test_a_check_finds_neither_errors_nor_warnings_in_the_providers(fifty: Path) -> None:
    """What editors are only told on request, such as a listing about to end, is meant to be there."""
    _, problems = checked_records(fifty, Context(as_of=DAY))

    told = [problem for problem in problems if problem.severity is not Severity.INFO]
    assert [str(problem) for problem in told if problem.file.startswith("providers/")] == []


def test_business_ids_are_right_and_each_is_used_once() -> None:
    """Enough of them for the largest directory we measure with, none of the example providers' series."""
    ids = [business_id for business_id, _ in zip(business_ids(), range(20_000), strict=False)]

    assert [read_business_id(text) for text in ids] == ids
    assert len(set(ids)) == 20_000
    assert max(ids) < "9990000-0"


def test_addresses_stay_apart_when_words_run_out(content: Records) -> None:
    """Two thousand providers have two thousand names and addresses."""
    addresses = [address for address, _ in providers(content, 2000, 1, everywhere=False)]

    assert len(set(addresses)) == 2000


def test_listings_are_of_every_kind(content: Records, tmp_path: Path) -> None:
    """Every voucher in use and every register, and every status a listing can have."""
    write_directory(PROJECT, tmp_path / "out", 600, 1, everywhere=False)
    records, _ = read_records(tmp_path / "out")
    made = listings(records)

    in_use = {key for key, entry in content.vouchers.items() if not entry.record.planned}
    assert {listing.voucher or listing.self_pay_register for listing in made} == in_use | set(content.registers)
    assert any(listing.suspended and listing.suspended.holds_on(DAY) for listing in made)
    assert any(listing.until and listing.until < DAY for listing in made)
    assert any(listing.starts and listing.starts > DAY for listing in made)
    assert any(price.starts and price.starts > DAY for listing in made for price in listing.prices)
    assert any(entry.record.time_bands for entry in records.providers.values())
    assert any(len(entry.record.locations) > 1 for entry in records.providers.values())


def test_all_listed_reaches_every_municipality(content: Records) -> None:
    """Each of the register's municipalities is somebody's seat."""
    texts = [text.partition("\naddress:\n")[2] for _, text in providers(content, 1500, 1, everywhere=True)]
    seats = {text.partition("  municipality: ")[2].partition("\n")[0] for text in texts}

    assert seats == set(content.municipalities)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands there would be read as part of the directory."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputInTheWay):
        write_directory(PROJECT, tmp_path, 1, 1, everywhere=False)
    assert main(["--providers", "1", "--out", str(tmp_path)]) == 2

    assert "is not an empty folder. Name another one, or remove it." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_command_writes_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line gives what the function gives."""
    assert main(["--providers", "5", "--seed", "9", "--out", str(tmp_path / "out")]) == 0

    write_directory(PROJECT, tmp_path / "same", 5, 9, everywhere=False)
    assert capsys.readouterr().out.startswith("5 providers in ")
    assert files(tmp_path / "out") == files(tmp_path / "same")
