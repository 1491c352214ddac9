"""The settings of one build, and what is said when one cannot be used."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from provider_directory.settings import HOME_ZONE, SettingsInvalid, read_settings, settings_file

ROOT = Path(__file__).resolve().parent.parent
LEAST = {"DIRECTORY_ROOT": "/somewhere", "DIRECTORY_NAME": {"fi": "Opas"}, "AS_OF": "2018-08-10"}


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment that runs the tests has no say in them."""
    for name in ("AS_OF", "DIRECTORY_EXECUTOR", "FILES_COMPRESSED"):
        monkeypatch.delenv(name, raising=False)


def told(**settings: Any) -> str:
    """Why settings are refused."""
    with pytest.raises(SettingsInvalid) as refusal:
        read_settings({**LEAST, **settings})
    assert refusal.value.exitcode == 2
    return str(refusal.value)


def test_the_projects_own_settings_are_read() -> None:
    settings = read_settings(settings_file(ROOT))

    assert (settings.root, settings.as_of, settings.day_is_fixed) == (ROOT, date(2018, 8, 10), True)
    assert set(settings.site_name) == {"fi", "sv", "en"}


def test_a_day_from_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", "2019-06-17")

    assert read_settings(LEAST).as_of == date(2019, 6, 17)


def test_a_cluster_from_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings(LEAST).executor == ""
    assert read_settings({**LEAST, "DIRECTORY_EXECUTOR": "dask://[::1]:8786"}).executor == "dask://[::1]:8786"
    monkeypatch.setenv("DIRECTORY_EXECUTOR", "dask://192.0.2.7:8786")

    assert read_settings({**LEAST, "DIRECTORY_EXECUTOR": "dask://[::1]:8786"}).executor == "dask://192.0.2.7:8786"


@pytest.mark.parametrize("place", ["192.0.2.7:8786", "dask://192.0.2.7", "ray://192.0.2.7:8786", "dask://a b:1", 8786])
def test_a_cluster_that_is_none_is_told(place: object) -> None:
    assert told(DIRECTORY_EXECUTOR=place) == (
        f'DIRECTORY_EXECUTOR is "{place}". Write where a Dask scheduler is, for example dask://192.0.2.7:8786, or nothing.'
    )


@pytest.mark.parametrize("day", ["today", "", None])
def test_without_a_day_it_is_today_in_finland(day: str | None) -> None:
    before = datetime.now(HOME_ZONE).date()
    settings = read_settings({**LEAST, "AS_OF": day})

    assert before <= settings.as_of <= datetime.now(HOME_ZONE).date()
    assert not settings.day_is_fixed


@pytest.mark.parametrize("day", ["yesterday", "10.8.2018", "2018-02-30", "2018"])
def test_a_day_that_is_none_is_told(day: str) -> None:
    assert told(AS_OF=day) == f'AS_OF is "{day}". Write a day as year-month-day, for example 2018-08-10, or today.'


@pytest.mark.parametrize("number", ["60", -1, 1.5, None])
def test_a_number_of_days_is_a_whole_number(number: object) -> None:
    assert told(LISTING_EXPIRING_DAYS=number) == (
        f'LISTING_EXPIRING_DAYS is "{number}". Write a whole number, for example 60.'
    )


def test_an_address_has_no_slash_at_its_end() -> None:
    assert read_settings({**LEAST, "SITEURL": "https://www.example.fi/"}).site_url == "https://www.example.fi"


@pytest.mark.parametrize("setting", ["DIRECTORY_ROOT", "DIRECTORY_NAME"])
def test_a_setting_nothing_works_without_is_asked_for(setting: str) -> None:
    with pytest.raises(SettingsInvalid) as refusal:
        read_settings({name: value for name, value in LEAST.items() if name != setting})

    assert str(refusal.value) == f"{setting} is missing in pelicanconf.py. See the project's own file for an example."


def test_commands_run_in_the_projects_folder(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid) as refusal:
        settings_file(tmp_path)

    assert str(refusal.value) == "There is no pelicanconf.py here. Run the command in the project's folder."


def test_open_data_has_a_licence_that_can_be_named() -> None:
    assert read_settings(LEAST).data_licence == "CC-BY-4.0"
    assert read_settings({**LEAST, "DATA_LICENCE": "CC0-1.0"}).data_licence == "CC0-1.0"
    assert told(DATA_LICENCE="mine") == 'DATA_LICENCE is "mine". Write one of: CC-BY-4.0, CC0-1.0.'
