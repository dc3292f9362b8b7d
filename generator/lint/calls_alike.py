"""A page shows the same facts in both languages, in the same order."""

from collections.abc import Iterator
from itertools import zip_longest

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.page import Call, Page
from generator.lint.subject import NAMES, Subject

# The functions that show or name facts, whose words are ids and not text.
SHOWING = frozenset({"topic", "points", "programme", "refer", "claim"})


def _find(subject: Subject) -> Iterator[Problem]:
    for path, page in subject.pages["en"].items():
        if twin := subject.pages["fr"].get(path):
            yield from _first_difference(twin, _showing(twin), _showing(page))


def _first_difference(page: Page, here: list[Call], there: list[Call]) -> Iterator[Problem]:
    for ours, theirs in zip_longest(here, there):
        if ours is None:
            at, message = len(page.text), f"{_written(theirs)} of the {NAMES['en']} page is missing; add it"
        elif theirs is None:
            at, message = page.line(ours), f"{_written(ours)} is missing on the {NAMES['en']} page; add it there"
        elif (ours.name, ours.words) != (theirs.name, theirs.words):
            at, message = (
                page.line(ours),
                f"the {NAMES['en']} page has {_written(theirs)} in this place; make them agree",
            )
        else:
            continue
        yield page.problem(at, message)
        return


def _showing(page: Page) -> list[Call]:
    return sorted((call for call in page.calls if call.name in SHOWING and call.words), key=lambda call: call.line)


def _written(call: Call) -> str:
    return f"`{call.name}({', '.join(repr(word) for word in call.words)})`"


CHECK = Check(
    name="calls-alike", sentence="A page shows the same facts in both languages, in the same order.", find=_find
)
