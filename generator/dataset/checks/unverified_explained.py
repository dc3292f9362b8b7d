"""An unverified fact says why it is there."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, Status


def _find(files: Files) -> Iterator[Problem]:
    for file, path, fact in files.of(Fact):
        if fact.status is Status.UNVERIFIED and fact.note is None:
            message = "an unverified fact must say why; add `note:` with `en:` and `fr:`"
            yield file.located.problem(path, message)


CHECK = Check(name="unverified-explained", sentence="An unverified fact has a note that says why.", find=_find)
