"""The words of the assessment are complete in both languages."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.alike import differences
from generator.lint.subject import LANGUAGES, Subject

# Each language lists the names of places that it puts otherwise than the rule.
FORMS = frozenset({"places_in", "places_the"})


def _find(subject: Subject) -> Iterator[Problem]:
    yield from differences(subject.words, dict.fromkeys(LANGUAGES, FORMS))


CHECK = Check(
    name="words-alike",
    sentence="The words of the assessment have the same keys and name the same values in both languages.",
    find=_find,
)
