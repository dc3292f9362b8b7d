"""A source says in which languages it is written."""

from collections.abc import Iterator

from babel import Locale

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    known = Locale("en").languages
    for index, source in enumerate(files.sources.content or ()):
        here = (index, "languages")
        if not source.languages:
            yield files.sources.located.problem(here, "no language is given; write at least one, as `[en]`")
        for at, language in enumerate(source.languages):
            if language not in known:
                message = f"`{language}` is not the code of a language; write it in small letters, as en or fr"
                yield files.sources.located.problem((*here, at), message)


CHECK = Check(name="source-languages", sentence="A source names its languages by their codes.", find=_find)
