"""Every page is there in both languages."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.subject import LANGUAGES, NAMES, OTHER, Subject


def _find(subject: Subject) -> Iterator[Problem]:
    for lang in LANGUAGES:
        other = OTHER[lang]
        for path, page in subject.pages[lang].items():
            if path not in subject.pages[other]:
                message = f"the page is missing in {NAMES[other]}; write it as {other}/{path}, or remove this one"
                yield page.problem(0, message)


CHECK = Check(name="pages-alike", sentence="Every page is written in both languages, under the same path.", find=_find)
