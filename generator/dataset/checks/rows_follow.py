"""The rows of a fact follow one another without overlap and without a hole."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Period


def _find(files: Files) -> Iterator[Problem]:
    for file in files.every():
        for path, rows in file.histories():
            for index in range(1, len(rows)):
                message = _misfit(rows[index - 1].in_force, rows[index].in_force)
                if message:
                    yield file.located.problem((*path, index, "in_force"), message)


def _misfit(before: Period, after: Period) -> str | None:
    first, last = after.since or after.known_since, before.last_day
    began = before.since or before.known_since
    if first is None:
        return None
    if began and first < began:
        return f"this row begins on {first}, the row before it on {began}; put the older row first"
    if last is None:
        return f"the row before has no last day; give it `through:` with the day before {first}"
    days = (first - last).days
    if days < 1:
        return f"this row begins on {first}, the row before lasts through {last}; begin on the day after"
    if before.known_through:  # nobody published the end: nothing is said of the days between
        return None
    if after.known_since:
        return (
            f"`known_since` cannot follow a row that ends on {last}; write `since:` with the day after, "
            "or let that row end with `known_through:`"
        )
    if days > 1:
        return (
            f"no row covers the days between {last} and {first}; correct a day, add a row, "
            "or let the row before end with `known_through:` where its end is not published"
        )
    return None


CHECK = Check(
    name="rows-follow",
    sentence="The rows of a fact follow one another in time, without overlap and without a hole.",
    find=_find,
)
