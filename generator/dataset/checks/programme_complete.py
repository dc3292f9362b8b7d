"""The facts of the programme have rows."""

from collections.abc import Iterator
from dataclasses import fields

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    programme = files.programme.content
    for field in fields(programme) if programme else ():
        if not getattr(programme, field.name):
            message = "no row is given; add at least one fact"
            yield files.programme.located.problem((field.name,), message, at_key=True)


CHECK = Check(name="programme-complete", sentence="Every fact of the programme has at least one row.", find=_find)
