"""The result of a check, written into the facts: the day, the next one, and where they were read."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.dataset import DatasetError, Knowledge, load_knowledge
from generator.upkeep.errors import UpkeepError
from generator.upkeep.review import OpenFact
from generator.upkeep.review_check import Check, compared, passages_read
from generator.upkeep.review_scalars import Scalars

FEW = 3  # facts are named one by one


def confirm(folder: Path, knowledge: Knowledge, check: Check, today: date) -> list[str]:
    """Write the result of `check` into the files of `folder` and return a sentence for each file that changed.

    Raises UpkeepError, and leaves every file as it is, where the days make no sense or the facts would not be sound.
    """
    facts = compared(knowledge, check, today)
    changed: dict[str, list[OpenFact]] = {}
    for fact in facts:
        changed.setdefault(fact.entry.file, []).append(fact)
    texts = {file: _rewritten(folder / file, group, check) for file, group in changed.items()}
    _try_out(folder, texts)
    for file, text in texts.items():
        _write(folder / file, text)
    return [_told(folder / file, group, check) for file, group in changed.items()]


def _next_due(fact: OpenFact, check: Check) -> date:
    return check.due or check.on + (fact.due - fact.row.checked_on)


def _rewritten(path: Path, facts: Iterable[OpenFact], check: Check) -> str:
    scalars = Scalars(path.read_bytes().decode())
    read_on = check.read_on or (check.on if check.sources else None)
    for fact in facts:
        row = (*fact.entry.path, fact.number)
        scalars.set(row, "checked_on", check.on)
        scalars.set(row, "review_due", _next_due(fact, check))
        for number in passages_read(fact, check):
            passage = (*row, "sources", number)
            if check.quote is not None:
                scalars.set(passage, "quote", check.quote, after=("id",))
            if read_on:
                scalars.set(passage, "read_on", read_on, after=("id", "quote"))
    return scalars.text


def _try_out(folder: Path, texts: dict[str, str]) -> None:
    """Load the facts as they would be; raises UpkeepError with what would be wrong."""
    with TemporaryDirectory() as work:
        copy = Path(work) / folder.name
        shutil.copytree(folder, copy)
        for file, text in texts.items():
            (copy / file).write_bytes(text.encode())
        try:
            load_knowledge(copy)
        except DatasetError as error:
            lines = [
                str(replace(problem, file=problem.file.replace(str(copy), str(folder)))) for problem in error.problems
            ]
            raise UpkeepError([*lines, "Nothing was written."]) from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        raise UpkeepError([f"{path}: it cannot be written ({error.strerror}); correct its permissions"]) from error


def _told(path: Path, facts: list[OpenFact], check: Check) -> str:
    days = sorted({_next_due(fact, check) for fact in facts})
    due = str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"
    names = ", ".join(fact.entry.id for fact in facts[:FEW]) + ("" if len(facts) <= FEW else " and others")
    what = "1 fact" if len(facts) == 1 else f"{len(facts)} facts"
    return f"{path}: {what} checked on {check.on}, due again {due} ({names})."
