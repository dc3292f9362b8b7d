"""Files of the guide are named after topics."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Topic
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for name, file in files.guide.items():
        if name not in Topic:
            yield file.located.problem((), f"`{name}` is no topic; name the file after one of: {', '.join(Topic)}")


CHECK = Check(name="guide-topics", sentence="A file of the guide is named after a topic.", find=_find)
