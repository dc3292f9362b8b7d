"""Rows of pools as YAML: for the eye, and into `data/pools/` with comments and order kept."""

import os
import re
import shutil
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from textwrap import indent
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

from generator.dataset import DatasetError, load_knowledge
from generator.rules.facts import Text
from generator.rules.kinds import Category
from generator.tidy.tidying import tidied
from generator.upkeep.errors import UpkeepError
from generator.upkeep.rounds import SOURCE
from generator.upkeep.rounds_additions import FIELDS, Addition, Additions, by_pool

_MOST_LINES = 20
_NOT_SOUND = "nothing was written: with the new rows the facts would not be sound"
_WIDEST = 10_000  # characters; no line is broken
_ORDER = {category.value: place for place, category in enumerate(Category)}


def as_yaml(rows: list[Addition], day: date, on: date) -> str:
    """Return the rows of one pool as they would stand in the file."""
    pool = _new_pool(rows[0])
    _add(pool, rows, day, on)
    return _dump(CommentedSeq([pool]))


def write_rows(additions: Additions, data: Path) -> Path:
    """Add the rows to `data/pools/SEASON.yml` and return that file.

    Raises UpkeepError, and leaves every file as it was, where the facts would not be sound with them.
    """
    path = data / "pools" / f"{additions.season}.yml"
    text = _with_rows(additions, path.read_text(encoding="utf-8") if path.exists() else "")
    with TemporaryDirectory() as folder:
        trial = Path(folder) / "data"
        shutil.copytree(data, trial)
        (trial / "pools").mkdir(exist_ok=True)
        written = trial / "pools" / path.name
        written.write_text(text, encoding="utf-8")
        try:
            load_knowledge(trial)
            text = tidied(written, trial)
        except DatasetError as error:
            lines = [str(problem).replace(str(trial), str(data)) for problem in error.problems]
            raise UpkeepError([*lines[:_MOST_LINES], _NOT_SOUND]) from error
    replace_file(path, text.encode())
    return path


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file at once: others see the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
        try:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
            Path(new.name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(new.name).replace(path)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise


def _with_rows(additions: Additions, text: str) -> str:
    pools = _load(text)
    for (country, category), rows in by_pool(additions):
        pool = next((pool for pool in pools if (pool["country"], pool["category"]) == (country, category.value)), None)
        if pool is None:
            pool = _new_pool(rows[0])
            pools.insert(_place(pools, country, category), pool)
        _add(pool, rows, additions.day, additions.on)
    return _dump(pools)


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
            before = [key for key in pool if key not in FIELDS or FIELDS.index(key) < FIELDS.index(field)]
            pool.insert(len(before), field, CommentedSeq())
        history = pool[field]
        later = (place for place, old in enumerate(history) if str(_first_day(old)) > day.isoformat())
        history.insert(next(later, len(history)), _row(row, day, on))


def _first_day(row: Any) -> Any:
    return row["in_force"].get("since") or row["in_force"].get("known_since")


def _row(row: Addition, day: date, on: date) -> CommentedMap:
    value = row.reading.value
    source = _flow(id=SOURCE, read_on=on)
    if isinstance(value, Text):
        source = _flow(id=SOURCE, quote=Quoted(value.en), read_on=on)
    return CommentedMap(
        value=_flow(en=Quoted(value.en), fr=Quoted(value.fr)) if isinstance(value, Text) else _plain(value),
        in_force=_flow(known_since=day, known_through=day),
        status="official",
        sources=CommentedSeq([source]),
        checked_on=on,
    )


def _plain(value: Any) -> Any:
    return value if type(value) is int else str(value)


def _flow(**items: Any) -> CommentedMap:
    made = CommentedMap(items)
    made.fa.set_flow_style()
    return made


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDEST
    yaml.representer.ignore_aliases = lambda *_: True  # a day that stands twice is written twice
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _load(text: str) -> CommentedSeq:
    """Return the pools; they are indented first, as they are when they are written, because comments keep columns."""
    return _yaml().load(indent(text, "  ")) or CommentedSeq()


def _dump(pools: CommentedSeq) -> str:
    """Return the text, in which the list of pools itself is not indented."""
    stream = StringIO()
    _yaml().dump(pools, stream)
    return re.sub("^  ", "", stream.getvalue(), flags=re.MULTILINE)
