"""A period has at most one last day, and it is not before the first."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        period, here = fact.in_force, (*path, "in_force")
        first, last = period.since or period.known_since, period.last_day
        if period.through and period.known_through:
            yield file.located.problem(here, "both `through` and `known_through` are given; keep one of the two")
        if first and last and last < first:
            message = f"the last day {last} is before the first day {first}; swap or correct them"
            yield file.located.problem((*here, "through" if period.through else "known_through"), message)


CHECK = Check(name="last-days", sentence="A period has at most one last day, on or after the first.", find=_find)
