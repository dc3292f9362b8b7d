"""The phrases of the pages are complete in both languages."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.alike import differences
from generator.lint.subject import Subject

# The registry of sources is written in English; the French phrases translate it.
TRANSLATED = {"fr": frozenset({"registry"})}


def _find(subject: Subject) -> Iterator[Problem]:
    yield from differences(subject.phrases, TRANSLATED)


CHECK = Check(
    name="phrases-alike",
    sentence="The phrases of the pages have the same keys and name the same values in both languages.",
    find=_find,
)
