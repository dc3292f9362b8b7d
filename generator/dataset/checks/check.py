"""What a check is: its name, what must hold, and how to find where it does not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.dataset.problems import Problem


class Level(StrEnum):
    """What comes of a problem: an error is refused, a warning is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check[S]:
    """One thing that must hold of a subject.

    `sentence` says what must hold; `find` yields a problem for each place where it does not.
    """

    name: str
    sentence: str
    find: Callable[[S], Iterable[Problem]]
    level: Level = Level.ERROR

    def __call__(self, subject: S) -> Iterator[Problem]:
        """Yield every problem found in `subject`, with the name of the check as its code."""
        for problem in self.find(subject):
            yield replace(problem, code=self.name)
