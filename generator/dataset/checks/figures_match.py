"""The numbers and days of a sentence stand in its figures, and both languages name all of them."""

from collections.abc import Iterator
from string import Formatter
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.guide import Statement
from generator.dataset.problems import Problem
from generator.rules.problems import Path


def placeholders(text: str) -> set[str] | None:
    """Return the names in braces in `text`, None where a brace stands alone."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _find(files: Files) -> Iterator[Problem]:
    for file, path, statement in files.of(Statement):
        for lang, text in (("en", statement.text.en), ("fr", statement.text.fr)):
            here = (*path, "text", lang)
            named = placeholders(text)
            if named is None:
                yield file.located.problem(here, "a brace stands alone; write `{name}` for a figure")
                continue
            for name in sorted(named - statement.figures.keys()):
                message = f"`{{{name}}}` has no figure; add `{name}:` to `figures:` or correct the name"
                yield file.located.problem(here, message)
            yield from _left_out(file, path, statement, lang, named)


def _left_out(file: File[Any], path: Path, statement: Statement, lang: str, named: set[str]) -> Iterator[Problem]:
    for name in statement.figures:
        if name not in named:
            message = f"the text `{lang}:` does not name this figure; write `{{{name}}}` there or remove the figure"
            yield file.located.problem((*path, "figures", name), message)


CHECK = Check(
    name="figures-match",
    sentence="Both texts of a sentence name in braces all of its figures and no other.",
    find=_find,
)
