"""Age limits are ages."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.country import Ages

OLDEST = 120


def _find(files: Files) -> Iterator[Problem]:
    for file, path, ages in files.of(Ages):
        low, high = ages.minimum, ages.maximum
        if low > high:
            message = f"the ages are turned round ({low} to {high}); write the lower one as `minimum`"
            yield file.located.problem(path, message)
        elif low < 0 or high > OLDEST:
            yield file.located.problem(path, f"{low} to {high} are not ages; write completed years")


CHECK = Check(name="ages-possible", sentence="Age limits are ages of people, the lower one first.", find=_find)
