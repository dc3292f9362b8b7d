"""Values of the programme that the rules are not written for."""

from collections.abc import Iterator

from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.implemented import IMPLEMENTED


def values_implemented(files: Files) -> Iterator[Problem]:
    """Find values in force today or later that the rules do not know how to apply."""
    programme = files.programme
    for name, wanted in IMPLEMENTED.items():
        for index, row in enumerate(getattr(programme.content, name, ())):
            if row.in_force.through is None and row.value != wanted:
                message = f"the rules are written for `{wanted}` and cannot apply another value; change the rules first"
                yield programme.located.problem((name, index, "value"), message)
