"""Words stand in both languages."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Text


def _find(files: Files) -> Iterator[Problem]:
    for file, path, text in files.of(Text):
        for key, words in (("en", text.en), ("fr", text.fr)):
            if not words.strip():
                yield file.located.problem((*path, key), "the text is empty; write it in both languages")


CHECK = Check(name="texts-filled", sentence="Words stand in English and in French.", find=_find)
