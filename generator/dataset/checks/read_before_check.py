"""A copy is read before the fact is compared with it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, SourceReference
from generator.rules.problems import Path


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        yield from _late(file, path, fact.sources, fact.checked_on)
        for index, version in enumerate(fact.versions):
            yield from _late(file, (*path, "versions", index), version.sources, fact.checked_on)


def _late(file: File[Any], path: Path, references: tuple[SourceReference, ...], checked: date) -> Iterator[Problem]:
    for index, reference in enumerate(references):
        if reference.read_on and reference.read_on > checked:
            message = f"the copy is younger than the check of {checked}; correct the day or check the fact again"
            yield file.located.problem((*path, "sources", index, "read_on"), message)


CHECK = Check(
    name="read-before-check", sentence="The copy of a source is not younger than the check of the fact.", find=_find
)
