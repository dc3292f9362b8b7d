"""A fact is checked again by the day of its review: shortly before it is warned of, long after it is refused."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check, Level
from generator.dataset.problems import Problem
from generator.lint.subject import Subject
from generator.rules.facts import Fact


def _warned(subject: Subject) -> Iterator[Problem]:
    if ageing := subject.files.ageing.content:
        yield from _due(subject, -ageing.warn_before_days, ageing.refuse_after_days)


def _refused(subject: Subject) -> Iterator[Problem]:
    if ageing := subject.files.ageing.content:
        yield from _due(subject, ageing.refuse_after_days + 1, None)


def _due(subject: Subject, at_least: int, at_most: int | None) -> Iterator[Problem]:
    for file, path, fact in subject.files.of(Fact):
        if fact.review_due is None:
            continue
        days = (subject.day - fact.review_due).days
        if days >= at_least and (at_most is None or days <= at_most):
            was = "was" if days > 0 else "is"
            message = (
                f"the review {was} due on {fact.review_due}; compare the value with its source, "
                "then write the day as `checked_on:` and a new `review_due:`"
            )
            yield file.located.problem((*path, "review_due"), message)


WARNING = Check(
    name="review-due",
    sentence="A fact is checked again by the day of its review; ageing.yml says how long before it is warned of.",
    level=Level.WARNING,
    find=_warned,
)
ERROR = Check(
    name="review-long-due",
    sentence="No fact goes unchecked long after its review is due; ageing.yml says how long.",
    find=_refused,
)
