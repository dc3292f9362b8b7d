"""French is written with the typographic apostrophe."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Text


def _find(files: Files) -> Iterator[Problem]:
    for file, path, text in files.of(Text):
        if "'" in text.fr:
            yield file.located.problem((*path, "fr"), "a straight apostrophe stands here; write ’ (U+2019)")


CHECK = Check(name="french-apostrophes", sentence="In French the apostrophe is ’.", find=_find)
