"""The theme's static files: one address that changes with them, and one style sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.press.assets import read_assets


def theme(folder: Path, **files: str) -> Path:
    """A static folder; double underscores stand for slashes, single ones for dots."""
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


def test_style_sheets_are_bundled_into_their_layers_in_order(tmp_path: Path) -> None:
    main = '@layer a, b;\n@import url("one.css") layer(a);\n@import url("parts/two.css") layer(b);\n'
    static = theme(tmp_path, css__main_css=main, css__one_css="p{}\n", css__parts__two_css="q{}\n")

    files = dict(read_assets(static).published())

    (sheet,) = files.values()
    assert sheet.decode() == "@layer a, b;\n@layer a {\np{}\n}\n\n@layer b {\nq{}\n}\n\n"


def test_an_import_of_a_missing_style_sheet_stops_the_build(tmp_path: Path) -> None:
    static = theme(tmp_path, css__main_css='@import url("gone.css");')

    with pytest.raises(KeyError, match=r"gone\.css"):
        read_assets(static)


def test_the_address_changes_with_any_file_and_only_then(tmp_path: Path) -> None:
    one = read_assets(theme(tmp_path / "1", js__main_js="a", css__main_css="")).base
    same = read_assets(theme(tmp_path / "2", js__main_js="a", css__main_css="")).base
    other = read_assets(theme(tmp_path / "3", js__main_js="b", css__main_css="")).base

    assert one == same != other


def test_scripts_are_bundled_and_found_by_where_they_are_written(tmp_path: Path) -> None:
    assets = read_assets(theme(tmp_path, js__main_js="import './a/b.js'", js__a__b_js="c()"))

    base = assets.base
    assert dict(assets.published()) == {f"{base.lstrip('/')}/js/main.js": b"c()"}
    assert assets.script("js/a/b.js") == f"{base}/js/main.js"


def test_scripts_that_are_not_bundled_keep_their_places_so_that_relative_imports_work(tmp_path: Path) -> None:
    written = theme(tmp_path, js__main_js="import './a/b.js' // b", js__a__b_js="")
    assets = read_assets(written, bundled=False)

    base = assets.base.lstrip("/")
    assert dict(assets.published()) == {f"{base}/js/a/b.js": b"", f"{base}/js/main.js": b"import './a/b.js' // b"}
    assert assets.script("js/a/b.js") == f"{assets.base}/js/a/b.js"
