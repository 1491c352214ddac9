"""A provider who is suspended is in no file of the whole site: no page, list, embed, index or download."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites.building import build, copy_of, published

KEY = "esimerkki-keskeytys"
FACTS = ("Keskeytys", "keskeytys.example.com", "1928374-1", "014 000 0999", "+358140000999")
"""Its name, its site, its business id, its number as printed and as dialled."""

ADDRESSES = {f"{place}/{KEY}/index.html" for place in ("fi/tuottajat", "sv/producenter", "en/providers")}
"""What answers there while it is suspended, without its name; `.published` lists all files."""

PROVIDER = """\
name: Esimerkki Keskeytys Oy
business_id: 1928374-1
phones: [014 000 0999]
website: https://keskeytys.example.com/
listings:
  - voucher: esimerkkila/kotihoito
    from: 2018-01-01
    at_home: yes
    municipalities: [esimerkkila]
    prices: [{price: 12.34, unit: hour}]
    SUSPENDED
  - register: esimerkkila/siivous
    at_home: yes
    municipalities: [esimerkkila, naapuri]
    prices: [{price: 12.34, unit: hour, vat: included, vat_rate: 24 %}]
    SUSPENDED
verified: {on: 2018-06-12, by: {fi: Palvelusetelit, sv: Servicesedlar, en: Vouchers}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with that provider."""
    return copy_of("minimal", tmp_path_factory.mktemp("suspended"))


def files(site: Path, *, suspended: bool) -> dict[str, bytes]:
    """The whole site, built after the provider was suspended or taken back."""
    word = "suspended: {from: 2018-08-01}" if suspended else "until: 2019-12-31"
    (site / f"providers/{KEY}.yaml").write_text(PROVIDER.replace("SUSPENDED", word), "utf-8")
    settings = site / "pelicanconf.py"
    if "SITEURL" not in (text := settings.read_text("utf-8")):
        # With a host's name PDFs lead to the providers' pages.
        settings.write_text(f'{text}\nSITEURL = "https://opas.example.fi"\n', "utf-8")
    done = build(site, site / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    return published(site / "output")


def telling(found: dict[str, bytes], *signs: str) -> set[str]:
    """Files that have any of these, in their names or inside, packed or not."""
    return {
        name for name, data in found.items() if any(sign in text for text in readings(name, data) for sign in signs)
    }


def readings(name: str, data: bytes) -> Iterator[str]:
    """What there is to read in a file."""
    yield name
    yield data.decode("utf-8", "replace")
    if name.endswith(".xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        yield from (archive.read(each).decode() for each in archive.namelist())
    if name.endswith(".pdf"):
        yield from (inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S))


def inflated(stream: bytes) -> str:
    """A stream of a PDF, in which the addresses that are linked to stand as they are."""
    try:
        return zlib.decompress(stream).decode("latin-1")
    except zlib.error:
        return ""


def test_who_is_suspended_is_in_no_file_from_the_next_build_on(site: Path) -> None:
    before = telling(files(site, suspended=False), KEY, *FACTS)
    endings = {Path(name).suffix for name in before}
    lists = {name for name in before if name.startswith("fi/upota/esimerkkila/kunnat/esimerkkila/kotihoito/")}

    assert {".html", ".json", ".shtml", ".csv", ".xlsx"} <= endings
    assert {Path(name).suffix for name in lists} == {".html", ".json", ".shtml", ".csv", ".xlsx", ".pdf"}
    after = files(site, suspended=True)
    assert telling(after, *FACTS) == set()
    assert telling(after, KEY, "12,34", "12.34") == {*ADDRESSES, ".published"}
