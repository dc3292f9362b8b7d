"""The result of a check, written into the facts: the day, the next one, and where they were read."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.dataset import Knowledge
from generator.upkeep.plain import counted
from generator.upkeep.review import OpenFact
from generator.upkeep.review_check import Check, compared, passages_read
from generator.upkeep.review_scalars import Scalars
from generator.upkeep.writing import write_sound

FEW = 3  # facts are named one by one


def confirm(folder: Path, knowledge: Knowledge, check: Check, today: date) -> list[str]:
    """Write the result of `check` into the files of `folder` and return a sentence for each file that changed.

    Raises UpkeepError, and leaves every file as it is, where the days make no sense the facts would not be sound, or a
    file cannot be written.
    """
    facts = compared(knowledge, check, today)
    changed: dict[str, list[OpenFact]] = {}
    for fact in facts:
        changed.setdefault(fact.entry.file, []).append(fact)
    texts = {file: _rewritten(folder / file, group, check) for file, group in changed.items()}
    write_sound(folder, texts)
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


def _told(path: Path, facts: list[OpenFact], check: Check) -> str:
    days = sorted({_next_due(fact, check) for fact in facts})
    due = str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"
    names = list(dict.fromkeys(fact.entry.id for fact in facts))
    few = ", ".join(names[:FEW]) + ("" if len(names) <= FEW else " and others")
    return f"{path}: {counted(len(names), 'fact')} checked on {check.on}, due again {due} ({few})."
