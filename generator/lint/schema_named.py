"""Editors find the schema of a file by its first line."""

from collections.abc import Iterator
from pathlib import Path

from generator.dataset.checks.check import Check
from generator.dataset.kinds import kind_of, modeline
from generator.dataset.problems import Problem
from generator.lint.subject import Subject

MARK = "\ufeff"


def _find(subject: Subject) -> Iterator[Problem]:
    folder = subject.files.folder
    for file, opening in subject.openings.items():
        kind = kind_of(file, folder)
        if opening.startswith(MARK):
            yield Problem(
                file, 1, 1, "", "the file begins with an invisible mark; save it in UTF-8 without a mark (BOM)"
            )
        elif kind and opening != (wanted := modeline(Path(file), folder, kind)):
            yield Problem(file, 1, 1, "", f"the first line does not name the schema; write `{wanted}` there")


CHECK = Check(name="schema-named", sentence="The first line of a file of facts names its schema.", find=_find)
