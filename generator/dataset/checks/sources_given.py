"""A fact is never bare: it names where it was read."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, Status


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        if not fact.sources and fact.status is not Status.UNVERIFIED:
            message = "no source is given; add `sources:`, or make it `status: unverified` with a note"
            yield file.located.problem(path, message)


CHECK = Check(name="sources-given", sentence="A fact that is not unverified names at least one source.", find=_find)
