"""A list of words names each of them once."""

from collections.abc import Iterator
from dataclasses import fields

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for file in files.every():
        for path, record in file.records:
            for field in fields(record):
                items = getattr(record, field.name)
                for index, item in enumerate(items if isinstance(items, tuple) else ()):
                    if isinstance(item, str) and item in items[:index]:
                        message = f"`{item}` stands twice in this list; keep it once"
                        yield file.located.problem((*path, field.name, index), message)


CHECK = Check(
    name="lists-distinct", sentence="A list of categories, codes, facts or words names each once.", find=_find
)
