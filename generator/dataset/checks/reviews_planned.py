"""A fact that may change is looked at again."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact

LONGEST_WAIT = 1100  # days: about three years


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        if fact.in_force.last_day is None and fact.review_due is None:
            message = "a fact without a last day needs the day to look at it again; add `review_due: DAY`"
            yield file.located.problem(path, message)
        if fact.review_due and fact.review_due < fact.checked_on:
            message = f"the review is due before the check of {fact.checked_on}; write a later day"
            yield file.located.problem((*path, "review_due"), message)
        elif fact.review_due and (fact.review_due - fact.checked_on).days > LONGEST_WAIT:
            message = f"the review is due more than {LONGEST_WAIT} days after the check; write an earlier day"
            yield file.located.problem((*path, "review_due"), message)


CHECK = Check(
    name="reviews-planned",
    sentence="A fact without a last day has a day for its review, not before its check and not years after.",
    find=_find,
)
