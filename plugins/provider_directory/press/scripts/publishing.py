"""The files that browsers get, out of the scripts that people write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from .bundles import FOLDER, bundles, crossing, every, known, ordered
from .faults import ScriptFaulty
from .modules import Module, origin, read_module
from .names import SHORT, Symbol
from .printing import Printer, joined
from .short import shorten


@dataclass(frozen=True, slots=True)
class Scripts:
    """Scripts as they are published; every path is one below the static folder."""

    files: Mapping[str, bytes]
    places: Mapping[str, str]
    """The file that each script is in."""
    needs: Mapping[str, frozenset[str]]
    """All files that a browser fetches to evaluate one, itself included."""

    def needed(self, scripts: Iterable[str]) -> list[str]:
        """The files that are fetched for some scripts."""
        return sorted({need for script in scripts if script in self.places for need in self.needs[self.places[script]]})


def publish(sources: Mapping[str, bytes]) -> Scripts:
    """Bundled, and as small as they get. Raises ScriptFaulty with file and line."""
    modules = {path: read_module(path, data) for path, data in sources.items()}
    known(modules)
    together = bundles(modules)
    places = {module.path: name for name, members in together.items() for module in members}
    used = Meanings(modules, places)
    needs: dict[str, set[str]] = {}
    for path, _, place in crossing(modules, places):
        needs.setdefault(places[path], set()).add(place)
    return Scripts(
        {
            f"{FOLDER}{name}.js": used.printed(name, members, needs.get(name, set())).encode()
            for name, members in together.items()
        },
        {path: f"{FOLDER}{name}.js" for path, name in places.items()},
        {f"{FOLDER}{name}.js": frozenset(f"{FOLDER}{need}.js" for need in every(needs, name)) for name in together},
    )


def publish_alone(sources: Mapping[str, bytes], path: str) -> bytes:
    """One script with all that it needs, as a file that asks for no other. Raises ScriptFaulty with file and line."""
    modules: dict[str, Module] = {}
    left = [path]
    while left:
        each = left.pop()
        if each in sources and each not in modules:
            modules[each] = read_module(each, sources[each])
            left += modules[each].needs
    known(modules)
    return Meanings(modules, dict.fromkeys(modules, path)).printed(path, ordered(modules), set()).encode()


def as_written(sources: Mapping[str, bytes]) -> Scripts:
    """Each script by itself, for looking for a fault in a browser."""
    return Scripts(sources, {path: path for path in sources}, {path: frozenset((path,)) for path in sources})


class Meanings:
    """What each file gives the others, and what each name in it means."""

    def __init__(self, modules: Mapping[str, Module], places: Mapping[str, str]) -> None:
        self.modules = modules
        self.places = places
        self.taken: dict[str, dict[str, dict[str, Symbol]]] = {name: {} for name in places.values()}
        """By file: by other file, what is imported from it, by its name there."""
        self.given: dict[str, dict[str, Symbol]] = {name: {} for name in places.values()}
        """By file: what others import from it."""
        for path in places:
            self.link(modules[path])
        for path in places:
            self.resolve(modules[path])

    def link(self, module: Module) -> None:
        """Let an imported name mean what it means where it is declared."""
        for local, asked in module.imports.items():
            path, name = origin(self.modules, asked, module.path)
            here, there = self.places[module.path], self.places[path]
            symbol = self.modules[path].names.scope.symbols[name]
            if here != there:
                self.give(there, name, symbol)
                symbol = self.taken[here].setdefault(there, {}).setdefault(name, Symbol(name))
            module.names.scope.symbols[local] = symbol
        for path in module.loads.values():
            if self.places[path] != self.places[module.path]:
                for name, symbol in self.exported(path):
                    self.give(self.places[path], name, symbol)

    def exported(self, path: str) -> Iterator[tuple[str, Symbol]]:
        """What a script that is loaded with import() exports. Raises ScriptFaulty unless it declares that itself."""
        module = self.modules[path]
        for name, local in module.exports.items():
            if local in module.names.scope.symbols and local not in module.imports:
                yield name, module.names.scope.symbols[local]
        foreign = [name for name, local in module.exports.items() if local in module.imports] + list(module.passed)
        if foreign:
            raise ScriptFaulty(
                f'theme/static/{path}: a script that is loaded with import() exports what it declares, and "{foreign[0]}" is imported.'
            )

    def give(self, bundle: str, name: str, symbol: Symbol) -> None:
        """Export something from a file. Raises ScriptFaulty where that name is given to something else."""
        if self.given[bundle].setdefault(name, symbol) is not symbol:
            raise ScriptFaulty(
                f'{FOLDER}{bundle}.js would export two things named "{name}". Rename one of them, or give its script '
                "a file of its own in BUNDLES (press/scripts/bundles.py)."
            )

    def resolve(self, module: Module) -> None:
        """Note where each name must not be hidden by another."""
        for use in module.names.uses:
            use.scope.meaning(use.name)
        for load, path in module.loads.items():
            for _, symbol in self.exported(path):
                load.scope.borrow(symbol)

    def printed(self, bundle: str, members: list[Module], needs: set[str]) -> str:
        """The text of a file, which needs others even where it takes nothing from them."""
        taken = self.taken[bundle]
        own = [symbol for module in members for symbol in module.names.scope.symbols.values()]
        imported = [symbol for names in taken.values() for symbol in names.values()]
        shorten(dict.fromkeys([*own, *imported]), [module.names.scope for module in members])
        body = [token for module in members for token in self.tokens(module)]
        imports = [f'import{listed(taken.get(other, {}))}"./{other}.js";' for other in sorted({*taken, *needs})]
        given = dict(sorted(self.given[bundle].items()))
        exports = f"export{{{','.join(named(symbol.short, name) for name, symbol in given.items())}}}" if given else ""
        return "".join(imports) + joined([*body, exports] if exports else body)

    def tokens(self, module: Module) -> list[str]:
        """What a script does, in the words of its file."""
        said = {}
        for use in module.names.uses:
            found = use.scope.meaning(use.name)
            short = found.short if isinstance(found, Symbol) else found
            same = use.node.type not in SHORT or short == use.name
            said[use.node.start_byte] = short if same else f"{use.name}:{short}"
        printer = Printer(
            said, {load.node.start_byte: self.loaded(module, path) for load, path in module.loads.items()}
        )
        printer.statements(statements(module))
        return printer.tokens

    def loaded(self, module: Module, path: str) -> str:
        """What stands for an import(): nothing is fetched for a script of the same file."""
        if self.places[path] != self.places[module.path]:
            return f'import("./{self.places[path]}.js")'
        given = ",".join(f"{name}:{symbol.short}" for name, symbol in self.exported(path))
        return f"Promise.resolve({{{given}}})"


def statements(module: Module) -> Iterator[Node]:
    """What a script does, without what only says how it belongs to others."""
    for statement in module.root.named_children:
        if statement.type == "export_statement":
            yield from (declared for declared in [statement.child_by_field_name("declaration")] if declared)
        elif statement.type not in ("comment", "import_statement"):
            yield statement


def listed(names: Mapping[str, Symbol]) -> str:
    """What is imported from another file, if anything."""
    return f"{{{','.join(sorted(named(name, symbol.short) for name, symbol in names.items()))}}}from" if names else ""


def named(name: str, called: str) -> str:
    """A name, and what it is called from there on."""
    return name if name == called else f"{name} as {called}"
