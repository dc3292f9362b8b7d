"""What is wrong with the data, and where."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to correct: file, line and column (from 1), dotted path of keys, sentence for the person who edits.

    `code` names what is wrong with the writing itself, and `given` what stands there, so that it can be told in
    another language.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    code: str = field(default="", compare=False)
    given: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return `FILE:LINE:COLUMN: path.to.key: what is wrong; what to write instead`."""
        place = f"{self.file}:{self.line}:{self.column}: "
        return place + (f"{self.path}: {self.message}" if self.path else self.message)


class RefusedError(Exception):
    """Input that a command does not take; `lines` say where, what is wrong, and what to do instead."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        super().__init__("\n".join(self.lines))


class DatasetError(Exception):
    """The data cannot be used; `problems` names everything that was found, sorted by place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
