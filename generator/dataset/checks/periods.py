"""The rows of a fact follow one another without overlap and without a hole."""

from collections.abc import Iterator
from datetime import date

from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, Period


def beginnings(files: Files) -> Iterator[Problem]:
    """Find periods with no first day or two, and a first day that is not known in a later row."""
    for file, path, fact in files.of(Fact):
        period, here = fact.in_force, (*path, "in_force")
        if period.since and period.known_since:
            yield file.located.problem(here, "both `since` and `known_since` are given; keep one of the two")
        elif not period.since and not period.known_since:
            message = "no first day is given; add `since: DAY`, or `known_since: DAY` where it is not known"
            yield file.located.problem(here, message)
        elif period.known_since and path[-1] != 0:
            message = "`known_since` may stand in the first row only; write `since` with the day after the row before"
            yield file.located.problem((*here, "known_since"), message, at_key=True)


def ends(files: Files) -> Iterator[Problem]:
    """Find periods that end before they begin, and open ones that nobody will look at again."""
    for file, path, fact in files.of(Fact):
        first, last = _first(fact.in_force), fact.in_force.through
        if first and last and last < first:
            message = f"the last day {last} is before the first day {first}; swap or correct them"
            yield file.located.problem((*path, "in_force", "through"), message)
        if last is None and fact.review_due is None:
            message = "a fact without a last day needs the day to look at it again; add `review_due: DAY`"
            yield file.located.problem(path, message)
        if fact.review_due and fact.review_due < fact.checked_on:
            message = f"the review is due before the check of {fact.checked_on}; write a later day"
            yield file.located.problem((*path, "review_due"), message)


def rows_follow(files: Files) -> Iterator[Problem]:
    """Find rows that overlap, leave days without a value, or stand in the wrong order."""
    for file in files.every():
        for path, rows in file.histories():
            for index in range(1, len(rows)):
                before, first = rows[index - 1].in_force, _first(rows[index].in_force)
                if first is None:
                    continue
                message = _misfit(before, first)
                if message:
                    yield file.located.problem((*path, index, "in_force"), message)


def _first(period: Period) -> date | None:
    return period.since or period.known_since


def _misfit(before: Period, first: date) -> str | None:
    if before.through is None:
        return f"the row before has no last day; give it `through:` with the day before {first}"
    days = (first - before.through).days
    if days < 1:
        return f"this row begins on {first}, the row before lasts through {before.through}; begin on the day after"
    if days > 1:
        return f"no row covers the days between {before.through} and {first}; correct a day or add a row"
    return None
