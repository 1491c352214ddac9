"""A script in as few bytes as the same syntax takes: no comments, no spaces, short names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tree_sitter import Node

from .names import field_of, text

ENDED = {
    "break_statement",
    "continue_statement",
    "debugger_statement",
    "do_statement",
    "expression_statement",
    "lexical_declaration",
    "return_statement",
    "throw_statement",
}
"""Statements that end with a semicolon, written or not."""
BARE = ENDED - {"do_statement", "lexical_declaration"}
"""Statements that mean the same without braces around them."""
BODIES = {"else_clause", "for_in_statement", "for_statement", "if_statement", "while_statement"}
WRAPPED = {
    "arguments",
    "arrow_function",
    "assignment_expression",
    "pair",
    "return_statement",
    "template_substitution",
    "variable_declarator",
}
"""What may hold any expression but a list without parentheses."""
CHAINED = {"identifier", "member_expression", "subscript_expression", "this"}
CLOSING = {")", "]", "}"}
SOFT = ";\n"
"""A semicolon that is left out before a brace."""
LETTER = re.compile(r"[\w$#\\]")


class Printer:
    """Prints pieces of one script.

    `said` has what names are called now, `loads` what is written instead of each import(), by where they begin.
    """

    def __init__(self, said: Mapping[int, str], loads: Mapping[int, str]) -> None:
        self.said = said
        self.loads = loads
        self.tokens: list[str] = []

    def statements(self, nodes: Iterable[Node]) -> None:
        """Statements in a row; neighbouring declarations become one."""
        former = None
        for node in nodes:
            kind = text(field_of(node, "kind")) if node.type == "lexical_declaration" else None
            if kind and kind == former:
                self.tokens[-1] = ","
                self.parts(node.children[1:])
                self.tokens.append(SOFT)
            else:
                self.print(node)
            former = kind if node.type != "comment" else former

    def print(self, node: Node) -> None:
        """A piece of a script."""
        kind = node.type
        if kind in ("comment", "empty_statement") and not needed(node):
            return
        if not node.children and node.start_byte in self.said:
            self.tokens.append(self.said[node.start_byte])
        elif (
            kind == "call_expression" and node.start_byte in self.loads and field_of(node, "function").type == "import"
        ):
            self.tokens.append(self.loads[node.start_byte])
        elif kind == "string":
            self.tokens.append(quoted(text(node)))
        elif kind == "template_string":
            self.tokens.append(self.template(node))
        elif kind == "regex" or not node.children:
            self.tokens.append(text(node))
        elif kind == "statement_block":
            self.block(node)
        elif kind == "class_body":
            self.members(node)
        elif (kind == "formal_parameters" and is_one_name(node)) or (
            kind == "parenthesized_expression" and is_needless(node)
        ):
            self.print(held(node))
        elif kind in ENDED and not is_header(node):
            self.parts(node.children)
            self.tokens.append(SOFT)
        else:
            self.parts(node.children, ending=kind in ENDED)

    def parts(self, nodes: list[Node], ending: bool = False) -> None:
        """The parts of a piece, without commas and semicolons that say nothing."""
        for place, node in enumerate(nodes):
            last = place == len(nodes) - 1
            statement = node.parent is not None and node.parent.type in ENDED
            if node.type == ";" and last and statement and not ending:
                continue
            if node.type == "," and is_last_comma(nodes, place):
                continue
            self.print(node)

    def block(self, node: Node) -> None:
        """Statements between braces, or one without them where it stands alone."""
        inside = [child for child in node.children if child.type not in ("{", "}", "comment")]
        if node.parent and node.parent.type in BODIES and len(inside) == 1 and inside[0].type in BARE:
            self.print(inside[0])
            return
        self.tokens.append("{")
        self.statements(inside)
        self.tokens.append("}")

    def members(self, node: Node) -> None:
        """The methods and fields of a class."""
        for member in node.children:
            if member.type != ";":
                self.print(member)
            if member.type == "field_definition":
                self.tokens.append(SOFT)

    def template(self, node: Node) -> str:
        """A template with what it puts in; its own text stays as it is."""
        whole, begin = node.text or b"", node.start_byte
        made, done = b"", 0
        for child in node.children:
            if child.type == "template_substitution":
                inner = Printer(self.said, self.loads)
                inner.parts(child.children)
                made += whole[done : child.start_byte - begin] + joined(inner.tokens).encode()
                done = child.end_byte - begin
        return (made + whole[done:]).decode()


def needed(node: Node) -> bool:
    """Whether an empty statement is the body of a loop."""
    return node.type == "empty_statement" and node.parent is not None and node.parent.type in (*BODIES, "do_statement")


def is_header(node: Node) -> bool:
    """Whether a statement stands between the parentheses of a loop."""
    return node.parent is not None and node.parent.type == "for_statement" and node != field_of(node.parent, "body")


def is_one_name(node: Node) -> bool:
    """Whether the parameters of an arrow function are one name, which needs no parentheses."""
    arrow = node.parent is not None and node.parent.type == "arrow_function"
    return arrow and [child.type for child in node.children if child.type != "comment"] == ["(", "identifier", ")"]


def is_needless(node: Node) -> bool:
    """Whether parentheses are there only for a comment about the type."""
    inside, parent, written = held(node), node.parent, text(node)
    if parent is None or inside.type == "sequence_expression" or " in " in written:
        return False
    if parent.type in ("member_expression", "subscript_expression"):
        return inside.type in CHAINED and not re.search(r"\?\.|.\(", written, re.DOTALL)
    if parent.type == "arrow_function" and text(inside).startswith("{"):
        return False
    return parent.type in WRAPPED and node != parent.child_by_field_name("left")


def held(node: Node) -> Node:
    """What parentheses are around."""
    return [child for child in node.named_children if child.type != "comment"][-1]


def is_last_comma(nodes: list[Node], place: int) -> bool:
    """Whether a comma only ends a list; in an array it may stand for something that is missing."""
    others = [node.type for node in nodes[place + 1 :] if node.type != "comment"]
    return others[:1] != [] and others[0] in CLOSING and place > 1 and nodes[place - 1].type != ","


def quoted(string: str) -> str:
    """A string in double quotes, where that takes nothing else."""
    return string if re.search(r'["\\]', string) else f'"{string[1:-1]}"'


def joined(tokens: list[str]) -> str:
    """Tokens with a space only between those that would run together."""
    made: list[str] = []
    for token, following in zip(tokens, [*tokens, "}"][1:], strict=True):
        if token == SOFT:
            made.append("" if following == "}" else ";")
        else:
            made.append(f"{token} " if run_together(token, following) else token)
    return "".join(made)


def run_together(token: str, following: str) -> bool:
    """Whether two tokens without a space would be read as others."""
    end, start = token[-1], following[0]
    if LETTER.match(start) and (LETTER.match(end) or (end == "/" and len(token) > 1)):
        return True
    return (end in "+-/" and end == start) or (start == "." and token[0].isdigit())
