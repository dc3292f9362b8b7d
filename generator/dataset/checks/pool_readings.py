"""A number of a pool is what was read on one day."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Pool
from generator.dataset.problems import Problem

READINGS = ("quota", "invitations", "candidates", "places_left")


def _find(files: Files) -> Iterator[Problem]:
    for file, path, pool in files.of(Pool):
        for name in READINGS:
            for index, row in enumerate(getattr(pool, name)):
                period = row.in_force
                if period.since or period.through or period.known_since != period.known_through:
                    message = "a reading holds for its day only; write `{known_since: DAY, known_through: DAY}`"
                    yield file.located.problem((*path, name, index, "in_force"), message)


CHECK = Check(name="pool-readings", sentence="A number of a pool holds for the day on which it was read.", find=_find)
