"""Rows of pools as YAML: for the eye, and into `data/pools/` with comments and order kept."""

from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

from generator.dataset.guide import POOL_FACTS
from generator.rules.facts import Text
from generator.rules.kinds import Category
from generator.tidy.writer import dumped, loaded
from generator.upkeep.rounds import SOURCE
from generator.upkeep.rounds_additions import Addition, Additions, by_pool
from generator.upkeep.writing import write_sound

_ORDER = {category.value: place for place, category in enumerate(Category)}


def as_yaml(rows: list[Addition], day: date, on: date) -> str:
    """Return the rows of one pool as they would stand in the file."""
    pool = _new_pool(rows[0])
    _add(pool, rows, day, on)
    return dumped(CommentedSeq([pool]))


def write_rows(additions: Additions, data: Path) -> Path:
    """Add the rows to `data/pools/SEASON.yml` and return that file.

    Raises UpkeepError, and leaves every file as it was, where the facts would not be sound with them.
    """
    file = f"pools/{additions.season}.yml"
    path = data / file
    text = _with_rows(additions, path.read_text(encoding="utf-8") if path.exists() else "")
    write_sound(data, {file: text}, tidy=True)
    return path


def _with_rows(additions: Additions, text: str) -> str:
    pools = loaded(text, is_list=True) or CommentedSeq()
    for (country, category), rows in by_pool(additions):
        pool = next((pool for pool in pools if (pool["country"], pool["category"]) == (country, category.value)), None)
        if pool is None:
            pool = _new_pool(rows[0])
            pools.insert(_place(pools, country, category), pool)
        _add(pool, rows, additions.day, additions.on)
    return dumped(pools)


def _place(pools: CommentedSeq, country: str, category: Category) -> int:
    here = country, _ORDER[category.value]
    later = (place for place, pool in enumerate(pools) if (pool["country"], _ORDER.get(pool["category"], 0)) > here)
    return next(later, len(pools))


def _new_pool(row: Addition) -> CommentedMap:
    return CommentedMap(country=row.reading.country, category=row.reading.category.value)


def _add(pool: CommentedMap, rows: list[Addition], day: date, on: date) -> None:
    for row in rows:
        field = row.reading.field
        if field not in pool:
            before = [key for key in pool if key not in POOL_FACTS or POOL_FACTS.index(key) < POOL_FACTS.index(field)]
            pool.insert(len(before), field, CommentedSeq())
        history = pool[field]
        later = (place for place, old in enumerate(history) if _first_day(old) > day.isoformat())
        history.insert(next(later, len(history)), _row(row, day, on))


def _first_day(row: Any) -> str:
    return str(row["in_force"].get("since") or row["in_force"].get("known_since"))


def _row(row: Addition, day: date, on: date) -> CommentedMap:
    value = row.reading.value
    quote = {"quote": Quoted(value.en)} if isinstance(value, Text) else {}
    source = _flow(id=SOURCE, **quote, read_on=str(on))
    return CommentedMap(
        value=_flow(en=Quoted(value.en), fr=Quoted(value.fr)) if isinstance(value, Text) else str(value),
        in_force=_flow(known_since=str(day), known_through=str(day)),
        status="official",
        sources=CommentedSeq([source]),
        checked_on=str(on),
    )


def _flow(**items: str) -> CommentedMap:
    made = CommentedMap(items)
    made.fa.set_flow_style()
    return made
