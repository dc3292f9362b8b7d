"""What changed among the facts themselves."""

from collections.abc import Iterable
from typing import Any

from generator.dataset.index import Entry
from generator.publish.values import AGES, shown
from generator.rules.facts import Fact
from generator.rules.record import record, to_plain

LONGEST = 60  # characters of a text


@record
class FactChange:
    """A fact that differs between two revisions: its id, what happened to it, and where it stands now (or stood)."""

    id: str
    happened: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """Return the file and the line."""
        return f"data/{self.file}:{self.line}"


def facts_changed(before: dict[str, Entry], after: dict[str, Entry]) -> dict[str, FactChange]:
    """Return the facts whose value, period, status or other published values differ, by their ids."""
    changes = {}
    for fact in (*before, *(fact for fact in after if fact not in before)):
        old, new = before.get(fact), after.get(fact)
        if old and new and _told(old.rows) == _told(new.rows):
            continue
        changes[fact] = _change(fact, old, new)
    return changes


def checked_again(before: dict[str, Entry], after: dict[str, Entry]) -> int:
    """Return how many facts differ in their sources, notes and dates of checking only."""
    return sum(
        _told(before[fact].rows) == _told(after[fact].rows) and before[fact].rows != after[fact].rows
        for fact in before.keys() & after.keys()
    )


def _told(rows: tuple[Fact[Any], ...]) -> list[Any]:
    return [(row.value, row.in_force, row.status, [version.value for version in row.versions]) for row in rows]


def _change(fact: str, old: Entry | None, new: Entry | None) -> FactChange:
    if new is None:
        if old is None:
            raise ValueError(f"{fact} is in neither revision")
        return FactChange(
            id=fact, happened=f"is gone; it was {_shown(old.rows[-1].value)}", file=old.file, line=old.lines[-1]
        )
    if old is None:
        return FactChange(id=fact, happened=f"is new: {_shown(new.rows[-1].value)}", file=new.file, line=new.lines[-1])
    was, rows = _told(old.rows), _told(new.rows)
    position = next(
        (place for place, row in reversed(list(enumerate(rows))) if place >= len(was) or row != was[place]),
        len(rows) - 1,
    )
    return FactChange(
        id=fact, happened=_happened(old.rows, new.rows, position), file=new.file, line=new.lines[position]
    )


def _happened(old: tuple[Fact[Any], ...], new: tuple[Fact[Any], ...], position: int) -> str:
    row = new[position]
    if len(new) > len(old):
        return f"has {_count(len(new) - len(old))} more: {_shown(row.value)} from {row.in_force.first_day}"
    if len(new) < len(old):
        return f"has {_count(len(old) - len(new))} less: {_shown(new[-1].value)} is the last"
    was = old[position]
    if was.value != row.value:
        return _from_to(to_plain(was.value), to_plain(row.value), _shown(was.value), _shown(row.value))
    if was.in_force != row.in_force:
        return f"is in force {_period(row)} instead of {_period(was)}"
    if was.status is not row.status:
        return f"is {row.status} instead of {was.status}"
    return f"has other published values: {_all(version.value for version in row.versions) or 'none'}"


def _from_to(was: Any, becomes: Any, was_shown: str, becomes_shown: str) -> str:
    """Say what changed; of a value of several parts, the parts that differ."""
    if isinstance(was, dict) and isinstance(becomes, dict) and was.keys() | becomes.keys() != AGES:
        differing = [key for key in {**was, **becomes} if was.get(key) != becomes.get(key)]
        was_shown, becomes_shown = (
            ", ".join(f"{key.replace('_', ' ')} {_shown(value.get(key, 'not set'))}" for key in differing)
            for value in (was, becomes)
        )
    return f"changed from {was_shown} to {becomes_shown}"


def _count(rows: int) -> str:
    return "a row" if rows == 1 else f"{rows} rows"


def _period(row: Fact[Any]) -> str:
    last = row.in_force.last_day
    return f"from {row.in_force.first_day}" + (f" to {last}" if last else "")


def _all(values: Iterable[Any]) -> str:
    return ", ".join(map(_shown, values))


def _shown(value: Any) -> str:
    return shown(value, LONGEST)
