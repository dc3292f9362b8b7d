"""Find the records and the facts in what was read, each with the path at which it stands in the file."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.rules.facts import Fact
from generator.rules.problems import Path


def records(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every record in `value`, outermost first, with its path."""
    if is_dataclass(value):
        yield path, value
        for field in fields(value):
            yield from records(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from records(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from records(item, (*path, index))


def histories(found: tuple[tuple[Path, Any], ...]) -> Iterator[tuple[Path, tuple[Fact[Any], ...]]]:
    """Yield every history in the records `found`: the rows of one fact, in the order of the file."""
    for path, record in found:
        for field in fields(record):
            rows = getattr(record, field.name)
            if isinstance(rows, tuple) and rows and isinstance(rows[0], Fact):
                yield (*path, field.name), rows
