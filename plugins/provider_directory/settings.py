"""The settings of one build, read from Pelican's settings; every one is explained in pelicanconf.py."""

from __future__ import annotations

import os
import re
import runpy
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

HOME_ZONE = ZoneInfo("Europe/Helsinki")


NAMESPACE = UUID("1a468dbf-fe40-4fc9-802f-510af3323828")
"""Of a site that has none of its own."""


class SettingsInvalid(Exception):
    """A setting that cannot be used; the build does not start."""

    exitcode = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one build is made with."""

    root: Path
    """The project's folder, which holds content/, providers/ and theme/."""
    output: Path
    theme: Path
    """The folder of templates/, static/ and locale/."""
    as_of: date
    """The day everything is true on."""
    day_is_fixed: bool = False
    """Whether browsers take as_of for today, as on an example site, instead of their clock."""
    site_url: str = ""
    """Where the site will stand, without a slash at the end; empty while trying out."""
    site_name: Mapping[str, str]
    """The site's name by language."""
    example: bool = False
    """Whether every page says that this is an example."""
    expiring_days: int = 60
    verified_months: int = 12
    stale_days: int = 14
    """After how many days browsers say that the site has not been rebuilt."""
    closing_days: int = 90
    """A voucher that closes within so many days is shown as closing."""
    list_longest: int = 300
    """A page lists at most so many providers; a longer list is cut by letter or by municipality."""
    changes_days: int = 730
    """Feeds tell of the changes of so many days."""
    changes_longest: int = 100
    """A feed tells of so many changes at most."""
    changes_from: Path | None = None
    """A folder with the site as it was published last, for records without a git history; nothing: the output folder."""
    workers: int = 0
    """How many processes make the site together; 0: as many as the machine works with at once."""
    executor: str = ""
    """The Dask cluster whose workers make the site instead, as dask://host:port."""
    compressed: tuple[str, ...] = ()
    """How files are compressed beside themselves, for servers that send them so: gz, br."""
    namespace: UUID = NAMESPACE
    """Of the site's identifiers in HSDS."""
    data_licence: str = "CC-BY-4.0"
    """Under which licence open data may be used, by the name that SPDX gives it."""
    list_files: tuple[str, ...] = ("shtml", "csv")
    """What every list is also published as: some of LIST_FILES."""
    scripts_bundled: bool = True
    """Whether scripts are published in few small files, instead of as they are written."""


def read_settings(pelican: Mapping[str, Any]) -> Settings:
    """Our settings out of Pelican's. Raises SettingsInvalid with a sentence."""
    as_of = day_wanted(str(pelican.get("AS_OF") or "today"))
    for setting in ("DIRECTORY_ROOT", "DIRECTORY_NAME"):
        if setting not in pelican:
            raise SettingsInvalid(f"{setting} is missing in pelicanconf.py. See the project's own file for an example.")
    return Settings(
        root=Path(pelican["DIRECTORY_ROOT"]),
        output=Path(pelican.get("OUTPUT_PATH", "output")),
        theme=Path(pelican.get("THEME", "theme")),
        as_of=read_as_of(as_of),
        day_is_fixed=as_of != "today",
        site_url=str(pelican.get("SITEURL") or "").rstrip("/"),
        site_name=pelican["DIRECTORY_NAME"],
        example=bool(pelican.get("DIRECTORY_EXAMPLE")),
        changes_from=Path(pelican["CHANGES_FROM"]) if pelican.get("CHANGES_FROM") else None,
        executor=executor(os.environ.get("DIRECTORY_EXECUTOR") or pelican.get("DIRECTORY_EXECUTOR") or ""),
        compressed=endings(os.environ.get("FILES_COMPRESSED", pelican.get("FILES_COMPRESSED") or "")),
        namespace=namespace(pelican.get("DIRECTORY_NAMESPACE") or NAMESPACE),
        data_licence=data_licence(pelican.get("DATA_LICENCE") or "CC-BY-4.0"),
        list_files=list_files(pelican.get("LIST_FILES", ("shtml", "csv"))),
        scripts_bundled=bool(pelican.get("SCRIPTS_BUNDLED", True)),
        **{name: number(setting, pelican[setting]) for name, setting in NUMBERS.items() if setting in pelican},
    )


def number(setting: str, value: object) -> int:
    """A number of days, months, providers or processes."""
    if not isinstance(value, int) or value < 0:
        raise SettingsInvalid(f'{setting} is "{value}". Write a whole number, for example 60.')
    return value


def executor(value: object) -> str:
    """The address of a cluster, or nothing."""
    if not isinstance(value, str) or not re.fullmatch(r"(dask://[^/\s]+:\d+)?", value):
        raise SettingsInvalid(
            f'DIRECTORY_EXECUTOR is "{value}". Write where a Dask scheduler is, for example dask://192.0.2.7:8786, or nothing.'
        )
    return value


def endings(value: object) -> tuple[str, ...]:
    """How files are compressed: gz, br, both or neither."""
    found = value.split() if isinstance(value, str) else ["?"]
    if not {"gz", "br"}.issuperset(found):
        raise SettingsInvalid(f'FILES_COMPRESSED is "{value}". Write gz, gz br, or nothing.')
    if "br" in found and find_spec("brotli") is None:
        raise SettingsInvalid(
            f'FILES_COMPRESSED is "{value}", and br needs the package brotli. Run: .venv/bin/python -m pip install brotli'
        )
    return tuple(sorted({*found}, reverse=True))


def namespace(value: object) -> UUID:
    """A UUID."""
    try:
        return UUID(str(value))
    except ValueError:
        raise SettingsInvalid(
            f'DIRECTORY_NAMESPACE is "{value}". Write a UUID, as this prints one: python3 -c "import uuid; print(uuid.uuid4())"'
        ) from None


LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 (CC BY 4.0)", "https://creativecommons.org/licenses/by/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0 (CC0)", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
"""Those that open data may have, by the names that SPDX gives them: title and address."""


def data_licence(value: object) -> str:
    """One of the licences that we can name with title and address."""
    if value not in LICENCES:
        raise SettingsInvalid(f'DATA_LICENCE is "{value}". Write one of: {", ".join(LICENCES)}.')
    return str(value)


LIST_FILES = ("shtml", "csv", "xlsx", "pdf")
"""Kinds of files that a list can be published as."""


def list_files(value: object) -> tuple[str, ...]:
    """The endings of the files that every list is published as."""
    wanted = set(value) if isinstance(value, Collection) and not isinstance(value, str) else {value}
    if not wanted <= set(LIST_FILES):
        raise SettingsInvalid(f"LIST_FILES is {value!r}. Write some of {list(LIST_FILES)}, or [] for none.")
    return tuple(ending for ending in LIST_FILES if ending in wanted)


NUMBERS = {
    "expiring_days": "LISTING_EXPIRING_DAYS",
    "verified_months": "LISTING_VERIFIED_MONTHS",
    "stale_days": "SITE_STALE_DAYS",
    "closing_days": "VOUCHER_CLOSING_DAYS",
    "list_longest": "LIST_LONGEST",
    "changes_days": "CHANGES_DAYS",
    "changes_longest": "CHANGES_LONGEST",
    "workers": "WORKERS",
}


def read_as_of(text: str) -> date:
    """The day named, or the current day in Finland for 'today'. The only place that reads the clock."""
    if text == "today":
        return datetime.now(HOME_ZONE).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsInvalid(
            f'AS_OF is "{text}". Write a day as year-month-day, for example 2018-08-10, or today.'
        ) from None


def day_wanted(default: str) -> str:
    """The day asked for in the environment, or the project's own default."""
    return os.environ.get("AS_OF") or default


def settings_file(root: Path) -> dict[str, Any]:
    """The names a project's pelicanconf.py defines, for commands that run without Pelican."""
    file = root / "pelicanconf.py"
    if not file.is_file():
        raise SettingsInvalid("There is no pelicanconf.py here. Run the command in the project's folder.")
    return runpy.run_path(str(file))
