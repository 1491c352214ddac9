"""What is wrong with a script of the theme."""

from __future__ import annotations

from tree_sitter import Node


class ScriptFaulty(Exception):
    """A script that cannot be published; the sentence says where it is and what to write instead."""

    exitcode = 2


def fault(path: str, node: Node, sentence: str) -> ScriptFaulty:
    """A fault at a place of a script."""
    return ScriptFaulty(f"theme/static/{path}, line {node.start_point.row + 1}: {sentence}")
