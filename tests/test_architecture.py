"""The rooms and the one way through them: who may import whom, who knows which library, who may ask the clock."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins/provider_directory"

STEPS = (
    ("problems", "model", "settings"),
    ("records",),
    ("catalogue",),
    ("views",),
    ("outputs",),
    ("press",),
    ("publish",),
    ("generator",),
)
"""From left to right; what is in none of them starts the others, and nothing imports it."""

ENTRIES = ("__init__", "__main__", "serve")

HOMES = {
    "yaml": ("records/",),
    "pydantic": ("records/",),
    "pydantic_core": ("records/",),
    "phonenumbers": ("records/",),
    "whoosh": ("outputs/search/",),
    "jinja2": ("press/",),
    "markdown": ("views/prose.py",),
    "babel": ("views/wording.py", "press/"),
    "pelican": ("generator.py", "__init__.py"),
    "segno": ("views/qr.py",),
    "tree_sitter": ("press/scripts/",),
    "tree_sitter_javascript": ("press/scripts/",),
    "watchfiles": ("serve.py",),
    "distributed": ("press/cluster.py",),
    "rich": ("press/progress.py",),
    "fsspec": ("publish/store.py",),
    "brotli": ("press/compressing.py",),
    "typst": ("outputs/embed/pdf_file.py",),
}
"""Where each library lives. What is not named here and not Python's own is not used."""

LONG = {
    "records/fields.py": "every kind of field, each a few lines; what reads them is one list at its end",
}
"""Files over 250 lines, and why they are not two."""


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def name(file: Path) -> str:
    """A module's place below the package."""
    return file.relative_to(PACKAGE).as_posix()


def tree(file: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(file: Path) -> Iterator[str]:
    """Everything a module imports, wherever in it, by its full name."""
    here = ["provider_directory", *Path(name(file)).with_suffix("").parts]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            start = here[: -node.level] if node.level else []
            base = ".".join([*start, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def step_of(module: str) -> int:
    """How far to the right a module stands."""
    first = module.partition("/")[0].removesuffix(".py")
    found = [number for number, group in enumerate(STEPS) if first in group]
    assert found or first in ENTRIES, f"{module} belongs to no step"
    return found[0] if found else len(STEPS)


@pytest.mark.parametrize("file", modules(), ids=name)
class TestModules:
    """What holds for each module."""

    def test_it_imports_only_from_its_own_step_or_from_the_left(self, file: Path) -> None:
        ours = [target.split(".")[1:] for target in imported(file) if target.startswith("provider_directory.")]
        right = [".".join(target) for target in ours if step_of(f"{target[0]}/") > step_of(name(file))]

        assert right == []

    def test_it_uses_only_the_libraries_that_live_there(self, file: Path) -> None:
        used = (
            {target.partition(".")[0] for target in imported(file)}
            - set(sys.stdlib_module_names)
            - {"provider_directory"}
        )

        assert {library for library in used if not name(file).startswith(HOMES.get(library, ()))} == set()

    def test_it_does_not_ask_the_clock(self, file: Path) -> None:
        asked = {
            node.attr
            for node in ast.walk(tree(file))
            if isinstance(node, ast.Attribute)
            and node.attr
            in (
                "today",
                "now",
                "utcnow",
                "time_ns",
                "localtime",
                "gmtime",
                "monotonic",
                "perf_counter",
                "st_mtime",
                "getmtime",
            )
        } | {target for target in imported(file) if target in ("time.time", "time.monotonic", "time.perf_counter")}
        allowed = {
            "settings.py": {"now"},
            "serve.py": {"monotonic", "st_mtime"},
            "press/progress.py": {"time.monotonic"},
        }

        assert asked <= allowed.get(name(file), set())

    def test_it_has_a_size_one_can_read(self, file: Path) -> None:
        lines = len(file.read_text(encoding="utf-8").splitlines())

        assert lines <= 400
        assert lines <= 250 or name(file) in LONG

    def test_it_is_named_after_what_it_holds(self, file: Path) -> None:
        empty = re.compile(r"^(utils?|helpers?|common|misc|base)$")

        assert (
            not any(empty.match(Path(part).stem) for part in Path(name(file)).parts)
            or name(file) == "records/schema/base.py"
        )

    def test_every_function_says_what_it_takes_and_gives_and_every_public_one_what_it_is(self, file: Path) -> None:
        unsaid = []
        for owner, node in definitions(tree(file)):
            place = f"{owner}{node.name}"
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                every = [
                    *node.args.posonlyargs,
                    *node.args.args,
                    *node.args.kwonlyargs,
                    node.args.vararg,
                    node.args.kwarg,
                ]
                bare = [
                    given for given in every if given and given.annotation is None and given.arg not in ("self", "cls")
                ]
                unsaid += [place] if bare or node.returns is None else []
            if not node.name.startswith("_") and not ast.get_docstring(node):
                unsaid.append(f"{place} (docstring)")

        assert unsaid == []

    def test_its_comments_are_few(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        tokens = tokenize.generate_tokens(io.StringIO(text).readline)
        comments = sum(token.type == tokenize.COMMENT for token in tokens)

        assert comments <= max(1, 0.08 * len(text.splitlines()))


def definitions(module: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    """Every class, function and method of a module, with the class it is in."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield "", node
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{node.name}.", inner


def test_half_of_the_modules_are_short() -> None:
    sizes = sorted(len(file.read_text(encoding="utf-8").splitlines()) for file in modules())

    assert sizes[len(sizes) // 2] <= 130


def test_the_list_of_long_files_names_only_long_files() -> None:
    assert {file for file in LONG if len((PACKAGE / file).read_text(encoding="utf-8").splitlines()) <= 250} == set()


def test_every_step_is_there() -> None:
    assert {first for group in STEPS for first in group} <= {
        Path(name(file)).parts[0].removesuffix(".py") for file in modules()
    }


@pytest.mark.parametrize("file", [file for file in modules() if name(file).startswith("catalogue/")], ids=name)
def test_money_is_never_a_float(file: Path) -> None:
    names = {node.id for node in ast.walk(tree(file)) if isinstance(node, ast.Name)}
    numbers = {node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant)}
    divided = [node for node in ast.walk(tree(file)) if isinstance(node, ast.Div)]

    assert "float" not in names
    assert not any(isinstance(number, float) for number in numbers)
    assert divided == []


PURE = [
    *sorted((ROOT / "theme/static/js/search").glob("*.js")),
    *sorted((ROOT / "theme/static/js").glob("pricing*.js")),
    *sorted((ROOT / "theme/static/js/pricing").glob("*.js")),
]


@pytest.mark.parametrize("file", PURE, ids=lambda file: file.name)
def test_javascript_that_decides_does_not_touch_the_page(file: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.S)

    assert (
        re.findall(r"(?<![.\w])(?:window|document|location|history|localStorage|sessionStorage)\s*\.\s*\w+", code) == []
    )


def test_there_is_javascript_that_decides() -> None:
    assert PURE


class TestWhatIsCommitted:
    """No file tells where it was written."""

    PLACES = ("plugins", "theme", "content", "providers", "tests", ".ci", ".github")
    FOREIGN = re.compile(
        r"(?<![\w.\-/<])/(?:home|Users|root|work|mnt|opt)/[\w.]|--(?:extra-)?index-url|registry\.npmjs|/simple/|\bC:\\\\?Users\b"
    )

    def committed(self) -> Iterator[Path]:
        yield from (file for file in ROOT.iterdir() if file.is_file() and file.name not in (".DS_Store", ".git"))
        for place in self.PLACES:
            yield from (
                file
                for file in (ROOT / place).rglob("*")
                if file.is_file() and not {"__pycache__", "node_modules", ".cache"} & set(file.parts)
            )

    def test_no_file_names_a_machine_or_a_registry(self) -> None:
        told = [
            f"{file.relative_to(ROOT)}: {match[0]}"
            for file in self.committed()
            if file != Path(__file__).resolve()
            for match in self.FOREIGN.finditer(file.read_text(encoding="utf-8", errors="replace"))
        ]

        assert told == []

    def test_a_path_of_a_machine_would_be_noticed(self) -> None:
        assert self.FOREIGN.search("see /home/maija/project")
        assert not self.FOREIGN.search("content/work/home/x and https://example.fi/home/")
