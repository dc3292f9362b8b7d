"""The columns that a table of applicants may have: the paths of the contract, or the titles of the template."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from generator.entry.answers import answer_kinds, listed_answers
from generator.entry.fold import fold
from generator.explain.wording import Words
from generator.rules.problems import Path

MOST_ROWS = 9  # passports, or participations, of one applicant
CLOSE = 0.7
_MARKS = re.compile(r"[^a-z0-9]+")


def column_kind(steps: Path) -> Any:
    """Return the kind of answer at `steps`; a list itself is of the kind `list`."""
    return list if steps[0] in listed_answers() and len(steps) == 1 else answer_kinds()[".".join(_names(steps))]


def column_title(steps: Path, words: Words) -> str:
    """Return the title of a column in the template."""
    numbers = [step + 1 for step in steps if isinstance(step, int)]
    return str(words["table"]["columns"][".".join(_names(steps))].format(number=numbers[0] if numbers else ""))


class Headings:
    """Finds the answer that a column holds by its heading; `words` are those of every language."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self.found: dict[str, Path] = {}
        self.shown: dict[str, str] = {}
        for steps in every_column():
            for said in words.values():
                for name in _headings(steps, said):
                    self.found.setdefault(_key(name), steps)
                    self.shown.setdefault(_key(name), name)

    def steps(self, title: str) -> Path | None:
        """Return the path of the answer in the column headed `title`, None where it is no answer."""
        return self.found.get(_key(title))

    def nearest(self, title: str) -> str | None:
        """Return the known heading that is most like `title`, if one is like it."""
        close = get_close_matches(_key(title), self.found, n=1, cutoff=CLOSE)
        return self.shown[close[0]] if close else None


def every_column() -> Iterator[Path]:
    """Yield the path of every column that a table may have."""
    begun: set[str] = set()
    for path in answer_kinds():
        first, *rest = path.split(".")
        if first not in listed_answers():
            yield (first, *rest)
            continue
        if first not in begun:
            begun.add(first)
            yield (first,)
        for place in range(MOST_ROWS):
            yield (first, place, *rest)


def _headings(steps: Path, words: Words) -> Iterator[str]:
    yield column_title(steps, words)
    yield ".".join(map(str, steps))
    path = ".".join(_names(steps))
    if 0 in steps:
        yield path
        yield path.replace("s.", ".", 1)
    if len(steps) == 1:
        yield from words["table"]["also"].get(path, ())


def _names(steps: Path) -> Iterator[str]:
    return (step for step in steps if isinstance(step, str))


def _key(title: str) -> str:
    return _MARKS.sub(" ", fold(title)).strip()
