"""Permits last some months."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact

LONGEST_PERMIT_MONTHS = 60


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        if path[-2] == "permit_months" and isinstance(fact.value, int) and not 1 <= fact.value <= LONGEST_PERMIT_MONTHS:
            message = f"{fact.value} months cannot be the length of a permit; write 1 to {LONGEST_PERMIT_MONTHS}"
            yield file.located.problem((*path, "value"), message)


CHECK = Check(name="permit-lengths", sentence=f"A permit lasts 1 to {LONGEST_PERMIT_MONTHS} months.", find=_find)
