"""Other versions of a fact say something else."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        for index, version in enumerate(fact.versions):
            if version.value == fact.value:
                message = "this version has the same value as the fact; remove it or correct its value"
                yield file.located.problem((*path, "versions", index, "value"), message)


CHECK = Check(name="versions-differ", sentence="Another version of a fact has another value.", find=_find)
