"""What the readings of the feed add to the data: new rows, with what was known before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.dataset import Knowledge
from generator.dataset.guide import POOL_FACTS
from generator.dataset.index import Entry
from generator.explain.wording import Wording
from generator.rules.facts import Fact, Text
from generator.rules.kinds import Category
from generator.upkeep.errors import UpkeepError
from generator.upkeep.paths import shown
from generator.upkeep.rounds import Reading, Readings


@dataclass(frozen=True, slots=True)
class Addition:
    """One reading that the data does not have yet; `before` is the last row that is older, if any."""

    reading: Reading
    before: Fact[object] | None


@dataclass(frozen=True, slots=True)
class Additions:
    """What would be added to the pools of a season, in the order of the file; `known` counts what is there already."""

    season: int
    day: date
    on: date
    rows: tuple[Addition, ...]
    known: int


def additions_of(readings: Readings, knowledge: Knowledge, season: int, on: date) -> Additions:
    """Return what is new in the readings.

    Raises UpkeepError where the data has another value for the same day: a reading is never overwritten.
    """
    rows, problems, known = list[Addition](), list[str](), 0
    for reading in readings.readings:
        fact = f"pools.{season}.{reading.country}.{reading.category.value}.{reading.field}"
        entry = knowledge.index.get(fact)
        same = _row_of(entry, readings.day)
        if entry is None or same is None:
            rows.append(Addition(reading, _before(entry, readings.day)))
        elif entry.rows[same].value == reading.value:
            known += 1
        else:
            place = f"{shown(knowledge.folder) / entry.file}:{entry.lines[same]}:1"
            problems.append(
                f"{place}: {fact}: the data has {_told(entry.rows[same].value)} for {readings.day}, the feed "
                f"{_told(reading.value)} "
                f"(line {reading.line}); find out which is right and correct it by hand"
            )
    if problems:
        raise UpkeepError(problems)
    order = {category: place for place, category in enumerate(Category)}
    rows.sort(key=lambda row: (row.reading.country, order[row.reading.category], POOL_FACTS.index(row.reading.field)))
    return Additions(season, readings.day, on, tuple(rows), known)


def _row_of(entry: Entry | None, day: date) -> int | None:
    rows = entry.rows if entry else ()
    return next((place for place, row in enumerate(rows) if row.in_force.first_day == day), None)


def _before(entry: Entry | None, day: date) -> Fact[object] | None:
    rows = [row for row in entry.rows if row.in_force.first_day < day] if entry else []
    return rows[-1] if rows else None


def by_pool(additions: Additions) -> Iterator[tuple[tuple[str, Category], list[Addition]]]:
    """Yield the additions of each pool together."""
    pools: dict[tuple[str, Category], list[Addition]] = {}
    for row in additions.rows:
        pools.setdefault(row.reading.pool, []).append(row)
    yield from pools.items()


def sentence(rows: list[Addition], day: date, wording: Wording) -> str:
    """Return what is added to one pool, in a sentence."""
    country, category = rows[0].reading.pool
    pool = f"{wording.country(country)}, {wording.value('category', category)}"
    return f"{pool}, on {day}: {'; '.join(map(_part, rows))}."


def _part(row: Addition) -> str:
    now = f"{row.reading.field.replace('_', ' ')} {_told(row.reading.value)}"
    if row.before is None:
        return now
    return f"{now} (so far {_told(row.before.value)} on {row.before.in_force.first_day}, {row.before.status.value})"


def _told(value: object) -> str:
    return value.en if isinstance(value, Text) else str(value)
