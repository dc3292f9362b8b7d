"""One row of a table into the document of one applicant, with the cells that cannot be read."""

from collections.abc import Sequence
from typing import Any

from generator.entry.answers import listed_answers
from generator.entry.cells import Cells
from generator.entry.choices import is_blank
from generator.entry.columns import column_kind
from generator.entry.days import Order
from generator.entry.typed import days_read
from generator.entry.unclear import UnclearError
from generator.rules.problems import Path, Problem
from generator.rules.record import record


@record
class RowRead:
    """The document of a row, and what is wrong with its cells, each problem at the path of its column."""

    document: dict[str, Any]
    problems: tuple[Problem, ...]
    places: dict[Path, Path]

    def column(self, steps: Path) -> Path:
        """Return the path of the column behind `steps` of the document, where rows without answers are left out."""
        return self.places.get(steps[:2], steps[:2]) + steps[2:]


def read_row(columns: Sequence[Path | None], row: Sequence[str], cells: Cells, order: Order | None) -> RowRead:
    """Read the cells of one row; a blank cell is an answer that is not known."""
    problems: list[Problem] = []
    answers: dict[Path, Any] = {}
    for steps, text in zip(columns, row, strict=False):
        if steps is None or is_blank(text):
            continue
        try:
            value = cells.read(".".join(step for step in steps if isinstance(step, str)), column_kind(steps), text)
        except UnclearError as unclear:
            problems.append(Problem(steps=steps, code=unclear.code, values=unclear.values))
            continue
        if value is not None:
            answers[steps] = value
    extra = [text for text in row[len(columns) :] if text]
    if extra:
        problems.append(Problem(steps=(), code="row-too-long", values={"given": extra[0]}))
    document, places = _nested(answers, problems)
    read, unclear_days = days_read(document, order)
    made = RowRead(document=read, problems=(), places=places)
    days = (Problem(steps=made.column(day.steps), code=day.code, values=day.values) for day in unclear_days)
    return RowRead(document=read, problems=(*problems, *days), places=places)


def _nested(answers: dict[Path, Any], problems: list[Problem]) -> tuple[dict[str, Any], dict[Path, Path]]:
    """Return the answers as the contract nests them, and where each row of a list came from."""
    document: dict[str, Any] = {}
    places: dict[Path, Path] = {}
    for name in listed_answers():
        origins = sorted({steps[1] for steps in answers if steps[0] == name and len(steps) > 1}, key=int)
        if origins and answers.pop((name,), None) == []:
            problems.append(Problem(steps=(name,), code="none-and-some", values={}))
        for place, origin in enumerate(origins):
            places[name, place] = (name, origin)
        if origins:
            document[name] = [
                {str(steps[2]): value for steps, value in answers.items() if steps[:2] == (name, origin)}
                for origin in origins
            ]
    for steps, value in answers.items():
        if steps[0] in listed_answers() and len(steps) > 1:
            continue
        holder = document if len(steps) == 1 else document.setdefault(str(steps[0]), {})
        holder[str(steps[-1])] = value
    return document, places
