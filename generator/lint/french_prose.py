"""French pages and words keep the rules of French typography."""

import re
from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.lint.page import blank
from generator.lint.prose import NOT_PROSE
from generator.lint.subject import Subject, scalars

SPACE = re.compile(r"(?<=\S) (?=[:;?!%»](?:\s|$|[).,*<]))|(?<=«) ")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
SPACED = "a plain space stands beside : ; ? ! % or «»; write a non-breaking space (U+00A0) there"
STRAIGHT = "a straight apostrophe stands here; write ’ (U+2019)"
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def _find(subject: Subject) -> Iterator[Problem]:
    for page in subject.pages["fr"].values():
        for at, message in _faults(blank(FRONT, page.text)):
            yield page.problem(at, message)
    for located in (subject.words["fr"], subject.phrases["fr"]):
        for path, text in scalars(located.value):
            yield from _in_text(located, path, text)
    for located in subject.bilingual:
        for path, text in scalars(located.value):
            if path[-1] == "fr":
                yield from _in_text(located, path, text)


def _in_text(located: Located, path: tuple[str | int, ...], text: str) -> Iterator[Problem]:
    for _, message in _faults(text):
        yield located.problem(path, message)


def _faults(text: str) -> Iterator[tuple[int, str]]:
    for pattern in NOT_PROSE:
        text = pattern.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), text)
    for found in SPACE.finditer(text):
        yield found.start(), SPACED
    for found in APOSTROPHE.finditer(text):
        yield found.start(), STRAIGHT


CHECK = Check(
    name="french-prose",
    sentence="French pages, phrases and words have no-break spaces before : ; ? ! % and inside «», and ’.",
    find=_find,
)
