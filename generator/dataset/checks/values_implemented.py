"""The rules can apply what the programme says."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.implemented import IMPLEMENTED


def _find(files: Files) -> Iterator[Problem]:
    programme = files.programme
    for name, wanted in IMPLEMENTED.items():
        for index, row in enumerate(getattr(programme.content, name, ())):
            if row.in_force.last_day is None and row.value != wanted:
                message = f"the rules are written for `{wanted}` and cannot apply another value; change the rules first"
                yield programme.located.problem((name, index, "value"), message)


CHECK = Check(
    name="values-implemented",
    sentence="What is in force today or later is a value that the rules are written for.",
    find=_find,
)
