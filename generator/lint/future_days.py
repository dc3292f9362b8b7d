"""Nothing was read, copied or checked in the future, and only the government can announce a fact."""

from collections.abc import Iterator
from datetime import date

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.subject import Subject
from generator.rules.facts import Fact, SourceReference, Status
from generator.rules.model import Source


def _find(subject: Subject) -> Iterator[Problem]:
    for kind, names in (
        (Fact, ("checked_on",)),
        (SourceReference, ("read_on",)),
        (Source, ("modified_on", "copied_on")),
    ):
        for file, path, record in subject.files.of(kind):
            for name in names:
                if _is_later(getattr(record, name), subject.day):
                    message = f"this day is after {subject.day}, the day of this run; correct it"
                    yield file.located.problem((*path, name), message)
    yield from _announced(subject)


def _announced(subject: Subject) -> Iterator[Problem]:
    for file, path, fact in subject.files.of(Fact):
        here = (*path, "in_force")
        if _is_later(fact.in_force.known_since, subject.day):
            message = (
                f"no source can vouch for a day after {subject.day}; write `since:` with the day that it announces"
            )
            yield file.located.problem((*here, "known_since"), message)
        elif _is_later(fact.in_force.since, subject.day) and fact.status is not Status.OFFICIAL:
            message = f"a fact that begins after {subject.day} must be official; add the official source, or wait"
            yield file.located.problem((*here, "since"), message)


def _is_later(given: date | None, day: date) -> bool:
    return given is not None and given > day


CHECK = Check(
    name="future-days",
    sentence="Nothing was read, copied or checked in the future, and no fact begins there unless it is official.",
    find=_find,
)
