"""Files that stand compressed beside the others: the same each time, smaller, and kept right when something changes."""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path

import pytest

from provider_directory.press.compressing import with_compressed
from tests.sites.building import build, copy_of, published

brotli = pytest.mark.needs("" if find_spec("brotli") else "brotli is not installed: make setup-test")

TEXT = b"<p>Palveluseteli</p>\n" * 200


@pytest.mark.parametrize(
    ("path", "data", "endings"),
    [
        ("fi/index.html", TEXT, ["", ".gz"]),
        ("data/a.json", TEXT, ["", ".gz"]),
        ("fi/index.html", TEXT[:999], [""]),
        ("kuva.png", TEXT, [""]),
        ("taulukko.xlsx", TEXT, [""]),
        ("_headers", TEXT, [""]),
        (".htaccess", TEXT, [""]),
    ],
)
def test_only_what_becomes_smaller_is_compressed(path: str, data: bytes, endings: list[str]) -> None:
    assert [each for each, _ in with_compressed([(path, data)], ["gz"])] == [path + ending for ending in endings]


def test_what_is_compressed_is_the_same_and_tells_no_time() -> None:
    once, again = (dict(with_compressed([("a.html", TEXT)], ["gz"])) for _ in range(2))

    assert once == again and gzip.decompress(once["a.html.gz"]) == TEXT
    # Modification time, and no name (RFC 1952, 2.3).
    assert once["a.html.gz"][3:8] == b"\0\0\0\0\0"


@brotli
def test_brotli_makes_it_smaller_still() -> None:
    import brotli as library

    for path in ("theme/1/a.css", "fi/a.html"):
        found = dict(with_compressed([(path, TEXT)], ["gz", "br"]))
        assert list(found) == [path, f"{path}.gz", f"{path}.br"]
        assert library.decompress(found[f"{path}.br"]) == TEXT
        assert len(found[f"{path}.br"]) < len(found[f"{path}.gz"])


def test_a_site_has_its_compressed_files_kept_right(tmp_path: Path) -> None:
    site, output = copy_of("minimal", tmp_path), tmp_path / "output"
    assert build(site, output, FILES_COMPRESSED="gz").returncode == 0
    record = site / "providers/esimerkkihoiva.yaml"
    record.write_text(record.read_text().replace("price: 38.50", "price: 37.50"))
    done = build(site, output, FILES_COMPRESSED="gz")
    assert done.returncode == 0, done.stdout + done.stderr
    assert build(site, tmp_path / "anew", FILES_COMPRESSED="gz").returncode == 0

    found = published(output)
    assert found == published(tmp_path / "anew")
    packed = {path: data for path, data in found.items() if path.endswith(".gz")}
    assert packed and all(gzip.decompress(data) == found[path.removesuffix(".gz")] for path, data in packed.items())

    assert build(site, output).returncode == 0
    assert published(output).keys() == found.keys() - packed.keys()
