"""What is wrong with a document, in codes and values; sentences are made elsewhere."""

from typing import Any

from generator.rules.record import record

LONGEST_SHOWN = 40

type Path = tuple[str | int, ...]


@record
class Problem:
    """One thing wrong at the end of `steps`: keys, and places in lists."""

    steps: Path
    code: str
    values: dict[str, Any]

    @property
    def path(self) -> str:
        """Return the dotted path, such as `passports.0.expires_on`."""
        return dotted(self.steps)


class DocumentError(ValueError):
    """A document that cannot be assessed. `problems` names every reason, in the order of the document."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.path}: {problem.code}" for problem in problems))
        self.problems = problems


def dotted(steps: Path) -> str:
    """Return `steps` as people read them, on one line."""
    return ".".join(legible(step) for step in steps)


def legible(value: Any) -> str:
    """Return what somebody wrote as it may stand in a sentence: on one line, cut where it is long."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text[: LONGEST_SHOWN + 1])
    return shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
