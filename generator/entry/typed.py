"""A document as it was typed: its days, which people write in many ways, become ISO text."""

from datetime import date
from typing import Any

from generator.entry.answers import answer_kinds, path_of
from generator.entry.days import Order, is_iso, read_day
from generator.entry.unclear import UnclearError
from generator.rules.problems import DocumentError, Path, Problem


def typed(document: Any) -> Any:
    """Return the applicant's `document` with every typed day as ISO text and all else as it is.

    What is not text, and ISO text, is left to the rules. Raises DocumentError with every day that cannot be read.
    """
    made, problems = days_read(document)
    if problems:
        raise DocumentError(tuple(problems))
    return made


def days_read(document: Any, order: Order | None = None) -> tuple[Any, list[Problem]]:
    """Return `document` with its days as ISO text, and the problems of those that cannot be read, which read as None.

    `order` settles days in digits that read two ways.
    """
    problems: list[Problem] = []

    def read(value: Any, path: Path) -> Any:
        if isinstance(value, dict):
            return {key: read(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [read(item, (*path, index)) for index, item in enumerate(value)]
        if not isinstance(value, str) or answer_kinds().get(path_of(path)) is not date:
            return value
        if not value.strip() or is_iso(value):
            return value
        try:
            return read_day(value, order).isoformat()
        except UnclearError as unclear:
            problems.append(Problem(steps=path, code=unclear.code, values=unclear.values))
            return None

    return read(document, ()), problems
