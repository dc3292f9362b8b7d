"""A fact about which sources disagree says what they disagree on."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Statement
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, Status, Text


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        in_words = isinstance(fact.value, Text | Statement)  # such a fact says itself what conflicts
        if fact.status is Status.CONFLICTING and not (fact.versions or fact.note or in_words):
            message = (
                "nothing says what conflicts; add `versions:` with the other values, or a `note:` in both languages"
            )
            yield file.located.problem((*path, "status"), message)


CHECK = Check(
    name="conflicts-shown",
    sentence="A conflicting fact gives the other versions, or says in a note what conflicts.",
    find=_find,
)
