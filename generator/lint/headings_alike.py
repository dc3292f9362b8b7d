"""The headings of a page have the same ids in both languages, so that a link leads to the same place."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.page import Heading, Page
from generator.lint.subject import LANGUAGES, NAMES, OTHER, Subject


def _find(subject: Subject) -> Iterator[Problem]:
    for lang in LANGUAGES:
        for path, page in subject.pages[lang].items():
            twin = subject.pages[OTHER[lang]].get(path)
            yield from _judge(page, twin, NAMES[OTHER[lang]])


def _judge(page: Page, twin: Page | None, other: str) -> Iterator[Problem]:
    there = {heading.id: heading for heading in twin.headings()} if twin else {}
    for heading in page.headings():
        if heading.id is None and heading.level > 1:
            yield page.problem(heading.at, "the heading has no id; add one, the same in both languages, as `{#costs}`")
        elif heading.id and twin and not _agree(heading, there.get(heading.id)):
            message = f"the heading `{heading.id}` is missing in {other}, or stands on another level; make them agree"
            yield page.problem(heading.at, message)


def _agree(heading: Heading, twin: Heading | None) -> bool:
    return twin is not None and twin.level == heading.level


CHECK = Check(
    name="headings-alike",
    sentence="Every heading below the title has an id, and both languages have the same ones.",
    find=_find,
)
