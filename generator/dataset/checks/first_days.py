"""A period has one first day."""

from collections.abc import Iterator
from datetime import date

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact

EARLIEST = date(1900, 1, 1)


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        period, here = fact.in_force, (*path, "in_force")
        if period.since and period.known_since:
            yield file.located.problem(here, "both `since` and `known_since` are given; keep one of the two")
        elif not period.since and not period.known_since:
            message = "no first day is given; add `since: DAY`, or `known_since: DAY` where it is not known"
            yield file.located.problem(here, message)
        elif period.first_day < EARLIEST:
            message = f"{period.first_day} is long before the programme; correct the year"
            yield file.located.problem((*here, "since" if period.since else "known_since"), message)


CHECK = Check(
    name="first-days",
    sentence="A period has one first day, published or not, in the time of the programme.",
    find=_find,
)
