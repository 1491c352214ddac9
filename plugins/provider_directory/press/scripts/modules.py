"""One script as it is written: what it imports, and what it exports."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from .faults import ScriptFaulty, fault
from .names import Names, Use, declared_in, descendants, field_of, text

DECLARATIONS = {
    "class_declaration",
    "function_declaration",
    "generator_function_declaration",
    "lexical_declaration",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A name that comes from another script."""

    path: str
    name: str
    node: Node
    """Where it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A script; every path is one below the static folder."""

    path: str
    root: Node
    names: Names
    imports: Mapping[str, Origin]
    """By the name it has here."""
    exports: Mapping[str, str]
    """What others call it, and what it is called here."""
    passed: Mapping[str, Origin]
    """What is exported without being used here."""
    needs: Mapping[str, Node]
    """The scripts that are evaluated before this one, in their order, and where each is asked for."""
    loads: Mapping[Use, str]
    """The scripts fetched later, by the import() that asks for them."""


def read_module(path: str, data: bytes) -> Module:
    """A script by its text. Raises ScriptFaulty for what is not written as this project does."""
    root = Parser(Language(tree_sitter_javascript.language())).parse(data).root_node
    if root.has_error:
        raise fault(path, first_error(root), "this cannot be read as JavaScript.")
    names = Names(path, root)
    statements = [child for child in root.named_children if child.type in ("import_statement", "export_statement")]
    for statement in statements:
        check(path, statement)
    sources = [(statement, source_of(path, statement)) for statement in statements]
    return Module(
        path=path,
        root=root,
        names=names,
        imports=dict(imports(sources)),
        exports=dict(exports(statements)),
        passed=dict(passed(sources)),
        needs=first_asked(sources),
        loads={load: beside(path, load.node, load.name) for load in names.loads},
    )


def first_asked(sources: list[tuple[Node, str]]) -> dict[str, Node]:
    """Each script that another imports from, and the first statement that does."""
    found: dict[str, Node] = {}
    for statement, source in sources:
        if source:
            found.setdefault(source, statement)
    return found


def first_error(node: Node) -> Node:
    """The first place that cannot be read."""
    faulty = (child for child in node.children if child.is_error or child.is_missing or child.has_error)
    found = next(faulty, None)
    return node if found is None or node.is_error else first_error(found)


def check(path: str, statement: Node) -> None:
    """Refuse the forms of import and export that nobody here uses and the bundles do not know."""
    kinds = {child.type for child in statement.children}
    if "import_attribute" in kinds:
        raise fault(path, statement, "an import has no attributes here.")
    if statement.type == "import_statement":
        clauses = [child for child in statement.named_children if child.type == "import_clause"]
        if any(part.type not in ("named_imports", "comment") for clause in clauses for part in clause.named_children):
            raise fault(path, statement, "import names: import { name } from './script.js'.")
        return
    declared = statement.child_by_field_name("declaration")
    named = declared.type in DECLARATIONS if declared else "export_clause" in kinds
    if "default" in kinds or not named:
        raise fault(path, statement, "export by name: export function, class or const, or export { name }.")


def source_of(path: str, statement: Node) -> str:
    """The script that a statement imports from; empty when it imports nothing."""
    source = statement.child_by_field_name("source")
    return beside(path, source, text(source)[1:-1]) if source else ""


def beside(path: str, node: Node, named: str) -> str:
    """The path of a script that another names from where it stands."""
    if not named.startswith(("./", "../")) or not named.endswith(".js"):
        raise fault(path, node, f'"{named}" is not the address of a script: begin with ./ or ../ and end with .js.')
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), named))


def imports(sources: list[tuple[Node, str]]) -> Iterator[tuple[str, Origin]]:
    """Each name that is imported, as it is called here."""
    for statement, source in sources:
        for specifier in descendants(statement, "import_specifier"):
            name = field_of(specifier, "name")
            local = specifier.child_by_field_name("alias") or name
            yield text(local), Origin(path=source, name=text(name), node=specifier)


def exports(statements: list[Node]) -> Iterator[tuple[str, str]]:
    """What is exported, with its name here."""
    for statement in statements:
        declared = statement.child_by_field_name("declaration")
        if declared and declared.type == "lexical_declaration":
            declarators = (each for each in declared.named_children if each.type == "variable_declarator")
            yield from twice(name for each in declarators for name in declared_in(field_of(each, "name")))
        elif declared:
            yield from twice([field_of(declared, "name")])
        elif statement.type == "export_statement" and not statement.child_by_field_name("source"):
            yield from ((outside, here) for outside, here, _ in listed(statement))


def twice(names: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Names that are the same outside."""
    yield from ((text(name), text(name)) for name in names)


def passed(sources: list[tuple[Node, str]]) -> Iterator[tuple[str, Origin]]:
    """What is exported from another script."""
    for statement, source in sources:
        if source and statement.type == "export_statement":
            for outside, there, node in listed(statement):
                yield outside, Origin(path=source, name=there, node=node)


def listed(statement: Node) -> Iterator[tuple[str, str, Node]]:
    """The names of an export list: outside, and before."""
    for specifier in descendants(statement, "export_specifier"):
        name = field_of(specifier, "name")
        yield text(specifier.child_by_field_name("alias") or name), text(name), specifier


def origin(modules: Mapping[str, Module], asked: Origin, asking: str) -> tuple[str, str]:
    """The script that declares what is asked for, and its name there. Raises ScriptFaulty when nobody exports it."""
    module = modules[asked.path]
    if asked.name in module.passed:
        return origin(modules, module.passed[asked.name], module.path)
    local = module.exports.get(asked.name)
    if local is None:
        raise fault(asking, asked.node, f'{module.path} does not export "{asked.name}".')
    if local in module.imports:
        return origin(modules, module.imports[local], module.path)
    if local not in module.names.scope.symbols:
        raise ScriptFaulty(f'theme/static/{module.path}: "{local}" is exported, but not declared.')
    return module.path, local
