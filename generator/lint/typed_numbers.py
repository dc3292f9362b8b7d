"""No number is typed in prose: numbers come from facts, so that they are right everywhere or nowhere."""

import re
from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.guide import Claim, Statement
from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.lint.allowed import ALLOWED
from generator.lint.page import blank
from generator.lint.prose import prose
from generator.lint.subject import LANGUAGES, Subject, scalars

NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0 ][0-9]+)*")
# Words about sources, not about the programme: they name pages as they are titled.
ABOUT_SOURCES = "registry"


def typed(text: str) -> Iterator[re.Match[str]]:
    """Find the numbers typed in `text`, names that hold digits left out."""
    text = prose(text)
    for allowed in ALLOWED:
        text = blank(allowed.pattern, text)
    yield from NUMBER.finditer(text)


def _find(subject: Subject) -> Iterator[Problem]:
    for lang in LANGUAGES:
        for page in subject.pages[lang].values():
            for found in typed(page.text):
                message = f"the number {found[0]} is typed here; show the fact that holds it instead, in double braces"
                yield page.problem(found.start(), message)
        for path, text in scalars(subject.phrases[lang].value):
            if path[0] != ABOUT_SOURCES:
                yield from _in_text(subject.phrases[lang], path, text, "put a value in braces and give it from a fact")
    for file, path, statement in subject.files.of(Statement):
        for lang in LANGUAGES:
            text = getattr(statement.text, lang)
            yield from _in_text(
                file.located, (*path, "text", lang), text, "name it in braces and put it into `figures:`"
            )
    for file, path, claim in subject.files.of(Claim):
        for lang in LANGUAGES:
            text = getattr(claim.answer, lang)
            yield from _in_text(file.located, (*path, "answer", lang), text, "let the facts below the answer say it")


def _in_text(located: Located, path: tuple[str | int, ...], text: str, remedy: str) -> Iterator[Problem]:
    for found in typed(text):
        yield located.problem(path, f"the number {found[0]} is typed here; {remedy}")


CHECK = Check(
    name="typed-numbers",
    sentence="No number is typed in pages, phrases, the guide or answers to claims; names such as C21 are no numbers.",
    find=_find,
)
