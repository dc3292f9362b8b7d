"""Other versions of a fact come from somewhere."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Version


def _find(files: Files) -> Iterator[Problem]:
    for file, path, version in files.of(Version):
        if not version.sources:
            yield file.located.problem(path, "this version names no source; add `sources:`")


CHECK = Check(name="versions-sourced", sentence="Another version of a fact names its source.", find=_find)
