"""What is wrong with a document, in codes and values; sentences are made elsewhere."""

from typing import Any

from generator.rules.record import record


@record
class Problem:
    """One thing wrong at one dotted path (list items by index: `passports.0.expires_on`)."""

    path: str
    code: str
    values: dict[str, Any]


class DocumentError(ValueError):
    """A document that cannot be assessed. `problems` names every reason, in the order of the document."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.path}: {problem.code}" for problem in problems))
        self.problems = problems
