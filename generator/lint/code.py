"""What the program itself names: a fact that the rules or the pages read stands in their source."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def names_in(folder: Path, *, without: frozenset[Path] = frozenset()) -> frozenset[str]:
    """Return the attributes and the dotted names in quotes of the Python files in `folder`, without some."""
    files = (file for file in folder.rglob("*.py") if file not in without)
    return frozenset(name for file in files for name in _names(ast.parse(file.read_text(encoding="utf-8"))))


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            yield from node.value.split(".")
