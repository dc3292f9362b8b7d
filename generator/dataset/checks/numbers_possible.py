"""Amounts, lengths and counts are numbers from nought upwards."""

import math
from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.guide import Statement
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, Version
from generator.rules.problems import Path


def _find(files: Files) -> Iterator[Problem]:
    for file, path, value in _values(files):
        if isinstance(value, float) and not math.isfinite(value):
            yield file.located.problem(path, "this is not a number; write an amount, as 184.75")
        elif isinstance(value, int | float) and value < 0:
            yield file.located.problem(path, f"{value} is less than nothing; write 0 or more")


def _values(files: Files) -> Iterator[tuple[File[Any], Path, Any]]:
    kinds: tuple[type[Any], ...] = (Fact, Version)
    for kind in kinds:
        for file, path, row in files.of(kind):
            yield file, (*path, "value"), row.value
    for file, path, statement in files.of(Statement):
        for name, figure in statement.figures.items():
            yield file, (*path, "figures", name), figure


CHECK = Check(name="numbers-possible", sentence="A number is nought or more.", find=_find)
