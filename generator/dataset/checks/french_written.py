"""The French is French."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Text

A_NAME = 3  # words: names of so many may be alike in both languages


def _find(files: Files) -> Iterator[Problem]:
    for file, path, text in files.of(Text):
        if text.en == text.fr and len(text.en.split()) > A_NAME:
            yield file.located.problem((*path, "fr"), "the French is the English; write it in French")


CHECK = Check(name="french-written", sentence="A sentence is not the same in English and in French.", find=_find)
