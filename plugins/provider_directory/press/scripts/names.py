"""What the names of a script mean: where each is declared, and everywhere it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from .faults import fault

FUNCTIONS = {
    "arrow_function",
    "function_declaration",
    "function_expression",
    "generator_function",
    "generator_function_declaration",
    "method_definition",
}
BLOCKS = {"for_in_statement", "for_statement", "statement_block", "switch_body"}
CLASSES = {"class", "class_declaration"}
SHORT = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
"""A key of an object that is a name at the same time."""
PATTERNS = {"array_pattern", "object_pattern", "rest_pattern"}
DEFAULTS = {"assignment_pattern", "object_assignment_pattern"}


@dataclass(eq=False, slots=True)
class Symbol:
    """Something that has a name; other scopes may have others of the same name."""

    name: str
    short: str = ""
    """What it is called where it is published."""


@dataclass(eq=False, slots=True)
class Scope:
    """A stretch of a script and what is declared in it."""

    parent: Scope | None = None
    symbols: dict[str, Symbol] = field(default_factory=dict)
    inner: list[Scope] = field(default_factory=list)
    free: dict[Symbol | str, None] = field(default_factory=dict)
    """What is used in it and declared further out; a plain name is declared nowhere and belongs to the browser."""

    def inside(self) -> Scope:
        """A scope in this one."""
        made = Scope(self)
        self.inner.append(made)
        return made

    def meaning(self, name: str) -> Symbol | str:
        """What a name stands for here."""
        passed, scope = [], self
        while name not in scope.symbols and scope.parent is not None:
            passed.append(scope)
            scope = scope.parent
        found = scope.symbols.get(name, name)
        for each in passed if isinstance(found, Symbol) else [*passed, scope]:
            each.free[found] = None
        return found

    def borrow(self, symbol: Symbol) -> None:
        """Use something of the whole file here without having written its name."""
        scope = self
        while scope.parent is not None:
            scope.free[symbol] = None
            scope = scope.parent


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a script where a name stands."""

    scope: Scope
    node: Node
    name: str


class Names:
    """All names of one script."""

    def __init__(self, path: str, root: Node) -> None:
        self.path = path
        self.scope = Scope()
        self.uses: list[Use] = []
        self.loads: list[Use] = []
        """Every import(), with the address it is given."""
        self.read(root, self.scope)

    def declare(self, node: Node, scope: Scope) -> None:
        """A name begins to exist."""
        name = text(node)
        scope.symbols.setdefault(name, Symbol(name))
        self.uses.append(Use(scope, node, name))

    def read(self, node: Node, scope: Scope) -> None:
        """A piece of a script."""
        kind = node.type
        if kind == "identifier" or kind in SHORT:
            self.use(node, scope)
        elif kind in FUNCTIONS:
            self.function(node, scope)
        elif kind in CLASSES:
            self.read_class(node, scope)
        elif kind in BLOCKS:
            self.block(node, scope.inside())
        elif kind == "catch_clause":
            self.catching(node, scope.inside())
        elif kind == "variable_declarator":
            self.declarator(node, scope)
        elif kind == "variable_declaration":
            raise fault(self.path, node, '"var" is not used here. Write const or let.')
        elif kind == "import_statement":
            self.imported(node, scope)
        elif kind == "export_statement":
            self.exported(node, scope)
        elif kind == "call_expression" and field_of(node, "function").type == "import":
            self.load(node, scope)
        elif kind == "meta_property" and node.children[0].type == "import":
            raise fault(self.path, node, "import.meta is not used here: a published script stands at another address.")
        else:
            self.all(node.children, scope)

    def all(self, nodes: list[Node], scope: Scope) -> None:
        """Pieces of a script, one after the other."""
        for node in nodes:
            self.read(node, scope)

    def use(self, node: Node, scope: Scope) -> None:
        """A name is used."""
        name = text(node)
        if name == "eval":
            raise fault(self.path, node, "eval is not used here.")
        self.uses.append(Use(scope, node, name))

    def function(self, node: Node, scope: Scope) -> None:
        """A function: its own name, what it is given, what it does."""
        inside = scope.inside()
        name = node.child_by_field_name("name")
        if name and name.type == "identifier":
            self.declare(name, scope if node.type.endswith("declaration") else inside)
        elif name:
            self.read(name, scope)
        parameter = node.child_by_field_name("parameter")
        parameters = node.child_by_field_name("parameters")
        for given in [parameter] if parameter else parameters.named_children if parameters else []:
            self.pattern(given, inside)
        body = field_of(node, "body")
        if body.type == "statement_block":
            self.all(body.children, inside)
        else:
            self.read(body, inside)

    def read_class(self, node: Node, scope: Scope) -> None:
        """A class; one that is a value knows its name only in itself."""
        name = node.child_by_field_name("name")
        inside = scope if node.type == "class_declaration" else scope.inside()
        if name:
            self.declare(name, inside)
        self.all([child for child in node.children if child != name], inside)

    def block(self, node: Node, scope: Scope) -> None:
        """Statements between braces, or a loop with what it declares."""
        left = node.child_by_field_name("left") if node.child_by_field_name("kind") else None
        if left:
            self.pattern(left, scope)
        self.all([child for child in node.children if child != left], scope)

    def catching(self, node: Node, scope: Scope) -> None:
        """What is done about an error."""
        parameter = node.child_by_field_name("parameter")
        if parameter:
            self.pattern(parameter, scope)
        self.read(field_of(node, "body"), scope)

    def declarator(self, node: Node, scope: Scope) -> None:
        """One name, or a pattern of them, with its value."""
        value = node.child_by_field_name("value")
        self.pattern(field_of(node, "name"), scope)
        if value:
            self.read(value, scope)

    def pattern(self, node: Node, scope: Scope) -> None:
        """The names that a pattern declares."""
        if node.type == "identifier" or node.type in SHORT:
            self.declare(node, scope)
        elif node.type in PATTERNS:
            for child in node.named_children:
                self.pattern(child, scope)
        elif node.type == "pair_pattern":
            self.read(field_of(node, "key"), scope)
            self.pattern(field_of(node, "value"), scope)
        elif node.type in DEFAULTS:
            self.pattern(field_of(node, "left"), scope)
            self.read(field_of(node, "right"), scope)
        elif node.type != "comment":
            raise fault(self.path, node, f'"{text(node)}" cannot be declared.')

    def imported(self, node: Node, scope: Scope) -> None:
        """The names that come from another script."""
        for specifier in descendants(node, "import_specifier"):
            self.declare(specifier.child_by_field_name("alias") or field_of(specifier, "name"), scope)

    def exported(self, node: Node, scope: Scope) -> None:
        """A declaration that others may import; mere lists of names are read elsewhere."""
        declared = node.child_by_field_name("declaration")
        if declared:
            self.read(declared, scope)

    def load(self, node: Node, scope: Scope) -> None:
        """A script that is fetched when it is needed."""
        given = field_of(node, "arguments").named_children
        if len(given) != 1 or given[0].type != "string":
            raise fault(self.path, node, "import() is given the address of a script, in quotes and nothing else.")
        self.loads.append(Use(scope, node, text(given[0])[1:-1]))


def text(node: Node) -> str:
    """What is written there."""
    return (node.text or b"").decode()


def field_of(node: Node, name: str) -> Node:
    """A part that every node of its kind has."""
    found = node.child_by_field_name(name)
    assert found is not None, f"{node.type} has no {name}"
    return found


def declared_in(pattern: Node) -> Iterator[Node]:
    """The names that a pattern declares."""
    if pattern.type == "identifier" or pattern.type in SHORT:
        yield pattern
    elif pattern.type in PATTERNS:
        yield from (name for child in pattern.named_children for name in declared_in(child))
    elif pattern.type in DEFAULTS or pattern.type == "pair_pattern":
        yield from declared_in(field_of(pattern, "value" if pattern.type == "pair_pattern" else "left"))


def descendants(node: Node, kind: str) -> Iterator[Node]:
    """All pieces of one kind in a piece."""
    for child in node.named_children:
        if child.type == kind:
            yield child
        yield from descendants(child, kind)
